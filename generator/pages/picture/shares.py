"""How many accounts name a topic: both in the middle, one side alone to its left or right."""

from __future__ import annotations

from generator.pages.picture.svg import drawing, line, rect

WIDTH, _HEIGHT, _BAR = 260, 16, 9


def share_bar(left: int, common: int, right: int, reach: float) -> str:
    """Draw a share 260 px wide: solid what is common, hollow what one side alone has, at the side of its column.

    `reach` is the largest number that lies to one side of the middle, half of what is common among it.
    """
    unit = (WIDTH / 2 - 1) / max(reach, 1)
    middle, top = WIDTH / 2, (_HEIGHT - _BAR) / 2
    half = common / 2 * unit
    parts = [line("base", "M", 0, _HEIGHT / 2, "H", WIDTH)]
    for number, start in ((left, middle - half - left * unit), (right, middle + half)):
        if number:
            parts.append(rect("part", start + 0.5, top + 0.5, number * unit - 1, _BAR - 1))
    if common:
        parts.append(rect("col", middle - half, top, 2 * half, _BAR))
    parts.append(line("bound", "M", middle, 1, "V", _HEIGHT - 1))
    return drawing(parts, WIDTH, _HEIGHT, aria_hidden="true")
