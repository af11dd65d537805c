"""Lists what the site is built with: for programs as a bill of materials (CycloneDX 1.6), for readers as a table.

Usage: components.py LOCK PACKAGES PAGE, where the folder PACKAGES has installed what LOCK names, and pyproject.toml
stands here. Everything behind the heading "Packages" of PAGE is written anew, and the bill beside it, under its name.
The same lock and packages give the same bytes: no time stands in them.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
import uuid
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
NAME = re.compile(r"[A-Za-z0-9._-]+")
CLASSIFIER = "License :: "
SPDX = {
    "Apache-2.0": "Apache-2.0",
    "MIT": "MIT",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What older packages call a licence, where that can mean one alone."""
HEADING = "## Packages\n"


@dataclass(frozen=True)
class Package:
    """A locked package, as it describes itself where it is installed."""

    name: str
    version: str
    licence: str
    """An expression of SPDX where it is known, else what the package says; empty where it is not installed."""
    is_spdx: bool
    needs: tuple[str, ...]
    """What it asks for, by name, in order."""

    @property
    def ref(self) -> str:
        """Its package URL, which is its name in the bill, too."""
        return f"pkg:pypi/{self.name}@{self.version}"


def canonical(name: str) -> str:
    """Give a package's name as locks write it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> tuple[str, ...]:
    """Give the packages that requirements name; what belongs to an extra is not asked for."""
    found = (NAME.match(one) for one in requirements if "extra ==" not in one)
    return tuple(sorted({canonical(one[0]) for one in found if one}))


def licence(about: Any) -> tuple[str, bool]:  # noqa: ANN401  the metadata of a package, of which there is no public type
    """Give a package's licence and whether SPDX knows it by this name: an expression (PEP 639), else what it says."""
    if "License-Expression" in about:
        return about["License-Expression"], True
    classifiers: list[str] = about.get_all("Classifier", [])
    classified = [name.rpartition(" :: ")[2] for name in classifiers if name.startswith(CLASSIFIER)]
    named = about.get("License", "").strip().partition("\n")[0]
    told = SPDX.get(named, "") or ", ".join(classified) or named or "not said"
    return SPDX.get(told, told), told in SPDX or told in SPDX.values()


def packages(lock: str, folder: str) -> tuple[Package, ...]:
    """Give the packages of a lock's text, with what those in a folder say of themselves."""
    installed = {canonical(one.metadata["Name"]): one for one in distributions(path=[folder])}
    return tuple(package(name, version, installed.get(name)) for name, version in LOCKED.findall(lock))


def package(name: str, version: str, installed: Distribution | None) -> Package:
    """Describe a package; one that other systems alone need is not installed, and says nothing here."""
    if installed is None:
        return Package(name, version, "", is_spdx=False, needs=())
    told, is_spdx = licence(installed.metadata)
    return Package(name, version, told, is_spdx, names(installed.requires or []))


def bill(found: tuple[Package, ...], lock: str, project: dict[str, Any]) -> dict[str, Any]:
    """Give the bill of the packages of a lock, which holds the sums of all their files and is named by its own."""
    own = f"pkg:pypi/{project['name']}@{project['version']}"
    refs = {one.name: [other.ref for other in found if other.name == one.name] for one in found}
    asked = [(own, names(project["dependencies"])), *((one.ref, one.needs) for one in found)]
    told = [{"ref": ref, "dependsOn": [to for name in needs for to in refs.get(name, ())]} for ref, needs in asked]
    digest = hashlib.sha256(lock.encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, digest)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": own, "name": project["name"], "version": project["version"],
                "description": project["description"], "licenses": [{"expression": project["license"]}],
            },
            "properties": [{"name": "lock:sha256", "value": digest}],
        },
        "components": [component(one) for one in found],
        "dependencies": told,
    }  # fmt: skip


def component(one: Package) -> dict[str, Any]:
    """Give a package as CycloneDX describes one."""
    told = {"type": "library", "bom-ref": one.ref, "name": one.name, "version": one.version, "purl": one.ref}
    by = {"expression": one.licence} if one.is_spdx else {"license": {"name": one.licence}}
    return {**told, **({"licenses": [by]} if one.licence else {})}


def table(found: tuple[Package, ...], project: dict[str, Any]) -> str:
    """Give the packages as a table in Markdown, each with what asks for it."""
    asked = [("this project", names(project["dependencies"])), *((one.name, one.needs) for one in found)]
    lines = ["| Package | Version | Licence | Asked for by |", "| --- | --- | --- | --- |"]
    for one in found:
        by = dict.fromkeys(name for name, needs in asked if one.name in needs)
        lines.append(f"| {one.name} | {one.version} | {one.licence} | {', '.join(by) or 'the build itself'} |")
    return "\n".join(lines) + "\n"


def main(lock: Path, folder: str, page: Path) -> None:
    """Write the two lists."""
    text = lock.read_text(encoding="utf-8")
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = packages(text, folder)
    made = json.dumps(bill(found, text, project), indent=1, ensure_ascii=False)
    page.with_suffix(".cdx.json").write_text(made + "\n", encoding="utf-8")
    before = page.read_text(encoding="utf-8").partition(HEADING)[0]
    page.write_text(f"{before}{HEADING}\n{table(found, project)}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
