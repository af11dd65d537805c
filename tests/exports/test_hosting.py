"""What hosts are told: policies, types, how long a copy is good, where former addresses lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.exports.hosting import hosting
from generator.pages.page import Settings
from generator.record.loading import read_record
from tests.world import changed, world

if TYPE_CHECKING:
    from pathlib import Path

ASSETS = "assets/0a1b2c3d/"


def told(root: Path, url: str = "") -> dict[str, str]:
    """Give what hosts are told of a small record with a renamed event, by address."""
    record = read_record(world(root, changed("formerly: [2024-00-00-talks]\n"))).record
    return {
        file.address: str(file.content) for file in hosting(record, Settings("A", url), "default-src 'none'", ASSETS)
    }


def test_headers_that_add_up_do_not_contradict(tmp_path: Path) -> None:
    """No header is said for a folder that is said for all pages: Netlify would join the two."""
    blocks = [block.splitlines() for block in told(tmp_path)["_headers"].split("\n\n")]
    everywhere = {line.split(":")[0] for line in blocks[0][1:]}

    assert blocks[0][0] == "/*"
    assert [block[0] for block in blocks if any(line.split(":")[0] in everywhere for line in block[1:])] == ["/*"]
    assert [f"/{ASSETS}*", "  Cache-Control: public, max-age=31536000, immutable"] in blocks


@pytest.mark.parametrize(
    ("url", "prefix"), [("", "/"), ("https://a.example/", "/"), ("https://a.example/b/c/", "/b/c/")]
)
def test_former_addresses_lead_on(url: str, prefix: str, tmp_path: Path) -> None:
    """A former id is redirected for good, below the path where the site stands, in each host's words."""
    former, present = f"{prefix}events/2024-00-00-talks/", f"{prefix}events/2024-01-08-dpct-17/"

    found = told(tmp_path, url)

    assert found["_redirects"] == f"{former} {present} 301\n"
    assert f"location = {former} {{ return 301 {present}; }}\n" in found["hosting/nginx.conf"]
    assert f"redir {former} {present} 301\n" in found["hosting/Caddyfile"]


def test_only_the_frame_may_be_framed(tmp_path: Path) -> None:
    """Servers that can tell pages apart let any site frame the embed, and no site another page."""
    for name in ("hosting/nginx.conf", "hosting/Caddyfile"):
        text = told(tmp_path / name)[name]
        assert text.count("frame-ancestors *") == 1
        assert text.count("frame-ancestors 'self'") == 3
