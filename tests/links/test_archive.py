"""Asking an archive for a copy: nothing is taken that it did not say, or that does not answer."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from generator.links.archive import archived_copy
from generator.links.running import Check
from tests.links.server import Server, answer, network

DOCUMENT = "https://www.ft.com/content/1?a=b"
ASKED = "/available?url=https%3A%2F%2Fwww.ft.com%2Fcontent%2F1%3Fa%3Db&timestamp=20240110"
OK = answer("200 OK")


def says(url: str, **closest: Any) -> bytes:  # noqa: ANN401  any JSON
    """Give an answer of the archive's interface."""
    found = {"available": True, "url": url, "timestamp": "20240110000000", "status": "200", **closest}
    return answer("200 OK", body=json.dumps({"url": DOCUMENT, "archived_snapshots": {"closest": found}}).encode())


def copy(server: Server) -> str | None:
    """Ask a server that plays the archive."""
    return archived_copy(
        Check("us/1.0", network()).asker, server.url("/available", "archive.org"), DOCUMENT, date(2024, 1, 10)
    )


def test_a_copy_that_answers() -> None:
    """The archive's own address of a copy is given, where it answers."""
    with Server({"/web/1/x": [OK]}) as server:
        url = server.url("/web/1/x", "archive.org")
        server.paths[ASKED] = [says(url)]

        assert copy(server) == url


@pytest.mark.parametrize(
    "behaviour",
    [
        answer("200 OK", body=b'{"archived_snapshots": {}}'),
        answer("200 OK", body=b"<html>busy</html>"),
        answer("200 OK", body=b"[" * 60_000),
        answer("200 OK", body=b'{"archived_snapshots": {"closest": null}}'),
        answer("503 Service Unavailable"),
        says("http://archive.org/web/1", available=False),
        says("http://archive.org/web/1", status="404"),
        says("http://127.0.0.1/web/1"),
        says("javascript:alert(1)"),
        says(DOCUMENT),
    ],
)
def test_no_copy(behaviour: bytes) -> None:
    """Where the archive has none, says nothing sound, or names what is no address of a copy, there is none."""
    with Server({ASKED: [behaviour]}) as server:
        assert copy(server) is None
        assert [one.path for one in server.heard if one.path.startswith("/web")] == []


def test_a_copy_that_does_not_answer() -> None:
    """A copy that the archive names and does not show is none."""
    with Server({"/web/1/x": [answer("404 Not Found")]}) as server:
        server.paths[ASKED] = [says(server.url("/web/1/x", "archive.org"))]

        assert copy(server) is None


def test_a_copy_that_machines_may_not_read() -> None:
    """Where the archive's robots.txt keeps us from its copies, its own word counts."""
    with Server({"/robots.txt": [answer("200 OK", body=b"User-agent: *\nDisallow: /web\n")]}) as server:
        url = server.url("/web/1/x", "archive.org")
        server.paths[ASKED] = [says(url)]

        assert copy(server) == url
