"""What a check of addresses found: for a terminal, as JSON, and as Markdown for an issue."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.links.answers import BROKEN, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.links.answers import Answer
    from generator.record.faults import Place

_TOLD = {
    Verdict.GONE: "gone: the server says that the document is not there",
    Verdict.FAILS: "no sound answer",
    Verdict.DOUBTFUL: "answers, but perhaps with another page",
    Verdict.MOVED: "moved for good",
    Verdict.REFUSES: "the server turns machines away; people may get in",
    Verdict.UNASKED: "not asked",
}
"""The verdicts that are told one by one, in their order, and what each means."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An address with its answer and with the sources that cite it."""

    url: str
    answer: Answer
    places: tuple[Place, ...]
    archived: str | None
    """An archived copy that every one of these sources names; absent where one has none."""

    @property
    def is_open(self) -> bool:
        """Whether readers are left without the document: it is broken, and the record names no copy."""
        return self.answer.verdict in BROKEN and self.archived is None


def links_text(findings: Sequence[Finding]) -> str:
    """Write what was found for a terminal: each address that does not simply answer, and a summary."""
    lines = []
    for verdict, found in _told(findings):
        lines += [f"{_TOLD[verdict]} ({len(found)})", *(line for one in found for line in _text(one)), ""]
    return "\n".join([*lines, summary(findings)]) + "\n"


def links_json(findings: Sequence[Finding]) -> str:
    """Write everything that was found as one JSON object."""
    data = {"counts": _counts(findings), "open": _open(findings), "addresses": [_data(one) for one in findings]}
    return json.dumps(data, ensure_ascii=False, indent=1, default=str) + "\n"


def links_markdown(findings: Sequence[Finding]) -> str:
    """Write what was found for an issue. What servers sent stands as code, so that it can be no markup."""
    parts = [summary(findings)]
    for verdict, found in _told(findings):
        lines = "\n".join(_item(one) for one in found)
        listed = lines if verdict in BROKEN else f"<details><summary>{len(found)}</summary>\n\n{lines}\n\n</details>"
        parts.append(f"### {_TOLD[verdict][:1].upper()}{_TOLD[verdict][1:]}\n\n{listed}")
    return "\n\n".join(parts) + "\n"


def summary(findings: Sequence[Finding]) -> str:
    """Say in a sentence or two what was found: `3 addresses: 2 answer, 1 is gone.`."""
    counts = _counts(findings)
    said = ", ".join(f"{word} {counts[word]}" for word in Verdict if counts.get(word))
    left = _open(findings)
    more = f" {left} of them broken and without an archived copy in the record." if left else ""
    return f"{len(findings)} address{'' if len(findings) == 1 else 'es'}: {said or 'nothing to ask'}.{more}"


def _told(findings: Sequence[Finding]) -> Iterator[tuple[Verdict, list[Finding]]]:
    for verdict in _TOLD:
        found = [one for one in findings if one.answer.verdict is verdict]
        if found:
            yield verdict, found


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    counted = Counter(one.answer.verdict for one in findings)
    return {verdict.value: counted[verdict] for verdict in Verdict if counted[verdict]}


def _open(findings: Sequence[Finding]) -> int:
    return sum(one.is_open for one in findings)


def _text(one: Finding) -> Iterator[str]:
    yield f"  {one.url}"
    yield f"    {_why(one.answer)}"
    if one.archived:
        yield f"    the record has a copy: {one.archived}"
    yield from (f"    {place}" for place in one.places)


def _item(one: Finding) -> str:
    where = ", ".join(f"`{place.path}:{place.line}`" for place in one.places)
    copy = f"; the record has a copy: {_code(one.archived)}" if one.archived else ""
    return f"- {_code(one.url)}: {_code(_why(one.answer))}{copy}<br>{where}"


def _why(answer: Answer) -> str:
    words = f"to {answer.location}" if answer.location else answer.why
    return f"{words}, since {_day(answer.since)}" if answer.since != answer.asked else words


def _day(day: date | None) -> str:
    return day.isoformat() if day else "unknown"


def _code(text: str) -> str:
    return f"`{' '.join(text.replace('`', ' ').split())}`"


def _data(one: Finding) -> dict[str, Any]:
    answer = one.answer
    return {
        "url": one.url, "verdict": answer.verdict, "why": answer.why, "status": answer.status,
        "location": answer.location, "asked": answer.asked, "since": answer.since, "archived": one.archived,
        "open": one.is_open, "places": [str(place) for place in one.places],
    }  # fmt: skip
