"""What is known of the last site as a whole, by which a build tells that all of it stands but what it makes anew."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from generator.building.ground import Ground, states_below, sum_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.building.ground import States

    Made = Mapping[str, tuple[str, "Files"]]
    """What was made: by its name its key and its files."""


class Files(NamedTuple):
    """The files of what was made."""

    states: States
    told: Mapping[str, str]
    """By address what stands for what is in them, as far as that is known."""


class Last(NamedTuple):
    """What is known of the last site."""

    told: str
    """What stands for all that it was made of."""
    sum: str
    """The sum of its files (`ground.py`)."""
    fresh: States
    """The files by which it differs from the site before it, as far as that is known."""
    made: Made
    """What tells many events in several files, and all that was made since every key was noted (`cache.py`)."""

    def keep(self, place: Path) -> None:
        """Note it for later builds; without a note, time is lost and no more."""
        beside = place.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            beside.write_text(json.dumps(self), encoding="utf-8")
            beside.replace(place)


def last_of(place: Path) -> Last | None:
    """Give what was noted in a place."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        told, total, fresh, made = json.loads(place.read_text(encoding="utf-8"))
        return Last(told, total, fresh, {name: (key, Files(*files)) for name, (key, files) in made.items()})
    return None


def brought_up(folder: Path, site: Path | None, last: Last | None) -> States | None:
    """Make of the site before the last, in a folder, the last one, and give nothing; else the states of what is there.

    With the files laid over it by which the last one differs, which are to be had of the published site, it is the last
    one where it has its sum. Where nothing is there, or all files are others, all is had of the published site.
    """
    found = states_below(folder)
    if not site or not last:
        return found
    with suppress(OSError, TypeError, ValueError):  # what is gone, or notes of another form
        states = found | last.fresh if found and last.fresh else states_below(site)
        if f"{sum_of(states):x}" == last.sum and Ground(folder, site, found).take({"": states}):
            return None
    return states_below(folder)
