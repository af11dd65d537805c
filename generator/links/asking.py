"""Asking one address: its robots.txt first, HEAD and then GET, again after a fault, along its redirects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from generator.links.answers import Answer, NoReplyError, UnaskedError, Verdict
from generator.links.targets import next_address, target_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.links.door import Door, Reply
    from generator.links.manners import Manners
    from generator.links.targets import Target

_METHODS = ("HEAD", "GET", "GET", "GET")
"""HEAD first, for it costs a server least; as some answer it wrongly, a GET decides, and faults are asked again."""
_BACKOFF = 2.0
"""Seconds before the first repetition, doubled before each further one."""
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_MOST = 10
"""How many redirects are followed."""
_PASSING = (429, 500, 502, 503, 504)
"""Answers that may be another one in a moment."""
_MISSING = (404, 410)
_SERVER_FAULT = 500
_ROOM = 32 * 1024
"""Bytes of a document that are read to find its title."""
_ROBOTS_ROOM = 512 * 1024
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB at least."""
_TITLE = re.compile(rb"<title[^>]*>(.{,300}?)</title", re.IGNORECASE | re.DOTALL)
_SAYS_MISSING = re.compile(
    r"\b404\b|not found|no longer (?:available|exists)|does not exist|页面不存在|找不到", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _End:
    """Where the redirects of an address end."""

    url: str
    reply: Reply
    lasting: str
    """As far as the redirects hold for good; the address itself where the first does not."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks addresses; may be used by several threads."""

    door: Door
    manners: Manners

    def ask(self, url: str) -> Answer:
        """Ask an address and say what it has come to. Never raises for what the network does."""
        try:
            end = self._followed(urldefrag(url)[0])
        except UnaskedError as refusal:
            return Answer(Verdict.UNASKED, str(refusal))
        except NoReplyError as failure:
            return Answer(Verdict.FAILS, failure.why)
        return _judged(urldefrag(url)[0], end)

    def read(self, url: str, room: int) -> bytes | None:
        """Read a document of at most some bytes, without redirects; nothing where it is not to be had."""
        try:
            reply = self._asked(target_of(url), ("GET", "GET"), room)
        except (UnaskedError, NoReplyError):
            return None
        return reply.body if reply.status == 200 else None  # noqa: PLR2004  OK

    def _followed(self, url: str) -> _End:
        """Follow redirects to their end. Raises UnaskedError and NoReplyError."""
        seen, here, lasting = {url}, url, url
        while True:
            target = target_of(here)
            self.manners.heed(target, partial(self._robots, target))
            reply = self._asked(target, _METHODS, _ROOM)
            if reply.status not in _REDIRECTS:
                return _End(here, reply, lasting)
            if not reply.location:
                raise NoReplyError("it redirects without saying where to")
            there = next_address(here, reply.location)
            if there in seen or len(seen) > _MOST:
                raise _astray(reply, is_circle=there in seen)
            if lasting == here and reply.status in _FOR_GOOD:
                lasting = there
            seen.add(there)
            here = there

    def _robots(self, target: Target) -> str:
        """Give the text of a robots.txt, which is empty where there is none. Raises as RFC 9309 wants it."""
        here = f"{target.origin}/robots.txt"
        try:
            for _ in range(6):  # RFC 9309, 2.3.1.2: at least five redirects
                reply = self._asked(target_of(here), ("GET", "GET"), _ROBOTS_ROOM)
                if reply.status not in _REDIRECTS or not reply.location:
                    break
                here = next_address(here, reply.location)
            else:
                return ""
        except NoReplyError as failure:
            if failure.of_host:
                raise
            raise UnaskedError(f"the robots.txt of `{target.host}` cannot be read") from None
        if reply.status >= _SERVER_FAULT or reply.status == 429:  # noqa: PLR2004  Too Many Requests
            raise UnaskedError(f"the robots.txt of `{target.host}` cannot be read: {reply.words}")
        return reply.body.decode("utf-8", "replace") if reply.status == 200 else ""  # noqa: PLR2004  OK

    def _asked(self, target: Target, methods: Sequence[str], room: int) -> Reply:
        """Send a request, and again while it fails in a way that may pass. Raises UnaskedError and NoReplyError."""
        for number, method in enumerate(methods, 1):
            is_last = number == len(methods)
            wait = 0.0 if method == "HEAD" else _BACKOFF * 2 ** (number - 2)
            try:
                with self.manners.turn(target):
                    reply = self.door.request(method, target, room if method == "GET" else 0)
            except NoReplyError as failure:
                if failure.lasting or is_last:
                    if failure.of_host:
                        self.manners.dead(target, failure)
                    raise
            else:
                if _settles(reply, method) or is_last:
                    return reply
                wait = wait if reply.wait is None else reply.wait
            self.manners.rest(target.host, wait)
        raise AssertionError("the last request returns or raises")


def _settles(reply: Reply, method: str) -> bool:
    """Tell whether no other reply is to be expected: one of HEAD counts alone where it is good."""
    return reply.status < 400 if method == "HEAD" else reply.status not in _PASSING  # noqa: PLR2004  the first fault


def _astray(reply: Reply, *, is_circle: bool) -> Exception:
    if is_circle and reply.sets_cookie:
        return UnaskedError("it lets nobody in who keeps no cookies")
    return NoReplyError("its redirects go round in a circle" if is_circle else f"more than {_MOST} redirects")


def _judged(url: str, end: _End) -> Answer:
    """Say what a reply means for the address that was asked."""
    status, words = end.reply.status, end.reply.words
    if status in _MISSING:
        return Answer(Verdict.GONE, words, status)
    if status >= _SERVER_FAULT:
        return Answer(Verdict.FAILS, words, status)
    if not 200 <= status < 300:  # noqa: PLR2004  success
        return Answer(Verdict.REFUSES, words, status)
    doubt = _doubt(url, end)
    if doubt:
        return Answer(Verdict.DOUBTFUL, doubt, status)
    if end.lasting != url:
        return Answer(Verdict.MOVED, "moved for good", status, end.lasting)
    return Answer(Verdict.ANSWERS, status=status)


def _doubt(url: str, end: _End) -> str:
    """Say why a good answer may be another page than the document; nothing where there is no sign of that."""
    if urlsplit(url).path.strip("/") and not urlsplit(end.url).path.strip("/") and not urlsplit(end.url).query:
        return f"leads to the front page of `{target_of(end.url).host}`"
    title = _TITLE.search(end.reply.body)
    if title and _SAYS_MISSING.search(unescape(title[1].decode("utf-8", "replace"))):
        return "its title says that there is no such page"
    return ""
