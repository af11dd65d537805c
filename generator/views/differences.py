"""What changed between two states of a record: entries, their fields, the states of channels, likely duplicates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.checks.likeness import likenesses
from generator.record.vocabulary import DerivedState
from generator.views.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.checks.likeness import Likeness
    from generator.record.entry import Entry
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.vocabulary import State
    from generator.views.spans import Span

REGISTRY = ("parties", "offices", "channels", "people", "places", "topics", "publishers", "sources", "tours", "gaps")
"""The tables of a record beside its events, by their names in it."""
_KEYS = ("id", "event", "channel", "person", "office", "label", "date", "title")
"""By which of its fields an item of a list is known again, the first that it has."""


class FieldChange(NamedTuple):
    """A value that is another now."""

    field: str
    """The way to it, as in `accounts.us.text` or `sources.ft.url`."""
    before: Any
    """The value before, as the record's JSON has it; absent where there was none."""
    after: Any
    """The value now; absent where there is none any more. A whole mapping where it came or went as a whole."""


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry whose content is another now."""

    kind: str
    """`events`, or the name of the entry's table in the registry."""
    id: str
    """Its present id."""
    fields: tuple[FieldChange, ...]
    """What changed, in the order of the fields."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """An event under another id, of which its former ids tell."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the registry that is new, or gone."""

    kind: str
    """The name of its table."""
    id: str


@dataclass(frozen=True, slots=True)
class StateChange:
    """A time in which a channel was in another state by the earlier record."""

    channel: str
    start: date
    """The first day."""
    end: date | None
    """The first day on which both records say the same again; absent where they differ to the last day."""
    before: State | DerivedState
    after: State | DerivedState


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed from one state of a record to another; events in the order of time."""

    added: tuple[Event, ...]
    removed: tuple[Event, ...]
    """Events that are gone, without a word of where to: their addresses are lost."""
    renamed: tuple[Renamed, ...]
    changed: tuple[Changed, ...]
    """Entries of all kinds, events first."""
    listed: tuple[Listed, ...]
    """New entries of the registry."""
    unlisted: tuple[Listed, ...]
    """Entries that the registry no longer has."""
    states: tuple[StateChange, ...]
    alike: tuple[tuple[Event, Likeness], ...]
    """New events with those that they may repeat."""

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return any(getattr(self, name) for name in self.__slots__)


def difference(before: Record, after: Record, until: date) -> Difference:
    """Compare two states of a record; states of channels up to a day, that day included."""
    renamed = tuple(_renamed(before, after))
    old_ids = {one.after: one.before for one in renamed}
    added = tuple(event for event in after.events if event.id not in before.by_id and event.id not in old_ids)
    gone = (event for event in before.events if event.id not in after.by_id)
    common = [(before.by_id.get(old_ids.get(event.id, event.id)), event) for event in after.events]
    changed = [_changed("events", new.id, old, new) for old, new in common if old]
    tables = [(name, _table(before, name), _table(after, name)) for name in REGISTRY]
    changed += [_changed(name, id_, old[id_], new[id_]) for name, old, new in tables for id_ in new if id_ in old]
    return Difference(
        added,
        tuple(event for event in gone if event.id not in old_ids.values()),
        renamed,
        tuple(one for one in changed if one.fields),
        tuple(Listed(name, id_) for name, old, new in tables for id_ in new if id_ not in old),
        tuple(Listed(name, id_) for name, old, new in tables for id_ in old if id_ not in new),
        tuple(_states(before, after, until)),
        tuple((event, one) for event in added for one in likenesses(after, event)),
    )


def _renamed(before: Record, after: Record) -> Iterator[Renamed]:
    for event in after.events:
        former = next((id_ for id_ in event.formerly if id_ in before.by_id and id_ not in after.by_id), None)
        if former and event.id not in before.by_id:
            yield Renamed(former, event.id)


def _table(record: Record, name: str) -> Mapping[str, Entry]:
    """Give a table of the registry by ids; gaps, which have none, by what they are about."""
    if name == "gaps":
        return {f"{gap.channel or 'all channels'}, {gap.period}": gap for gap in record.gaps}
    table: Mapping[str, Entry] = getattr(record, name)
    return table


def _changed(kind: str, id_: str, old: Entry, new: Entry) -> Changed:
    return Changed(kind, id_, tuple(_compared(plain(old), plain(new), "")))


def plain(entry: Entry) -> dict[str, Any]:
    """Give the content of an entry as plain values, under the names of its file."""
    return entry.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


def _compared(old: Any, new: Any, way: str) -> Iterator[FieldChange]:  # noqa: ANN401  plain values
    """Find what differs: field by field in mappings, item by item in lists of mappings, whole where one is missing."""
    if isinstance(old, list) and isinstance(new, list) and any(isinstance(item, dict) for item in (*old, *new)):
        old, new = ({_known_by(item, number): item for number, item in enumerate(items)} for items in (old, new))
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys((*new, *old)):
            yield from _compared(old.get(name), new.get(name), f"{way}.{name}" if way else name)
    elif old != new:
        yield FieldChange(way, old, new)


def _known_by(item: Any, number: int) -> str:  # noqa: ANN401  as above
    if isinstance(item, dict):
        return next((str(item[key]) for key in _KEYS if key in item), str(number))
    return str(item)


def _states(before: Record, after: Record, until: date) -> Iterator[StateChange]:
    """Give the times in which a channel that both records know is in other states."""
    for id_ in after.channels:
        if id_ in before.channels:
            yield from _of_channel(id_, spans(before, id_, until), spans(after, id_, until))


def _of_channel(id_: str, before: tuple[Span, ...], after: tuple[Span, ...]) -> Iterator[StateChange]:
    last: StateChange | None = None
    for day in sorted({span.start for span in (*before, *after)}):
        old, new = _state(before, day), _state(after, day)
        if last and (last.before, last.after) != (old, new):
            yield replace(last, end=day)
            last = None
        if old != new and last is None:
            last = StateChange(id_, day, None, old, new)
    if last:
        yield last


def _state(found: tuple[Span, ...], day: date) -> State | DerivedState:
    return next((span.state for span in found if span.includes(day)), DerivedState.NONE)


def counted(found: Difference) -> Mapping[str, int]:
    """Count what changed, by the names of its parts; what did not change is left out."""
    numbers = {name: len(getattr(found, name)) for name in found.__slots__}
    return {name: number for name, number in numbers.items() if number}
