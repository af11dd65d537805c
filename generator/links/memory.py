"""What was found at the last checks, so that an address which answered is not asked again at once."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.links.answers import BROKEN, Answer, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT_IN = ".cache/links/answers.json"
"""The file, relative to the project's root."""


def remembered(text: str) -> dict[str, Answer]:
    """Read what was written: answers by address. What cannot be read is as good as nothing."""
    try:
        return {url: _answer(**fields) for url, fields in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def written(answers: Mapping[str, Answer]) -> str:
    """Write answers by address as JSON."""
    return json.dumps({url: asdict(answers[url]) for url in sorted(answers)}, default=str, indent=0) + "\n"


def is_fresh(answer: Answer, today: date, age: int) -> bool:
    """Tell whether an answer need not be asked for again: a good one that is less than `age` days old."""
    is_good = answer.verdict not in (*BROKEN, Verdict.UNASKED)
    return is_good and answer.asked is not None and (today - answer.asked).days < age


def dated(answer: Answer, before: Answer | None, today: date) -> Answer:
    """Put the days to an answer: today, and since when it is so."""
    is_same = before is not None and before.verdict is answer.verdict
    return replace(answer, asked=today, since=before.since if before and is_same and before.since else today)


def _answer(verdict: str, asked: str, since: str, **rest: Any) -> Answer:  # noqa: ANN401  as JSON has them
    return Answer(Verdict(verdict), asked=date.fromisoformat(asked), since=date.fromisoformat(since), **rest)
