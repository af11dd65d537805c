"""Who speaks in a source, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.phrases import listed
from generator.record.vocabulary import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.source import Source

_FLAGS = {
    Attribution.ON_RECORD: "on the record", Attribution.READOUT: "readout", Attribution.ANONYMOUS: "unnamed people",
}  # fmt: skip
_SPEAKERS = {
    Attribution.ON_RECORD: "named officials or a published document", Attribution.READOUT: "a government's own account",
    Attribution.ANONYMOUS: "unnamed people",
}  # fmt: skip


def attribution_words(sources: Iterable[Source]) -> str:
    """Say who speaks in the sources of a report; empty where none says it."""
    kinds = dict.fromkeys(source.attribution for source in sources if source.attribution)
    return listed(_SPEAKERS[kind] for kind in kinds)


def attribution_flag(attribution: Attribution) -> str:
    """Say the same in a word or two, for a mark behind a title."""
    return _FLAGS[attribution]
