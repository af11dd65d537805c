"""What the frame of every page needs to know of the theme: where its files stand, and what a browser may run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.assets import Assets, read_assets
from generator.pages.policy import policy
from generator.pages.scripts import modules

if TYPE_CHECKING:
    from pathlib import Path

THEME = "theme"
"""Its folder in a project."""
_FIRST = "templates/oc/scheme.html"
"""The one template with scripts in it: they have to run before the page is painted."""
_TOGGLE = re.compile(r'\s*(?:<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>)')


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme's own part in a site."""

    assets: Assets
    timeline: tuple[str, ...]
    """The modules of the timeline, by address from the site's root."""
    policy: str
    """The Content-Security-Policy of every page."""


def read_theme(root: Path) -> Theme:
    """Read the theme of a project."""
    folder = root / THEME
    assets = read_assets(folder / "assets")
    live = modules(folder / "assets", "timeline/live.js")
    first = (folder / _FIRST).read_text(encoding="utf-8")
    return Theme(assets, tuple(f"{assets.folder}{module}" for module in live), policy(first))


def without_toggles(html: str) -> str:
    """Leave out what opens Material's drawer and search, which the site has not, and which HTML does not allow so.

    They stand at the top of the frame, outside every block that a theme of ours could override.
    """
    return _TOGGLE.sub("", html, count=3)
