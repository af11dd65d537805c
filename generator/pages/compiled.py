"""Templates as Python has compiled them, kept where Python keeps its own compiled code: beside it, in `__pycache__`.

Who can write there can change the code itself, so that nothing is run that could not be run before. Where nothing can
be written, or `PYTHONDONTWRITEBYTECODE` forbids it, templates are compiled anew.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from generator.record.pickles import state_of

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_FOLDER = Path(__file__).parent / "__pycache__" / "templates"
_LIBRARIES = ("jinja2", "mkdocs", "mkdocs-material")
"""Whose other version may compile the same template to something else."""


class Compiled(FileSystemBytecodeCache):
    """Compiled templates, for one state of the libraries and of this room, which sets how they are compiled."""

    def __init__(self) -> None:
        self._state = state_of((Path(__file__).parent,), _LIBRARIES)
        super().__init__(str(_FOLDER), f"{self._state}-%s")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of a template; nothing where that cannot be read."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001  whatever stands there, the template can be compiled
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if that can be done."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                self._tidied()
                super().dump_bytecode(bucket)

    @cache  # noqa: B019  there is one of them, for the life of a build
    def _tidied(self) -> None:
        """Make the folder, and take away what other states have left."""
        _FOLDER.mkdir(parents=True, exist_ok=True)
        for other in _FOLDER.iterdir():
            if not other.name.startswith(self._state):
                other.unlink(missing_ok=True)
