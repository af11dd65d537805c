from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.record.loading import read_record
from generator.record.vocabulary import Family
from tests.bench.corpus import files, write
from tests.bench.measuring import files_under, python, run
from tests.bench.registry import LAST
from tests.world import faults_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_made_up_record_has_no_fault(tmp_path: Path) -> None:
    """The record of the bench passes every check without as much as a notice, and has as many events as were asked."""
    root = write(20, tmp_path / "project")

    assert [str(fault) for fault in faults_of(root, LAST.replace(year=LAST.year + 1))] == []
    assert len(read_record(root).record.events) == 20


def test_a_made_up_record_is_the_same_each_time() -> None:
    """The same number of events gives the same files, another number other ones."""
    assert list(files(20)) == list(files(20))
    assert list(files(20)) != list(files(21))


@pytest.mark.slow
def test_what_hugo_makes_too_is_the_site_less_the_rest(tmp_path: Path) -> None:
    """The build for the comparison has each event's page and the texts of all as the whole site has them."""
    root = write(20, tmp_path / "project")
    for module, site in (("generator", "whole"), ("tests.bench.alike", "alike")):
        run(python(module, "build", "--site-dir", site), root)
    whole, alike = ({path.relative_to(at): path for path in files_under(at)} for at in (root / "whole", root / "alike"))

    kept = [name for name in alike if name.match("events/*/index.html") or name.match("api/v1/events.json")]
    assert len(kept) == 21
    assert all(alike[name].read_bytes() == whole[name].read_bytes() for name in kept)
    assert {name.parts[0] for name in whole} - {name.parts[0] for name in alike} >= {"feeds", "calendar", "cards"}


@pytest.mark.slow
def test_a_made_up_record_has_what_a_page_must_show(tmp_path: Path) -> None:
    """The record has every family of events, intervals and vague dates, marked texts, relations, effects, refusals."""
    events = read_record(write(300, tmp_path / "project")).record.events

    assert {event.kind.family for event in events} == set(Family)
    assert {len(str(event.date)) for event in events} >= {7, 10, 11, 21}
    texts = [account.text for event in events for account in event.accounts.values()]
    assert 0.25 < sum("](" in text and "*" in text for text in texts) / len(texts) < 0.4
    assert all(any(getattr(event, name) for event in events) for name in ("related", "effects", "declined_by"))
