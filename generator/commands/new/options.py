"""The options of `timeline new`, and the draft that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from generator.commands.new.asking import one_of, reason
from generator.commands.new.draft import slug_of
from generator.commands.new.entries import ids_of, offices_of
from generator.commands.new.event import about, words
from generator.commands.new.nobody import Nobody
from generator.commands.new.sources import ask_source, source_id
from generator.record.models import Event
from generator.record.reading import read
from generator.record.registry import Person, Publisher
from generator.record.source import Source
from generator.record.vocabulary import Relation, State
from generator.views.guesses import guess

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.commands.new.entries import Talk
    from generator.record.entry import Entry
    from generator.record.reading import Plain
    from generator.views.guesses import Guess

TEXTS = (
    "title", "short", "date", "disclosed", "kind", "status", "declined_by", "place", "summary", "significance",
    "standing",
)  # fmt: skip
"""Fields of an event that an option of their name fills with one text."""
LISTS = {"channel": "channel", "topic": "topics"}
"""Options that may be given several times, and the lists of ids that they fill."""
NEEDED = ("title", "date", "kind", "summary", "sources")
"""Fields without which there is no event, beside the day on which it is added."""
OF_SOURCE = ("title", "publisher", "published", "language", "attribution", "copy_of")


def dashed(name: str) -> str:
    """Give the option of a field."""
    return f"--{name.replace('_', '-')}"


_SEVERAL = (
    ("--channel", "ID", about("channel")),
    ("--topic", "ID", about("topics")),
    ("--person", "ID", "Who took part; the registry knows for which party."),
    ("--office", "ID", "An office that took part, where its holder is not named."),
    ("--account", "PARTY=TEXT", "What a party says happened."),
    ("--effect", "CHANNEL=STATE", about("effects")),
    ("--related", "RELATION=EVENT", about("related")),
    ("--source", "ID", "A shared source."),
    ("--new-person", "ID=YAML", "A person whom the registry lacks: `jane-doe={name: Jane Doe, …}`."),
    ("--new-publisher", "ID=YAML", "A publisher that the registry lacks: `example={name: Example, …}`."),
)
"""Options that may be given several times."""


def options() -> list[click.Option]:
    """Give the options for an event, each with what the model says of its field."""
    said = {name: Source.model_fields[name].description for name in OF_SOURCE}
    return [
        *(click.Option([dashed(name)], metavar="TEXT", help=about(name)) for name in TEXTS),
        *(click.Option([option], multiple=True, metavar=form, help=text) for option, form, text in _SEVERAL),
        click.Option(["--from-url"], metavar="URL", help="A source by its address, which tells its publisher and day."),
        *(click.Option([dashed(f"source_{name}")], metavar="TEXT", help=text) for name, text in said.items()),
        click.Option(["--set", "others"], multiple=True, metavar="FIELD=YAML", help="Any other field, as in a file."),
        click.Option(["--slug"], metavar="WORDS", help="The end of its id; made of the title otherwise."),
    ]


def fill(talk: Talk, given: Mapping[str, Any]) -> None:
    """Put what the options say into the draft. Raises click.BadParameter for what cannot stand there."""
    for text in given["new_person"]:
        id_, talk.draft.people[id_] = _entry("--new-person", Person, text)
    for text in given["new_publisher"]:
        id_, talk.draft.publishers[id_] = _entry("--new-publisher", Publisher, text)
    for part in (_fill_texts, _fill_sources, _fill_sides, _fill_pairs, _fill_others):
        part(talk, given)
    if given["slug"]:
        if slug_of(given["slug"]) != given["slug"]:
            raise click.BadParameter("small letters, digits and single hyphens", param_hint="--slug")
        talk.draft.slug = given["slug"]


def _fill_texts(talk: Talk, given: Mapping[str, Any]) -> None:
    fields, record = talk.draft.fields, talk.record
    for name in filter(given.get, TEXTS):
        fields[name] = _good(dashed(name), (name,), given[name])
    for name, noun, known in (("place", "place", talk.places), ("declined_by", "party", ids_of(record.parties))):
        if given[name]:
            fields[name] = _known(dashed(name), known, noun, given[name])
    for name, field in LISTS.items():
        known = ids_of(getattr(record, f"{name}s"))
        if given[name]:
            fields[field] = [_known(dashed(name), known, name, text) for text in given[name]]


def _fill_others(talk: Talk, given: Mapping[str, Any]) -> None:
    for text in given["others"]:
        name, plain = _yaml("--set", text)
        talk.draft.fields[name] = _good("--set", (name,), plain)


def _entry(option: str, model: type[Entry], text: str) -> tuple[str, dict[str, Plain]]:
    id_, plain = _yaml(option, text)
    why = reason(model, (), plain)
    if why or slug_of(id_) != id_:
        raise click.BadParameter(why or f"`{id_}` is no id", param_hint=option)
    return id_, plain


def _yaml(option: str, text: str) -> tuple[str, Plain]:
    """Give what stands before the `=`, and what YAML reads behind it."""
    name, value = _halves(option, text)
    _, plain, faults = read(option, f"{name}: {value}\n".encode())
    if faults:
        raise click.BadParameter(faults[0].message, param_hint=option)
    return name, plain[name]


def _fill_pairs(talk: Talk, given: Mapping[str, Any]) -> None:
    fields, record = talk.draft.fields, talk.record
    events = {event.id: event.title for event in record.events}
    pairs = [_pair("--effect", text, ids_of(record.channels), words(State)) for text in given["effect"]]
    links = [_pair("--related", text, words(Relation), events) for text in given["related"]]
    fields |= {"effects": [{"channel": one, "state": other} for one, other in pairs]} if pairs else {}
    fields |= {"related": [{"event": other, "relation": one} for one, other in links]} if links else {}


def missing(talk: Talk) -> list[str]:
    """Give the options for what an event needs and the draft does not have."""
    found = [dashed(name) for name in NEEDED if name not in talk.draft.fields]
    return [option.replace("--sources", "--source or --from-url") for option in found]


def _fill_sources(talk: Talk, given: Mapping[str, Any]) -> None:
    shared = {source.id: source.title for source in talk.record.sources.values()}
    found: list[Plain] = [_known("--source", shared, "shared source", text) for text in given["source"]]
    if given["from_url"]:
        known = guess(talk.record, _good("--from-url", ("sources", 0, "url"), given["from_url"]))
        found.append(known.shared or _source(talk, known, given))
    if found:
        talk.draft.fields["sources"] = found


def _source(talk: Talk, known: Guess, given: Mapping[str, Any]) -> dict[str, Plain]:
    told = {name: given[f"source_{name}"] or getattr(known, name, None) for name in OF_SOURCE}
    title, publisher = told["title"], told["publisher"]
    if not (title and publisher):
        if not isinstance(talk.asker, Nobody):
            return ask_source(talk, known.url, {name: given[f"source_{name}"] for name in OF_SOURCE})
        lacking = " and ".join(f"--source-{name}" for name in ("title", "publisher") if not told[name])
        raise click.UsageError(f"the address does not tell all of the source: {lacking} is missing")
    for name in ("publisher", "copy_of"):
        if told[name]:
            told[name] = _known(dashed(f"source_{name}"), talk.publishers, "publisher", str(told[name]))
    plain = {name: _good(dashed(f"source_{name}"), ("sources", 0, name), text) for name, text in told.items() if text}
    return {"id": source_id(talk, plain["publisher"], plain.get("published", "")), "url": known.url, **plain}


def _fill_sides(talk: Talk, given: Mapping[str, Any]) -> None:
    record = talk.record
    sides: dict[str, list[Plain]] = {}
    party_of = {id_: party for party in record.parties for id_ in talk.people(party)}
    people = {id_: name for party in record.parties for id_, name in talk.people(party).items()}
    for id_ in given["person"]:
        known = _known("--person", people, "person", id_)
        sides.setdefault(party_of[known], []).append(known)
    for id_ in given["office"]:
        known = _known("--office", offices_of(record), "office", id_)
        sides.setdefault(record.offices[known].party, []).append({"office": known})
    told: dict[str, Plain] = {}
    for text in given["account"]:
        party, words_ = _halves("--account", text)
        party = _known("--account", ids_of(record.parties), "party", party)
        told[party] = {
            "text": _good("--account", ("accounts", party, "text"), words_),
            "sources": talk.likely_for(party),
        }
    talk.draft.fields |= {name: found for name, found in (("participants", sides), ("accounts", told)) if found}


def _good(option: str, way: tuple[str | int, ...], text: Plain) -> Plain:
    why = reason(Event, way, text)
    if why:
        raise click.BadParameter(why, param_hint=option)
    return text


def _known(option: str, choices: Mapping[str, str], noun: str, text: str) -> str:
    found, why = one_of(choices, noun)(text)
    if why:
        raise click.BadParameter(why, param_hint=option)
    return str(found)


def _pair(option: str, text: str, first: Mapping[str, str], second: Mapping[str, str]) -> tuple[str, str]:
    one, other = _halves(option, text)
    return _known(option, first, "word", one), _known(option, second, "word", other)


def _halves(option: str, text: str) -> tuple[str, str]:
    one, sign, other = text.partition("=")
    if not sign:
        raise click.BadParameter(f"`{text}` has no `=` in it", param_hint=option)
    return one.strip(), other.strip()
