"""A file of the published site that is no page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the published site that is no page of a builder."""

    address: str
    """Where it stands, relative to the site's root."""
    content: str | bytes
    """Its text, in UTF-8 when written, or its bytes."""
