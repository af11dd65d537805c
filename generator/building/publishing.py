"""All that a good record turns into, before any of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.building.cache import grounds
from generator.exports import SCHEMAS, DataFile, cards, data_files
from generator.exports.hosting import hosting
from generator.pages.addresses import DATA
from generator.pages.blocks import Blocks
from generator.pages.files import Bundle
from generator.pages.press import Press
from generator.pages.site import make_files, make_slips
from generator.views.bare import bare, basis
from generator.views.recollection import Recollection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from generator.building.theme import Theme
    from generator.exports import Store
    from generator.pages.page import Settings
    from generator.pages.search.last import Last
    from generator.pages.slips import Slip
    from generator.record.reading import Document
    from generator.record.record import Record
    from generator.views.recollection import State

_TOGETHER = (DATA, SCHEMAS)
"""The folders of data whose files are made together: tables whose sums are told, schemas with the same examples."""


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
    files: Callable[[], tuple[DataFile | Bundle, ...]]
    """Gives what else there is, once it is asked for: files of which each is made alone, and those made together."""
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

    @property
    def addresses(self) -> Iterator[str]:
        """The addresses of data, as far as they are known before it is made."""
        for file in self.files():
            yield from (file.address,) if isinstance(file, DataFile) else file.known


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
    def files() -> tuple[DataFile | Bundle, ...]:
        made = (
            *data_files(record, settings, kept.store, recalled),
            *hosting(record, settings, theme.policy, theme.assets.folder),
        )
        alone = (file for file in made if not file.address.startswith(_TOGETHER))
        together = (_together(folder, record, made) for folder in _TOGETHER)
        shared = (*make_files(record, settings, pages, prose, kept.found), *together)
        return (*shared, *alone, *(cards(pages, kept.cards) if kept.cards else ()))

    dates = {page.src_uri: page.changed.isoformat() for page in pages if page.changed}
    return Published(pages, files, Blocks(Press(plain, settings)), record.checked, dates, plain, ground, recalled)


def _together(folder: str, record: Record, files: Iterable[DataFile]) -> Bundle:
    """Give the files below a folder as one work: what they have in common is then made once."""
    found = tuple(file for file in files if file.address.startswith(folder))
    known = tuple(file.address for file in found)
    return Bundle(folder, lambda: ((file.address, file.content) for file in found), basis(record), known)
