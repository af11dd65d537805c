"""Cards as files: paletted PNG (ISO/IEC 15948), packed by strips of rows, so that what cards share is packed once.

The rows of a PNG are one stream of zlib (RFC 1950). Each strip is packed to blocks that end with a whole byte and refer
to nothing before them, so that a stream is strips put one behind the other.
"""

from __future__ import annotations

import struct
import zlib
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from PIL import Image

STRIP = 18
"""The rows of a strip: more, and more rows than a card changes are packed anew; fewer, and they pack less well."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PALETTED = 3
_HEAD, _END = b"\x78\x9c", b"\x03\x00"
"""How a stream of zlib begins, and the empty block that ends it."""
_PRIME = 65521
_SHARED, _OWN = zlib.Z_DEFAULT_STRATEGY, zlib.Z_RLE
"""How strips are packed that many cards share, and those of one card: by runs of a colour alone, as zlib has it for
pictures, which takes a quarter of the time and weighs a third more."""


class Strip(NamedTuple):
    """Some rows of a picture, packed."""

    blocks: bytes
    check: int
    """The Adler-32 sum of the rows (RFC 1950, 8.2)."""
    size: int
    """Of the rows as they are unpacked, in bytes."""


def strips(image: Image.Image) -> tuple[Strip, ...]:
    """Pack a picture, strip by strip: each of its pixels is a byte, the number of a colour."""
    return tuple(_packed(image, number, number + 1, _SHARED) for number in range(-(-image.height // STRIP)))


def png(image: Image.Image, palette: bytes, known: Sequence[Strip], changed: Container[int]) -> bytes:
    """Give a picture as a file: of the strips that have changed it packs those that lie together, others are known."""
    made: list[Strip] = []
    for is_changed, run in groupby(range(len(known)), changed.__contains__):
        numbers = list(run)
        one = slice(numbers[0], numbers[-1] + 1)
        made += [_packed(image, one.start, one.stop, _OWN)] if is_changed else known[one]
    head = struct.pack(">IIBBBBB", *image.size, 8, _PALETTED, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", _stream(made)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _packed(image: Image.Image, first: int, last: int, strategy: int) -> Strip:
    # what lies left of a picture is 0, which before the pixels of a row says that they are as they are, unfiltered
    rows = image.crop((-1, first * STRIP, image.width, min(last * STRIP, image.height))).tobytes()
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS, strategy=strategy)
    return Strip(packer.compress(rows) + packer.flush(zlib.Z_FULL_FLUSH), zlib.adler32(rows), len(rows))


def _stream(parts: Sequence[Strip]) -> bytes:
    check = 1
    for part in parts:
        check = _joined(check, part)
    return _HEAD + b"".join(part.blocks for part in parts) + _END + struct.pack(">I", check)


def _joined(check: int, part: Strip) -> int:
    """Give the Adler-32 sum of what has one and of a strip behind it."""
    low = check & 0xFFFF
    own = (low + (part.check & 0xFFFF) - 1) % _PRIME
    return ((check >> 16) + (part.check >> 16) + part.size * (low - 1)) % _PRIME << 16 | own


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
