"""What is said of small records, word for word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.checks import all_codes
from tests.checks.cases import Case, all_cases
from tests.world import faults_of, said, world

if TYPE_CHECKING:
    from pathlib import Path

CASES = all_cases()
BYTES = {"E101", "E102", "E109", "E114", "E115"}
"""Codes of what text cannot show: their tests are those of reading and loading."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case, tmp_path: Path) -> None:
    """A small record shows these faults at these places in these words, and no others."""
    assert [said(fault) for fault in faults_of(world(tmp_path, case.files))] == case.said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case_is_about_its_codes(case: Case) -> None:
    """The codes in a case's title are those among its faults."""
    assert set(case.codes) <= {re.findall(r":\d+ ([EW]\d{3}) ", fault)[0] for fault in case.said}
    assert bool(case.codes) == bool(case.said) or "no word" in case.title or "no fault" in case.title


def test_every_code_has_a_case() -> None:
    """There is a case for every code, and every code of a case is in the list of codes."""
    shown = {code for case in CASES for code in case.codes}

    assert {code.id for code in all_codes()} - shown == BYTES
    assert shown <= {code.id for code in all_codes()}
