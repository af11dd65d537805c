"""The record in numbers: contacts by year, what was declined, silences, reported counts, how deep the record goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages import numbers_pictures as pictures
from generator.pages import numbers_words as words
from generator.pages.addresses import NUMBERS
from generator.pages.phrases import capital, counted, said
from generator.pages.widths import CHART, drawn
from generator.record.date_words import day_words
from generator.views import depth, figures, numbers, silences
from generator.views.datasets import datasets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markupsafe import Markup

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.registry import Party
    from generator.views.datasets import Dataset
    from generator.views.numbers import YearTable


@dataclass(frozen=True, slots=True)
class Section:
    """A question of the page with its answer: sentences, a picture for each width, a table."""

    anchor: str
    title: str
    says: tuple[str, ...]
    """Sentences that say what the picture shows."""
    pictures: dict[str, Markup]
    """By the class of the width; none where there is nothing to draw."""
    heads: tuple[str, ...]
    """Of the table's columns; none where the template sets its own table."""
    rows: tuple[tuple[str, ...], ...]
    data: str
    """The name of its file of data."""


def pages(press: Press) -> Iterator[Page]:
    """Give the page of numbers."""
    yield press.page(
        "numbers", NUMBERS, "In numbers",
        f"Contacts held by year, refusals, silences and reported counts, up to {day_words(press.horizon)}, each as a "
        "picture, a table and a file.", page_class="p-numbers", lazily=lambda: _lazily(press),
    )  # fmt: skip


def _lazily(press: Press) -> dict[str, object]:
    """Give every section of the page."""
    record, until = press.record, press.horizon
    made = {dataset.name: dataset for dataset in datasets(record, until)}
    declined, quiet = numbers.declined(record, until), silences.quiet_channels(record, until)
    reported = figures.reported(record, until)
    return {
        "contacts": _contacts(press), "declined": declined, "refusals": _declined(press, declined),
        "outcomes": _outcomes(press, declined), "quiet": quiet, "lapses": _silences(press, quiet),
        "reported": reported, "counts": _figures(press, reported), "depth": _depth(press), "files": _files(made),
    }  # fmt: skip


def _contacts(press: Press) -> list[Section]:
    """Give the three tables of contacts held; none where none was held."""
    record, until = press.record, press.horizon
    level, form, place = (make(record, until) for make in (numbers.by_level, numbers.by_form, numbers.by_place))
    if not sum(level.totals):
        return []
    return [
        _yearly(press, "level", "Contacts held by level", level, _level_name, (
            words.total_words(level, until), words.shares_words(level, _level_name), words.peak_words(level))),
        _yearly(press, "form", "Contacts held by form", form, lambda key: capital(said(key)),
                (words.shares_words(form, said),)),
        _yearly(press, "place", "Contacts held by place", place, lambda key: place_name(press.parties, key),
                (words.shares_words(place, lambda key: place_name(press.parties, key)),)),
    ]  # fmt: skip


def _yearly(press: Press, by: str, title: str, table: YearTable, name: Callable[[str], str],  # noqa: PLR0913, PLR0917  a section has parts
            says: tuple[str, ...]) -> Section:  # fmt: skip
    heads = ("Year", *(name(row.key) for row in table.rows), "All")
    every = zip(table.years, *(row.numbers for row in table.rows), table.totals, strict=True)
    sums = ("All", *(str(row.total) for row in table.rows), str(sum(table.totals)))
    rows = (*(tuple(map(str, cells)) for cells in every), sums)
    charts = _drawn(lambda width: pictures.year_table(table, name, press.horizon, width, f"{title}: {says[-1]}"))
    return Section(f"by-{by}", title, says, charts, heads, rows, f"contacts-by-{by}")


def place_name(parties: Sequence[Party], key: str) -> str:
    """Say where contacts of a key were held: `In the Netherlands`, `Elsewhere`."""
    known = {party.id: f"In {party.named}" for party in parties}
    other = {
        numbers.ELSEWHERE: "Elsewhere", numbers.REMOTE: "By call or video", numbers.NOT_NAMED: "Place not recorded",
    }  # fmt: skip
    return known.get(key) or other[key]


def _level_name(key: str) -> str:
    return "No recurring channel" if key == numbers.NO_CHANNEL else capital(key)


def _party_name(press: Press, key: str) -> str:
    return press.record.parties[key].name if key in press.record.parties else "No party named"


def _declined(press: Press, found: tuple[numbers.Declined, ...]) -> Section | None:
    if not found:
        return None
    table = numbers.declined_by_year(press.record, press.horizon)
    says = words.declined_words(press.parties, found)
    charts = _drawn(lambda width: pictures.year_table(
        table, lambda key: _party_name(press, key), press.horizon, width, says[0]))  # fmt: skip
    return Section("declined", "Refused, postponed, cancelled", says, charts, (), (), "declined")


def _outcomes(press: Press, found: tuple[numbers.Declined, ...]) -> Section | None:
    """Give what became of contacts by who declined, as a table alone."""
    if not found:
        return None
    keys = (*(party.id for party in press.parties), numbers.NOT_NAMED)
    rows = tuple(
        (capital(outcome), *(str(sum((one.outcome, one.by) == (outcome, key) for one in found)) for key in keys))
        for outcome in numbers.DECLINED
    )
    return Section("", "", (), {}, ("Outcome", *(_party_name(press, key) for key in keys)), rows, "")


def _silences(press: Press, found: tuple[silences.Quiet, ...]) -> Section | None:
    if not found:
        return None
    says = words.silences_words(found, press.horizon)
    charts = _drawn(lambda width: pictures.silences(found, press.horizon, width, says[0]))
    return Section("silences", "Silences", says, charts, (), (), "silences")


def _figures(press: Press, found: tuple[figures.Reported, ...]) -> Section | None:
    if not found:
        return None
    says = words.figures_words(press.parties, found)
    counts = [one for one in found if one.is_count]
    charts = _drawn(lambda width: pictures.counts(press.record, counts, width, says[0])) if counts else {}
    return Section("figures", "Reported counts", says, charts, (), (), "figures")


def _depth(press: Press) -> Section:
    found = depth.depths(press.record, press.horizon)
    says = words.depth_words(found)
    heads = ("Year", "Events", "Contacts held", "Sources", "Sources per event", f"{capital(press.every)} accounts",
             "One secondary source", "Known gaps")  # fmt: skip
    rows = tuple(
        (str(one.year), *map(str, (one.events, one.contacts, one.citations)), f"{one.per_event:.1f}",
         *map(str, (one.both, one.single, one.gaps)))
        for one in found
    )  # fmt: skip
    charts = _drawn(lambda width: pictures.depth(found, press.horizon, width, says[0])) if found else {}
    return Section("coverage", "How deep the record goes", says, charts, heads, rows, "coverage")


def _files(made: dict[str, Dataset]) -> list[tuple[Dataset, str]]:
    """Give every file of data with the number of its rows in words."""
    return [(dataset, counted(len(dataset.rows), "row")) for dataset in made.values()]


def _drawn(draw: Callable[[int], str]) -> dict[str, Markup]:
    return drawn(lambda width, _: draw(width), CHART)
