"""`timeline links`: what it asks, remembers, reports and writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from generator.commands import links, main
from generator.links.running import Check
from tests.links.server import Server, answer, network, redirect
from tests.world import REGISTRY, SUMMIT, TALKS, changed, world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.links.door import Network

SHARED = f"{REGISTRY}/sources/ft-2024-01-10.yml"
OK = answer("200 OK")
CONFIGURED = "site_name: A timeline\ndocs_dir: events\n"
OWN = """\
sources:
  - ft-2024-01-10
  - id: own # ours
    title: Own
    publisher: financial-times
    url: {}
"""
TEXT = """\
# seen
title: A
publisher: financial-times
url: {} # free
published: 2024-01-10
"""


def run(root: Path, *arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["links", "--root", str(root), *arguments], prog_name="timeline")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Give a server to which every name of the network leads."""

    def check(agent: str, _: Network | None = None) -> Check:
        return Check(agent, network())

    monkeypatch.setattr(links, "Check", check)
    with Server({"/content/1": [OK], "/own": [OK]}) as made:
        yield made


@pytest.fixture
def root(tmp_path: Path, server: Server) -> Path:
    """Give a record whose shared source and one of an event lie on the server."""
    own, shared = server.url("/own"), server.url("/content/1")
    configured = f"{CONFIGURED}site_url: https://a.org/\nextra: {{links: {{archive: '{server.url('/available')}'}}}}\n"
    files = {**changed(OWN.format(own), SUMMIT), SHARED: TEXT.format(shared), "mkdocs.yml": configured}
    return world(tmp_path, files)


def test_everything_answers(root: Path, server: Server) -> None:
    """Each address is asked once, whoever cites it, by the name in the configuration."""
    result = run(root)

    assert (result.exit_code, result.stdout) == (0, "2 addresses: answers 2.\n")
    assert sorted(one.path for one in server.heard) == ["/content/1", "/own", "/robots.txt"]
    assert {one.headers["User-Agent"] for one in server.heard} == {"A-timeline-links/1.0 (+https://a.org/)"}


def test_what_answered_is_not_asked_again(root: Path, server: Server) -> None:
    """A good answer is remembered for a week, a bad one asked for again; --age 0 asks for all."""
    server.paths["/own"] = [answer("410 Gone")]
    first = run(root)
    server.heard.clear()
    second = run(root)

    assert first.exit_code == second.exit_code == 1
    assert first.stdout == second.stdout
    assert server.asked("/content/1") == []
    assert server.asked("/own") == ["HEAD", "GET"]
    run(root, "--age", "0")
    assert server.asked("/content/1") == ["HEAD"]


def test_broken_addresses(root: Path, server: Server) -> None:
    """A document that cannot be read is told with its place, and ends with 1; a moved one does not."""
    server.paths["/own"] = [answer("404 Not Found")]
    server.paths["/content/1"] = [redirect("/content/2", "301 Moved"), OK]
    server.paths["/content/2"] = [OK]

    result = run(root, "--format", "json")
    found = {one["verdict"]: one for one in json.loads(result.stdout)["addresses"]}

    assert result.exit_code == 1
    assert found["gone"]["places"] == [f"{SUMMIT}:14:10"]
    assert found["moved"]["location"] == server.url("/content/2")
    assert run(root, str(root / SHARED)).exit_code == 0


def test_a_copy_makes_good(root: Path, server: Server) -> None:
    """A broken address whose archived copy the record names leaves nobody without the document."""
    server.paths["/content/1"] = [answer("404 Not Found")]
    copy = server.url("/own", "archive.org")
    (root / SHARED).write_text((root / SHARED).read_text() + f"archived: {copy}\n")

    result = run(root)

    assert result.exit_code == 0
    assert f"the record has a copy: {copy}\n" in result.stdout


def test_archived_copies_are_written(root: Path, server: Server) -> None:
    """--write-archived adds what the archive answers to sources without a copy, and keeps the rest of the file."""
    server.paths["/web/own"] = [OK]
    copy = server.url("/web/own", "archive.org")
    found = {"archived_snapshots": {"closest": {"available": True, "status": "200", "url": copy}}}
    asked = server.url("/own").replace(":", "%3A").replace("/", "%2F")
    server.paths[f"/available?url={asked}"] = [answer("200 OK", body=json.dumps(found).encode())]
    before = (root / SHARED).read_text()

    result = run(root, "--write-archived")

    assert (result.exit_code, result.stderr) == (0, f"{SUMMIT}: {copy}\n")
    assert (root / SUMMIT).read_text().endswith(
        f"  - ft-2024-01-10\n  - id: own # ours\n    title: Own\n    publisher: financial-times\n"
        f"    url: {server.url('/own')}\n    archived: {copy}\nadded: 2024-01-20\n"
    )  # fmt: skip
    assert (root / SHARED).read_text() == before


def test_an_archive_must_be_named(root: Path) -> None:
    """Without an archive in the configuration nothing can be asked of one."""
    (root / "mkdocs.yml").write_text(CONFIGURED)

    result = run(root, "--write-archived")

    assert result.exit_code == 2
    assert "`extra.links.archive`" in result.stderr


def test_answers_before_an_interruption_are_kept(root: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was heard before Ctrl-C is remembered."""

    def ask(self: Check, urls: list[str], heard: object) -> None:
        heard(urls[0], self.asker.ask(urls[0]))  # type: ignore[operator]  # a callback
        raise KeyboardInterrupt

    monkeypatch.setattr(Check, "ask", ask)

    assert run(root).exit_code == 130
    assert server.url("/content/1") in (root / ".cache/links/answers.json").read_text()


def test_only_what_is_named(root: Path, server: Server) -> None:
    """With PATHs only the addresses in these files are asked; what is no part of the record is a misuse."""
    assert run(root, str(root / TALKS)).stdout == "0 addresses: nothing to ask.\n"
    assert server.heard == []
    assert run(root, str(root / "mkdocs.yml")).exit_code == 2
