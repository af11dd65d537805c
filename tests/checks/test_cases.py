"""What is said of small records, word for word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.checks import all_codes
from tests.checks.cases import Case, all_cases
from tests.world import faults_of, instead, said

if TYPE_CHECKING:
    from pathlib import Path

CASES = all_cases()
BYTES = {"E101", "E102", "E109", "E114", "E115"}
"""Codes of what text cannot show: their tests are those of reading and loading."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case, small_record: Path) -> None:
    """A small record shows these faults at these places in these words, and no others."""
    with instead(small_record, case.files):
        assert [said(fault) for fault in faults_of(small_record)] == case.said


def test_cases_are_about_their_codes() -> None:
    """The codes in a case's title are those among its faults."""
    for case in CASES:
        found = {re.findall(r":\d+ ([EW]\d{3}) ", fault)[0] for fault in case.said}
        assert set(case.codes) <= found, case.title
        assert bool(case.codes) == bool(found) or "no word" in case.title or "no fault" in case.title, case.title


def test_every_code_has_a_case() -> None:
    """There is a case for every code, and every code of a case is in the list of codes."""
    shown = {code for case in CASES for code in case.codes}

    assert {code.id for code in all_codes()} - shown == BYTES
    assert shown <= {code.id for code in all_codes()}
