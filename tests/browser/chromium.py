"""The Chromium that the browser tests drive: one already on this machine, where there is one that starts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""Executables looked for on the PATH, first the one that is free software."""

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


def chromium() -> str | None:
    """Find the executable to launch; None when no Chromium on this machine starts.

    The environment variable CHROMIUM names one and is then the only candidate. Otherwise the PATH is searched, then
    the places of macOS, then the browser that Playwright has installed. Call it before Playwright is started.
    """
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
        return
    yield from filter(None, map(shutil.which, NAMES))
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
    found = chromium()
    sys.stdout.write(f"{found}\n" if found else "")
    sys.exit(found is None)
