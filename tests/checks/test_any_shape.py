"""Whatever events and people of sound shape say of each other, they are checked without an exception."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.record.vocabulary import Kind, Relation, State, Status
from tests.checks.test_any_record import IDS, survives, written
from tests.world import REGISTRY, SUMMIT, TALKS

ID = st.sampled_from(IDS)
DATE = st.sampled_from(
    ["2024-01-08", "2023-11", "[..2023-11-15]", "2024/..", "../2023", "2019-05-02/2024-02-01", "1850", "2030", "198X"]
)
TEXT = st.sampled_from(["The talks.", "[a](event:nowhere) <b> ![x](y) `c`", "# One", "One.\n\nTwo.", "会谈。", "{0}"])
URL = st.sampled_from(
    ["https://www.ft.com/1", "http://[", "https://a@localhost/?utm_source=1", "www.ft.com", "https://archive.ph/x"]
)
STATES, RELATIONS = st.sampled_from([str(state) for state in State]), st.sampled_from([str(word) for word in Relation])
SHAPED = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Talks", "The talks", "18th talks"]),
        "date": DATE,
        "kind": st.sampled_from([str(kind) for kind in Kind]),
        "summary": TEXT,
        "sources": st.lists(
            st.one_of(
                ID,
                st.fixed_dictionaries(
                    {"id": ID, "title": TEXT, "publisher": ID, "url": URL}, optional={"published": DATE}
                ),
            ),
            max_size=3,
        ),
        "added": st.sampled_from(["2024-01-20", "2031-01-01"]),
    },
    optional={
        "disclosed": DATE,
        "status": st.sampled_from([str(status) for status in Status]),
        "declined_by": ID,
        "channel": st.lists(ID, max_size=2),
        "place": ID,
        "participants": st.dictionaries(
            ID, st.lists(st.one_of(ID, st.fixed_dictionaries({"office": ID})), max_size=2), max_size=2
        ),
        "accounts": st.dictionaries(
            ID, st.fixed_dictionaries({"text": TEXT}, optional={"sources": st.lists(ID)}), max_size=2
        ),
        "topics": st.lists(ID, max_size=3),
        "effects": st.lists(st.fixed_dictionaries({"channel": ID, "state": STATES}), max_size=3),
        "related": st.lists(st.fixed_dictionaries({"event": ID, "relation": RELATIONS}), max_size=3),
        "figures": st.lists(st.just({"label": "x", "value": "y", "low": "3", "high": "2"}), max_size=1),
        "formerly": st.lists(ID, max_size=2),
    },
)
POST = st.fixed_dictionaries(
    {"office": ID}, optional={"from": DATE, "until": DATE, "seen": st.lists(DATE, min_size=1, max_size=2)}
)
PERSON = st.fixed_dictionaries(
    {"name": TEXT, "family_name": st.just("X"), "party": ID}, optional={"posts": st.lists(POST, max_size=3)}
)


PATHS = (
    TALKS,
    SUMMIT,
    "events/2024/2024-01-09-any.yml",
    f"{REGISTRY}/people/michael-chase.yml",
    f"{REGISTRY}/people/dpct.yml",
)


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(SHAPED, SHAPED, SHAPED, PERSON, PERSON))
def test_any_record_of_sound_shape(entries: tuple[dict[str, Any], ...]) -> None:
    """Events and people of sound shape that say anything of each other, possible or not, only ever show faults."""
    survives({path: written(entry) for path, entry in zip(PATHS, entries, strict=True)})
