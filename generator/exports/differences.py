"""A difference between two states of the record, in words for a terminal, in Markdown for a review, and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from generator.record.date_words import day_words
from generator.views.differences import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized

    from generator.record.models import Event
    from generator.views.differences import Changed, Difference, FieldChange, StateChange

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@])")
_CODE = re.compile(r"`([^`]*[^`\s][^`]*)`|[^`]+|`")
_ONE = {
    "events": "event", "parties": "party", "offices": "office", "channels": "channel", "people": "person",
    "places": "place", "topics": "topic", "publishers": "publisher", "sources": "source", "tours": "tour",
    "gaps": "gap",
}  # fmt: skip
_SHORT = 60
"""Characters up to which two wordings are shown whole."""
_AROUND = 4
"""Words that are shown around a change."""
NOTHING = "Nothing changed in the record."


def difference_json(found: Difference) -> str:
    """Write a difference as one JSON object; every list is there, empty ones too."""
    return json.dumps(difference_data(found), ensure_ascii=False, indent=1, default=str) + "\n"


def difference_text(found: Difference) -> str:
    """Write a difference for a terminal."""
    return _written(found, _Text())


def difference_markdown(found: Difference) -> str:
    """Write a difference for a review: headings and lists, the record's texts made harmless."""
    return _written(found, _Markdown())


def difference_data(found: Difference) -> dict[str, Any]:
    """Give a difference as plain values; every list is there, empty ones too."""
    return {
        "added": [{"id": event.id, **plain(event)} for event in found.added],
        "removed": [{"id": event.id, "title": event.title, "date": event.date.text} for event in found.removed],
        "renamed": [{"kind": one.kind, "before": one.before, "after": one.after} for one in found.renamed],
        "changed": [
            {"kind": one.kind, "id": one.id, "fields": [change._asdict() for change in one.fields]}
            for one in found.changed
        ],
        "listed": [{"kind": one.kind, "id": one.id} for one in found.listed],
        "unlisted": [{"kind": one.kind, "id": one.id} for one in found.unlisted],
        "states": [
            {"channel": one.channel, "start": one.start, "end": one.end, "before": one.before, "after": one.after}
            for one in found.states
        ],
        "alike": [{"id": event.id, "other": one.event.id, "why": one.why} for event, one in found.alike],
    }


def harmless(text: str) -> str:
    """Give a text on one line of Markdown, without any markup or mention."""
    return _escaped(" ".join(text.split()))


def harmless_but_code(text: str) -> str:
    """Give a text on one line of Markdown as `harmless` does, but what stands between two backticks as code."""
    return _CODE.sub(lambda part: part[0] if part[1] else _escaped(part[0]), " ".join(text.split()))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda mark: "&#64;" if mark[1] == "@" else f"\\{mark[1]}", text)


@dataclass(frozen=True)
class _Text:
    """How a difference looks on a terminal."""

    heading: str = "{}"
    item: str = "  {}"
    inner: str = "    {}"
    gone: str = "[-{}-]"
    new: str = "{{+{}+}}"

    def say(self, text: str) -> str:
        """Give a text of the record on one line."""
        return " ".join(text.split())

    def code(self, text: str) -> str:
        """Give an id."""
        return text


@dataclass(frozen=True)
class _Markdown(_Text):
    """How a difference looks in a review."""

    heading: str = "### {}\n"
    item: str = "- {}"
    inner: str = "    - {}"
    gone: str = "~~{}~~"
    new: str = "**{}**"

    def say(self, text: str) -> str:
        """Give a text of the record on one line, without any markup or mention."""
        return harmless(text)

    def code(self, text: str) -> str:
        """Give an id as code."""
        return f"`{text.replace('`', '')}`"


def _written(found: Difference, look: _Text) -> str:
    parts = [(heading, lines) for heading, lines in _parts(found, look) if lines]
    blocks = ["\n".join((look.heading.format(heading), *lines)) for heading, lines in parts]
    return "\n\n".join(blocks or [NOTHING]) + "\n"


def _parts(found: Difference, look: _Text) -> Iterator[tuple[str, list[str]]]:
    """Give each part of a difference: its heading with a count, and its lines."""
    added, removed = (
        [look.item.format(_event(event, look)) for event in some] for some in (found.added, found.removed)
    )
    yield f"{_many(found.added, 'event')} added", added
    yield f"{_many(found.removed, 'event')} removed without a former id: the address is lost", removed
    names = [f"{_ONE[one.kind]} {look.code(one.before)} is now {look.code(one.after)}" for one in found.renamed]
    yield f"{_many(found.renamed, 'entry')} renamed", [look.item.format(name) for name in names]
    yield f"{_many(found.changed, 'entry')} changed", [line for one in found.changed for line in _entry(one, look)]
    for way, some in (("added to", found.listed), ("removed from", found.unlisted)):
        entries = [look.item.format(f"{_ONE[one.kind]} {look.code(one.id)}") for one in some]
        yield f"{_many(some, 'entry')} {way} the registry", entries
    yield (
        f"{_many(found.states, 'change')} of a channel's state",
        [look.item.format(_state(s, look)) for s in found.states],
    )
    alike = [f"{look.code(event.id)} and {look.code(one.event.id)}: {look.say(one.why)}" for event, one in found.alike]
    yield _many(found.alike, "likely duplicate"), [look.item.format(line) for line in alike]


def _event(event: Event, look: _Text) -> str:
    channels = f", {', '.join(map(look.code, event.channels))}" if event.channels else ""
    return f"{look.code(event.id)}: {look.say(event.title)} ({event.kind}{channels}, {event.date.words()})"


def _entry(one: Changed, look: _Text) -> list[str]:
    """Give the lines of an entry: what it is, and below it what changed in which field."""
    lines = [look.item.format(f"{_ONE[one.kind]} {look.code(one.id)}")]
    return lines + [look.inner.format(line) for change in one.fields for line in _change(change, look)]


def _change(change: FieldChange, look: _Text) -> Iterator[str]:
    """Say a change of a field: of a list what came and went, of a long text the words, of a short one both."""
    name, before, after = look.code(change.field), change.before, change.after
    if before is None:
        yield f"{name} is new: {look.say(_flat(after))}"
    elif after is None:
        yield f"{name} is gone: {look.say(_flat(before))}"
    elif isinstance(before, list) and isinstance(after, list):
        gone = [f"without {look.code(str(item))}" for item in before if item not in after]
        new = [f"with {look.code(str(item))}" for item in after if item not in before]
        yield f"{name}: {', '.join([*gone, *new]) or 'in another order'}"
    elif min(len(str(before)), len(str(after))) > _SHORT:
        yield f"{name}: {_reworded(str(before).split(), str(after).split(), look)}"
    else:
        yield f"{name}: {look.say(str(before))} → {look.say(str(after))}"


def _reworded(before: list[str], after: list[str], look: _Text) -> str:
    """Give a text with the words that went and those that came, and as much around them as shows the place."""
    said = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, new = before[start:end], after[new_start:new_end]
        if kind == "equal":
            is_long = len(gone) > 2 * _AROUND
            said.append(look.say(" ".join([*gone[:_AROUND], "…", *gone[-_AROUND:]] if is_long else gone)))
        else:
            said += [
                mark.format(look.say(" ".join(part))) for mark, part in ((look.gone, gone), (look.new, new)) if part
            ]
    return " ".join(said)


def _flat(value: Any) -> str:  # noqa: ANN401  plain values
    """Give a value on one line, a mapping without its names."""
    if isinstance(value, dict):
        return "; ".join(map(_flat, value.values()))
    return ", ".join(map(_flat, value)) if isinstance(value, list) else str(value)


def _state(one: StateChange, look: _Text) -> str:
    time = f"from {day_words(one.start)} to {day_words(one.end)}" if one.end else f"since {day_words(one.start)}"
    return f"{look.code(one.channel)} {time}: {one.after}, was {one.before}"


def _many(things: Sized, noun: str) -> str:
    number = len(things)
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
