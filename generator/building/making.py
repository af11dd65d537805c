"""The plugin's way into the site: at the end of a build, or at once where MkDocs has nothing new to write."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.again import Written, ground_of, last_written, told
from generator.building.cache import Cache
from generator.building.ground import Ground, put_back, set_aside, sum_of
from generator.building.last import Last, brought_up
from generator.building.outputs import dealt, of_data, of_pages, retold, rewrite, write
from generator.building.preview import Preview
from generator.building.reading import RecordPlugin
from generator.building.shell import Shell
from generator.building.standing import Hearing, beside_the_record
from generator.building.theme import read_theme
from generator.pages.page import settings_of
from generator.record.uncollected import give_back, staying
from generator.record.workers import begun, processors
from generator.views.bare import basis, digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.building.ground import States
    from generator.building.outputs import Done
    from generator.building.reading import Checked
    from generator.record.faults import Fault


class MakingPlugin(RecordPlugin):
    """What a plugin knows of the site that is made."""

    last: Path | None = None
    """The folder of the published site, where it is another one than that which is built."""
    found: Checked | None = None
    """The present record, where it was read before MkDocs was asked to build."""
    faults: tuple[Fault, ...] = ()
    """The errors of the present record; only `mkdocs serve` goes on with them."""
    ground: Ground | None = None
    """The folder in which the site is made; none in a preview."""
    asked: MkDocsConfig
    """The configuration of the last build."""
    written: Written | None = None
    """What MkDocs has written last, where that is known."""

    def __init__(self) -> None:
        self.shell = Shell(())
        """The frames of the present build's pages."""
        self.sum = 0
        """What stands for all files of the site that was made last, but for a preview."""
        self.preview = Preview()
        """What a browser may ask for, while a server runs."""
        self._beside = ""
        self._hearing = Hearing()

    def read(self, config: MkDocsConfig) -> Checked:
        """Read theme and record, and note first what stands for all else that MkDocs is about to read."""
        before, self._beside, self.asked = self._beside, beside_the_record(config), config
        if not before or self._beside != before:
            self.theme = read_theme(_root(config))
        return self.found or self.checked(config)

    def begin(self, config: MkDocsConfig) -> None:
        """Keep what stands in the site's folder for the new one, before MkDocs empties it, and listen to MkDocs."""
        self.ground = None
        if not self.serving:
            self.ground = Ground(set_aside(Path(config.site_dir), hidden=self.last is not None), self.last)
            self.cache = self._cache(config)
        _said_by_mkdocs().removeHandler(self._hearing)
        self._hearing = Hearing()
        _said_by_mkdocs().addHandler(self._hearing)

    def end(self, config: MkDocsConfig) -> None:
        """Make what MkDocs has not written, and note what it has."""
        _said_by_mkdocs().removeHandler(self._hearing)
        done = self._make(config.site_dir, {})
        files = put_back(Path(config.site_dir)) if self.ground else {}
        self.written = None
        if self.published and not self.faults:
            knew = ground_of(self._beside, self.published.ground), told(self.published, self.shell)
            self.written = Written(*knew, self.shell.named, self.shell.framed, files, self._hearing.said)
            if done:
                self.written.keep(config)
                self._done(done._replace(sum=done.sum + sum_of(files), fresh={**done.fresh, **files}))

    def built_again(self, config: MkDocsConfig) -> bool:
        """Build a site upon the last one without MkDocs, where it would write the same; tell whether that is done."""
        self.written = last_written(config) if self.config.cache and not config.strict else None
        if not self.written:
            return False
        folder, self.cache = Path(config.site_dir), self._cache(config)
        found = begun(partial(brought_up, folder, self.last, self.cache.last), processors())
        try:
            stands = self._stands(config)
        finally:
            states = found()  # until then it works in the folder
        if not stands:
            return False
        done = self._retell(config.site_dir) if states is None else None
        if not done:
            self.ground = Ground(folder, self.last, states)
            done = self._make(config.site_dir, self.written.files)
        if done:
            self._done(done)
            self.written.repeat()
        return done is not None

    def shown_again(self) -> bool:
        """Go on with a preview without MkDocs, where it would write the same; tell whether that is done."""
        stands = self._stands(self.asked)
        if stands:
            self._make(self.asked.site_dir, {})
        return stands

    @staying()
    def _stands(self, config: MkDocsConfig) -> bool:
        """Read the record, and publish it if what MkDocs has written can stand; tell whether it can."""
        found = self.found = self.read(config)
        if not self.written or not self._beside or found.errors:
            return False
        if self.written.ground != ground_of(self._beside, basis(found.record, ())):
            return False
        published = self.publish(found, config)
        shell = self.written.shell(published)
        if shell:
            self.published, self.shell = published, shell
        return shell is not None

    def _cache(self, config: MkDocsConfig) -> Cache:
        return Cache(_root(config), settings_of(config), remembers=self.config.cache)

    def _make(self, site: str, others: States) -> Done | None:
        """Write data and framed pages, but for what the last site has; in a preview when a browser asks for them."""
        if not self.ground:
            pages = of_pages(self.published.pages, self.shell) if self.published else ()
            self.preview.open(pages, site, partial(of_data, self.published) if self.published else tuple)
            return None
        give_back()
        heavy, light = dealt(self.published, self.shell) if self.published else ((), ())
        return write(heavy, light, self.ground, self.cache, processors(), others)

    def _retell(self, site: str) -> Done | None:
        """Write upon the last site what tells other texts of events than that, if it is known to be the same else."""
        last, published = self.cache.last, self.published
        if not last or not published or not published.recalled.is_known:
            return None
        if last.told != self._told(published.recalled.before):
            return None
        heavy, light = retold(published, self.shell)
        if any(output.name not in last.made for output in heavy):
            return None
        give_back()
        return rewrite(heavy, light, site, self.cache, last, processors())

    def _done(self, done: Done) -> None:
        """Note what a site is and what it was made of, now that it is done."""
        self.sum = done.sum
        if self.published:
            self.remember(self.asked)
            self.cache.keep_last(Last(self._told(self.published.recalled.now), f"{done.sum:x}", done.fresh, done.made))

    def _told(self, record: str) -> str:
        """Give what stands for all that a site is made of, where something stands for its record."""
        return digest((self.written and (self.written.ground, self.written.told), record))


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _said_by_mkdocs() -> logging.Logger:
    return logging.getLogger("mkdocs")
