"""The pages that are measured, and how a reader works each: one place for each gesture."""

from __future__ import annotations

import re
from dataclasses import dataclass

import minify  # type: ignore[import-untyped]  # it ships no types

from tests.bench.corpus import ROOT

STYLES = ("picture.css", "controls.css", "timeline.css", "legend.css")
"""The parts of the site's one stylesheet that only the timeline needs."""


@dataclass(frozen=True)
class Subject:
    """A page with a timeline, or the page without one that all are set against."""

    name: str
    address: str
    """Where it is served: `{size}` stands for the number of events."""
    ready: str = 'document.querySelector(".timeline")?.dataset.drawn > 0'
    """JavaScript that tells whether the timeline is drawn in full and loses nothing that a reader does."""
    answers: str = ""
    """JavaScript that tells whether it does that at once; as soon as it is drawn where this is empty."""
    own: str = "(?!)"
    """What the addresses of the timeline's own scripts and styles look like."""
    data: str = "(?!)"
    """What the addresses of the index of events look like."""
    picture: str = ".timeline > .bar ~ *"
    """The elements that hold the drawing, for counting what is in them."""
    zoom_in: str = '.timeline [data-do="in"]'
    """The button that shows half the time."""
    zoom_out: str = '.timeline [data-do="out"]'
    """The button that shows twice the time."""
    opens: str = ""
    """What has to be clicked before the boxes of the filter can be."""
    boxes: str = '.timeline input[type="checkbox"]'
    """The boxes of the filter, one a channel. None set shows all."""
    above: str = ""
    """The name of the page without a timeline that its heap is set against."""
    slow: bool = False
    """Whether it is loaded over a slow mobile network, and not worked."""

    @property
    def root(self) -> str:
        """The element that counts its drawings in `data-drawn`."""
        return ".timeline"

    def is_own(self, path: str) -> bool:
        """Whether a path is one of the timeline's own scripts or styles."""
        return re.search(self.own, path) is not None

    def is_data(self, path: str) -> bool:
        """Whether a path is the timeline's index of events."""
        return re.search(self.data, path) is not None


_LOADED = 'document.readyState === "complete"'
FLOOR = Subject("Material, no timeline", "floor/timeline/", _LOADED)
PROSE = Subject("ours, a page of prose", "ours/about/", _LOADED)
BARE = Subject("a page with nothing", "peers/bare.html", _LOADED)


def _peer(name: str, page: str, own: str) -> Subject:
    return Subject(
        name, f"peers/{page}.html?events={{size}}",
        own=f"/peers/({own})$", data=r"/data/\d+\.json$", above=BARE.name,
    )  # fmt: skip


def _ours(name: str, *, slow: bool) -> Subject:
    return Subject(
        name, "ours/timeline/", own=r"/ours/assets/\w+/timeline/", data=r"/ours/timeline/.*\.json$",
        answers='document.querySelector(".timeline.live") !== null',
        picture=".timeline .pic svg", opens='.timeline details:has([data-field="channel"]) > summary',
        boxes='.timeline [data-field="channel"] input[type="checkbox"]', above=PROSE.name, slow=slow,
    )  # fmt: skip


OURS = _ours("ours", slow=False)
SUBJECTS = (
    FLOOR,
    PROSE,
    BARE,
    OURS,
    _ours("ours, slow 4G", slow=True),
    _peer("D3", "d3", r"page-d3\.js"),
    _peer("vis-timeline", "vis", r"page-vis\.js|vis\.js|vis\.css"),
    _peer("TimelineJS", "timelinejs", r"page-timelinejs\.js|timeline\.js|css/timeline\.css"),
)


def styles() -> bytes:
    """Give the styles of our timeline, as published."""
    parts = ((ROOT / "theme/assets/css" / name).read_text(encoding="utf-8") for name in STYLES)
    made: str = minify.string("text/css", "\n".join(parts))
    return made.encode()
