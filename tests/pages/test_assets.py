"""The theme's files as the site serves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.assets import modules, read_assets

if TYPE_CHECKING:
    from pathlib import Path


def made(root: Path, files: dict[str, str]) -> dict[str, str]:
    """Write the files of a theme and give what is served of them, by address below their folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return dict(read_assets(root).files)


def test_scripts_keep_their_folders_and_lose_what_only_people_read(tmp_path: Path) -> None:
    """A module in a folder is served in that folder, without comments and air; names that others import stay."""
    script = '/* Told\n   at length. */\n/** @type {A} */ (a).b = "/* no */";\nexport const long = 1; /* gone */\n'

    found = made(tmp_path, {"css/open-channel.css": "", "js/a.js": "a();\n", "js/part/b.js": script})

    assert found["a.js"] == "a()\n"
    assert found["part/b.js"] == 'a.b="/* no */";export const long=1\n'


def test_stylesheets_become_one(tmp_path: Path) -> None:
    """The parts of the manifest stand in its order in one file without comments, the signs of running text behind."""
    manifest = '@import "b.css";\n@import "a.css";\n'

    found = made(tmp_path, {
        "css/open-channel.css": manifest, "css/a.css": "/* A */ .a { color: red }", "css/b.css": ".b { margin: 0px }",
        "js/a.js": "",
    })  # fmt: skip

    assert found["open-channel.css"].startswith(".b{margin:0}.a{color:red}.sym,.signed::before{")


def test_modules_are_those_that_are_fetched_at_once(tmp_path: Path) -> None:
    """What a module imports, and what that imports, is named once; what is fetched later on demand is not."""
    made(tmp_path, {
        "css/open-channel.css": "",
        "js/t/a.js": 'import { b } from "./b.js";\nexport { c } from "./c.js";\nimport("./d.js");\n',
        "js/t/b.js": 'import { c } from "./c.js";\n', "js/t/c.js": "", "js/t/d.js": "",
    })  # fmt: skip

    assert modules(tmp_path, "t/a.js") == ("t/a.js", "t/b.js", "t/c.js")
