"""Dates on a page: in words, and in a `<time>` element where HTML can hold what they say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.picture.scale import month_name
from generator.record.date_words import day_words
from generator.record.dates import Form, Precision

if TYPE_CHECKING:
    from generator.record.dates import Edtf

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


def _tag(text: str, words: str) -> Markup:
    return Markup(f'<time datetime="{escape(text)}">{escape(words)}</time>')  # noqa: S704  escaped
