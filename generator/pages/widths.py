"""The widths in pixels that pictures are drawn for, each by the class that shows its drawing where there is room.

A drawing is made anew for its width and never scaled, so that its text stays as large as all other text of pictures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PHONES: Mapping[str, int] = {"narrow": 358, "slim": 288}
"""Phones from 390 px on, and those from 320 px on, with 16 px at either side."""
PAGE: Mapping[str, int] = {"wide": 1216, **PHONES}
"""The full width of a page, which scrolls on a tablet."""
TEXT: Mapping[str, int] = {"wide": 800, **PHONES}
"""The width of its text."""
CHART: Mapping[str, int] = {"wide": 1216, "middle": 728, **PHONES}
"""The full width, and that of a tablet."""
RAIL: Mapping[str, int] = {"scroll": PHONES["narrow"], "slim": PHONES["slim"]}
"""The column beside the text, which is as wide as a phone."""


def drawn(draw: Callable[[int, str], str], widths: Mapping[str, int] = PAGE) -> dict[str, Markup]:
    """Draw a picture for each width, by its class.

    `draw` is given the width, and a letter of its own with which the ids of that drawing can begin.
    """
    return {name: Markup(draw(width, name[0])) for name, width in widths.items()}  # noqa: S704  drawn by us, with its texts escaped
