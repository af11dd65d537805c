"""Lists what the site is built with, as a bill of materials (CycloneDX 1.6): versions, licences, hashes.

Usage: components.py LOCK FOLDER, where FOLDER has the packages that LOCK names installed. The same lock and packages
give the same text: no time stands in it.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(.*?)(?=^[A-Za-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
CLASSIFIER = "License :: "


def licence(package: Distribution) -> str:
    """Give a package's licence: an SPDX expression where it has one (PEP 639), else what it calls it."""
    about = package.metadata
    if "License-Expression" in about:
        return about["License-Expression"]
    classifiers: list[str] = about.get_all("Classifier", [])
    classified = [name.rpartition(" :: ")[2] for name in classifiers if name.startswith(CLASSIFIER)]
    [named, *_] = [*about.get_all("License", []), ""][0].strip().splitlines() or [""]
    return ", ".join(classified) or named or "not said"


def component(name: str, version: str, hashes: list[str], installed: Distribution | None) -> dict[str, object]:
    """Give a package as CycloneDX describes one; one that other systems alone need has no licence to read here."""
    told: dict[str, object] = {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
    }
    if installed:
        text = licence(installed)
        spdx = "License-Expression" in installed.metadata
        told["licenses"] = [{"expression": text} if spdx else {"license": {"name": text}}]
    told["properties"] = [{"name": "locked:sha256", "value": value} for value in hashes]
    return told


def bill(lock: str, installed: dict[str, Distribution]) -> dict[str, object]:
    """Give the bill of a lock's text."""
    listed = [
        component(name, version, re.findall(r"--hash=sha256:(\w+)", rest), installed.get(name))
        for name, version, rest in LOCKED.findall(lock)
    ]
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": listed}


def found(folder: str) -> dict[str, Distribution]:
    """Give the packages in a folder by their names as locks write them (PEP 503)."""
    return {re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower(): one for one in distributions(path=[folder])}


if __name__ == "__main__":
    told = bill(Path(sys.argv[1]).read_text(encoding="utf-8"), found(sys.argv[2]))
    sys.stdout.write(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
