"""What this timeline promises its readers. `make test` builds the site in .cache/site first.

The generator has tests of its own, in the project that it comes from.
"""

import re
import unittest
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from generator.record.loading import read_record

ROOT = Path(__file__).parent.parent
SITE = ROOT / ".cache" / "site"
RECORD = read_record(ROOT).record


def page(address: str) -> str:
    """Give the HTML of a page."""
    return unescape((SITE / address / "index.html").read_text(encoding="utf-8"))


class Timeline(unittest.TestCase):
    """The site that was built of the record."""

    def test_every_event_has_its_page(self) -> None:
        """Each event has a page with its title."""
        for event in RECORD.events:
            with self.subTest(event.id):
                self.assertIn(event.title, page(f"events/{event.id}"))

    def test_accounts_stand_side_by_side(self) -> None:
        """The accounts of one event stand in one row, in the order of the parties' ids."""
        for event in RECORD.events:
            with self.subTest(event.id):
                row = page(f"events/{event.id}").partition('class="accounts"')[2].partition('class="two who"')[0]
                names = [RECORD.parties[id_].name for id_ in sorted(event.accounts)]
                self.assertEqual([name for name in re.findall(r"<h3>([^<]+)", row) if name in names], names)

    def test_links_lead_somewhere(self) -> None:
        """Every link within the site leads to a file of it."""
        for path in SITE.rglob("*.html"):
            for link in re.findall(r'<(?:a|link)[^>]*? href="([^":#?]+)["#?]', path.read_text(encoding="utf-8")):
                target = (SITE if link.startswith("/") else path.parent) / unquote(link).lstrip("/")
                found = target / "index.html" if target.is_dir() else target
                with self.subTest(path=path, link=link):
                    self.assertTrue(found.exists())

    def test_no_page_asks_another_host(self) -> None:
        """Styles, scripts and pictures come from this site alone."""
        for path in SITE.rglob("*.html"):
            found = re.findall(r'<(?:script|img|iframe)[^>]+src="https?:[^"]*"', path.read_text(encoding="utf-8"))
            self.assertEqual(found, [], path)


if __name__ == "__main__":
    unittest.main()
