"""Saying on a terminal that work is going on, once it takes longer than a second."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 1.0
"""Seconds of silence before something is shown."""


@contextmanager
def working(what: str) -> Iterator[Callable[[str], None]]:
    """Show on stderr what is being done while the block runs, where that is a terminal.

    Gives a function that shows something else in its place, as how far the work has come.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  the import costs time that a pipe need not pay

    status = Console(stderr=True).status(f"{what} …")
    timer = Timer(_PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda now: status.update(f"{now} …")
    finally:
        timer.cancel()
        timer.join()
        status.stop()
