"""`timeline stats`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.record.loading import read_record
from tests.conftest import ROOT

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow


def test_both_forms_count_the_same(run: Run) -> None:
    """The text names the number of events, contacts and citations that the JSON gives, and those of the record."""
    text, data = run("generator", "stats"), run("generator", "stats", "--format", "json")

    found = json.loads(data.stdout)
    assert (text.returncode, data.returncode) == (0, 0)
    assert found["events"] == len(read_record(ROOT).record.events)
    for number in (found["events"], found["citations"], found["gaps"], found["checked"]):
        assert str(number) in text.stdout
