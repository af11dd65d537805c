"""The theme's files as the site serves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.assets import read_assets

if TYPE_CHECKING:
    from pathlib import Path


def made(root: Path, files: dict[str, str]) -> dict[str, str]:
    """Write the files of a theme and give what is served of them, by address below their folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return dict(read_assets(root).files)


def test_scripts_keep_their_folders(tmp_path: Path) -> None:
    """A script is served in the folder in which it stands, without what only people read."""
    found = made(tmp_path, {"css/open-channel.css": "", "js/a.js": "a();\n", "js/part/b.js": "/* Told. */\nb();\n"})

    assert found["a.js"] == "a()"
    assert found["part/b.js"] == "b()"


def test_stylesheets_become_one(tmp_path: Path) -> None:
    """The parts of the manifest stand in its order in one file without comments, the signs of running text behind."""
    manifest = '@import "b.css";\n@import "a.css";\n'

    found = made(tmp_path, {
        "css/open-channel.css": manifest, "css/a.css": "/* A */ .a { color: red }", "css/b.css": ".b { margin: 0px }",
        "js/a.js": "",
    })  # fmt: skip

    assert found["open-channel.css"].startswith(".b{margin:0}.a{color:red}.sym,.signed::before{")
