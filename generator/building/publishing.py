"""All that a good record turns into, before any of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.building.cache import grounds
from generator.exports import cards, files_alone, files_together
from generator.exports.cards import tidy
from generator.exports.hosting import hosting
from generator.pages.blocks import Blocks
from generator.pages.files import Bundle
from generator.pages.press import Press
from generator.pages.site import make_files, make_slips
from generator.views.bare import bare, basis
from generator.views.recollection import Recollection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from generator.building.theme import Theme
    from generator.exports import DataFile, Store
    from generator.pages.page import Settings
    from generator.pages.search.last import Last
    from generator.pages.slips import Slip
    from generator.record.reading import Document
    from generator.record.record import Record
    from generator.views.recollection import State


class Kept(NamedTuple):
    """What is kept between builds of what they make."""

    cards: Path | None
    """The folder of pictures; none where none are made."""
    store: Store
    """What exports take over."""
    found: Last
    """What the search takes over."""
    before: Callable[[], State | None]
    """Gives what is known of the record of the last build."""


@dataclass(frozen=True, slots=True)
class Published:
    """Pages, data, and what hand-written pages need of the record."""

    pages: tuple[Slip, ...]
    bundles: Callable[[], Sequence[Bundle]]
    """Gives the files that are made together."""
    files: Callable[[], Iterator[DataFile]]
    """Gives the files of which each is made alone, one by one: all of a large record's would take half its room."""
    telling: Callable[[], Iterator[DataFile]]
    """Gives those of them that tell an event of which the texts are other than the last time."""
    pictures: Callable[[Iterable[Slip]], Iterator[DataFile]]
    """Gives the pictures of pages in the same way."""
    blocks: Blocks
    """Draws timelines of the bare record."""
    checked: date | None
    """The last day up to which the record was checked."""
    dates: Mapping[str, str]
    """The day on which what a page tells last changed, by the page's source."""
    plain: Record
    """The bare record."""
    ground: str
    """What tells it from others."""
    recalled: Recollection
    """What is known of the record, for the next time."""

    def addresses(self) -> Iterator[str]:
        """Give the addresses of data, as far as they are known before it is made."""
        for bundle in self.bundles():
            yield from bundle.known
        yield from (file.address for file in chain(self.files(), self.pictures(self.pages)))


def publish(  # noqa: PLR0913, PLR0917  a site has parts
    record: Record, prose: Mapping[str, Document], settings: Settings, theme: Theme, kept: Kept,
    last: Published | None = None,
) -> Published:  # fmt: skip
    """Make pages and data of a good record, what hosts are told, and pictures where a folder is to keep them.

    `prose`: the pages that are written by hand, by path, for the search to find.
    Where only texts have changed since the last site, most of its pages are what they were.
    """
    ground = basis(record, ())
    plain = last.plain if last and last.ground == ground else bare(record)
    recalled = Recollection(record, grounds(settings), last.recalled.state if last else kept.before())
    pages = tuple(make_slips(record, settings, plain, recalled))

    @cache
    def bundles() -> Sequence[Bundle]:
        together = files_together(record, settings, kept.store).items()
        made = (_bundle(folder, files, record) for folder, files in together)
        return (*make_files(record, settings, pages, prose, kept.found), *made)

    def files() -> Iterator[DataFile]:
        yield from files_alone(record, settings, kept.store, recalled)
        yield from hosting(record, settings, theme.policy, theme.assets.folder)

    def telling() -> Iterator[DataFile]:
        return files_alone(record, settings, kept.store, recalled, recalled.changed)

    def pictures(shown: Iterable[Slip]) -> Iterator[DataFile]:
        return cards(shown, kept.cards) if kept.cards else iter(())

    if kept.cards:
        tidy(pages, kept.cards)
    dates = {page.src_uri: page.changed.isoformat() for page in pages if page.changed}
    blocks = Blocks(Press(plain, settings))
    return Published(pages, bundles, files, telling, pictures, blocks, record.checked, dates, plain, ground, recalled)


def _bundle(folder: str, files: Sequence[DataFile], record: Record) -> Bundle:
    """Give the files below a folder as one work: what they have in common is then made once."""
    known = tuple(file.address for file in files)
    return Bundle(folder, lambda: chain.from_iterable(file.sealed() for file in files), basis(record), known)
