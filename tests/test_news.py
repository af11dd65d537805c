"""What waits for the change log is named so that it gets there."""

from __future__ import annotations

import re
import tomllib

from tests.conftest import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
TYPES = [kind["directory"] for kind in SETTINGS["type"]]


def test_fragments_have_a_known_type_and_one_sentence() -> None:
    """Every file in news/ but its README is called after its type, and holds one paragraph."""
    fragments = sorted(path for path in (ROOT / "news").iterdir() if path.name != "README.md")

    for path in fragments:
        assert re.fullmatch(rf"\+[a-z0-9-]+\.({'|'.join(TYPES)})\.md", path.name), path.name
        assert re.fullmatch(r"[A-Z`].*[.]\n", path.read_text(encoding="utf-8")), path.name
