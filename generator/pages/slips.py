"""Pages between their making and their writing: what a build has to know of each, and how it is made once more.

All pages of a large record at once would take more room than the record itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.pages.addresses import published_at
from generator.pages.page import Page
from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from generator.views.recollection import Recollection

    Made = Page | Callable[[], Page]
    """A page, or what makes it: of a kind that has many."""
    Shape = tuple[str, str, bool]
    """The folder of a page, its front matter with marks, and whether there is a file to edit."""

TEXTS = {name: f"oc-mark-{name}" for name in ("title", "description", "alt", "changed")}
"""The front matter that each page has of its own, with the marks that can stand in its place."""
SLUG = "oc-mark-slug"
"""The mark for a page's name in its folder."""


class Picture(NamedTuple):
    """The picture of a page's card."""

    address: str
    drawn_of: str
    """What tells the card from others."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands for a page that is made when it is asked for, and not kept."""

    src_uri: str
    """As the page has it."""
    changed: date | None
    """As the page has it."""
    is_whole: bool
    """Whether its body is HTML."""
    template: str
    """The template of the theme that frames it; empty where that is the one for all pages."""
    shape: Shape
    """What a frame may depend on: pages that have it in common can have one frame."""
    told: str
    """What stands for all that it says: where it is the same, so is the page but for its frame."""
    headed: str
    """What stands for its front matter and the file to edit."""
    named: tuple[str, str] | None
    """Its title and its description; none where the search is to pass over it."""
    picture: Picture | None
    """That of its own card, where it has one."""
    tells: tuple[str, ...]
    """As the page has it."""
    made: Callable[[], Page]

    @property
    def page(self) -> Page:
        """The page, made at each asking."""
        return self.made()

    @property
    def place(self) -> str:
        """The address below the site's root at which the page is published, with a slash at the end."""
        return published_at(self.src_uri)

    @property
    def row(self) -> tuple[object, ...]:
        """All of it as plain values, but for what makes the page."""
        picture = tuple(self.picture) if self.picture else None
        return (self.src_uri, self.changed, self.is_whole, self.template, self.shape, self.told, self.headed,
                self.named, picture, self.tells)  # fmt: skip


def slips_of(
    name: str, pages: Callable[[], Iterable[Made]], shapes: dict[Shape, Shape], recalled: Recollection
) -> Iterator[Slip]:
    """Give the slips of all pages of a kind, which has a name: those that are known, where they stand, else new ones.

    Where all are known, no page is made before it is asked for.
    """
    every = cache(lambda: tuple(pages()))
    rows: Sequence[Any] = recalled.known(name) or ()
    slips = [_recalled(row, partial(_numbered, every, number), shapes) for number, row in enumerate(rows)]
    for number, slip in enumerate(slips):
        if not recalled.stands(slip.tells):
            slips[number] = slip_of(every()[number], shapes)
    slips = slips or [slip_of(page, shapes) for page in every()]
    recalled.note(name, lambda: [slip.row for slip in slips])
    yield from slips


def _recalled(row: Any, made: Callable[[], Page], shapes: dict[Shape, Shape]) -> Slip:  # noqa: ANN401  as it was kept
    uri, changed, is_whole, template, shape, told, headed, named, picture, tells = row
    drawn = Picture(*picture) if picture else None
    shape = shapes.setdefault(shape, shape)
    return Slip(uri, changed, is_whole, template, shape, told, headed, named, drawn, tells, made)


def _numbered(pages: Callable[[], Sequence[Made]], number: int) -> Page:
    made = pages()[number]
    return made if isinstance(made, Page) else made()


def slip_of(made: Made, shapes: dict[Shape, Shape] | None = None) -> Slip:
    """Give the slip of a page; where shapes are given, of equal ones the first is taken, so that there is one alone."""
    page, made = (made, partial(_kept, made)) if isinstance(made, Page) else (made(), made)
    shape = shape_of(page)
    return Slip(
        page.src_uri, page.changed, page.is_whole, str(page.head.get("template") or ""),
        shape if shapes is None else shapes.setdefault(shape, shape),
        digest((page.src_uri, page.head, page.edit_path, page.rests_on)), digest((page.head, page.edit_path)),
        None if page.head.get("search") else (str(page.head.get("title", "")), str(page.head.get("description", ""))),
        Picture(page.card.address, page.card.told) if page.card else None, page.tells, made,
    )  # fmt: skip


def _kept(page: Page) -> Page:
    return page


def place_of(page: Page) -> tuple[str, str]:
    """Give the folder of a page's address, and its name in there."""
    folder, _, slug = page.place.rstrip("/").rpartition("/")
    return folder, slug


def shape_of(page: Page) -> Shape:
    """Give what a frame may depend on: the folder, the front matter with marks, whether there is a file to edit."""
    folder, slug = place_of(page)
    head = {name: TEXTS.get(name, value) for name, value in page.head.items() if value}
    others = json.dumps(head, ensure_ascii=False).replace(f"{folder}/{slug}", f"{folder}/{SLUG}")
    return folder, others, page.edit_path is not None
