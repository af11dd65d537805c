"""What came of asking an address, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Verdict(StrEnum):
    """What an address has come to, worst first."""

    GONE = "gone"
    """Its server says that the document is not there: 404, 410."""
    FAILS = "fails"
    """No sound answer: no such host, no connection, a certificate not to be trusted, a fault of the server."""
    DOUBTFUL = "doubtful"
    """It answers, but most likely with another page than the document."""
    MOVED = "moved"
    """It answers, and its server names another address for good."""
    REFUSES = "refuses"
    """Its server turns machines away; people may be let in."""
    UNASKED = "unasked"
    """It was not asked: the host's robots.txt, or a rule of ours, forbids it."""
    ANSWERS = "answers"
    """It answers."""


BROKEN = (Verdict.GONE, Verdict.FAILS)
"""What a reader who follows the address runs into."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking an address."""

    verdict: Verdict
    why: str = ""
    """What the verdict rests on, in words: `404 Not Found`; empty for an address that answers."""
    status: int | None = None
    """The last status of HTTP; absent where there was no answer."""
    location: str | None = None
    """For an address that moved: the new one."""
    asked: date | None = None
    """The day on which it was asked."""
    since: date | None = None
    """The first day on which it was found like this, in checks that followed each other."""


class NoReplyError(Exception):
    """A request brought no reply that HTTP knows."""

    def __init__(self, why: str, *, lasting: bool = False, of_host: bool = False) -> None:
        super().__init__(why)
        self.why = why
        """What happened, in words."""
        self.lasting = lasting
        """Whether asking again at once would bring the same."""
        self.of_host = of_host
        """Whether it holds for all addresses of the host."""


class UnaskedError(Exception):
    """A request must not be made; the message says why."""
