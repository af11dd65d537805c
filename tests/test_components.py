"""The bill of materials: what the site is built with."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig

from tests.conftest import ROOT

LOCK = ROOT / "requirements/site.txt"


def test_every_locked_package_is_listed_with_its_licence() -> None:
    """Each line of the lock is a component with its hashes, and each package that is installed says its licence."""
    told = subprocess.run(  # noqa: S603  the interpreter that runs the tests, with words of the tests
        [sys.executable, ROOT / ".github/scripts/components.py", LOCK, sysconfig.get_path("purelib")],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip

    bill = json.loads(told.stdout)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    assert [f"{one['name']}=={one['version']}" for one in bill["components"]] == [
        line.split(" ")[0] for line in lines if "==" in line and not line.startswith(" ")
    ]
    assert sum(len(one["properties"]) for one in bill["components"]) == sum("--hash=" in line for line in lines)
    unsaid = [one["name"] for one in bill["components"] if "not said" in str(one.get("licenses"))]
    assert unsaid == []
