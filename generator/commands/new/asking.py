"""Asking for a field: what is asked, what is suggested, and why an answer is not taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from generator.record.entry import Entry
from generator.record.form.canonical import FormError, file_of
from generator.record.models import Account, Event
from generator.record.reading import Document
from generator.record.registry import Person, Post, Publisher
from generator.record.source import Source
from generator.record.validating import did_you_mean, validate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.record.fields import Shape
    from generator.record.reading import Path, Plain


@dataclass(frozen=True)
class Question:
    """A question for one field."""

    ask: str
    """What is asked, in a few words."""
    read: Callable[[str], tuple[Plain, str]]
    """From an answer to its value, and the reason why it is not taken; the reason is empty for a good one."""
    about: str = ""
    """What is meant, in a sentence."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """What is suggested: ids or words, with what each stands for."""
    several: bool = False
    """Whether several answers may stand there, with commas between them."""
    needed: bool = False
    """Whether nothing is no answer."""
    default: str = ""
    """The answer that stands there already."""

    @property
    def hint(self) -> str:
        """How it can be answered; empty for one text that is needed."""
        several = "with commas between several" if self.several else ""
        return ", ".join(part for part in (several, "" if self.needed else "Enter for none") if part)


class Asker(Protocol):
    """Who is asked: a person at a terminal."""

    def ask(self, question: Question, default: str) -> str:
        """Give the answer as it was typed."""

    def confirm(self, what: str, *, default: bool) -> bool:
        """Ask for a yes or a no."""

    def say(self, what: str) -> None:
        """Tell something."""


def answer(asker: Asker, question: Question) -> Plain | None:
    """Ask until the answer can be taken, telling each time why not; nothing for none where none is needed."""
    default = question.default
    while True:
        text = asker.ask(question, default).strip()
        if not text and not question.needed:
            return None
        value, reason = question.read(text) if text else (None, "This is needed.")
        if not reason:
            return value
        asker.say(reason)
        default = text


_STAND_INS: Mapping[type[Entry], dict[str, Plain]] = {
    Event: {
        "title": "A", "date": "2024", "kind": "meeting", "summary": "A.", "added": "2024-01-01",
        "sources": [{"id": "a", "title": "A", "publisher": "a", "url": "https://a.org/"}],
    },
    Person: {"name": "A", "family_name": "A", "party": "a", "posts": [{"office": "a"}]},
    Publisher: {"name": "A", "side": "press", "language": "en"},
}  # fmt: skip
"""Entries without a fault, into which an answer is put to see whether it makes one."""
_WITHIN: Mapping[type[Shape], type[Entry]] = {Source: Event, Account: Event, Post: Person}
"""In which entry a mapping stands that is none itself."""


def reason(model: type[Entry], way: Path, value: Plain) -> str:
    """Say why a value cannot stand at a way in an entry; nothing where it can."""
    plain = _with(_STAND_INS[model], way, value)
    path = "events/2024/a.yml"
    try:
        document = Document(path, file_of(path, plain))
    except FormError:
        return "This text holds a character that cannot be written."
    _, faults = validate(model, plain, "a", document)
    return f"{faults[0].message}. {faults[0].hint}".strip() if faults else ""


def _with(plain: Plain, way: Path, value: Plain) -> Plain:
    """Give a copy of plain values with one put in at a way."""
    if not way:
        return value
    step, *rest = way
    if isinstance(plain, list):
        return [_with(item, tuple(rest), value) if number == step else item for number, item in enumerate(plain)]
    inner = plain.get(step, {}) if isinstance(plain, dict) else {}
    return {**(plain or {}), step: _with(inner, tuple(rest), value)}


def written(model: type[Shape], way: Path, ask: str, *, needed: bool = False, default: str = "") -> Question:
    """Make the question for a text of an entry, with what the model says of its field.

    `model` is that of the field's own mapping; `way` leads to the field, from the entry that the mapping stands in.
    """
    entry = model if issubclass(model, Entry) else _WITHIN[model]
    about = next(info for name, info in model.model_fields.items() if way[-1] in (name, info.alias)).description or ""
    return Question(ask, lambda text: (text, reason(entry, way, text)), about, needed=needed, default=default)


def pick(ask: str, choices: Mapping[str, str], noun: str, about: str = "", *, needed: bool = False) -> Question:
    """Make the question for one id or word."""
    return Question(ask, one_of(choices, noun), about, choices, needed=needed)


def pick_several(ask: str, choices: Mapping[str, str], noun: str, about: str = "", *, default: str = "") -> Question:
    """Make the question for some ids or words; one is needed where some are given as the default."""
    read = several_of(choices, noun)
    return Question(ask, read, about, choices, several=True, needed=bool(default), default=default)


def one_of(choices: Mapping[str, str], noun: str) -> Callable[[str], tuple[Plain, str]]:
    """Make the reading of one id or word: by itself, or by the name that it stands for."""

    def read(text: str) -> tuple[Plain, str]:
        found = resolved(choices, text)
        if found:
            return found, ""
        hint = did_you_mean(text, choices)[0]
        return None, f"There is no {noun} `{text}`. {hint}".strip()

    return read


def several_of(choices: Mapping[str, str], noun: str) -> Callable[[str], tuple[Plain, str]]:
    """Make the reading of some ids or words with commas between them."""
    one = one_of(choices, noun)

    def read(text: str) -> tuple[Plain, str]:
        answers = [one(part) for part in parts_of(text)]
        wrong = next((why for _, why in answers if why), "")
        return list(dict.fromkeys(value for value, _ in answers)), wrong

    return read


def parts_of(text: str) -> list[str]:
    """Give the parts of an answer that holds several."""
    return [part.strip() for part in text.split(",") if part.strip()]


def resolved(choices: Mapping[str, str], text: str) -> str | None:
    """Find what an answer names: an id in any case, or a name in either script, where only one has it."""
    wanted = text.casefold()
    if wanted in choices:
        return wanted
    named = [id_ for id_, words in choices.items() if wanted in (part.casefold() for part in words.split(" · "))]
    return named[0] if len(named) == 1 else None
