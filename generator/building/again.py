"""What a preview shows after a change of texts alone: MkDocs would write once more what it has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.building.shell import Shell
from generator.building.standing import beside_the_record, is_known
from generator.views.bare import basis

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.building.publishing import Published
    from generator.record.record import Record


class Written:
    """What MkDocs writes in one build."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Take its configuration, before anything is read."""
        self.config = config
        self._beside = beside_the_record(config)

    def can_stand(self, last: Published, record: Record) -> bool:
        """Whether nothing but texts of the record has changed since."""
        unchanged = is_known(self.config) and last.ground == basis(record, ())
        return unchanged and self._beside == beside_the_record(self.config)


def framing(published: Published, last: Published, frames: Shell) -> Shell | None:
    """Give the frames for what is to be published, as those of the last site; nothing where they do not fit."""
    shell = Shell(published.pages, frames.named)
    return shell if shell.takes(frames) and _told(published, shell) == _told(last, frames) else None


def _told(published: Published, shell: Shell) -> tuple[object, ...]:
    """Give what MkDocs is told beside the frames: when pages changed, and those that it writes whole."""
    others = (page for page in published.pages if page.src_uri not in shell)
    return published.dates, [(page.src_uri, page.head, page.edit_path, page.rests_on) for page in others]
