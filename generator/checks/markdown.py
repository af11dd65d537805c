"""E7: texts that are more than inline Markdown."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.addresses import flaws
from generator.checks.check import Check
from generator.checks.texts import texts
from generator.record.entry import Entry
from generator.record.faults import Code
from generator.record.models import Event
from generator.record.registry import Channel, Office, Person, Topic
from generator.record.validating import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.record.around import Around
    from generator.record.faults import Fault, Place

HTML = Code(
    "E701",
    "HTML in a text",
    "Whatever is written in the record can never become markup or script of the site.",
    "Use Markdown: `*emphasis*`, `[text](address)`. Where a `<` is meant as such, write `&lt;`.",
    "summary: The talks were <b>brief</b>.",
    "summary: The talks were *brief*.",
)
SCHEME = Code(
    "E702",
    "link that leads nowhere a reader may go",
    "A link leads to the web or to an entry of the record, never to a script, a file or a mail.",
    "Link to `https://…`, or to the record with `event:`, `person:`, `channel:`, `office:` or `topic:` and an id.",
    "summary: See [the page](javascript:alert(1)).",
    "summary: See [the page](https://www.example.org/talks).",
)
IMAGE = Code(
    "E703",
    "image in a text",
    "The site asks no other host for anything, and a picture needs rights and a description.",
    "Remove the image, or link to the page that shows it.",
    "summary: The hall ![](https://www.ft.com/hall.jpg) was full.",
    "summary: The hall ([picture](https://www.ft.com/hall.jpg)) was full.",
)
BLOCK = Code(
    "E704",
    "more than one paragraph of text",
    "The text stands in cards, lists and feeds, where headings, lists and paragraphs have no room.",
    "Write one paragraph. A character at the beginning that Markdown would take for a list or heading gets a `\\` "
    "before it.",
    "summary: |-\n  - Chase spoke.\n  - Song answered.",
    "summary: Chase spoke, and Song answered.",
)
LINK = Code(
    "E705",
    "link to an unknown entry",
    "A link inside the record must lead somewhere.",
    "Correct the id, or remove the link and leave its text.",
    "summary: It followed [the summit](event:2023-11-15-sumit).",
    "summary: It followed [the summit](event:2023-11-15-summit).",
)

LINKED: Mapping[str, type[Entry]] = {
    "event": Event,
    "person": Person,
    "channel": Channel,
    "office": Office,
    "topic": Topic,
}
"""The words before the colon of a link into the record, and what they lead to."""

LITERAL = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!]|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
"""What Markdown takes as it stands: a character behind a backslash, of which `<` is none, and code."""
IMAGES = re.compile(r"!\[[^\]]*\](?:\([^)]*\))?")
BRACKET = re.compile(r"[\[\]]")
TARGET = re.compile(r"\]\(\s*(<[^>]*>?|(?:[^\s()]|\([^\s()]*\))*)")
TAG = re.compile(r"</?[A-Za-z!?][^>\n]*>?")
BLOCKS = re.compile(
    r"^[ \t]*(?:(?P<heading>\#+)|(?P<list>(?:[-*+]|\d+[.)])(?=[ \t]))|(?P<quotation>>)|(?P<fence>```|~~~)|"
    r"(?P<rule>(?:[-*_][ \t]*){3,}$|=+[ \t]*$)|(?P<definition>\*?\[[^\]]*\]:))|\A(?P<code> {4})",
    re.MULTILINE,
)
BLOCK_NAMES = {
    "heading": "a heading",
    "list": "a list",
    "quotation": "a block quotation",
    "fence": "a block of code",
    "rule": "a rule",
    "definition": "a definition",
    "code": "a block of code",
}


class _Flaw(NamedTuple):
    code: Code
    snippet: str
    """The text at fault, to be found in the file; empty where it is the whole."""
    message: str
    hint: str = ""
    suggestion: str | None = None


def markdown(entry: Entry, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find HTML, images, block structure and bad links in the texts of an entry."""
    for way, text in texts(entry):
        if _is_plain(text):
            continue
        seen: Counter[str] = Counter()
        for flaw in _flaws(around, text):
            document = around.documents[entry.origin.path]
            place = document.within(entry.origin.way(*way), flaw.snippet, seen[flaw.snippet])
            seen[flaw.snippet] += 1
            # what folding has hidden stands at the whole text, over which nothing may be written
            suggestion = flaw.suggestion if _covers(place, flaw.snippet) else None
            yield document.fault_at(flaw.code, place, flaw.message, flaw.hint, suggestion=suggestion)


def linked(entry: Entry) -> Iterator[str]:
    """Give the ids that the texts of an entry link to, and what else stands where such an id could stand."""
    for _, text in texts(entry):
        if "](" in text:
            for target in TARGET.finditer(text):
                yield target[1].strip("<>").rpartition(":")[2]


def _is_plain(text: str) -> bool:
    """Whether a text has no sign of which anything could be wrong, as most have not."""
    return not any(sign in text for sign in "<[`\n") and (text[0].isalpha() or not BLOCKS.match(text))


def _covers(place: Place, snippet: str) -> bool:
    return place.line == place.end_line and place.end_column - place.column == len(snippet)


def _flaws(around: Around, text: str) -> Iterator[_Flaw]:
    bare = LITERAL.sub(_blank, text) if "\\" in text or "`" in text else text
    yield from _blocks(bare)
    if "[" in bare:
        for image in IMAGES.finditer(bare) if "![" in bare else ():
            yield _Flaw(IMAGE, text[image.start() : image.end()], "a text holds no image")
        bare = IMAGES.sub(_blank, bare)
        for target in tuple(_targets(bare)):
            yield from _target(around, text[target.start(1) : target.end(1)])
            bare = bare[: target.start()] + _blank(target) + bare[target.end() :]
    if "<" in bare:
        yield from _tags(bare)


def _targets(bare: str) -> Iterator[re.Match[str]]:
    """Find where links lead: behind each bracket that closes another one, as Markdown pairs them."""
    opened = end = 0
    for sign in BRACKET.finditer(bare):
        if sign.start() < end:
            continue  # it is part of an address
        if sign[0] == "[":
            opened += 1
        elif opened:
            opened -= 1
            if target := TARGET.match(bare, sign.start()):
                end = target.end()
                yield target


def _blank(found: re.Match[str]) -> str:
    """Keep the length, so that places stay what they were, and the lines."""
    return re.sub(r"[^\n]", " ", found[0])


def _blocks(bare: str) -> Iterator[_Flaw]:
    # of one line, as nearly all are, the beginning alone is looked at
    found = [mark for mark in (BLOCKS.finditer(bare) if "\n" in bare else (BLOCKS.match(bare),)) if mark]
    for mark in found:
        snippet = (mark[mark.lastgroup] if mark.lastgroup else "").strip()
        yield _Flaw(BLOCK, snippet, f"a text of one paragraph begins {BLOCK_NAMES[str(mark.lastgroup)]} here")
    if not found and "\n" in bare.strip():
        yield _Flaw(
            BLOCK, "", "this text has several lines or paragraphs", "Write it after `>-`, without a blank line in it."
        )


def _tags(bare: str) -> Iterator[_Flaw]:
    found = [tag[0] for tag in TAG.finditer(bare)]
    opening = [tag for tag in found if not tag.startswith("</")]
    for tag in opening or found:
        address = tag[1:].removesuffix(">")
        if address.startswith(("https://", "http://")):
            yield _Flaw(HTML, tag, f"`{tag}` reads as HTML", f"Write the link as `[text]({address})`.")
        else:
            yield _Flaw(HTML, tag, f"`{tag}` is HTML")


def _target(around: Around, written: str) -> Iterator[_Flaw]:
    address = written.strip("<>")
    word, colon, id_ = address.partition(":")
    if colon and word in LINKED:
        yield from _record_link(around, word, id_, written)
    elif word.lower() in ("http", "https"):
        for flaw in flaws(address):
            yield _Flaw(flaw.code, written, flaw.message, flaw.hint, flaw.suggestion)
    elif address in around.ids.get(Event, ()):
        yield _Flaw(
            SCHEME, written, f"`{address}` lacks the word `event:`", f"Write `event:{address}`.", f"event:{address}"
        )
    else:
        what = f"`{address}`" if address else "this link"
        yield _Flaw(SCHEME, written or "]()", f"{what} leads neither to the web nor to an entry of the record")


def _record_link(around: Around, word: str, id_: str, written: str) -> Iterator[_Flaw]:
    known = around.known.get(LINKED[word], frozenset())
    if known is not None and id_ not in known:
        hint, better = did_you_mean(id_, known)
        suggestion = f"{word}:{better}" if better else None
        yield _Flaw(LINK, written, f"there is no {word} `{id_}` in the record", hint, suggestion)


CHECKS = (Check(markdown, (HTML, SCHEME, IMAGE, BLOCK, LINK), (Entry,)),)
