"""What the tests of pages share: the full record and its pages, made once for each worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.full_record import made, written

if TYPE_CHECKING:
    from generator.pages.site import Page
    from generator.record.record import Record


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Give the record with every kind of entry."""
    return written(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="session")
def pages(full: Record) -> dict[str, Page]:
    """Give its pages by the path of their file."""
    return made(full)
