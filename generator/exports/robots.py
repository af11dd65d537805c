"""What machines that walk the site are told: everything is open, and where the list of pages and the data stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.files import DataFile
from generator.pages.addresses import API, DATA

if TYPE_CHECKING:
    from generator.pages.page import Settings


def robots(settings: Settings) -> DataFile:
    """Give `robots.txt` (RFC 9309), with the sitemap where it is known where the site stands."""
    lines = [
        f"# All that the pages say stands as data under /{DATA} and /{API}: one file instead of every page.",
        "User-agent: *", "Allow: /",
    ]  # fmt: skip
    sitemap = ["", f"Sitemap: {settings.site_url}sitemap.xml"] if settings.site_url else []
    return DataFile.ready("robots.txt", "\n".join([*lines, *sitemap, ""]))
