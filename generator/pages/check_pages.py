"""The reference of the checks: an index by family, and a page for each code."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.checks import all_codes
from generator.pages.addresses import CHECKS, address
from generator.pages.phrases import capital, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press

_FAMILIES = {
    "E1": "Reading", "E2": "Shape", "E3": "Dates", "E4": "References", "E5": "Evidence", "E6": "Consistency",
    "E7": "Text", "E9": "Timelines in pages", "W8": "Likely duplicates",
}  # fmt: skip


def pages(press: Press) -> Iterator[Page]:
    """Give the index of checks, then each check."""
    codes = all_codes()
    grouped = groupby(codes, key=lambda code: code.id[:2])
    yield press.page(
        "checks", CHECKS, "Checks", f"The {counted(len(codes), 'check')} that every change of the record goes through.",
        of=(), index=True, families=[(_FAMILIES.get(family, family), list(found)) for family, found in grouped],
    )  # fmt: skip
    for code in codes:
        yield press.page("check", address("check", code.id), f"{code.id}: {code.title}", capital(code.why),
                         page_class="p-check", of=(), code=code)  # fmt: skip
