"""Whatever a record holds, it is read, checked and reported on without an exception."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import check
from generator.checks.report_github import github_report
from generator.checks.report_json import json_report
from generator.checks.report_sarif import sarif_report
from generator.checks.report_text import text_report
from generator.record.loading import FOLDERS, MAPPINGS, read_record
from generator.record.models import Event
from generator.record.vocabulary import Kind, Relation, State, Status
from tests.world import FILES, REGISTRY, SUMMIT, TALKS, TODAY, changed, faults_of, world

if TYPE_CHECKING:
    from generator.record.entry import Entry

IDS = [
    "dpct",
    "us",
    "prc",
    "taiwan",
    "pentagon",
    "michael-chase",
    "policy-deputy",
    "ft-2024-01-10",
    "financial-times",
    "virtual",
    "nowhere",
    "DPCT",
    "2023-11-15-woodside-summit",
    "2024-01-08-dpct-17",
]
WORDS = [str(word) for words in (Kind, Relation, State, Status) for word in words]
DATES = (
    "2024-01-08",
    "2023-11",
    "[..2023-11-15]",
    "2024/..",
    "../2023",
    "2023-02-30",
    "1850",
    "2999-01-01",
    "198X",
    "2001-21",
)
TEXTS = (
    *("The talks.", "", " ", "true", "12", "# One\n\nTwo.", "x" * 2500, "会谈。" * 9, "{0} {message} %s \\1"),
    *("[a](event:nowhere) <b> ![x](y) `c`", "https://www.ft.com/1", "http://[", "https://a@localhost/?utm_source=1"),
)
SCALARS = st.one_of(
    st.sampled_from(IDS), st.sampled_from(WORDS), st.sampled_from(DATES), st.sampled_from(TEXTS), st.text(max_size=12)
)


@cache
def names(model: type[Entry]) -> list[str]:
    """Give every field name that stands anywhere in an entry, as files have it."""
    schema = model.model_json_schema()
    shapes = [schema, *schema.get("$defs", {}).values()]
    return sorted({name for shape in shapes for name in shape.get("properties", {})})


@cache
def values(model: type[Entry]) -> st.SearchStrategy[Any]:
    """Give any value made of the names and words of the record, right or wrong in its place."""
    keys = st.one_of(st.sampled_from(names(model)), st.sampled_from(IDS), st.text(max_size=5))
    return st.recursive(
        SCALARS,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4)),
        max_leaves=8,
    )


@cache
def entries(model: type[Entry]) -> st.SearchStrategy[dict[str, Any]]:
    """Give an entry whose fields have their names, and any values."""
    return st.dictionaries(st.sampled_from(names(model)), values(model), max_size=8)


MODELS: list[tuple[str, type[Entry]]] = [
    (TALKS, Event),
    *((f"{REGISTRY}/{name}/any.yml", model) for name, model in FOLDERS.items()),
]


def survives(files: dict[str, str]) -> None:
    """Check a record and write every report of it."""
    with tempfile.TemporaryDirectory() as folder:
        faults = faults_of(world(Path(folder), files))
    for report in (github_report(faults), json_report(faults), sarif_report(faults), text_report(faults, 1)):
        assert isinstance(report, str)
    assert all(fault.place.line >= 1 and fault.message for fault in faults)


def written(value: Any) -> str:  # noqa: ANN401  any value
    """Write a value as YAML."""
    return yaml.safe_dump(value, allow_unicode=True)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "model"), MODELS, ids=[path for path, _ in MODELS])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_entry_of_its_own_file(path: str, model: type[Entry], data: st.DataObject) -> None:
    """An entry with any values in its fields, put over a sound one where there is one, only ever shows faults."""
    sound = yaml.load(FILES[path], yaml.BaseLoader) if path in FILES else {}  # noqa: S506  it makes nothing but text
    survives({path: written({**sound, **data.draw(entries(model))})})


@pytest.mark.slow
@pytest.mark.parametrize("name", [*MAPPINGS, "gaps", "coverage"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_file_of_the_registry(name: str, data: st.DataObject) -> None:
    """A file of the registry with any entries in it only ever shows faults."""
    model = MAPPINGS.get(name, Event)
    survives(
        {
            f"{REGISTRY}/{name}.yml": written(
                data.draw(st.dictionaries(SCALARS, st.one_of(entries(model), values(model)), max_size=3))
            )
        }
    )


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.sampled_from(sorted(set(FILES) - {"mkdocs.yml"})))
def test_any_bytes_in_any_file(content: bytes, path: str) -> None:
    """Any bytes at the end of any file of the record only ever show faults."""
    with tempfile.TemporaryDirectory() as folder:
        root = world(Path(folder), {path: FILES[path].encode() + content})
        reading = read_record(root)
        assert isinstance(check(reading, TODAY), tuple)


@given(st.sampled_from(DATES), st.sampled_from(DATES), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_any_day_may_be_today(first: str, second: str, today: date) -> None:
    """Whatever the dates of events and whatever the day, the checks end with faults and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        files = {
            SUMMIT: FILES[SUMMIT].replace("2023-11-15", f"'{first}'"),
            TALKS: FILES[TALKS].replace("2024-01-08/2024-01-09", f"'{second}'"),
        }
        assert isinstance(check(read_record(world(Path(folder), files)), today), tuple)


@pytest.mark.slow
@pytest.mark.parametrize(
    "fields",
    [
        "topics: [" + "a, " * 20_000 + "a]",
        "related:\n" + "  - {event: x, relation: follows}\n" * 7_000,
        "effects:\n" + "  - {channel: dpct, state: open}\n" * 7_000,
        "participants:\n  us: [" + "michael-chase, " * 15_000 + "a]",
        "summary: '" + "[a](event:x) " * 90 + "'",
        "summary: '" + "<b>`*_[(![" * 110 + "'",
        "".join(f"field-{number}: x\n" for number in range(12_000)),
        "kind: [" + "talks, " * 30_000 + "talks]",
        "figures:\n" + "  - {low: 2, high: 1}\n" * 10_000,
    ],
    ids=lambda fields: fields[:24],
)
def test_a_file_of_many_faults_ends(fields: str, tmp_path: Path) -> None:
    """A file as large as one may be, with a fault in every line, is checked like any other."""
    assert faults_of(world(tmp_path, changed(fields)))


@pytest.mark.slow
def test_many_events_of_one_week_end(tmp_path: Path) -> None:
    """Some thousand events of one week in one channel, with one title, are compared without comparing all with all."""
    like = FILES[TALKS].replace("related:\n  - event: 2023-11-15-woodside-summit\n    relation: implements\n", "")
    files = {f"events/2024/2024-01-08-round-{number}.yml": like for number in range(400)}

    assert {fault.code.id for fault in faults_of(world(tmp_path, files))} == {"W801"}
