"""The site behind the servers that it brings a configuration for: nginx, and Caddy where there is one."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest
import urllib3

from tests.browser.servers import server, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("served")]

FORMER, PRESENT = "events/2017-11-16-disaster-exchange-13/", "events/2017-11-13-disaster-exchange-13/"
DATABASE = "data/timeline.sqlite"
UTF8 = "; charset=utf-8"
KINDS = (
    "", "timeline/", "events/2024-01-08-dpct-17/", "status/", "search/?q=dpct", "embed/", "contributing/add/",
    "channels/dpct/", "people/li-shangfu/", "numbers/", "readouts/", "explained/hotlines/", "about/",
)  # fmt: skip
TYPES = (
    ("", f"text/html{UTF8}", True),
    ("calendar/all.ics", f"text/calendar{UTF8}", True),
    ("feeds/changes.atom", "application/atom+xml", True),
    ("feeds/changes.rss", "application/rss+xml", True),
    ("feeds/changes.json", "application/json", True),
    ("api/v1/events.json", "application/json", True),
    ("data/events.csv", f"text/csv{UTF8}", True),
    ("data/SHA256SUMS", f"text/plain{UTF8}", None),
    ("events/2024-01-08-dpct-17/cite.bib", f"application/x-bibtex{UTF8}", None),
    ("events/2024-01-08-dpct-17/cite.ris", f"application/x-research-info-systems{UTF8}", None),
    (DATABASE, "application/vnd.sqlite3", False),
    ("sitemap.xml", "application/xml", None),
    ("sitemap.xml.gz", "application/gzip", False),
    ("robots.txt", f"text/plain{UTF8}", None),
    ("assets/images/mark.svg", "image/svg+xml", None),
    ("{assets}open-channel.css", f"text/css{UTF8}", True),
    ("{assets}terms.js", f"text/javascript{UTF8}", True),
)
"""An address of each ending, its type, and whether it is sent compressed; None where that is the server's to say."""
SERVED = [f"{name} {prefix}" for name in ("nginx", "caddy") for prefix in ("/", "/sub/")]
IN_A_BROWSER = pytest.mark.parametrize("served", SERVED[:2], indirect=True)
"""One of the servers will do where both send the same."""


class Served(NamedTuple):
    """A running server with the whole site."""

    base: str
    """Its address, with a slash at the end."""
    site: Path

    def ask(self, address: str, method: str = "GET", **headers: str) -> urllib3.BaseHTTPResponse:
        """Give the answer at an address below the site, as it is sent: nothing followed, nothing unpacked."""
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        return urllib3.request(method, self.base + address, headers=asked, redirect=False, decode_content=False)

    @property
    def assets(self) -> str:
        """The folder whose name changes with what is in it."""
        return next(self.site.glob("assets/*/open-channel.css")).parent.relative_to(self.site).as_posix() + "/"


@pytest.fixture(scope="module", params=SERVED)
def served(request: pytest.FixtureRequest, site: Path, sub_site: Path) -> Iterator[Served]:
    """Serve the whole site, as the root of a host and below a path."""
    name, prefix = request.param.split()
    if not server(name):
        needed = name == "nginx" and "CI" in os.environ and shutil.which("apt-get")
        (pytest.fail if needed else pytest.skip)(f"there is no {name} here; tests/browser/server.sh fetches nginx")
    built = sub_site if prefix == "/sub/" else site
    with serving(name, built, prefix) as base:
        yield Served(base, built)


@pytest.mark.parametrize(("address", "type_", "packed"), TYPES)
def test_types(served: Served, *, address: str, type_: str, packed: bool | None) -> None:
    """Every ending has its type, texts say that they are UTF-8, and what is large and not packed is compressed."""
    path = address.format(assets=served.assets)

    answer = served.ask(path, Accept_Encoding="gzip")

    assert (answer.status, answer.headers["Content-Type"]) == (200, type_)
    coded = answer.headers.get("Content-Encoding")
    content = gzip.decompress(answer.data) if coded else answer.data
    assert content == (served.site / (path or "index.html")).read_bytes()
    if packed is not None:
        assert coded == ("gzip" if packed else None)


def test_every_ending_has_a_type(site: Path) -> None:
    """No file of the site has an ending that the table above does not ask for."""
    asked = {address.rpartition(".")[2] for address, _, _ in TYPES if "." in address} | {"html"}
    found = {path.suffix[1:] for path in site.rglob("*") if path.is_file()}

    assert found - asked - {"", "png", "conf"} == set()


def test_how_long_a_copy_is_good(served: Served) -> None:
    """What stands in the folder named by its content is good for ever; a page is asked about, and not sent again."""
    lasting, page = served.ask(f"{served.assets}terms.js"), served.ask("timeline/")
    again = served.ask("timeline/", If_None_Match=page.headers["ETag"])

    assert lasting.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert page.headers["Cache-Control"] == "no-cache"
    assert (again.status, again.data) == (304, b"")


@pytest.mark.parametrize("address", ["nowhere/", "events/nothing.json", "a/b/c"])
def test_what_is_not_there(served: Served, address: str) -> None:
    """An address without a page is answered with the site's own page, and with 404."""
    answer = served.ask(address)

    assert answer.status == 404
    assert answer.data == (served.site / "404.html").read_bytes()


def test_former_addresses(served: Served) -> None:
    """A former id leads on for good."""
    answer = served.ask(FORMER)

    assert answer.status == 301
    assert answer.headers["Location"] == urlsplit(served.base).path + PRESENT


def test_a_part_of_the_database(served: Served) -> None:
    """A program that reads a page of the database in place is sent that page."""
    answer = served.ask(DATABASE, Range="bytes=4096-8191")

    assert answer.status == 206
    assert answer.data == (served.site / DATABASE).read_bytes()[4096:8192]


@pytest.mark.parametrize(
    ("address", "framed", "read"),
    [("", "'self'", False), ("timeline/", "'self'", False), ("embed/", "*", False), ("nowhere/", "'self'", False),
     ("api/v1/index.json", "'self'", True), ("feeds/changes.atom", "'self'", True), (DATABASE, "'self'", True)],
)  # fmt: skip
def test_who_may_frame_and_read(served: Served, *, address: str, framed: str, read: bool) -> None:
    """Any site may frame the embed and read the data by script; nobody else's may frame or read more."""
    headers = served.ask(address).headers

    policy = headers["Content-Security-Policy"]
    assert policy.endswith(f"; frame-ancestors {framed}")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers.get("Access-Control-Allow-Origin") == ("*" if read else None)
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_header_is_the_page_s_own(served: Served) -> None:
    """Header and page name the same policy, but for what only a header can say."""
    page = (served.site / "index.html").read_text(encoding="utf-8")
    own = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)

    assert own
    assert served.ask("").headers["Content-Security-Policy"] == f"{own[1]}; frame-ancestors 'self'"


@IN_A_BROWSER
@pytest.mark.parametrize("address", KINDS)
def test_pages_run_under_their_policy(served: Served, visit: Callable[..., Visit], address: str) -> None:
    """A page comes up with its scripts; the console is empty, and nothing is asked of another host."""
    visited = visit()
    visited.base = served.base
    visited.page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.blockedURI))"
    )
    missing: list[str] = []
    visited.page.on("response", lambda got: missing.append(got.url) if got.status >= 400 else None)

    page = visited.open(address)

    assert page.evaluate("[window.broken, document.documentElement.className]") == [[], "js"]
    assert missing == []
    assert visited.errors == []
    assert [asked for asked in visited.foreign if not asked.startswith(served.base)] == []


@IN_A_BROWSER
def test_the_search_finds(served: Served, visit: Callable[..., Visit]) -> None:
    """The search fetches its files from where the site stands."""
    visited = visit()
    visited.base = served.base

    page = visited.open("search/?q=dpct")
    found = page.locator("main a[href*='dpct']")
    found.first.wait_for()

    assert found.first.evaluate("link => link.href").startswith(served.base)


def test_the_api_can_be_followed(served: Served) -> None:
    """Every list that the API's index names, and the first entry of each, is answered."""
    for listed in json.loads(served.ask("api/v1/index.json").data)["lists"]:
        whole = served.ask(f"api/v1/{listed['address']}")
        assert whole.status == 200
        if "each" in listed:
            first = json.loads(whole.data)[listed["address"].removesuffix(".json")][0]["id"]
            assert served.ask(f"api/v1/{listed['each'].format(id=first)}", "HEAD").status == 200
