"""The files of a new timeline: what is taken from this project as it stands, and what is filled in."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.commands.init.record import example_record
from generator.commands.new.draft import slug_of
from generator.pages.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.commands.init.record import Party

PROJECT = Path(__file__).parents[3]
"""The project that this package stands in."""
TAKEN = ("generator", "theme", "requirements/site.txt", "requirements/environment.mk", ".editorconfig")
"""What a new timeline has from this project, unchanged, so that a newer state of it can be copied over."""

_START = Path(__file__).parent / "start"
_NAME = re.compile(r"^site_name: .*\n", re.MULTILINE)
_ABOUT = re.compile(r"^site_description: >-\n(?: .*\n)+", re.MULTILINE)
_SUBJECT = re.compile(r"^  subject: .*\n", re.MULTILINE)
_KEY = re.compile(r"^  key: \S+ #", re.MULTILINE)
_LICENCE = re.compile(r"^MIT License\n.*?(?:\n(?=\n\n)|\Z)", re.MULTILINE | re.DOTALL)
_LEAF = re.compile(r"^ +- [^:]+: (\S+\.md)$")
_SECTION = re.compile(r"^ +- [^:]+:$")


class NotWholeError(Exception):
    """What a new timeline is made from is not there."""


def write_project(target: Path, parties: Sequence[Party], title: str, today: date) -> None:
    """Write a new timeline into an empty folder.

    Raises NotWholeError where this package stands alone, without the theme and the lock of its project.
    """
    lacking = [name for name in (*TAKEN, "mkdocs.yml", "pyproject.toml", "LICENSE") if not (PROJECT / name).exists()]
    if lacking:
        raise NotWholeError(f"{PROJECT} lacks {', '.join(lacking)}: run this from a copy of the whole project")
    for name in TAKEN:
        _take(PROJECT / name, target / name)
    names = listed(party.name for party in parties)
    about = f"Contacts between {names}, each with its sources, as one timeline."
    filled = {"title": title, "names": names, "about": about, "year": today.year, "dependencies": _dependencies()}
    for path, text in _filled(filled):
        _write(target / path, text)
    own = {path.relative_to(_START / "content").as_posix() for path in (_START / "content").rglob("*.md*")}
    _write(target / "mkdocs.yml", configuration(title, about, {name.removesuffix(".jinja") for name in own}))
    for path, text in example_record(parties, today):
        _write(target / path, text)
    licence = _LICENCE.search((PROJECT / "LICENSE").read_text(encoding="utf-8"))
    _write(target / "generator/LICENSE", licence[0] if licence else "")


def configuration(title: str, about: str, own: set[str]) -> str:
    """Give this project's mkdocs.yml for another title, with those pages in its navigation that a new timeline has.

    These are the generated ones, and those written by hand that it has itself: `own`, below content/.
    """
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    text = _NAME.sub(lambda _: f"site_name: {json.dumps(title, ensure_ascii=False)}\n", text)
    text = _ABOUT.sub(lambda _: f"site_description: {json.dumps(about, ensure_ascii=False)}\n", text)
    text = _SUBJECT.sub("", text)
    text = _KEY.sub(lambda _: f"  key: {slug_of(title)} #", text)
    lines: list[str] = []
    for line in text.splitlines():
        leaf = _LEAF.match(line)
        if leaf and leaf[1] not in own and (PROJECT / "content" / leaf[1]).exists():
            continue
        if lines and _SECTION.match(lines[-1]) and not line.startswith(" " * 6):
            lines.pop()  # a section of the navigation with nothing left in it
        lines.append(line)
    return "\n".join(lines) + "\n"


def _dependencies() -> list[str]:
    with (PROJECT / "pyproject.toml").open("rb") as file:
        found: list[str] = tomllib.load(file)["project"]["dependencies"]
    return found


def _filled(values: dict[str, object]) -> list[tuple[str, str]]:
    """Give path and text of every file that a new timeline begins with; what ends in .jinja is filled in."""
    environment = Environment(  # noqa: S701  these are no HTML pages
        loader=FileSystemLoader(_START), undefined=StrictUndefined, keep_trailing_newline=True,
        variable_start_string="<<", variable_end_string=">>",
    )  # fmt: skip
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    found = []
    for path in sorted(path for path in _START.rglob("*") if path.is_file()):
        name = path.relative_to(_START).as_posix()
        if name.endswith(".jinja"):
            found.append((name.removesuffix(".jinja"), environment.get_template(name).render(values)))
        else:
            found.append((name, path.read_text(encoding="utf-8")))
    return found


def _take(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
