"""The questions for an event, in the order in which a source is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.commands.new.asking import Question, answer, pick, pick_several, written
from generator.commands.new.draft import slug_of, stem_of
from generator.commands.new.entries import ids_of, participants
from generator.commands.new.sources import ask_sources, listed_sources
from generator.record.models import Account, Event
from generator.record.vocabulary import Family, Kind, Relation, Significance, Standing, State, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from generator.commands.new.entries import Talk
    from generator.record.reading import Plain
    from generator.record.vocabulary import Word

LABEL = 28
"""Characters of a title that the picture has room for."""
_FAMILIES = {kind.value: kind.family for kind in Kind}


def about(name: str) -> str:
    """Give what a field of an event means, from the model."""
    found = next(info for key, info in Event.model_fields.items() if name in (key, info.alias))
    return found.description or ""


def words(vocabulary: type[Word]) -> dict[str, str]:
    """Give the words of a vocabulary with what they mean."""
    return {word.value: word.definition for word in vocabulary}


def ask_event(talk: Talk, only: Collection[str] | None = None) -> None:
    """Ask for every field that the draft does not have yet, or for some fields alone."""
    for name, step in _STEPS.items():
        if name not in talk.draft.fields and (only is None or name in only):
            step(talk)
    if not talk.draft.slug:
        _ask_slug(talk)


def _step(name: str, make: Callable[[Talk], Question | None]) -> tuple[str, Callable[[Talk], None]]:
    """Make the step that asks for a field, unless the question does not arise."""

    def ask(talk: Talk) -> None:
        question = make(talk)
        value = answer(talk.asker, question) if question else None
        if value:
            talk.draft.fields[name] = value

    return name, ask


def _text(name: str, ask: str, *, needed: bool = False) -> tuple[str, Callable[[Talk], None]]:
    return _step(name, lambda _: written(Event, (name,), ask, needed=needed))


def _word(name: str, ask: str, vocabulary: type[Word], *, needed: bool = False) -> tuple[str, Callable[[Talk], None]]:
    return _step(name, lambda _: pick(ask, words(vocabulary), "word", about(name), needed=needed))


def _label(talk: Talk) -> Question | None:
    if len(str(talk.draft.fields["title"])) <= LABEL:
        return None
    return written(Event, ("short",), f"Short title of at most {LABEL} characters")


def _date(talk: Talk) -> Question:
    days = (source.get("published") for source in talk.draft.fields["sources"] if isinstance(source, dict))
    return written(Event, ("date",), "Date", needed=True, default=next(filter(None, days), ""))


def _status(talk: Talk) -> Question | None:
    if _FAMILIES[talk.draft.fields["kind"]] is not Family.CONTACT:
        return None
    return pick("What became of it, unless it was held", words(Status), "word", about("status"))


def _declined(talk: Talk) -> Question | None:
    if talk.draft.fields.get("status") not in (Status.REFUSED, Status.CANCELLED):
        return None
    return pick("Who declined", ids_of(talk.record.parties), "party", about("declined_by"))


def _channel(talk: Talk) -> Question:
    return pick_several("Channel", ids_of(talk.record.channels), "channel", about("channel"))


def _place(talk: Talk) -> Question:
    return pick("Place", talk.places, "place", about("place"))


def _topics(talk: Talk) -> Question:
    return pick_several("Topics", ids_of(talk.record.topics), "topic", about("topics"))


def _ask_accounts(talk: Talk) -> None:
    found: dict[str, Plain] = {}
    for party in talk.record.parties.values():
        ask = f"What {party.named} says happened"
        text = answer(talk.asker, written(Account, ("accounts", party.id, "text"), ask))
        if text:
            found[party.id] = {"text": text, "sources": _cited(talk, party.id)}
    if found:
        talk.draft.fields["accounts"] = found


def _cited(talk: Talk, party: str) -> list[str]:
    """Ask for the sources of an account; those on which it most likely rests are suggested."""
    known = listed_sources(talk)
    if len(known) == 1:
        return list(known)
    likely = ", ".join(talk.likely_for(party))
    question = pick_several("Sources of this account", known, "source of this event", default=likely)
    return list(answer(talk.asker, question) or ())


def _ask_effects(talk: Talk) -> None:
    first = pick("Channel whose state it changed", ids_of(talk.record.channels), "channel", about("effects"))
    _ask_pairs(talk, "effects", ("channel", first), ("state", pick("Its state from then on", words(State), "word")))


def _ask_related(talk: Talk) -> None:
    events = {event.id: event.title for event in reversed(talk.record.events)}
    first = pick("Earlier event that it relates to", events, "event", about("related"))
    _ask_pairs(talk, "related", ("event", first), ("relation", pick("How", words(Relation), "word")))


def _ask_pairs(talk: Talk, name: str, first: tuple[str, Question], second: tuple[str, Question]) -> None:
    """Ask for mappings of two ids or words each, until one is left empty."""
    found: list[Plain] = []
    while (one := answer(talk.asker, first[1])) and (other := answer(talk.asker, second[1])):
        found.append({first[0]: one, second[0]: other})
    if found:
        talk.draft.fields[name] = found


def _ask_slug(talk: Talk) -> None:
    fields = talk.draft.fields
    stem, known = stem_of(fields["date"]), {event.id for event in talk.record.events}

    def read(text: str) -> tuple[Plain, str]:
        if not text or slug_of(text) != text:
            return None, f"Small letters, digits and hyphens, such as `{slug_of(text) or 'policy-talks'}`."
        return text, f"There is an event `{stem}-{text}` already." if f"{stem}-{text}" in known else ""

    suggested = slug_of(str(fields.get("short") or fields["title"]))
    meant = "The event's id and permanent address."
    talk.draft.slug = str(answer(talk.asker, Question(f"Id: {stem}-…", read, meant, needed=True, default=suggested)))


_STEPS: Mapping[str, Callable[[Talk], None]] = dict((
    ("sources", ask_sources),
    _text("title", "Title", needed=True),
    _step("short", _label),
    _step("date", _date),
    _word("kind", "Kind", Kind, needed=True),
    _step("status", _status),
    _step("declined_by", _declined),
    _step("channel", _channel),
    _step("place", _place),
    ("participants", participants),
    _text("summary", "Summary", needed=True),
    ("accounts", _ask_accounts),
    _step("topics", _topics),
    ("effects", _ask_effects),
    ("related", _ask_related),
    _word("significance", "Significance, unless it is notable", Significance),
    _word("standing", "Standing, unless it is confirmed", Standing),
))  # fmt: skip
"""What asks for each field, in the order in which they are asked."""
