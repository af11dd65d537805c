"""The questions for the sources of an event: an address says most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.addresses import flaws
from generator.checks.ids import WELL_FORMED
from generator.commands.new.asking import Question, answer, pick, written
from generator.commands.new.entries import ask_publisher
from generator.record.source import Source
from generator.record.vocabulary import Attribution
from generator.views.guesses import guess

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.commands.new.entries import Talk
    from generator.record.reading import Plain

_MEANT = "An address, or the id of a shared source; Enter when all are named."


def ask_sources(talk: Talk) -> None:
    """Ask for sources until one is left empty, at least for one."""
    found: list[Plain] = []
    shared = {source.id: source.title for source in talk.record.sources.values()}
    while True:
        ask = "Next source" if found else "Source: an address, or the id of a shared source"
        typed = answer(talk.asker, Question(ask, _reader(shared), _MEANT, shared, needed=not found))
        if not typed:
            break
        known = str(typed) if typed in shared else guess(talk.record, str(typed)).shared
        if known:
            if typed != known:
                talk.asker.say(f"This is the shared source `{known}`: {shared[known]}")
            found += [known] if known not in found else []
        else:
            found.append(ask_source(talk, str(typed)))
        talk.draft.fields["sources"] = found


def ask_source(talk: Talk, url: str, told: Mapping[str, str | None] | None = None) -> dict[str, Plain]:
    """Ask what neither an address nor anybody has told of a document."""
    told = told or {}
    known = guess(talk.record, url)
    if known.event:
        talk.asker.say(f"`{known.event}` has this document among its sources.")
    publisher = told.get("publisher") or ask_publisher(talk, known.publisher or "")
    words = {word.value: word.definition for word in Attribution}
    asked: dict[str, Plain] = {
        "title": told.get("title") or _text(talk, "title", "Its title, as it stands on the page", needed=True),
        "publisher": publisher,
        "url": known.url,
        "published": told.get("published") or _text(talk, "published", "Published", default=known.published or ""),
        "language": told.get("language") or known.language,
        "attribution": told.get("attribution") or answer(talk.asker, pick("Who speaks in it", words, "word")),
        "copy_of": told.get("copy_of") or _original(talk, publisher),
    }
    id_ = source_id(talk, publisher, str(asked["published"] or ""))
    return {"id": id_, **{name: value for name, value in asked.items() if value}}


def _original(talk: Talk, publisher: str) -> Plain:
    """Ask whose document it is, of a publisher that speaks for no party: such a page is often another's text."""
    known = talk.record.publishers.get(publisher)
    if known and known.side in talk.record.parties:
        return None
    meant = "Whose text it is, where this page carries it for another publisher."
    return answer(talk.asker, pick("Publisher of the original, of a copy", talk.publishers, "publisher", meant))


def source_id(talk: Talk, publisher: str, published: str) -> str:
    """Give the id of a source among those of its event: its publisher, its day where it has one."""
    day = published if WELL_FORMED.fullmatch(published) else ""
    wanted, number = "-".join(filter(None, (publisher, day))), 2
    id_ = wanted
    while id_ in listed_sources(talk) or id_ in talk.record.sources:
        number, id_ = number + 1, f"{wanted}-{number}"
    return id_


def listed_sources(talk: Talk) -> dict[str, str]:
    """Give the event's own list: ids with the titles."""
    found: dict[str, str] = {}
    for source in talk.draft.fields.get("sources", ()):
        if isinstance(source, dict):
            found[source["id"]] = source["title"]
        else:
            found[source] = talk.record.sources[source].title
    return found


def _reader(shared: Mapping[str, str]) -> Callable[[str], tuple[Plain, str]]:
    def read(text: str) -> tuple[Plain, str]:
        if text in shared:
            return text, ""
        flaw = next((one for one in flaws(text) if one.code.id != "E511"), None)
        return text, f"{flaw.message}. {flaw.hint}".strip() if flaw else ""

    return read


def _text(talk: Talk, name: str, ask: str, *, needed: bool = False, default: str = "") -> str:
    question = written(Source, ("sources", 0, name), ask, needed=needed, default=default)
    return str(answer(talk.asker, question) or "")
