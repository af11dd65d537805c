"""The rules of the house that neither the linter nor the type checker can hold."""

from __future__ import annotations

import ast
import json
import re
import statistics
from typing import TYPE_CHECKING

import pytest

from generator.commands import main
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = sorted((ROOT / "generator").rglob("*.py"))
WORDS = {"content": {".md"}, "generator": {".jinja", ".py"}, "theme": {".html", ".js"}}
"""Where the site's own words stand; titles of sources, which the record quotes, are as their publishers wrote them."""


def functions() -> Iterator[tuple[str, int]]:
    """Give every function of the generator with its lines of code, its docstring left out."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                told = ast.get_docstring(node, clean=False)
                lines = (node.end_lineno or 0) - node.lineno + 1
                yield f"{path.name}:{node.name}", lines - (told.count("\n") + 1 if told else 0)


def test_files_are_one_subject_long() -> None:
    """No file of the generator or the theme has over 400 lines, and the median file under 200."""
    theme = [*(ROOT / "theme").rglob("*.css"), *(ROOT / "theme").rglob("*.js"), *(ROOT / "theme").rglob("*.html")]
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in [*MODULES, *theme]}

    assert [str(path) for path, length in lengths.items() if length > 400] == []
    assert statistics.median(lengths.values()) < 200


def test_functions_fit_a_screen() -> None:
    """No function has over 60 lines, nine in ten under 30, and the median one under 10."""
    lengths = dict(functions())

    assert [name for name, length in lengths.items() if length > 60] == []
    assert statistics.quantiles(lengths.values(), n=10)[-1] <= 30
    assert statistics.median(lengths.values()) <= 10


def test_apostrophes_have_one_form() -> None:
    """The site's own words have the apostrophe of the keyboard everywhere, as the record's have."""
    written = [path for place, endings in WORDS.items() for path in (ROOT / place).rglob("*") if path.suffix in endings]
    curled = re.compile(r"(?<=\w)’")

    assert len(written) > 100
    assert [str(path) for path in written if curled.search(path.read_text(encoding="utf-8"))] == []


def test_doors_are_thin() -> None:
    """The plugin and each command have under 200 lines."""
    doors = [ROOT / "generator/plugin.py", *(ROOT / "generator/commands").glob("*.py")]

    assert [door.name for door in doors if door.read_text(encoding="utf-8").count("\n") >= 200] == []


def test_the_architecture_is_on_the_disk() -> None:
    """Every folder and file that ARCHITECTURE.md draws exists, and every room of the generator is drawn."""
    drawing = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1]
    drawn, above = set(), ""
    for indent, name in re.findall(r"^( *)(\S+)", drawing, re.MULTILINE):
        drawn.add(f"{above}{name}" if indent else name)
        above = above if indent else name

    assert [name for name in drawn if not (ROOT / name).exists()] == []
    rooms = {f"generator/{path.name}/" for path in (ROOT / "generator").iterdir() if (path / "__init__.py").exists()}
    assert rooms <= drawn


@pytest.mark.parametrize("name", main.list_commands(None))  # type: ignore[arg-type]  # the list needs no context
def test_commands_are_documented(name: str) -> None:
    """Every command stands in the README and answers --help with an example."""
    command = main.get_command(None, name)  # type: ignore[arg-type]  # as above
    assert command
    assert f"`timeline {name}`" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command.epilog
    assert "timeline" in command.epilog


def test_no_lock_names_a_host() -> None:
    """The locks hold names, versions and hashes; where packages come from is the machine's to say."""
    locks = {path: path.read_text(encoding="utf-8") for path in (ROOT / "requirements").glob("*.txt")}
    scripts = [ROOT / "package-lock.json", *(ROOT / "tests").glob("**/package-lock.json")]
    packages = [item for lock in scripts for item in json.loads(lock.read_text(encoding="utf-8"))["packages"].items()]

    assert [path.name for path, text in locks.items() if "://" in text] == []
    assert [
        name for name, package in packages if name and set(package) & {"resolved", "integrity"} != {"integrity"}
    ] == []


def test_the_parties_are_data() -> None:
    """No party is named in code or templates: another pair of countries needs no change of code."""
    sources = [*MODULES, *(ROOT / "generator").rglob("*.jinja"), *(ROOT / "theme").rglob("*.html")]
    code = {path: re.sub(r'(?s:""".*?""")|#.*', "", path.read_text(encoding="utf-8")) for path in sources}

    assert [path.name for path, text in code.items() if re.search(r"\b(prc|China)\b", text)] == []
