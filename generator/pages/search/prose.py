"""Hand-written pages as the search finds them: each part under its heading, each term of a list of definitions."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from markdown.extensions.toc import slugify

from generator.pages.addresses import published_at
from generator.pages.search.found import Found, What
from generator.pages.search.unmarked import unmarked
from generator.record.blocks import PROSE, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.record.reading import Document

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title: *(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6}) +(.+?)(?: *\{ *#([\w-]+)[^}]*\})? *#*$", re.MULTILINE)
_TERM = re.compile(r"^(?![ #:*]|$)(.+?) *\{ *#([\w-]+)[^}]*\}\n: +", re.MULTILINE)
_ABBREVIATION = re.compile(r"^\*\[[^\]]*\]:.*$", re.MULTILINE)
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)", re.MULTILINE | re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:? *[#.][^}]*\}")
_LISTED = re.compile(r"^ *(?:[-*+:>]|\d+\.) +", re.MULTILINE)


def prose(pages: Mapping[str, Document]) -> Iterator[Found]:
    """Give the parts of the hand-written pages, by path; `pages` as `Reading.prose` has them."""
    for path, document in pages.items():
        address = published_at(path.removeprefix(f"{PROSE}/"))
        yield from _page(address, document.text)


def _page(address: str, text: str) -> Iterator[Found]:
    front = _FRONT.match(text)
    named = _TITLE.search(front[1]) if front else None
    body = _bare(text[front.end() :] if front else text)
    title = _unquoted(named[1]) if named else ""
    start, anchor, heading = 0, "", title
    for found in _HEADING.finditer(body):
        yield from _part(address, (anchor, heading), body[start : found.start()], title)
        start, heading = found.end(), unmarked(found[2])
        title = title or heading
        anchor = found[3] or slugify(heading, "-") if len(found[1]) > 1 else ""
    yield from _part(address, (anchor, heading), body[start:], title)


def _part(address: str, head: tuple[str, str], text: str, title: str) -> Iterator[Found]:
    """Give the text under a heading, and each term that it defines as a part of its own."""
    anchor, heading = head
    terms = list(_TERM.finditer(text))
    ends = [*(term.start() for term in terms[1:]), len(text)]
    paragraphs = _paragraphs(text[: terms[0].start()] if terms else text)
    if paragraphs:
        name = heading if heading == title else f"{title}: {heading}"
        yield Found(What.TEXT, f"{address}#{anchor}" if anchor else address, name, paragraphs)
    for term, end in zip(terms, ends, strict=False):
        yield Found(What.TERM, f"{address}#{term[2]}", unmarked(term[1]), _paragraphs(text[term.end() : end]))


def _bare(text: str) -> str:
    """Leave out what is no text: timelines, abbreviations, code of several lines, attributes."""
    for block in reversed(list(blocks(text))):
        text = text[: block.start] + text[block.end :]
    return _ABBREVIATION.sub("", _FENCE.sub("", text))


def _paragraphs(text: str) -> tuple[str, ...]:
    parts = re.split(r"\n\s*\n", _ATTRIBUTES.sub("", text))
    return tuple(filter(None, (unmarked(_LISTED.sub("", part)) for part in parts)))


def _unquoted(value: str) -> str:
    return str(json.loads(value)) if value.startswith('"') else value.strip().strip("'")
