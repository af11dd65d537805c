"""CITATION.cff tells of the record what the record tells of itself."""

from __future__ import annotations

import yaml

from generator.exports.api import LICENCE
from generator.pages.citations import of_record
from generator.pages.page import Settings
from tests.conftest import ROOT, real_reading


def test_the_citation_is_in_step() -> None:
    """The site's name, its author and licence are those of the citation; its version one of the record's."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    work = of_record(real_reading().record, Settings("Open Channel"))

    assert cited["title"].startswith(work.title)
    assert [author["name"] for author in cited["authors"]] == [work.author]
    assert (cited["type"], cited["license"]) == ("dataset", LICENCE)
    assert cited["version"] == cited["date-released"] <= work.version
