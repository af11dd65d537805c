"""A build of ours that makes what Hugo is asked to make, and nothing else of the record.

    python -m tests.bench.alike build --site-dir site

Those are the pages of events, the first of each part of the site, and one file with the texts of all events. `timeline
build` has no option for it, since nobody would publish such a site: here it is told apart for the comparison.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unittest import mock

from generator.building import publishing, reading
from generator.commands import main

if TYPE_CHECKING:
    from generator.building.publishing import Published

_KEPT = re.compile(r"(events|about)/.*|[^/]+(/index)?\.md")
"""Each event's page, and those that every page leads to."""
_INDEX = "api/v1/events.json"
_whole = publishing.publish


def _alike(*given: Any, **named: Any) -> Published:  # noqa: ANN401  what the publishing takes is handed on
    """Publish a record, but for what Hugo is not asked for."""
    found = _whole(*given, **named)
    pages = tuple(page for page in found.pages if _KEPT.fullmatch(page.src_uri))
    return replace(
        found, pages=pages, bundles=tuple, pictures=lambda _: iter(()),
        files=lambda: (file for file in found.files() if file.address == _INDEX),
    )  # fmt: skip


if __name__ == "__main__":
    with mock.patch.object(reading, "publish", _alike):
        main(prog_name="timeline")
