"""The sources of an event as its page shows them: numbered, with whom each speaks for and in which language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views import accounts

if TYPE_CHECKING:
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.registry import Publisher
    from generator.record.source import Citation


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source of an event, ready for its row."""

    number: int
    """Its number in the event, from 1; 0 outside one."""
    source: Citation
    publisher: Publisher | None
    """Who first published it, also where the link leads to a copy; absent where that is unknown."""
    publisher_name: str
    """The publisher's name, else its id."""
    speaks_for: str
    """The party's name, Press or Research; empty where the publisher is unknown."""
    language: str
    """BCP 47 tag of the document; empty where it is not known."""
    lang: str
    """The same for the title's `lang` attribute; empty for English and for descriptions."""
    copy_at: str
    """The name of the one whose copy the link leads to; empty where the link is no copy."""
    href: str
    """The address, where it is one of http or https; `#` and the number otherwise."""
    archived: str
    """The archived copy's address, under the same rule; empty without one."""


def cited_sources(press: Press, event: Event) -> dict[str, CitedSource]:
    """Give the sources of an event by the names by which it cites them, in the order of their numbers."""
    numbered = accounts.numbered_sources(press.record, event)
    return {source.id: cited_source(press, source, number) for number, source, _ in numbered}


def cited_source(press: Press, source: Citation, number: int = 0) -> CitedSource:
    """Give a source ready for its row; the number is 0 where it is named outside an event."""
    publishers = press.record.publishers
    host = publishers.get(source.publisher)
    first = publishers.get(source.copy_of) if source.copy_of else host
    language = source.language or next((one.language for one in (host, first) if one), "")
    return CitedSource(
        number=number,
        source=source,
        publisher=first,
        publisher_name=first.name if first else source.copy_of or source.publisher,
        speaks_for=press.side_name(first.side) if first else "",
        language=language,
        lang="" if source.described or language in ("", "en") else _tag(language),
        copy_at=(host.name if host else source.publisher) if source.copy_of else "",
        href=web_address(source.url) or f"#s{number}",
        archived=web_address(source.archived or ""),
    )


def web_address(url: str) -> str:
    """Give an address that a link may carry: http or https alone; empty for any other."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def _tag(language: str) -> str:
    """Name the script where the record's only Chinese is meant."""
    return "zh-Hans" if language in ("zh", "zh-CN") else language
