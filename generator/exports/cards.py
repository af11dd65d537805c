"""Cards as pictures, for programs that show a link with one: made without a network, and kept between builds."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.exports.files import DataFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.pages.slips import Picture, Slip


def cards(pages: Iterable[Slip], folder: Path) -> Iterator[DataFile]:
    """Give the picture of each page that has a card of its own.

    What was drawn is kept in a folder under a name made of all that it shows. A folder that cannot be written to costs
    time and nothing else.
    """
    for page in pages:
        if page.picture:
            yield DataFile(page.picture.address, _drawn, _named, (page.picture, page, folder))


def tidy(pages: Iterable[Slip], folder: Path) -> None:
    """Take away the pictures that no page shows any more."""
    with suppress(OSError):
        kept = [*folder.iterdir()]
        used = {_named(page.picture) for page in pages if page.picture} if kept else set()
        for path in kept:
            if path.name not in used:
                path.unlink(missing_ok=True)


def _named(picture: Picture, *_: object) -> str:
    from generator.exports.card_face import EDITION  # noqa: PLC0415  Pillow takes time to load

    return f"{sha256(f'{EDITION} {picture.drawn_of}'.encode()).hexdigest()}.png"


def _drawn(picture: Picture, slip: Slip, folder: Path) -> bytes:
    from generator.exports.card_face import draw  # noqa: PLC0415  as above

    kept, card = folder / _named(picture), slip.page.card
    return _read(kept) or (_written(kept, draw(card)) if card else b"")


def _read(kept: Path) -> bytes | None:
    with suppress(OSError):
        return kept.read_bytes()
    return None


def _written(kept: Path, picture: bytes) -> bytes:
    """Keep a picture, whole or not at all."""
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        made = kept.with_suffix(f".{os.getpid()}")
        made.write_bytes(picture)
        made.replace(kept)
    return picture
