"""A plugin of pytest for runs over mutants.

What earlier tests left in caches must not hide what a mutant does. One failure is enough: quick tests come first.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

# A mutant is as slow as it is, and an example that fails need not be made small.
settings.register_profile(
    "mutants",
    derandomize=True,
    max_examples=50,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)

_TIMED = Path("mutmut-stats.json")
"""How long each test took when mutmut looked which functions it reaches; not there yet at that time."""
_SECONDS: dict[str, float] = {}
_CODE = re.compile(r"\b[EW]\d{3}\b")
_LEFT_OUT = {"test_the_record_keeps_its_values"}
"""Tests that take as long as all others of their room together."""
_CACHES: list[Any] = []
_RECORDS: list[Any] = []


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have names of tests made anew: pytest would escape a backslash in them once more in each session of a process."""
    for mark in metafunc.definition.iter_markers("parametrize"):
        object.__setattr__(mark, "_param_ids_from", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put tests first that name a code of the mutant's file, and the quick ones; leave out those that take too long."""
    if not _SECONDS and _TIMED.exists():
        _SECONDS.update(json.loads(_TIMED.read_text(encoding="utf-8"))["duration_by_test"])
    module = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")[0]
    source = Path(f"{module.replace('.', '/')}.py")
    codes = set(_CODE.findall(source.read_text(encoding="utf-8"))) if source.is_file() else set()
    items[:] = [item for item in items if item.name not in _LEFT_OUT]
    items.sort(key=lambda item: (codes.isdisjoint(_CODE.findall(item.nodeid)), _SECONDS.get(item.nodeid, 0.0)))


def pytest_collection_finish() -> None:
    """Find the caches of the generator's functions, and the records that test modules share."""
    names = {name: vars(module) for name, module in sys.modules.items() if name.startswith(("generator.", "tests."))}
    values = {id(value): value for held in names.values() for value in held.values()}.values()
    _CACHES[:] = [value for value in values if callable(getattr(value, "cache_clear", None))]
    _RECORDS[:] = [value for value in values if type(value).__name__ == "Record"]


def pytest_runtest_setup() -> None:
    """Let each test begin with empty caches."""
    for function in _CACHES:
        function.cache_clear()
    for record in _RECORDS:
        record.answers.clear()
