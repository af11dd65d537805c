"""What a build may touch: the project, its own program, and the folder it writes to; no network, no other program."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, environment

pytestmark = pytest.mark.slow

WATCHED = """\
import json, os, sys
from pathlib import Path
read, written, forbidden = set(), set(), []
def watch(event, values):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn")):
        forbidden.append(f"{event} {values[1:]}")
    elif event == "open" and isinstance(values[0], (str, bytes)):
        wanted = values[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        (written if wanted else read).add(os.path.realpath(os.fsdecode(values[0])))
    elif event in ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "shutil.rmtree"):
        written.add(os.path.realpath(os.fsdecode(values[0])))
sys.addaudithook(watch)
from generator.commands import main
try:
    main(sys.argv[1:])
finally:
    told = json.dumps({"read": sorted(read), "written": sorted(written), "forbidden": forbidden})
    sys.stdout.write("\\n" + told)
"""
"""Runs a command and tells what Python's audit events saw of it (PEP 578)."""
SYSTEM = ("/usr/share/zoneinfo", "/usr/share/mime", "/etc/mime.types", "/etc/apache2/mime.types", "/etc/httpd", "/proc",
          "/dev", "/usr/local/etc/httpd", "/usr/lib/locale", "/usr/share/locale")  # fmt: skip
"""What Python's own library and the C library look at: zones, types of files, languages."""


def seen(root: Path, *words: str) -> dict[str, list[str]]:
    """Run a command in a project, and give what it opened, wrote and was not to do."""
    ended = subprocess.run(  # noqa: S603  the interpreter that runs the tests, with words of the tests
        [sys.executable, "-c", WATCHED, *words], cwd=root, env=environment(), capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    found: dict[str, list[str]] = json.loads(ended.stdout.splitlines()[-1])
    return found


def outside(paths: list[str], *allowed: str | Path) -> list[str]:
    """Give the paths that stand in none of the folders."""
    folders = [Path(folder).resolve() for folder in allowed]
    return [path for path in paths if not any(Path(path).is_relative_to(folder) for folder in folders)]


def test_a_build_keeps_to_its_project(small: Path) -> None:
    """A build opens no socket, starts no program, reads the project and Python, and writes the site and its caches."""
    found = seen(small, "build")

    assert found["forbidden"] == []
    python = [Path(str(folder)) for folder in (ROOT / ".venv", sys.prefix, sys.base_prefix, *sys.path[1:])]
    assert outside(found["read"], small, ROOT / "generator", *python, *SYSTEM) == []
    made = [path for path in found["written"] if "__pycache__" not in path]
    beside = f"{small.resolve()}/.site-site-"
    elsewhere = outside(made, small / "site", small / ".cache", "/dev")
    # it sees to it that the folder around is there
    assert {path for path in elsewhere if not path.startswith(beside)} <= {str(small.resolve())}


def test_what_is_forbidden_would_be_seen(small: Path) -> None:
    """A program that asks the network is seen to."""
    code = WATCHED.replace("main(sys.argv[1:])", "import socket; socket.socket().connect_ex(('127.0.0.1', 9))")
    ended = subprocess.run(  # noqa: S603  as above
        [sys.executable, "-c", code],
        cwd=small,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert any(event.startswith("socket.connect") for event in json.loads(ended.stdout)["forbidden"])
