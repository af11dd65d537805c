"""W8: events that look like one event entered twice."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from generator.checks.check import Comparison
from generator.record.faults import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.record.around import Reading
    from generator.record.faults import Fault
    from generator.record.outline import EventOutline

_MEND = (
    "Merge the two files and keep the older name; where they are two events, relate them to each other (`part-of`, "
    "`follows`), and the warning goes away."
)
SAME_ROUND = Code(
    "W801",
    "another event in this channel on the same days",
    "Two people record one round under two names, and it is counted twice.",
    _MEND,
    "# events/2024/2024-01-09-policy.yml\n# 2024-01-08-policy-17 has the day, too\ndate: 2024-01-09\nchannel: policy",
    "# events/2024/2024-01-08-policy-17.yml\n# alone has both days\ndate: 2024-01-08/2024-01-09\nchannel: policy",
    Severity.WARNING,
)
SAME_TITLE = Code(
    "W802",
    "another event of nearly the same title within a week",
    "Two people record one event from two newspapers, and it is counted twice.",
    _MEND,
    "# events/2024/2024-01-10-policy.yml\n# two days after an event of this title\ndate: 2024-01-10\n"
    "title: 17th Policy Talks",
    "# events/2024/2024-01-10-policy.yml\n# the title says what is different\ndate: 2024-01-10\n"
    "title: Meeting after the 17th Policy Talks",
    Severity.WARNING,
)

WEEK = timedelta(days=7)
_SHORT = timedelta(days=31)
"""A date that spans more says too little to tell two rounds of a year apart."""
_ALIKE = 90.0
"""How like, of 100, two titles are that say the same in other words or order."""
_NEIGHBOURS = 200
"""How many events of one week are compared with each: it keeps the work linear whatever the record."""
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


def same_round(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find events in one channel whose possible days overlap: for each the earliest that it overlaps with."""
    for earlier, later, channel in _same_rounds(reading.events):
        number = later.channels.index(channel)
        message = f"`{earlier.id}` is also in the channel `{channel}`, dated {earlier.date.words()}"
        yield reading.fault(SAME_ROUND, later, ("channel", number), message)


def same_title(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find events within a week of each other whose titles are nearly the same, but for rounds found already."""
    found = {later.id for _, later, _ in _same_rounds(reading.events)}
    events = [(event, event.first, _words(event.title)) for event in reading.events]
    for place, (earlier, day, words) in enumerate(events):
        last = day + WEEK
        for later, first, others in islice(events, place + 1, place + 1 + _NEIGHBOURS):
            if first > last:
                break
            if later.id in found or not fuzz.ratio(words, others, score_cutoff=_ALIKE):
                continue
            if not _are_apart(earlier, later):
                found.add(later.id)
                message = f"nearly the title of `{earlier.id}`: {earlier.title}"
                yield reading.fault(SAME_TITLE, later, ("title",), message)


def _same_rounds(events: Iterable[EventOutline]) -> Iterator[tuple[EventOutline, EventOutline, str]]:
    for channel, rounds in _by_channel(events).items():
        found: set[str] = set()
        short = [event for event in rounds if event.last - event.first <= _SHORT]
        for place, earlier in enumerate(short):
            for later in islice(short, place + 1, place + 1 + _NEIGHBOURS):
                if later.first > earlier.last:
                    break
                if later.id not in found and not _are_related(earlier, later):
                    found.add(later.id)
                    yield earlier, later, channel


def _by_channel(events: Iterable[EventOutline]) -> dict[str, list[EventOutline]]:
    found: defaultdict[str, list[EventOutline]] = defaultdict(list)
    for event in events:
        for channel in dict.fromkeys(event.channels):
            found[channel].append(event)
    return found


def _are_apart(earlier: EventOutline, later: EventOutline) -> bool:
    """Whether two events say themselves that they are two: by a relation, or by other numbers in their titles."""
    numbers = [sorted(_DIGITS.findall(event.title)) for event in (earlier, later)]
    return _are_related(earlier, later) or numbers[0] != numbers[1]


def _are_related(earlier: EventOutline, later: EventOutline) -> bool:
    pairs = ((earlier, later), (later, earlier))
    return any(id_ == other.id for event, other in pairs for id_, _ in event.related)


def _words(title: str) -> str:
    """Give the words of a title in their order in the alphabet, on which the likeness rests."""
    return " ".join(sorted(_WORD.findall(title.lower())))


CHECKS = (Comparison(same_round, (SAME_ROUND,)), Comparison(same_title, (SAME_TITLE,)))
