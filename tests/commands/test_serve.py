"""`timeline serve`: changes on screen, faults on screen, and its ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.conftest import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

PATIENCE = 60.0
"""Seconds to wait for what takes one on an idle machine."""


class Server:
    """A running `timeline serve`, and what it says."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = project.parent / "serve.log"
        self.stream = self.log.open("w")
        # Tests that were started behind a shell's back ignore Ctrl-C, and so would what they start.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(  # noqa: S603  the interpreter that runs the tests, with words of the tests
            [sys.executable, "-m", "generator", "serve", "--addr", f"127.0.0.1:{self.port}"],
            cwd=project, env=environment(), stdout=subprocess.DEVNULL, stderr=self.stream,
        )  # fmt: skip

    def end(self) -> None:
        """Stop it at once."""
        self.process.kill()
        self.process.wait()
        self.stream.close()

    def wait_for(self, text: str, address: str = "") -> str:
        """Ask for a page until it holds a text, and give the page."""
        end = time.monotonic() + PATIENCE
        page = ""
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=5) as answer:
                    page = answer.read().decode()
            except OSError:
                page = ""
            if text in page:
                return page
            time.sleep(0.1)
        raise AssertionError(f"{text!r} did not appear: {page[:400]} {self.log.read_text()[-2000:]}")


@pytest.fixture
def project(small: Path) -> Path:
    """Give a project whose site is there soon: what a preview does is the same for any record."""
    return small


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    """Serve the project, and end it."""
    started = Server(project)
    yield started
    started.end()


def test_changes_and_faults_show(project: Path, server: Server) -> None:
    """An edited event shows; a broken one shows its faults over the last good site; mended, they go."""
    address = "events/2024-01-08-dpct-17/"
    file = project / "events/2024/2024-01-08-dpct-17.yml"
    good = file.read_text()
    server.wait_for("17th Defense Policy Coordination Talks", address)

    file.write_text(good.replace("title: 17th", "title: Seventeenth", 1))
    server.wait_for("Seventeenth Defense Policy Coordination Talks", address)

    file.write_text(good.replace("kind: talks", "kind: <b>talk", 1))
    page = server.wait_for('class="faults"', address)
    assert "E204" in page
    assert "&lt;b&gt;talk" in page
    assert "<b>talk" not in page
    assert ": this is the last good site" in page
    assert "Seventeenth Defense Policy Coordination Talks" in page
    assert "E204" in server.log.read_text()

    file.write_text(good)
    page = server.wait_for("17th Defense Policy Coordination Talks", address)
    assert 'class="faults"' not in page


def test_an_interrupt_ends_it(server: Server) -> None:
    """Ctrl-C ends the preview without a traceback."""
    server.wait_for("Open Channel")

    server.process.send_signal(signal.SIGINT)

    assert server.process.wait(timeout=PATIENCE) in (0, 130)
    assert "Traceback" not in server.log.read_text()


def test_a_port_in_use(project: Path) -> None:
    """A port that is taken is one clear line and exit code 1."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(  # noqa: S603  as above
            [sys.executable, "-m", "generator", "serve", "--addr", f"127.0.0.1:{port}"],
            cwd=project, env=environment(), capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip

    assert result.returncode == 1
    assert f"127.0.0.1:{port} is in use; choose another" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_preview_of_a_broken_record(project: Path) -> None:
    """A preview that starts on a broken record shows its faults, and the site once they are mended."""
    broken = project / "events/2024/2024-01-20-broken.yml"
    broken.write_text("title: Nothing else\n")
    server = Server(project)
    try:
        page = server.wait_for('class="faults"')
        assert "E202" in page
        assert "the last good site" not in page + server.log.read_text()
        broken.unlink()
        server.wait_for("channels")
    finally:
        server.end()
