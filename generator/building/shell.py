"""The page shell: the theme frames one page of each shape, and the frame is put around all others of it.

A frame takes the theme about two milliseconds, a join of strings a fiftieth of one. For each shape the theme is given
a pattern: a page whose title, description, address, body and file are marks. What it makes of the pattern is cut at the
marks. Two pages are of one shape where nothing else that a frame may ask of them differs: their folder, and all of
their front matter once their own address is marked in it. A page that is alone in its shape is a pattern but for its
body. So no body is drawn to be framed, and one whose frame and grounds are what they were need not be drawn at all.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import escape

from generator.pages.page import Page
from generator.pages.slips import SLUG, TEXTS, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.pages.slips import Shape, Slip

_BODY, _EDIT = "oc-mark-body", "oc-mark-edit"
_MARK = re.compile(rf"({'|'.join(TEXTS.values())}|{SLUG}-\d+|{_BODY}|{_EDIT})")
_NUMBER = re.compile(rf"(?<={SLUG})-\d+")
"""The number of a pattern, which an added shape shifts."""
_TIMELINE, _RUNS_IT = "<event-timeline", "/timeline/element.js"
"""What a body must not hold where its frame does not run what it needs."""


class Shell:
    """The frames of one build's pages: first their patterns, then what the theme has made of them."""

    def __init__(self, pages: Iterable[Slip], named: str = "") -> None:
        """Find the shapes of drawn pages.

        Those are alone that stand in the words `named`, for a frame links to them, and differs on the page that it
        links to.
        """
        self.named = named
        shapes: defaultdict[Shape, list[Slip]] = defaultdict(list)
        alone: list[Slip] = []
        for page in pages:
            if page.is_whole:
                (alone if f"'{page.src_uri}'" in named else shapes[page.shape]).append(page)
        shared = {shape: found for shape, found in shapes.items() if len(found) > 1}
        alone += (found[0] for found in shapes.values() if len(found) == 1)
        self._shared = [_pattern(shape, number) for number, shape in enumerate(shared)]
        self._alone = alone
        groups = (*shared.values(), *([page] for page in alone))
        self._shapes = {page.src_uri: uri for uri, found in zip(self.uris, groups, strict=True) for page in found}
        self.framed: dict[str, str] = {}
        """What the theme has made of patterns, by source."""
        self._frames: dict[str, list[str]] = {}
        self._keys: dict[str, str] = {}

    def __contains__(self, src_uri: str) -> bool:
        """Tell whether the page with a source is put into a frame here."""
        return src_uri in self._shapes

    @property
    def uris(self) -> list[str]:
        """The sources of the patterns."""
        return [*(pattern.src_uri for pattern in self._shared), *(slip.src_uri for slip in self._alone)]

    @cached_property
    def patterns(self) -> dict[str, Page]:
        """The pages that the theme is to frame, by source."""
        bodiless = (replace(slip.page, drawn=lambda: _BODY) for slip in self._alone)
        return {pattern.src_uri: pattern for pattern in (*self._shared, *bodiless)}

    @property
    def told(self) -> object:
        """Give what the theme is told of the pages: their shapes, and the patterns that stand for them."""
        shared = [(pattern.src_uri, pattern.head, pattern.edit_path) for pattern in self._shared]
        return self._shapes, shared, [(slip.src_uri, slip.headed) for slip in self._alone]

    def learn(self, src_uri: str, framed: str) -> None:
        """Take what the theme has made of a pattern."""
        self.framed[src_uri] = framed
        self._frames[src_uri] = _MARK.split(framed)
        self._keys[src_uri] = hashlib.blake2b(_NUMBER.sub("", framed).encode(), digest_size=16).hexdigest()

    def frame_key(self, page: Slip) -> str:
        """Give what tells the frame of a page from others; KeyError where the theme has not drawn it."""
        return self._keys[self._shapes[page.src_uri]]

    def frame(self, slip: Slip) -> Sequence[str]:
        """Give a page within its frame, piece by piece: as one text a large one would stand there once more.

        KeyError where the theme has not drawn the frame, ValueError where it does not fit.
        """
        page = slip.page
        pieces, body = self._frames[self._shapes[page.src_uri]].copy(), page.body.strip()
        if _TIMELINE in body and not any(_RUNS_IT in piece for piece in pieces):
            raise ValueError(
                f"{page.src_uri} has a timeline, and its frame does not run it: see theme/templates/main.html"
            )
        own = {mark: str(escape(page.head.get(name, ""))) for name, mark in TEXTS.items()}
        own |= {_BODY: body, _EDIT: str(escape(page.edit_path or ""))}
        slug = place_of(page)[1]
        pieces[1::2] = [own.get(mark, slug) for mark in pieces[1::2]]
        return pieces


def _pattern(shape: Shape, number: int) -> Page:
    folder, others, edited = shape
    slug = f"{SLUG}-{number}"
    head = json.loads(others.replace(SLUG, slug))
    return Page(f"{folder}/{slug}.md".lstrip("/"), head, lambda: _BODY, _EDIT if edited else None)
