"""Dates on a page: in words, and in a `<time>` element where HTML can hold what they say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.picture.scale import month_name
from generator.record.date_words import bound_words, day_words
from generator.record.dates import Form, Precision
from generator.views.holders import HoldingKind

if TYPE_CHECKING:
    from generator.record.dates import Edtf
    from generator.record.models import Event
    from generator.record.registry import Channel
    from generator.views.holders import Holding
    from generator.views.spans import Span

_PLAIN = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def time_tag(value: Edtf | date) -> Markup:
    """Give a date in words, as a `<time>` element for a plain day, month or year.

    HTML's `datetime` knows no interval, season or doubt; those stand as words alone.
    """
    if isinstance(value, date):
        return _tag(value.isoformat(), day_words(value))
    bound = value.lower
    if value.form is not Form.DATE or bound is None or bound.unspecified or bound.precision not in _PLAIN:
        return escape(value.words())
    return _tag(bound.text.rstrip("?~%"), value.words())


def month_words(value: Edtf) -> str:
    """Give month and year of a date where it names a month, `Sept 2023`; else the year alone. For narrow columns."""
    bound = value.lower or value.upper
    if bound is None or bound.precision not in (Precision.DAY, Precision.MONTH):
        return str(value.anchor.year)
    return month_name(value.anchor)


def last_words(channel: Channel, event: Event) -> str:
    """Give the month in which a contact of a channel ended; nothing for a channel without rounds.

    What such a channel carries is recorded here and there, so that the newest of it is not its last.
    """
    when = event.date
    if not channel.rounds:
        return ""
    return month_name(when.end) if month_words(when) == month_name(when.anchor) else month_words(when)


def start_words(span: Span) -> str:
    """Say when a state of a channel began, as closely as is known: `15 November 2023`, `about August 2021`, `2020`."""
    if span.start == span.sure_from:
        return day_words(span.start)
    bound = span.cause.date.lower if span.cause and span.cause.date.form is not Form.SET else None
    return bound_words(bound) if bound and bound.earliest == span.start else f"about {day_words(span.start)}"


def held_words(holding: Holding) -> str:
    """Say from when to when an office was held, as far as it is known."""
    seen = "seen in post " if holding.kind is HoldingKind.SEEN else ""
    first, last = held_ends(holding)
    if seen and first == last:
        return f"{seen}{first}"
    if holding.last_seen and holding.end and not seen:
        return f"from {first}, last seen in post {day_words(holding.end)}"
    if first and last:
        return f"{seen}{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else "when is not known"


def held_ends(holding: Holding) -> tuple[str, str]:
    """Say the first and the last day of a time in office as closely as its post does; nothing where it is not known.

    A vacancy begins and ends with the posts beside it: where these do not say the day, its month is said.
    """
    posts = [post for post in holding.person.posts if post.office == holding.office] if holding.person else []
    first = next((post.since for post in posts if post.since and post.since.anchor == holding.start), None)
    last = next((post.until for post in posts if post.until and post.until.end == holding.end), None)
    seen, vacant = holding.kind is HoldingKind.SEEN, holding.person is None
    return (
        _end_words(holding.start, first, sure=holding.sure_start or seen, vacant=vacant),
        _end_words(holding.end, last, sure=holding.sure_end or seen, vacant=vacant),
    )


def _end_words(day: date | None, written: Edtf | None, *, sure: bool, vacant: bool) -> str:
    if day is None or sure:
        return day_words(day) if day else ""
    if written and written.form is Form.DATE:
        return written.words()
    return f"about {day:%B %Y}" if vacant else f"about {day_words(day)}"


def _tag(text: str, words: str) -> Markup:
    return Markup(f'<time datetime="{escape(text)}">{escape(words)}</time>')  # noqa: S704  escaped
