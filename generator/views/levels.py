"""The order in which levels, and the channels on them, are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.vocabulary import Level

if TYPE_CHECKING:
    from generator.record.record import Record
    from generator.record.registry import Channel

_RANKS = {level: rank for rank, level in enumerate(Level)}


def level_rank(level: Level) -> int:
    """Give a level's place in the vocabulary, 0 for the highest."""
    return _RANKS[level]


def channels_in_order(record: Record) -> tuple[Channel, ...]:
    """Give all channels, by level, then by id: the order of lanes, tables and headings."""
    return tuple(sorted(record.channels.values(), key=lambda channel: (level_rank(channel.level), channel.id)))
