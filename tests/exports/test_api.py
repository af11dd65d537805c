"""The API against its own description, and what it says of single entries."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.exports.api import RESOURCES, api
from generator.exports.openapi import openapi
from generator.pages.page import Settings
from tests.conftest import real_reading
from tests.pages.full_record import FULL, written
from tests.views.making import channel, event, office, person, post, record

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.record import Record

SITE = Settings("A timeline", "https://timeline.example/")
LISTS = {f"/{one.name}.json" for one in RESOURCES} | {"/index.json"}
SINGLE = {f"/{one.name}/{{id}}.json" for one in RESOURCES if one.single}


def answered(*entries: Any, checked: str = "2024-03-01") -> dict[str, Any]:  # noqa: ANN401  entries of any kind
    """Give the answers of the API over a small record by address."""
    return _by_address(record(*entries, checked=checked))


@cache
def answers() -> dict[str, Any]:
    """Give the answers of the API over the real record by address."""
    return _by_address(real_reading().record)


@cache
def description() -> dict[str, Any]:
    """Give the description of the API over the real record."""
    described: dict[str, Any] = json.loads(openapi(real_reading().record, SITE).content)
    return described


def schema_of(path: str) -> dict[str, Any]:
    """Give the schema of the answer at a path of the description, with what it refers to."""
    answer = description()["paths"][path]["get"]["responses"]["200"]
    schema: dict[str, Any] = answer["content"]["application/json"]["schema"]
    return {**schema, "components": description()["components"]}


def test_the_description_is_openapi() -> None:
    """The description is valid OpenAPI 3.1."""
    OpenAPIV31SpecValidator(description()).validate()


def test_every_answer_is_described() -> None:
    """Every file of the API is named by a path of the description, and every path leads to a file."""
    assert set(description()["paths"]) == LISTS | SINGLE
    shapes = {f"/{path.partition('/')[0]}/{{id}}.json" if "/" in path else f"/{path}" for path in answers()}
    assert shapes == LISTS | SINGLE


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(LISTS | SINGLE))
def test_answers_are_as_described(path: str) -> None:
    """Every answer over the real record has exactly the shape that the description gives it."""
    validator = Draft202012Validator(schema_of(path), format_checker=Draft202012Validator.FORMAT_CHECKER)
    folder = path.strip("/").partition("/{id}")[0]
    asked = [path.strip("/")] if "{id}" not in path else [one for one in answers() if one.startswith(f"{folder}/")]

    assert asked
    for address in asked:
        assert [error.message for error in validator.iter_errors(answers()[address])] == []


def test_a_record_with_every_field_is_as_described(tmp_path: Path) -> None:
    """An event that has every field is answered with all of them, in the shape described."""
    answers = {file.address: file.content for file in api(written(tmp_path), SITE)}
    event = json.loads(answers[f"api/v1/events/{FULL}.json"])

    Draft202012Validator(schema_of("/events/{id}.json")).validate(event)
    fields = {"title", "short", "date", "disclosed", "kind", "status", "channel", "place", "participants", "summary",
               "accounts", "reported", "topics", "effects", "related", "figures", "significance", "sources", "standing",
               "added", "revised", "reviewed", "zh", "formerly"}  # fmt: skip
    assert fields < set(event)
    assert event["figures"][0]["period_dates"]["words"] == "2022 to 2023"
    assert event["accounts"]["north"]["dates"]["earliest"] == "2024-01-09"
    assert [source["id"] for source in event["sources"]] == ["paper-one", "own", "note"]
    assert event["sources"][0]["published_dates"]["words"] == "about 10 January 2024"


def test_examples_are_files() -> None:
    """Every example of the description is a file of the API, and every example id has one."""
    examples = [
        kind["externalValue"]
        for path in description()["paths"].values()
        for answer in path["get"]["responses"].values()
        for media in answer.get("content", {}).values()
        for kind in media.get("examples", {}).values()
    ]

    assert len(examples) == len(description()["paths"])
    assert [one for one in examples if one not in answers()] == []
    for path, described in description()["paths"].items():
        for parameter in described["get"].get("parameters", ()):
            assert path.strip("/").replace("{id}", parameter["example"]) in answers()


def test_the_index_names_every_list() -> None:
    """The index names each list with its number of entries, the licence, and the last day checked."""
    index = answers()["index.json"]

    assert index["licence"] == "CC-BY-4.0"
    assert index["checked"] == str(real_reading().record.checked)
    for one in index["lists"]:
        assert answers()[one["address"]]["count"] == one["count"]
    assert answers()["events.json"]["count"] == len(real_reading().record.events)


def test_the_index_without_an_address() -> None:
    """Where the site stands at no known address, the index leads to it by way of its own."""
    index = next(
        json.loads(file.content)
        for file in api(real_reading().record, Settings())
        if file.address == "api/v1/index.json"
    )

    assert (index["site"], index["description"]) == ("../../", "openapi.json")


def test_channels_tell_their_states() -> None:
    """A channel tells each change of its state with what brought it about, and its state on the last day checked."""
    channels = answered(
        channel("line"), channel("idle"),
        event("2023-01-10-start", "agreement", effects=[{"channel": "line", "state": "open"}]),
        event("2023-06-00-halt", "suspension", date="2023-06",
              effects=[{"channel": "line", "state": "suspended", "disputed": True}]),
        event("2023-02-01-round", channel="line"),
    )  # fmt: skip

    line, idle = channels["channels/line.json"], channels["channels/idle.json"]
    assert line["states"] == [
        {"state": "open", "start": "2023-01-10", "sure_from": "2023-01-10", "end": "2023-06-01",
         "cause": "2023-01-10-start", "disputed": False},
        {"state": "suspended", "start": "2023-06-01", "sure_from": "2023-06-30", "cause": "2023-06-00-halt",
         "disputed": True},
    ]  # fmt: skip
    assert (line["state"], line["last_held"], line["events"]) == (
        "suspended", "2023-02-01-round", ["2023-02-01-round"]
    )  # fmt: skip
    assert line["changed_by"] == ["2023-01-10-start", "2023-06-00-halt"]
    assert idle["state"] == "none"
    assert "states" not in idle


def test_offices_tell_their_holders() -> None:
    """An office tells who held it and when it was vacant; people and counterparts their contacts."""
    answers = answered(
        office("us-head", counterpart="prc-head", complete_since="2020-01-01"), office("prc-head"),
        person("ann", post("us-head", "2020-01-01", "2022-12-31")), person("bob", post("us-head", "2023-03-01")),
        person("chi", post("prc-head", "2020-01-01"), party="prc"),
        event("2021-05-01-call", "call", participants={"us": [{"person": "ann"}], "prc": [{"person": "chi"}]}),
    )  # fmt: skip

    [head] = [one for one in answers["offices.json"]["offices"] if one["id"] == "us-head"]
    assert [(held["kind"], held.get("person"), held["start"], held.get("end")) for held in head["holders"]] == [
        ("held", "ann", "2020-01-01", "2022-12-31"), ("vacant", None, "2023-01-01", "2023-02-28"),
        ("held", "bob", "2023-03-01", None),
    ]  # fmt: skip
    [pair] = answers["counterparts.json"]["counterparts"]
    assert pair == {"offices": ["prc-head", "us-head"], "last": "2021-05-01-call", "months": 34,
                    "contacts": ["2021-05-01-call"]}  # fmt: skip
    assert answers["people/ann.json"]["events"] == ["2021-05-01-call"]
    assert answers["people/ann.json"]["posts"][0]["from_dates"]["words"] == "1 January 2020"


def test_consequences_are_told() -> None:
    """An event names the later ones that name it."""
    answers = answered(
        event("2023-01-01-a"), event("2023-02-01-b", related=[{"event": "2023-01-01-a", "relation": "responds-to"}])
    )

    assert answers["events/2023-01-01-a.json"]["consequences"] == [
        {"event": "2023-02-01-b", "relation": "responds-to"}
    ]  # fmt: skip
    assert answers["events/2023-02-01-b.json"]["related"] == [{"event": "2023-01-01-a", "relation": "responds-to"}]


def _by_address(made: Record) -> dict[str, Any]:
    return {file.address.removeprefix("api/v1/"): json.loads(file.content) for file in api(made, SITE)}
