"""Making very many values that all stay: looking for garbage among them would take a third of the time."""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave Python's collector of circles aside for a while, if it was not aside before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def give_back() -> None:
    """Give what is free back to the system, where the C library keeps it: reading leaves much, which nobody takes."""
    from ctypes import CDLL  # noqa: PLC0415  the import takes time, and few need it

    with suppress(OSError, AttributeError):  # other libraries than that of GNU have no such call, nor need for it
        CDLL(None).malloc_trim(0)


@contextmanager
def staying() -> Iterator[None]:
    """Do the same for what is needed till the end: from then on the collector passes over it, until the next time.

    To look through it again would take long, and a process that is doubled later shares what nobody touches.
    """
    gc.unfreeze()
    with uncollected():
        yield
        gc.freeze()  # before the collector is back, which would look through all of it at once
