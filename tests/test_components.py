"""What the site is built with: the list for readers and the bill of materials for programs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing  # type: ignore[import-untyped]  # it ships no types

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LOCK = ROOT / "requirements/site.txt"
PAGE = ROOT / "content/about/software.md"
BILL = PAGE.with_suffix(".cdx.json")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the two lists anew, and give the page."""
    page = tmp_path_factory.mktemp("made") / PAGE.name
    page.write_bytes(PAGE.read_bytes())
    subprocess.run(  # noqa: S603  the interpreter that runs the tests, with words of the tests
        [sys.executable, ROOT / ".github/scripts/components.py", LOCK, sysconfig.get_path("purelib"), page],
        cwd=ROOT, timeout=60, check=True,
    )  # fmt: skip
    return page


def here(name: str, locked: str) -> bool:
    """Tell whether a package is installed here as it is locked; what other systems alone need is not."""
    try:
        return version(name) == locked
    except PackageNotFoundError:
        return False


def bill(path: Path) -> dict[str, Any]:
    """Read a bill, of the packages that are installed here."""
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    kept = [one for one in told["components"] if here(one["name"], one["version"])]
    refs = {one["bom-ref"] for one in kept}
    return {**told, "components": kept, "dependencies": [one for one in told["dependencies"] if one["ref"] in refs]}


def rows(path: Path) -> list[list[str]]:
    """Read the packages of a page."""
    lines = path.read_text(encoding="utf-8").partition("| --- |")[2].splitlines()[1:]
    return [line.strip("| ").split(" | ") for line in lines]


def test_the_lists_are_those_of_the_lock(made: Path) -> None:
    """Both lists name each package of the lock as it describes itself; `make sbom` writes them anew."""
    locked = re.findall(r"^([^\s=]+)==([^\s\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)

    assert [row for row in rows(PAGE) if here(*row[:2])] == [row for row in rows(made) if here(*row[:2])]
    assert bill(BILL) == bill(made.with_suffix(".cdx.json"))
    assert [tuple(row[:2]) for row in rows(PAGE)] == locked
    assert [(one["name"], one["version"]) for one in json.loads(BILL.read_bytes())["components"]] == locked


def test_the_bill_is_one() -> None:
    """The bill follows the schema of CycloneDX, and every package in it is asked for by another or by the build."""
    text = BILL.read_text(encoding="utf-8")
    told = json.loads(text)
    asked = {ref for one in told["dependencies"] for ref in one["dependsOn"]}

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert {one["name"] for one in told["components"] if one["bom-ref"] not in asked} == {"flit-core"}


def test_a_bill_that_is_none_would_be_seen() -> None:
    """The schema refuses a component without a name."""
    told = json.loads(BILL.read_text(encoding="utf-8"))
    del told["components"][0]["name"]

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(told)) is not None


def test_every_package_says_its_licence() -> None:
    """Each package has a licence, and what is given as an expression of SPDX is one."""
    told = [one.get("licenses", [{}])[0] for one in json.loads(BILL.read_text(encoding="utf-8"))["components"]]
    known = get_spdx_licensing()

    assert [one for one in told if not one or "not said" in str(one)] == []
    expressions = {one["expression"] for one in told if "expression" in one}
    assert expressions
    assert {text: known.validate(text).errors for text in expressions if known.validate(text).errors} == {}
