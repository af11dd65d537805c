"""What Visual Studio Code reads from the project: which schema a file follows, and how an entry begins.

The two files are committed, for an editor reads them before anything is built. They hold nothing of the record's
content, and a test compares them with what is made here.
"""

from __future__ import annotations

import json
import re
from itertools import count
from typing import TYPE_CHECKING, Any, get_args

from generator.exports.schemas import FOLDER, KINDS
from generator.record.fields import Day
from generator.record.form.outline import Holds, outline
from generator.record.models import Account, Effect, Event, Figure, Link, Report, Revision
from generator.record.registry import Channel, Person, Post
from generator.record.source import SharedSource, Source
from generator.record.vocabulary import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo

    from generator.record.fields import Shape
    from generator.record.form.outline import Outline

_SNIPPETS: Mapping[type[Shape], tuple[str, ...]] = {
    Event: ("channel", "place", "topics"),
    Person: ("native",),
    Channel: ("native", "offices", "sources"),
    SharedSource: ("published", "attribution"),
    Source: ("published", "attribution"),
    Account: ("sources",),
    Report: ("sources",),
    Post: ("from", "sources"),
    Effect: (),
    Link: (),
    Figure: ("by", "sources"),
    Revision: (),
}
"""The mappings that have a snippet, with the fields that it shows beside those that are needed."""
_ITEMS = (Source, Report, Post, Effect, Link, Figure, Revision)
"""Mappings that stand in a list, behind a dash."""
_SPECIAL = re.compile(r"[\\$}]")
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


def editor_files() -> Iterator[tuple[str, str]]:
    """Give the editor's files: the path relative to the project's folder, and the text."""
    yield ".vscode/settings.json", _text(settings())
    yield ".vscode/record.code-snippets", _text(snippets())


def settings() -> dict[str, Any]:
    """Give the settings: the schema of each kind of file, and how YAML is shown."""
    return {
        "yaml.schemas": {f"{FOLDER}/{name}.json": kind.files for name, kind in KINDS.items()},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,  # `timeline fmt` is the form
        "[yaml]": {"editor.rulers": [100], "editor.wordWrap": "on"},
    }


def snippets() -> dict[str, Any]:
    """Give the snippets, each under one word: the fields of a mapping that are needed, and some usual ones."""
    return {
        name: {"scope": "yaml", "prefix": name, "description": (model.__doc__ or "").split("\n")[0], "body": body}
        for model, usual in _SNIPPETS.items()
        for name, body in [(_name(model), _body(model, usual))]
    }


def _name(model: type[Shape]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()


def _body(model: type[Shape], usual: tuple[str, ...]) -> list[str]:
    numbers = count(1)
    start = [f"${{{next(numbers)}:party}}:"] if model is Account else []
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    shown = [name for name in outline(model).fields if fields[name].is_required() or name in usual]
    lines = [line for name in shown for line in _lines(name, fields[name], outline(model).at(name), numbers)]
    margin = "- " if model in _ITEMS else "  " if start else ""
    inner = [f"{'  ' if number or start else margin}{line}" for number, line in enumerate(lines)] if margin else lines
    return [*start, *inner]


def _lines(name: str, info: FieldInfo, known: Outline, numbers: Iterator[int]) -> Iterator[str]:
    """Give the lines of a field, with a stop for each thing to be written."""
    number = next(numbers)
    meant = _SPECIAL.sub(lambda found: f"\\{found[0]}", (info.description or "").removesuffix("."))
    words = next((kind for kind in (info.annotation, *get_args(info.annotation)) if _is_word(kind)), None)
    if words:
        yield f"{name}: ${{{number}|{','.join(word.value for word in words)}|}}"
    elif info.annotation is get_args(Day)[0]:
        yield f"{name}: {_TODAY}"
    elif known.item and not known.in_brackets:
        yield from (f"{name}:", f"  - ${{{number}:{meant}}}")
    elif known.item and name != "channel":
        yield f"{name}: [${{{number}:{meant}}}]"
    elif known.holds is Holds.PROSE:
        yield from (f"{name}: >-", f"  ${{{number}:{meant}}}")
    else:
        yield f"{name}: ${{{number}:{meant}}}"


def _is_word(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Word)


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
