"""What the tests of the checks share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.world import world

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def small_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the small record, one for all cases: each puts its files there with `instead`."""
    return world(tmp_path_factory.mktemp("small"))
