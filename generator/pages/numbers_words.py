"""The sentences of the page of numbers: what each picture shows, with its figures and without a judgement."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.pages.phrases import capital, counted, listed
from generator.record.date_words import day_words
from generator.views.numbers import NOT_NAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from generator.record.registry import Party
    from generator.views.depth import Depth
    from generator.views.figures import Reported
    from generator.views.numbers import Declined, YearTable
    from generator.views.silences import Lapse, Quiet

_YEARS = 2
"""From so many years without a contact on, channels are counted as silent."""


def total_words(table: YearTable, until: date) -> str:
    """Say how many contacts were held: `196 contacts were held from 1971 to 15 May 2026.`."""
    total = sum(table.totals)
    be = "was" if total == 1 else "were"
    return f"{counted(total, 'contact')} {be} held from {table.years[0]} to {day_words(until)}."


def shares_words(table: YearTable, name: Callable[[str], str]) -> str:
    """Say the sums of the rows, the largest first; those of none are left out."""
    rows = sorted((row for row in table.rows if row.total), key=lambda row: -row.total)
    parts = [f"{lower_first(name(row.key))} {row.total}" for row in rows]
    return f"{capital(listed(parts))}."


def peak_words(table: YearTable) -> str:
    """Say which years had the most, and which had none."""
    most = max(table.totals)
    peak = listed(str(year) for year, number in zip(table.years, table.totals, strict=True) if number == most)
    none = _years(year for year, number in zip(table.years, table.totals, strict=True) if not number)
    return f"The most in one year: {most}, in {peak}." + (f" None is recorded for {none}." if none else "")


def declined_words(parties: Sequence[Party], found: Sequence[Declined]) -> tuple[str, ...]:
    """Say how many contacts were declined, by whom, and how many of them both sides gave an account of."""
    by = Counter(one.by for one in found)
    named = listed(f"{party.named} declined {by[party.id]}" for party in parties)
    unnamed = f"; for {by[NOT_NAMED]} the entry names no party" if by[NOT_NAMED] else ""
    told = sum(all(party.id in one.event.accounts for party in parties) for one in found)
    be = "is" if len(found) == 1 else "are"
    return (
        f"{counted(len(found), 'contact')} {be} recorded as refused, postponed or cancelled: {named}{unnamed}.",
        f"For {told} of them the record has an account of each government.",
    )


def silences_words(found: Sequence[Quiet], until: date) -> tuple[str, ...]:
    """Say which silence was the longest that is sure, and how many channels are silent for how long."""
    sure = [quiet for quiet in found if not quiet.longest.across_gap]
    present = [quiet for quiet in found if quiet.present]
    long = sum(quiet.present.months >= _YEARS * 12 for quiet in present if quiet.present)
    channels = counted(len(present), "channel")
    first = (
        f"On {day_words(until)} the last contact lay {_YEARS} years or more back in {long} of {channels} with rounds."
    )
    if not sure:
        return (first,)
    longest = max(sure, key=lambda quiet: quiet.longest.days)
    sure_words = "The longest silence in which no contact is known to be missing from the record is that of"
    return (first, f"{sure_words} {longest.channel.name}: {_lapse(longest.longest)}.")


def figures_words(parties: Sequence[Party], found: Sequence[Reported]) -> tuple[str, ...]:
    """Say how many figures there are, who counted, and how many of them leave something open."""
    by = Counter(one.figure.by if one.figure.by in {party.id for party in parties} else "" for one in found)
    named = [f"{by[party.id]} by {party.named}" for party in parties]
    others = [f"{by['']} by others"] if by[""] else []
    counts = [one for one in found if one.is_count]
    exact = sum(one.is_exact for one in counts)
    be = "is" if len(found) == 1 else "are"
    drawn = f"{counted(len(counts), 'count')} with a bound can be drawn on one scale, {exact} of them exact"
    return (
        f"{counted(len(found), 'figure')} {be} in the record: {listed(named + others)}.",
        f"{drawn}; amounts of money, distances and phrases without a bound stand in the table alone.",
    )


def depth_words(found: Sequence[Depth]) -> tuple[str, ...]:
    """Say what the record holds in all, and of the years without a contact in how many a gap is known."""
    events, citations = sum(one.events for one in found), sum(one.citations for one in found)
    both, single = sum(one.both for one in found), sum(one.single for one in found)
    quiet = [one for one in found if not one.contacts]
    missing = [one.year for one in quiet if one.gaps]
    cited = f"{counted(events, 'event')} cite{'s' if events == 1 else ''} {counted(citations, 'source')}"
    first = f"{cited}; {both} have an account of each government, {single} rest on one secondary source."
    if not quiet:
        return (first, "Every year has a contact.")
    told = "each of them" if len(missing) == len(quiet) else _years(missing) or "none of them"
    without = f"{counted(len(quiet), 'year')} {'has' if len(quiet) == 1 else 'have'} no contact on record"
    return (first, f"{without}, {_years(one.year for one in quiet)}; for {told} a gap is known.")


def _lapse(lapse: Lapse) -> str:
    last = ", and it lasts" if lapse.ended_by is None else f" to {day_words(lapse.until)}"
    return f"{counted(lapse.months, 'month')}, from {day_words(lapse.since)}{last}"


def _years(years: Iterable[int]) -> str:
    """Say years, those that follow on each other as a span: `1973, 1977 to 1979 and 1982`."""
    spans: list[list[int]] = []
    for year in years:
        if spans and spans[-1][-1] == year - 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return listed(str(span[0]) if len(span) == 1 else f"{span[0]} to {span[-1]}" for span in spans)


def lower_first(text: str) -> str:
    """Give a text with its first letter in lower case."""
    return text[:1].lower() + text[1:]
