"""The floor: MkDocs with Material, two pages, no event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.measuring import python

if TYPE_CHECKING:
    from pathlib import Path

BUILD = python("mkdocs", "build", "--quiet", "--site-dir", "site")
_CONFIG = """\
site_name: Floor
site_url: !ENV SITE_URL
theme: {name: material, font: false}
plugins: [search]
"""
_PAGES = {"index.md": "# Home\n\nSee the [timeline](timeline.md).\n", "timeline.md": "# Timeline\n\nNo event.\n"}


def write(folder: Path) -> Path:
    """Write the project, and give its folder."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    for name, text in _PAGES.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    return folder
