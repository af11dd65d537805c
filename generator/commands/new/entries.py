"""The questions for people and publishers, and for who took part in an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.commands.new.asking import Question, answer, parts_of, pick, resolved, written
from generator.commands.new.draft import is_day, slug_of
from generator.record.registry import Person, Post, Publisher
from generator.record.validating import did_you_mean
from generator.record.vocabulary import BUILT_IN_PLACES, Side

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.commands.new.asking import Asker
    from generator.commands.new.draft import Draft
    from generator.record.reading import Plain
    from generator.record.record import Record
    from generator.record.registry import Party


@dataclass(frozen=True)
class Talk:
    """A person at a terminal, the record that there is, and what is being written."""

    asker: Asker
    record: Record
    draft: Draft

    @property
    def places(self) -> dict[str, str]:
        """Every place with its name, those that are none included."""
        return {**BUILT_IN_PLACES, **ids_of(self.record.places)}

    @property
    def publishers(self) -> dict[str, str]:
        """Every publisher with its name, new ones included."""
        new = {id_: str(one["name"]) for id_, one in self.draft.publishers.items()}
        return {**ids_of(self.record.publishers), **new}

    @property
    def people_ids(self) -> frozenset[str]:
        """Every person's id, those of new ones included."""
        return frozenset({*self.record.people, *self.draft.people})

    def people(self, party: str) -> dict[str, str]:
        """Give everybody of a party with their names, new people included."""
        known = ids_of({id_: one for id_, one in self.record.people.items() if one.party == party})
        new = {id_: str(one["name"]) for id_, one in self.draft.people.items() if one["party"] == party}
        return {**known, **new}

    def side_of(self, source: str) -> str:
        """Give whom the publisher of a source speaks for, of a copy the original's; of a new one, as it was said."""
        written = (one for one in self.draft.fields.get("sources", ()) if isinstance(one, dict) and one["id"] == source)
        found = next(written, None)
        shared = self.record.sources.get(source)
        id_ = str(found.get("copy_of") or found["publisher"]) if found else ""
        if shared:
            id_ = shared.copy_of or shared.publisher
        known = self.record.publishers.get(id_)
        return known.side if known else str(self.draft.publishers.get(id_, {}).get("side", ""))

    def likely_for(self, party: str) -> list[str]:
        """Give those of the event's sources on which an account of a party most likely rests.

        They are its own; where there is none, those that speak for no party; else all.
        """
        listed = [one["id"] if isinstance(one, dict) else one for one in self.draft.fields.get("sources", ())]
        own = [id_ for id_ in listed if self.side_of(id_) == party]
        return own or [id_ for id_ in listed if self.side_of(id_) not in self.record.parties] or listed


class Named(Protocol):
    """An entry with names."""

    @property
    def name(self) -> str:
        """The name in English."""

    @property
    def native(self) -> str | None:
        """The name in its own script."""


def ids_of(entries: Mapping[str, Named]) -> dict[str, str]:
    """Give ids with the names that they stand for, native ones beside them."""
    return {id_: f"{entry.name} · {entry.native}" if entry.native else entry.name for id_, entry in entries.items()}


def offices_of(record: Record, party: str = "") -> dict[str, str]:
    """Give the offices of a party, or all, with their present titles."""
    titles = {id_: office.titles[-1] for id_, office in record.offices.items() if party in ("", office.party)}
    return {id_: " · ".join(filter(None, (title.title, title.native))) for id_, title in titles.items()}


def participants(talk: Talk) -> None:
    """Ask who took part, party by party; who is not known yet can be added."""
    found = {party.id: _side(talk, party) for party in talk.record.parties.values()}
    taking_part = {party: side for party, side in found.items() if side}
    if taking_part:
        talk.draft.fields["participants"] = taking_part


def _side(talk: Talk, party: Party) -> list[Plain]:
    meant = "Ids or names; an office where its holder is not named."
    question = Question(
        f"Who took part for {party.named}", lambda text: (text, ""), meant, _sitting(talk, party.id), several=True
    )
    while True:
        typed = answer(talk.asker, question)
        parts = [_part(talk, party.id, text) for text in parts_of(str(typed or ""))]
        if all(parts):
            return [part for part in parts if part]


def _sitting(talk: Talk, party: str) -> dict[str, str]:
    """Give who can take part for a party: people, and offices whose holder is not named."""
    return {**talk.people(party), **offices_of(talk.record, party)}


def _part(talk: Talk, party: str, text: str) -> Plain | None:
    """Give a participant as it is written; nothing for somebody unknown whom the contributor does not add."""
    known = resolved(_sitting(talk, party), text)
    if known:
        return {"office": known} if known in talk.record.offices else known
    elsewhere = resolved({**ids_of(talk.record.people), **offices_of(talk.record)}, text)
    if elsewhere:
        talk.asker.say(f"`{elsewhere}` belongs to another party.")
        return None
    talk.asker.say(f"There is no person `{text}`. {did_you_mean(text, talk.people(party))[0]}".strip())
    if not talk.asker.confirm("Add a new person?", default=" " in text):
        return None
    id_ = add_person(talk, party, text)
    if "posts" in talk.draft.people[id_]:
        return id_
    role = answer(talk.asker, written(Post, ("posts", 0, "role"), "Role on that day"))
    return {"person": id_, "role": role} if role else id_


def add_person(talk: Talk, party: str, typed: str) -> str:
    """Ask for a new person of a party, and give the id."""
    typed_name = typed if typed != slug_of(typed) else ""
    name = _told(talk, written(Person, ("name",), "Name in English", needed=True, default=typed_name))
    native = _told(talk, written(Person, ("native",), "Name in its own script"))
    family = _told(talk, written(Person, ("family_name",), "Family name", needed=True, default=name.split()[-1]))
    plain: dict[str, Plain] = {"name": name, "native": native, "family_name": family, "party": party}
    offices = offices_of(talk.record, party)
    office = answer(talk.asker, pick("Office", offices, "office", "The post held on that day."))
    if office:
        since = _told(talk, written(Post, ("posts", 0, "from"), "In post since"))
        seen = [day for day in str(talk.draft.fields.get("date", "")).split("/") if is_day(day)]
        plain["posts"] = [{"office": office, **({"from": since} if since else {"seen": seen} if seen else {})}]
    id_ = _new_id(slug_of((typed_name and name) or typed), talk.people_ids)
    talk.draft.people[id_] = {field: value for field, value in plain.items() if value}
    return id_


def ask_publisher(talk: Talk, default: str) -> str:
    """Ask who publishes a source; a publisher that is not known yet can be added."""
    while True:
        known = talk.publishers
        question = Question(
            "Publisher", lambda text: (text, ""), "Its id or name.", known, needed=True, default=default
        )
        typed = _told(talk, question)
        found = resolved(known, typed)
        if found:
            return found
        talk.asker.say(f"There is no publisher `{typed}`. {did_you_mean(typed, known)[0]}".strip())
        if talk.asker.confirm("Add a new publisher?", default=False):
            return add_publisher(talk, typed)
        default = typed


def add_publisher(talk: Talk, typed: str) -> str:
    """Ask for a new publisher, and give the id."""
    typed_name = typed if typed != slug_of(typed) else ""
    sides = {**ids_of(talk.record.parties), **{side.value: side.definition for side in Side}}
    plain = {
        "name": _told(talk, written(Publisher, ("name",), "Name", needed=True, default=typed_name)),
        "native": _told(talk, written(Publisher, ("native",), "Name in its own script")),
        "side": answer(talk.asker, pick("Whom it speaks for", sides, "side", needed=True)),
        "language": _told(talk, written(Publisher, ("language",), "Language", needed=True, default="en")),
    }
    id_ = _new_id(slug_of(typed), talk.publishers)
    talk.draft.publishers[id_] = {field: value for field, value in plain.items() if value}
    return id_


def _told(talk: Talk, question: Question) -> str:
    return str(answer(talk.asker, question) or "")


def _new_id(slug: str, known: Collection[str]) -> str:
    """Give an id that nobody has yet."""
    number, id_ = 2, slug
    while id_ in known:
        number, id_ = number + 1, f"{slug}-{number}"
    return id_
