"""What drawings refer to by id: the hatch of a suspended channel, the head of an arrow."""

from __future__ import annotations

from functools import cache

from generator.pages.picture.svg import element

PAGE = "g"
"""The prefix of the definitions that stand once on every page, for the signs in running text."""


@cache
def defs(prefix: str) -> str:
    """Write the definitions with ids that begin with a prefix, so that several pictures of a page do not clash."""
    hatch = element(
        "pattern",
        element("rect", class_="hb", width=5, height=5) + element("rect", class_="hl", width=2.2, height=5),
        id=f"{prefix}hatch", width=5, height=5, patternUnits="userSpaceOnUse", patternTransform="rotate(45)",
    )  # fmt: skip
    arrow = element(
        "marker", element("path", class_="arrowhead", d="M0 0L8 4L0 8Z"), id=f"{prefix}arrow", viewBox="0 0 8 8",
        refX=7, refY=4, markerWidth=9, markerHeight=9, markerUnits="userSpaceOnUse", orient="auto",
    )  # fmt: skip
    return element("defs", hatch + arrow)


def hatch_of(prefix: str) -> str:
    """Give the paint that fills with the hatch of a prefix."""
    return f"url(#{prefix}hatch)"
