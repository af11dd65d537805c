"""Scripts as the site serves them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from minify import MinifyError  # type: ignore[import-untyped]  # it ships no types

from generator.pages.scripts import minified, modules
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_IMPORT = re.compile(r'import\{([^}]*)\}from"([^"]*)"')


def test_scripts_lose_what_only_people_read() -> None:
    """Comments and air go, texts stay; a script that is no module keeps its names, which may be another's."""
    script = '/* Told\n   at length. */\n/** @type {A} */ (a).b = "/* no */";\nconst long = 1; /* gone */\n'

    assert minified(script) == 'a.b="/* no */";const long=1'


@pytest.mark.parametrize(("module", "short"), [
    ('import { long } from "./a.js";\nlong();\n', 'import{long}from"./a.js";long();'),
    ("export const long = 1;\nconst other = 2;\n", "const e=1,t=2;export{e as long}"),
    ("/** A part. */\nexport class Part extends Whole {}\n", "class e extends Whole{}export{e as Part}"),
    (
        'import { x as far } from "./a.js";\nimport { z } from "../b.js";\nexport const two = () => far(z);\ntwo();\n',
        'import{x as far}from"./a.js";import{z}from"../b.js";const e=()=>far(z);e();export{e as two}',
    ),
])  # fmt: skip
def test_names_at_the_top_of_a_module_are_its_own(module: str, short: str) -> None:
    """They become short, but for those by which modules know each other; what was not declared keeps its name."""
    assert minified(module) == short


@pytest.mark.parametrize("form", [
    "export function f() {}", "export default 1;", "export let a;", 'export { a } from "./a.js";', "import './a.js'",
])  # fmt: skip
def test_forms_that_are_not_known_are_refused(form: str) -> None:
    """What it would not make a module of again is a fault, and not served without."""
    with pytest.raises(MinifyError):
        minified(f'import {{ b }} from "./b.js";\n{form}\n')


def test_what_modules_import_is_exported() -> None:
    """Each name that a published module imports at the top is one that the other module gives, if its source did."""
    folder = ROOT / "theme/assets/js"
    published = {path: minified(path.read_text(encoding="utf-8")) for path in folder.rglob("*.js")}
    given = {path: set(re.findall(r"(\w+)[,}]", text.rpartition("export{")[2])) for path, text in published.items()}

    wanted = [
        (path.name, name) for path, text in published.items() for names, other in _IMPORT.findall(text)
        for name in re.findall(r"(\w+)(?: as \w+)?", names) if name not in given[(path.parent / other).resolve()]
    ]  # fmt: skip
    assert wanted == []
    assert len(given) > 50


def test_modules_are_those_that_are_fetched_at_once(tmp_path: Path) -> None:
    """What a module imports, and what that imports, is named once; what is fetched later on demand is not."""
    files = {
        "t/a.js": 'import { b } from "./b.js";\nimport { e } from "../e.js";\nimport("./d.js");\n',
        "t/b.js": 'import { c } from "./c.js";\n', "t/c.js": "", "t/d.js": "", "e.js": "",
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / "js" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert modules(tmp_path, "t/a.js") == ("e.js", "t/a.js", "t/b.js", "t/c.js")
