"""Files beside the pages, made together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files of the published site that one work makes together; which they are may show when they are made."""

    name: str
    """The address of the folder in which they stand, or of the file where it is a single one."""
    drawn: Callable[[], Iterable[tuple[str, str | bytes]]]
    """Makes them: their addresses, relative to the site's root, with what stands in them."""
    rests_on: str
    """What stands for all that they are made of, beside the site's settings: where it is the same, so are they."""
    known: tuple[str, ...] = ()
    """The addresses that can be told before they are made, for pages to link to."""
