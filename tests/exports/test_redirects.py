"""Former ids lead to the present ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.exports.redirects import redirects
from generator.record.loading import read_record
from tests.world import changed, world

if TYPE_CHECKING:
    from pathlib import Path


def test_a_former_id_leads_to_the_present_one(tmp_path: Path) -> None:
    """Each former id has a page at its address that leads on and runs nothing, its title escaped; others have none."""
    fields = "title: Talks & 'quotes'\nformerly: [2024-00-00-talks]\n"
    record = read_record(world(tmp_path, changed(fields))).record

    [(address, page)] = redirects(record)

    assert address == "events/2024-00-00-talks/index.html"
    assert 'content="0; url=../2024-01-08-dpct-17/"' in page
    assert """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">""" in page
    assert "<h1>Talks &amp; &#39;quotes&#39;</h1>" in page


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("events/registry/channels/dpct.yml", "channels/old/index.html"),
        ("events/registry/people/dong-jun.yml", "people/old/index.html"),
    ],
)
def test_channels_and_people_are_renamed_too(tmp_path: Path, path: str, address: str) -> None:
    """Former ids of channels and people lead on as those of events do."""
    record = read_record(world(tmp_path, changed("formerly: [old]\n", path))).record

    [(made, page)] = redirects(record)

    assert made == address
    assert f'content="0; url=../{path.rpartition("/")[2].removesuffix(".yml")}/"' in page
