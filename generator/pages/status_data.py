"""The states of all channels through time, and who held which office, for the script that answers for any day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.pages.almanac import Almanac
from generator.pages.languages import language_of
from generator.pages.phrases import capital, silent_words
from generator.pages.seats import pair_name, seat
from generator.pages.times import last_words, start_words
from generator.views import states

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.registry import Channel, Office, Person
    from generator.views.holders import Pair
    from generator.views.spans import Span


def states_json(press: Press) -> str:
    """Give the calendar as a JSON object, every list in the order of time, days as ISO text.

    - `checked`: the last day that is known.
    - `channels`: by level, then by id, each with `id`, `name`, `level`, `quiet` (what is said where it fell dormant),
      `spans` ([first day, state, place in `causes` or -1, what is said of the day where it is not certain, 1 where
      disputed]) and `held` ([day, month in words] of each contact; none where the channel has no rounds).
    - `answers`: [day, sentence] for each day of change, true until the next.
    - `pairs`: counterpart offices, each with `name` and two `seats` ([first day, place in `people` or -1, words]).
    - `causes` ([id, title]) and `people` ([id, name, native name, its language]).
    """
    almanac = Almanac(press)
    calendar = almanac.calendar
    causes = {span.cause.id: span.cause.title for found in calendar.spans.values() for span in found if span.cause}
    people = _people(press, almanac)
    channels = (
        _channel(channel, calendar.spans[channel.id], calendar.held[channel.id], [*causes])
        for channel in calendar.channels
    )
    answers = ((one.day, states.answer(calendar.board(one.day), past=True)) for one in almanac.changes)
    made = {
        "checked": press.horizon.isoformat(),
        "channels": list(channels),
        "answers": [[day.isoformat(), f"{answer}."] for day, answer in answers],
        "pairs": [_pair(press, almanac, pair, [*people]) for pair in almanac.pairs],
        "causes": list(causes.items()),
        "people": [[one.id, one.name, one.native or "", language_of(one.native or "")] for one in people.values()],
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _channel(channel: Channel, found: Sequence[Span], held: Sequence[Event], causes: list[str]) -> dict[str, object]:
    return {
        "id": channel.id, "name": channel.short, "level": capital(channel.level), "quiet": silent_words(channel),
        "spans": [
            [span.start.isoformat(), span.state, causes.index(span.cause.id) if span.cause else -1,
             "" if span.start == span.sure_from else start_words(span), int(span.disputed)]
            for span in found
        ],
        "held": [
            [event.date.anchor.isoformat(), last_words(channel, event)] for event in held if channel.rounds
        ],
    }  # fmt: skip


def _pair(press: Press, almanac: Almanac, pair: Pair, people: list[str]) -> dict[str, object]:
    def seats(office: Office) -> list[list[object]]:
        found = ((sitting.start, seat(press, office, sitting)) for sitting in almanac.sittings[office.id])
        return [[day.isoformat(), people.index(at.person.id) if at.person else -1, at.words] for day, at in found]

    return {"name": pair_name(press, pair), "seats": [seats(pair.first), seats(pair.second)]}


def _people(press: Press, almanac: Almanac) -> dict[str, Person]:
    """Give everybody who ever sat in one of the offices, by id."""
    offices = (press.record.offices[id_] for id_ in almanac.sittings)
    found = (seat(press, office, sitting).person for office in offices for sitting in almanac.sittings[office.id])
    return {person.id: person for person in found if person}
