"""The Chromium that the browser tests drive: one already on this machine, where there is one that starts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator

from playwright.sync_api import sync_playwright

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
"""Executables of a Chromium that can have no window: the same engine, with which the tests take a quarter less time."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""Executables of whole browsers, first the one that is free software."""

BUNDLES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
"""Where macOS keeps them, which puts none on the PATH."""

ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""Launch arguments that keep the browser from asking its makers for anything of its own."""


def chromium(*, whole: bool = False) -> str | None:
    """Find the executable to launch; None when no Chromium on this machine starts.

    The environment variable CHROMIUM names one and is then the only candidate. Otherwise the PATH is searched, then
    the places of macOS, then the browser that Playwright has installed. Who measures asks for a `whole` browser, such
    as readers have. Call it before Playwright is started.
    """
    return next((path for path in _candidates(() if whole else SHELLS) if _starts(path)), None)


def _candidates(shells: Iterable[str]) -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
        return
    yield from filter(None, map(shutil.which, (*shells, *NAMES)))
    yield from filter(os.path.exists, BUNDLES)
    if own := _playwrights():
        yield own


def _playwrights() -> str | None:
    try:
        with sync_playwright() as playwright:
            return playwright.chromium.executable_path
    except Exception:  # noqa: BLE001  a driver that does not start, as without libatomic, raises no narrower one
        return None


def _starts(path: str) -> bool:
    """Tell a browser from a stub that only says where to get one, or one whose libraries are missing."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    found = chromium(whole="whole" in sys.argv)
    sys.stdout.write(f"{found}\n" if found else "")
    sys.exit(found is None)
