"""Calendars: events as iCalendar (RFC 5545, with RFC 7986's names), to subscribe to or to import.

Every event is an all-day one over the days that its date can mean; where that is not one certain day or span, the title
says the date in words. It takes nobody's time: a calendar that shows it does not count as busy. A contact that was put
off, refused or called off stays, as cancelled, so that a subscriber's copy of it changes too.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from generator.exports.files import DataFile
from generator.exports.pieces import Pieces
from generator.pages.addresses import DATA, address, calendar
from generator.pages.page import horizon_of
from generator.pages.phrases import capital, outcome_words, standing_words
from generator.pages.text import plain
from generator.record.date_words import day_words
from generator.record.dates import Form, Precision
from generator.record.vocabulary import BUILT_IN_PLACES, Standing, Status
from generator.views.ahead import engagements
from generator.views.bare import basis
from generator.views.months import day_after
from generator.views.selection import by_channel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from icalendar import Calendar, Timezone
    from icalendar import Event as Entry

    from generator.pages.page import Settings
    from generator.record.dates import Edtf
    from generator.record.models import Event
    from generator.record.record import Record

_STATUS = {
    Status.PROPOSED: "TENTATIVE", Status.POSTPONED: "CANCELLED", Status.REFUSED: "CANCELLED",
    Status.CANCELLED: "CANCELLED",
}  # fmt: skip
_OFTEN = timedelta(days=1)
_END = b"END:VCALENDAR\r\n"


def calendars(
    record: Record, settings: Settings, pieces: Pieces | None = None, telling: Collection[str] | None = None
) -> Iterator[DataFile]:
    """Give the calendar of everything, that of the engagements ahead, and one for each channel.

    Written entries are kept among pieces, where there are some. Those alone may be asked for that are `telling` long
    texts of events with some ids.
    """
    pieces = pieces or Pieces()

    def entry(event: Event) -> bytes:
        return pieces.of(basis(record, (event,)), lambda: _entry(record, event, settings).to_ical())

    def files(place: str, title: str, about: str, events: Sequence[Event]) -> Iterator[DataFile]:
        def drawn() -> Iterator[bytes]:
            yield from _joined(_head(record, settings, place, title, about), map(entry, events))
            if events is record.events:
                pieces.keep()

        if telling is None or any(event.id in telling for event in events):
            yield DataFile(place, drawn, basis(record, events))

    horizon = horizon_of(record, settings)
    checked = f"as known on {day_words(horizon)}"
    yield from files(calendar(), "", f"All events of the record, {checked}.", record.events)
    yield from files(
        calendar(planned=True), "planned",
        f"Contacts that were planned or proposed and are not over, and those called off meanwhile, {checked}.",
        engagements(record, horizon),
    )  # fmt: skip
    found = by_channel(record)
    for channel in record.channels.values():
        about = f"{channel.name}: rounds and changes of state, {checked}."
        yield from files(calendar(channel.id), channel.name, about, found.get(channel.id, ()))


def events_ical(record: Record, events: Iterable[Event], settings: Settings) -> str:
    """Give one calendar of chosen events."""
    head = _head(record, settings, "", "", "Events of the record.")
    return b"".join(_joined(head, (_entry(record, event, settings).to_ical() for event in events))).decode()


def _joined(head: Calendar, entries: Iterable[bytes]) -> Iterator[bytes]:
    """Put written entries into a calendar: each is written once, however many calendars it stands in."""
    left = iter(entries)
    first = next(left, b"")
    if not first:
        head.add_component(_nothing())
    yield head.to_ical().removesuffix(_END)
    yield first
    yield from left
    yield _END


def _head(record: Record, settings: Settings, place: str, title: str, about: str) -> Calendar:
    from icalendar import Calendar, vDuration, vText  # noqa: PLC0415  the import takes time and only this room needs it

    name = ": ".join(filter(None, (settings.site_name or "Timeline", title)))
    head = Calendar()
    head.add("prodid", f"-//{settings.key}//timeline//EN")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    head.add("method", "PUBLISH")
    head.add("name", name)
    head.add("x-wr-calname", vText(name))  # what most programs still read instead of NAME
    head.add("description", about)
    head.add("x-wr-caldesc", vText(about))
    head.add("last-modified", _midnight(record.changed or date.min))
    head.add("refresh-interval", vDuration(_OFTEN), parameters={"value": "DURATION"})
    head.add("x-published-ttl", vDuration(_OFTEN))
    if settings.site_url:
        head.add("url", settings.site_url + DATA)
        if place:
            head.add("source", settings.site_url + place, parameters={"value": "URI"})
    return head


def _entry(record: Record, event: Event, settings: Settings) -> Entry:
    from icalendar import Event as Entry  # noqa: PLC0415  as above

    entry = Entry()
    # no host behind the id: a calendar keeps its events wherever the site moves to
    entry.add("uid", f"{event.id}@{settings.key}")
    entry.add("dtstamp", _midnight(event.changed))
    entry.add("created", _midnight(event.added))
    entry.add("last-modified", _midnight(event.changed))
    entry.add("sequence", len(event.revised))
    entry.add("dtstart", event.date.anchor)
    entry.add("dtend", day_after(event.date.end))
    entry.add("summary", headline(event))
    entry.add("description", "\n".join(_description(record, event, settings)))
    entry.add("categories", _categories(record, event))
    entry.add("status", _STATUS.get(event.outcome or Status.HELD, "CONFIRMED"))
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", _place(record, event.place))
    if settings.site_url:
        entry.add("url", settings.site_url + address("event", event.id))
    return entry


def headline(event: Event) -> str:
    """Give an event's title, with what became of it and with a date of which the days do not tell all."""
    outcome = f"{capital(event.outcome)}: " if event.outcome not in (None, Status.HELD) else ""
    return f"{outcome}{event.title}" + ("" if _told_by_days(event.date) else f" ({event.date.words()})")


def _told_by_days(value: Edtf) -> bool:
    """Whether a first and a last day say all that a date says."""
    bounds = (value.lower, value.upper)
    whole = all(bound is not None and bound.precision is Precision.DAY for bound in bounds)
    return whole and value.form is not Form.SET and not value.is_doubtful


def _description(record: Record, event: Event, settings: Settings) -> Iterator[str]:
    yield plain(event.summary)
    yield f"Date: {event.date.words()}."
    if event.outcome not in (None, Status.HELD):
        yield f"{capital(outcome_words(record, event))}."
    if event.standing is not Standing.CONFIRMED:
        yield f"Standing: {standing_words(event)}."
    if settings.site_url:
        yield settings.site_url + address("event", event.id)


def _categories(record: Record, event: Event) -> list[str]:
    known: Mapping[str, object] = record.channels
    return [event.kind.value, *(record.channels[id_].short for id_ in event.channels if id_ in known)]


def _place(record: Record, id_: str) -> str:
    known = record.places.get(id_)
    return ", ".join(filter(None, (known.name, known.within))) if known else BUILT_IN_PLACES.get(id_, id_)


def _nothing() -> Timezone:
    """Give what a calendar without events holds instead, since RFC 5545 wants one component at least: a time zone."""
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415  as above

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001  RFC 5545 wants the onset as local time
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    zone.add_component(standard)
    return zone


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
