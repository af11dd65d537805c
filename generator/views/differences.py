"""What changed between two states of a record: entries, their fields, the states of channels, likely duplicates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.checks.likeness import likenesses
from generator.record.record import Registry
from generator.record.vocabulary import DerivedState
from generator.views.spans import spans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from generator.checks.likeness import Likeness
    from generator.record.entry import Entry
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.vocabulary import State
    from generator.views.spans import Span

REGISTRY = ("parties", "offices", "channels", "people", "places", "topics", "publishers", "sources", "tours", "gaps")
"""The tables of a record beside its events, by their names in it."""
_NAMED = ("events", "people")
"""The kinds whose ids are like nothing else in a file, so that a renamed one can be told wherever it stands."""
_LINK = re.compile(r"(\]\((?:event|person):)([a-z0-9-]+)(?=\))")
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
    """An event, channel or person under another id, of which its former ids tell."""

    kind: str
    """The name of its table in the record."""
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


def without(record: Record, paths: Collection[str]) -> Record:
    """Leave the entries of some files out of a record: those that were not read whole, so that they can be compared."""

    def stays(entry: Entry) -> bool:
        return entry.origin.path not in paths

    tables = {part.name: getattr(record, part.name) for part in fields(Registry)}
    kept: dict[str, Any] = {
        name: {id_: entry for id_, entry in table.items() if stays(entry)}
        for name, table in tables.items()
        if isinstance(table, Mapping)
    }
    gaps, events = tuple(filter(stays, record.gaps)), tuple(filter(stays, record.events))
    return replace(record, **kept, gaps=gaps, events=events)


def difference(before: Record, after: Record, until: date) -> Difference:
    """Compare two states of a record; states of channels up to a day, that day included."""
    tables = [_Table(name, _entries(before, name), _entries(after, name)) for name in ("events", *REGISTRY)]
    events, *registry = tables
    names = {old: new for table in tables if table.name in _NAMED for new, old in table.renamed.items()}
    changed = (_changed(table, id_, former, names) for table in tables for id_, former in table.kept())
    added = tuple(event for event in after.events if event.id in events.new)
    return Difference(
        added,
        tuple(event for event in before.events if event.id in events.gone),
        tuple(Renamed(table.name, old, new) for table in tables for new, old in table.renamed.items()),
        tuple(one for one in changed if one.fields),
        tuple(Listed(table.name, id_) for table in registry for id_ in table.new),
        tuple(Listed(table.name, id_) for table in registry for id_ in table.gone),
        tuple(_states(before, after, tables, until)),
        tuple((event, one) for event in added for one in likenesses(after, event)),
    )


@dataclass(frozen=True)
class _Table:
    """Entries of one kind, before and now, by their ids."""

    name: str
    before: Mapping[str, Entry]
    after: Mapping[str, Entry]

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """Give the former id of each entry that has another one now."""
        missing = {id_ for id_ in self.before if id_ not in self.after}
        former = {
            id_: next((old for old in getattr(entry, "formerly", ()) if old in missing), "")
            for id_, entry in self.after.items()
            if id_ not in self.before
        }
        return {id_: old for id_, old in former.items() if old}

    @property
    def new(self) -> tuple[str, ...]:
        """The ids that were not there, in no other form either."""
        return tuple(id_ for id_ in self.after if id_ not in self.before and id_ not in self.renamed)

    @property
    def gone(self) -> tuple[str, ...]:
        """The ids that are no longer there, and that nothing was called formerly."""
        return tuple(id_ for id_ in self.before if id_ not in self.after and id_ not in self.renamed.values())

    def kept(self) -> Iterator[tuple[str, str]]:
        """Give what was there before: the present id and the one of that time."""
        for id_ in self.after:
            former = self.renamed.get(id_, id_)
            if former in self.before:
                yield id_, former


def _entries(record: Record, name: str) -> Mapping[str, Entry]:
    """Give the entries of a kind by ids; gaps, which have none, by what they are about."""
    if name == "events":
        return record.by_id
    if name == "gaps":
        return {f"{gap.channel or 'all channels'}, {gap.period}": gap for gap in record.gaps}
    table: Mapping[str, Entry] = getattr(record, name)
    return table


def _changed(table: _Table, id_: str, former: str, names: Mapping[str, str]) -> Changed:
    """Compare an entry; what names another by an id that was renamed meanwhile says the same as before."""
    before = plain(table.before[former])
    found = _compared(_renamed(before, names) if names else before, plain(table.after[id_]), "")
    return Changed(table.name, id_, tuple(found))


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401  plain values
    """Give plain values with the present ids in the place of former ones, in links of texts, too."""
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, names) for inner in value]
    if not isinstance(value, str):
        return value
    return names.get(value) or _LINK.sub(lambda found: found[1] + names.get(found[2], found[2]), value)


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


def _states(before: Record, after: Record, tables: list[_Table], until: date) -> Iterator[StateChange]:
    """Give the times in which a channel that both records know is in other states."""
    channels = next(table for table in tables if table.name == "channels")
    for id_, former in channels.kept():
        yield from _of_channel(id_, spans(before, former, until), spans(after, id_, until))


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
