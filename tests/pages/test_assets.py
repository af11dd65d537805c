"""The theme's files as the site serves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.assets import assets

if TYPE_CHECKING:
    from pathlib import Path


def test_scripts_keep_their_folders_and_lose_their_comments(tmp_path: Path) -> None:
    """A module in a folder is served in that folder; comments on lines of their own go, those before code stay."""
    script = '/* Told\n   at length. */\n/** @type {A} */ (a).b = "/* no */";\n  /* gone */\n  c(); /* stays */\n'
    for name, text in {"css/open-channel.css": "", "js/a.js": "a();\n", "js/part/b.js": script}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    found = dict(assets(tmp_path))

    assert found["assets/a.js"] == "a();\n"
    assert found["assets/part/b.js"] == '/** @type {A} */ (a).b = "/* no */";\n  c(); /* stays */\n'
