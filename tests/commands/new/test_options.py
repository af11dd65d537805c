"""`timeline new` by options alone: scripts, pipes, builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from generator.commands import main
from generator.record.form.canonical import canonical
from tests.world import FILES, REGISTRY, TALKS, world

if TYPE_CHECKING:
    from pathlib import Path

BASE = {
    "title": "Talks in Geneva", "date": "2024-01-22", "kind": "meeting", "summary": "They spoke of policy.",
    "source": "ft-2024-01-10",
}  # fmt: skip
EVENT = "events/2024/2024-01-22-talks-in-geneva.yml"
WRITTEN = """\
title: Talks in Geneva
date: 2024-01-22
kind: meeting
summary: They spoke of policy.
sources:
  - ft-2024-01-10
"""


def new(root: Path, *arguments: str, **fields: str | None) -> Result:
    """Run the command with the base fields, some of them otherwise; None leaves one out."""
    given = {name: text for name, text in {**BASE, **fields}.items() if text is not None}
    options = [part for name, text in given.items() for part in (f"--{name.replace('_', '-')}", text)]
    return CliRunner().invoke(main, ["new", *options, *arguments, "--root", str(root)], prog_name="timeline")


def written(root: Path, path: str = EVENT) -> str:
    """Give what was written, but for the day on which it was added."""
    return "".join(
        line for line in (root / path).read_text().splitlines(keepends=True) if not line.startswith("added: ")
    )


def test_the_least(tmp_path: Path) -> None:
    """Five options are enough; the path goes to standard output and what to do next to the other."""
    root = world(tmp_path)

    result = new(root)

    assert (result.exit_code, result.stdout) == (0, f"{EVENT}\n")
    assert written(root) == WRITTEN
    assert "timeline serve                 shows its page: /events/2024-01-22-talks-in-geneva/" in result.stderr


def test_everything(tmp_path: Path) -> None:
    """Every option has its place in the file, which passes the checks and is in the form."""
    root = world(tmp_path)

    result = new(
        root, "--person", "Michael Chase", "--person", "宋延超", "--office", "policy-director", "--topic", "taiwan",
        "--channel", "dpct", "--account", "us=Chase spoke: of lines.", "--effect", "dpct=open",
        "--related", "follows=2024-01-08-dpct-17", "--set", "zh={title: 会晤}", "--anyway",
        short="Geneva", kind="talks", place="virtual", significance="minor", slug="dpct-18", source=None,
        from_url="https://www.ft.com/en/2024/01/22/talks?utm_source=x", source_title="Talks",
        source_attribution="readout", source_publisher="financial-times",
    )  # fmt: skip

    path = "events/2024/2024-01-22-dpct-18.yml"
    assert (result.exit_code, result.stdout) == (0, f"{path}\n"), result.stderr
    assert written(root, path) == EVERYTHING
    assert canonical(path, (root / path).read_text()) == (root / path).read_text()


EVERYTHING = """\
title: Talks in Geneva
short: Geneva
date: 2024-01-22
kind: talks
channel: dpct
place: virtual
participants:
  us:
    - michael-chase
  prc:
    - song-yanchao
    - office: policy-director
summary: They spoke of policy.
accounts:
  us:
    text: 'Chase spoke: of lines.'
    sources: [financial-times-2024-01-22]
topics: [taiwan]
effects:
  - channel: dpct
    state: open
related:
  - event: 2024-01-08-dpct-17
    relation: follows
significance: minor
sources:
  - id: financial-times-2024-01-22
    title: Talks
    publisher: financial-times
    url: https://www.ft.com/en/2024/01/22/talks
    published: 2024-01-22
    attribution: readout
zh:
  title: 会晤
"""


MISUSED = [
    ({"title": None, "kind": None}, (), "--title, --kind: needed for an event; on a terminal it is asked for"),
    ({"source": None}, (), "--source or --from-url: needed for an event"),
    ({"date": "22 January 2024"}, (), "Invalid value for --date: `date`: `22 January 2024` is not an EDTF date"),
    ({"kind": "talk"}, (), "Invalid value for --kind: `talk` is no word for `kind`"),
    ({"kind": "talk"}, (), "Did you mean `talks`?"),
    ({"title": "x" * 91}, (), "Invalid value for --title: `title` has 91 characters; at most 90 have room"),
    ({}, ("--channel", "dpcd"), "Invalid value for --channel: There is no channel `dpcd`. Did you mean `dpct`?"),
    ({}, ("--person", "micheal-chase"), "There is no person `micheal-chase`. Did you mean `michael-chase`?"),
    ({}, ("--place", "pentagom"), "There is no place `pentagom`. Did you mean `pentagon`?"),
    ({}, ("--effect", "dpct"), "Invalid value for --effect: `dpct` has no `=` in it"),
    ({}, ("--effect", "dpct=dormant"), "There is no word `dormant`."),
    ({}, ("--account", "usa=Well."), "There is no party `usa`."),
    ({}, ("--source", "ft-2024-01-11"), "Did you mean `ft-2024-01-10`?"),
    ({}, ("--slug", "Two words"), "Invalid value for --slug: small letters, digits and single hyphens"),
    ({}, ("--set", "zh={titel: x}"), "Invalid value for --set: unknown field `titel`"),
    ({}, ("--new-person", "jane-doe={name: Jane Doe, party: us}"), "the field `family_name` is missing"),
    ({}, ("--new-publisher", "A b={name: A, side: press, language: en}"), "`A b` is no id"),
    ({"from_url": "https://a.org/x"}, (), "--source-title and --source-publisher is missing"),
    ({"from_url": "https://www.ft.com/x"}, (), "--source-title is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "arguments", "said"), MISUSED, ids=str)
def test_misuse(tmp_path: Path, fields: dict[str, str | None], arguments: tuple[str, ...], said: str) -> None:
    """What is missing or cannot stand is named with its option, in one run that writes nothing and ends with 2."""
    root = world(tmp_path)

    result = new(root, *arguments, **fields)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not (root / EVENT).exists()


def test_faults_of_the_whole(tmp_path: Path) -> None:
    """What only the whole record shows is reported as by `timeline check`, and nothing is written."""
    root = world(tmp_path)

    result = new(root, date="2199-01-22")

    assert result.exit_code == 1
    assert "events/2199/2199-01-22-talks-in-geneva.yml:2:7: error E304" in result.stderr
    assert not (root / "events/2199").exists()


def test_an_account_rests_on_its_own_sources(tmp_path: Path) -> None:
    """Of several sources an account gets those that speak for its party, a copy as its original; never another's."""
    root = world(tmp_path)

    new(
        root, "--account", "us=Chase spoke.", "--account", "prc=Song spoke.", "--source-copy-of", "defense-department",
        from_url="https://a.org/x", source_title="Talks", source_publisher="financial-times",
    )  # fmt: skip

    text = written(root)
    assert "  us:\n    text: Chase spoke.\n    sources: [financial-times]\n" in text
    assert "  prc:\n    text: Song spoke.\n    sources: [ft-2024-01-10]\n" in text


def test_a_likely_duplicate(tmp_path: Path) -> None:
    """What looks like an event that is there is shown, and written only when that is said to be wanted."""
    root = world(tmp_path)

    refused = new(root, "--channel", "dpct", date="2024-01-10", kind="talks")

    assert refused.exit_code == 1
    assert refused.stderr.startswith(
        "May be the same as `2024-01-08-dpct-17`, 17th Defense Policy Coordination Talks: "
        "also in the channel `dpct`, 8 to 9 January 2024\n"
    )
    assert sorted(path.name for path in (root / "events/2024").iterdir()) == ["2024-01-08-dpct-17.yml"]
    assert new(root, "--channel", "dpct", "--anyway", date="2024-01-10", kind="talks").exit_code == 0


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    """An event of the same id stays as it is."""
    root = world(tmp_path)

    result = new(root, date="2024-01-08", slug="dpct-17")

    assert result.exit_code == 1
    assert "is there already; choose another --slug" in result.stderr
    assert (root / TALKS).read_text() == FILES[TALKS]


def test_a_dry_run(tmp_path: Path) -> None:
    """With --dry-run the file is printed and nothing is written."""
    root = world(tmp_path)

    result = new(root, "--dry-run")

    assert result.exit_code == 0
    assert result.stdout.startswith(f"# {EVENT}\n{WRITTEN}added: ")
    assert not (root / EVENT).exists()


def test_a_shared_source_is_found_by_its_address(tmp_path: Path) -> None:
    """An address that the registry has is cited by its id."""
    root = world(tmp_path)

    new(root, source=None, from_url="http://ft.com/content/1?fbclid=2#top")

    assert written(root) == WRITTEN


def test_somebody_new(tmp_path: Path) -> None:
    """A person and a publisher that the registry lacks are written beside the event."""
    root = world(tmp_path)

    result = new(
        root, "--new-person", "jane-doe={name: Jane Doe, family_name: Doe, party: us}", "--person", "jane-doe",
        "--new-publisher", "a-paper={name: A paper, side: press, language: en}",
        source=None, from_url="https://a.org/x", source_title="Talks", source_publisher="a-paper",
    )  # fmt: skip

    people, publishers = f"{REGISTRY}/people/jane-doe.yml", f"{REGISTRY}/publishers.yml"
    assert result.stdout == f"{people}\n{publishers}\n{EVENT}\n", result.stderr
    assert (root / people).read_text() == "name: Jane Doe\nfamily_name: Doe\nparty: us\n"
    assert (root / publishers).read_text().startswith("a-paper:\n  name: A paper\n  side: press\n  language: en\n")
    assert "participants:\n  us:\n    - jane-doe\n" in written(root)


def test_a_set_is_written_without_quotes(tmp_path: Path) -> None:
    """One unknown day within a span has the form that the record's files have it in."""
    root = world(tmp_path)

    assert new(root, date="[..2024-01-22]").exit_code == 0
    assert "\ndate: [..2024-01-22]\n" in written(root)


def test_a_broken_record_elsewhere_is_no_hindrance(tmp_path: Path) -> None:
    """Faults of other files keep nobody from adding an event."""
    root = world(tmp_path, {f"{REGISTRY}/people/dong-jun.yml": "name: Dong Jun\n"})

    assert new(root).exit_code == 0
