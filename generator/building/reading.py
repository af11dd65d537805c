"""The plugin's way to the record: it is read, checked, and published once it is good."""

from __future__ import annotations

from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.plugins import BasePlugin, get_plugin_logger

from generator.building.cache import grounds
from generator.building.files import FIRST_PAGE
from generator.building.options import TimelineConfig
from generator.building.publishing import Kept, publish
from generator.checks.remembering import checked
from generator.checks.report_text import text_report
from generator.exports import Store
from generator.pages.page import settings_of
from generator.pages.search.last import Last
from generator.record import pickles
from generator.record.faults import Fault, Severity
from generator.record.made import Made
from generator.record.uncollected import give_back
from generator.record.workers import processors
from generator.views.bare import recall, told_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from generator.building.publishing import Published
    from generator.building.theme import Theme
    from generator.pages.slips import Slip
    from generator.record.reading import Document
    from generator.record.record import Record
    from generator.views.recollection import State

log = get_plugin_logger("timeline")

_TOLD = "build/told.pickle"
_RECALLED = "build/recalled.pickle"
"""Below the folder of caches."""


class Checked(NamedTuple):
    """A record with its errors."""

    record: Record
    prose: Mapping[str, Document]
    """The pages that are written by hand, by path."""
    errors: tuple[Fault, ...]

    @property
    def report(self) -> str:
        """The errors as text."""
        return text_report(self.errors, len(self.record.events))


class RecordPlugin(BasePlugin[TimelineConfig]):
    """What a plugin knows of the record."""

    serving = False
    theme: Theme
    published: Published | None = None
    """What the last good record turned into; kept between the builds of one `mkdocs serve`."""

    def checked(self, config: MkDocsConfig) -> Checked:
        """Read and check the record, and warn of what are no errors."""
        root = Path(config.config_file_path).parent
        workers = 1 if self.serving else processors()  # a preview has threads, which a double of it would lack
        reading, faults = checked(root, self.config.day(), remembers=self.config.cache, workers=workers)
        for fault in faults:
            if fault.severity is Severity.WARNING:
                log.warning("%s: %s %s", fault.place, fault.code.id, fault.message)
        errors = tuple(fault for fault in faults if fault.severity is Severity.ERROR)
        made = Made(root) if self.config.cache else None
        reading.forget()
        if made:
            made.lend(reading.sheets)
        found = Checked(reading.record, reading.prose, errors)
        if made:
            made.keep(reading.sheets)
            recall(found.record, self._sums(config))
        del reading  # what else it has found takes as much room again
        give_back()
        return found

    def publish(self, found: Checked, config: MkDocsConfig) -> Published:
        """Make pages and data of a good record."""
        return publish(found.record, found.prose, settings_of(config), self.theme, self.kept(config), self.published)

    def kept(self, config: MkDocsConfig) -> Kept:
        """Give what is kept between builds: nothing for a preview, and pictures where any are made."""
        folder = Path(config.config_file_path).parent / ".cache"
        drawn = self.config.cards and config.site_url and not self.serving
        joined = self.config.cache and not self.serving
        ground = grounds(settings_of(config))
        store = Store(folder / "build", ground) if joined else Store()
        found = Last(folder / "build/search.pickle", ground) if joined else Last()
        before = partial(_known, folder / _RECALLED) if joined else lambda: None
        return Kept(folder / "cards" if drawn else None, store, found, before)

    def remember(self, config: MkDocsConfig) -> None:
        """Keep what was worked out of the record for the next build."""
        if self.published and self.config.cache:
            folder = Path(config.config_file_path).parent / ".cache"
            recalled = self.published.recalled
            pickles.write_each(folder / _RECALLED, chain((recalled.basis,), recalled.answers))
            pickles.write(folder / _TOLD, (grounds(settings_of(config)), told_of(recalled.record)))

    def _sums(self, config: MkDocsConfig) -> dict[str, tuple[str, str]]:
        """Give what stood for events in the last build."""
        match pickles.read(Path(config.config_file_path).parent / ".cache" / _TOLD):
            case str(ground), dict(told) if ground == grounds(settings_of(config)):
                return told
        return {}

    @property
    def pages(self) -> tuple[Slip, ...]:
        """The pages of the last good record; one that says that there is none yet."""
        return self.published.pages if self.published else (FIRST_PAGE,)

    @property
    def dates(self) -> Mapping[str, str]:
        """The day on which what a page tells last changed, by the page's source."""
        return self.published.dates if self.published else {}


def _known(place: Path) -> State | None:
    """Take what was kept for a state if it has the form of one."""
    match pickles.read_each(place):
        case [(str(ground), dict(events)), *parts] if all(isinstance(part, dict) for part in parts):
            return ground, events, {name: known for part in parts for name, known in part.items()}
    return None
