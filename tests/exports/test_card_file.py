"""Cards as files: whatever is packed anew and whatever was packed before, the file holds the picture."""

from __future__ import annotations

import zlib
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from generator.exports.card_file import STRIP, png, strips

PALETTE = bytes(range(256)) * 3


def picture(height: int, seed: int) -> Image.Image:
    """Give a picture of the numbers of colours."""
    return Image.frombytes("L", (7, height), Random(seed).randbytes(7 * height))  # noqa: S311  chance that can be had again


@pytest.mark.parametrize(
    ("height", "changed"),
    [(3 * STRIP, {1}), (3 * STRIP, {0, 1, 2}), (3 * STRIP, set()), (4 * STRIP, {0, 3, 9, -1}), (STRIP + 1, {1})],
)
def test_what_has_changed_and_what_has_not(height: int, changed: set[int]) -> None:
    """A reader finds the strips that have changed as they are and all others as they were packed."""
    old, new = picture(height, 1), picture(height, 2)
    expected = old.copy()
    for number in changed:
        box = (0, number * STRIP, 7, min((number + 1) * STRIP, height))
        if 0 <= box[1] < height:
            expected.paste(new.crop(box), box)

    file = png(expected, PALETTE, strips(old), changed)

    read = Image.open(BytesIO(file))
    assert (read.mode, read.size, read.tobytes()) == ("P", (7, height), expected.tobytes())


def test_the_rows_are_one_stream() -> None:
    """What stands in the file is one stream of zlib, whose sum is right."""
    file = png(picture(2 * STRIP, 1), PALETTE, strips(picture(2 * STRIP, 1)), {1})

    at = file.index(b"IDAT")
    packed = file[at + 4 : at + 4 + int.from_bytes(file[at - 4 : at])]
    assert len(zlib.decompress(packed)) == 2 * STRIP * 8
