"""How the site wants to be served: `_headers` and `_redirects`, which some hosts read, and files for nginx and Caddy.

A page carries its policy in itself; what only a server can say stands here: who may frame it, how long a copy is good,
which type a file has, and where a former address leads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from generator.exports.files import DataFile
from generator.exports.redirects import moved
from generator.pages.addresses import API, CALENDARS, DATA, EMBED, FEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.pages.page import Settings
    from generator.record.record import Record

FOLDER = "hosting/"
TYPES: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "bib": "application/x-bibtex",
    "css": "text/css",
    "csv": "text/csv",
    "gz": "application/gzip",
    "html": "text/html",
    "ics": "text/calendar",
    "json": "application/json",
    "js": "text/javascript",
    "png": "image/png",
    "ris": "application/x-research-info-systems",
    "rss": "application/rss+xml",
    "sqlite": "application/vnd.sqlite3",
    "svg": "image/svg+xml",
    "xml": "application/xml",
}
"""Types of all the site's files, by ending; what has none of these is plain text.

Whole, since servers know some of them by an older name or not at all, and nginx warns of each that is said twice.
"""
PACKED = ("gz", "png", "sqlite")
"""Endings of what is small already, or is read in parts by programs that ask for a range."""
LETTERS = ("bib", "css", "csv", "html", "ics", "js", "ris")
"""Endings of texts that do not say themselves in which letters they are, and whose type does not either."""
OPEN = (API, CALENDARS, DATA, FEEDS, "schema/")
"""Folders whose files other sites' scripts may read."""
_COMMON = (
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"), ("Cross-Origin-Opener-Policy", "same-origin"),
)  # fmt: skip
_FRESH = (("Cache-Control", "no-cache"),)
_LASTING = (("Cache-Control", "public, max-age=31536000, immutable"),)
_EVERYBODY = (("Access-Control-Allow-Origin", "*"),)


class Rule(NamedTuple):
    """What a server adds to its answers below some folders."""

    folders: tuple[str, ...]
    """Relative to the site, each with a slash at the end; none for all that no other rule names."""
    headers: tuple[tuple[str, str], ...]


def rules(policy: str, assets: str) -> tuple[Rule, ...]:
    """Give what each part of the site is served with: its pages, its frame, its open data, its lasting files."""
    own = (("Content-Security-Policy", f"{policy}; frame-ancestors 'self'"), *_COMMON)
    framed = (("Content-Security-Policy", f"{policy}; frame-ancestors *"), *_COMMON)
    return (
        Rule((), (*own, *_FRESH)),
        Rule((EMBED,), (*framed, *_FRESH)),
        Rule(OPEN, (*own, *_FRESH, *_EVERYBODY)),
        Rule((assets,), (*own, *_LASTING)),
    )


def hosting(record: Record, settings: Settings, policy: str, assets: str) -> Iterator[DataFile]:
    """Give the files for hosts; `assets` is the folder whose name changes with what is in it."""
    prefix = urlsplit(settings.site_url).path or "/"
    served = rules(policy, assets)
    ways = [(f"{prefix}{former}", f"{prefix}{present}") for former, present in moved(record)]
    yield DataFile.ready("_headers", _headers(prefix, policy, assets))
    yield DataFile.ready("_redirects", "".join(f"{former} {present} 301\n" for former, present in ways))
    yield DataFile.ready(f"{FOLDER}nginx.conf", _nginx(prefix, served, ways))
    yield DataFile.ready(f"{FOLDER}Caddyfile", _caddy(prefix, served, ways))


def _headers(prefix: str, policy: str, assets: str) -> str:
    """Write the form of Netlify and Cloudflare Pages.

    The rules of a path and of its folder add up there. So none says what another would have to take back: how long a
    page is good is these hosts' own rule (not without asking again), and who may frame it is left open.
    """
    served = [("", (("Content-Security-Policy", policy), *_COMMON)), *((folder, _EVERYBODY) for folder in OPEN)]
    blocks = (
        [f"{prefix}{folder}*", *(f"  {name}: {value}" for name, value in headers)]
        for folder, headers in (*served, (assets, _LASTING))
    )
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _nginx(prefix: str, served: tuple[Rule, ...], ways: list[tuple[str, str]]) -> str:
    """Write what a `server` block with a `root` includes (ngx_http_core_module)."""
    lines = [
        f"# server {{ listen 80; root /srv/site; include /srv/site{prefix}{FOLDER}nginx.conf; }}",
        "types {", *(f"  {type_} {ending};" for ending, type_ in TYPES.items()), "}", "default_type text/plain;",
        "charset utf-8;", f"charset_types {_types(set(LETTERS) - {'html'})} text/plain;",  # it knows of pages
        "absolute_redirect off;", "gzip on;", "gzip_vary on;", "gzip_min_length 512;", "gzip_comp_level 5;",
        f"gzip_types {_types(set(TYPES) - {*PACKED, 'html'})} text/plain;",
        f"error_page 404 {prefix}404.html;",
    ]  # fmt: skip
    for rule in served:
        place = f"~ ^{re.escape(prefix)}(?:{'|'.join(map(re.escape, rule.folders))})" if rule.folders else prefix
        added = (f'  add_header {name} "{value}" always;' for name, value in rule.headers)
        lines += [f"location {place} {{", *added, "}"]
    lines += (f"location = {former} {{ return 301 {present}; }}" for former, present in ways)
    return "\n".join([*lines, ""])


def _types(endings: set[str]) -> str:
    return " ".join(TYPES[ending] for ending in sorted(endings))


def _caddy(prefix: str, served: tuple[Rule, ...], ways: list[tuple[str, str]]) -> str:
    """Write what a site's block imports (Caddyfile, version 2)."""
    lines = [
        f"# example.org {{ root * /srv/site; import /srv/site{prefix}{FOLDER}Caddyfile }}, on three lines",
        "encode zstd gzip", "file_server",
        "handle_errors {", f"  rewrite * {prefix}404.html", "  file_server", "}",
    ]  # fmt: skip
    named = " ".join(f"{prefix}{folder}*" for rule in served for folder in rule.folders)
    for number, rule in enumerate(served):
        where = " ".join(f"{prefix}{folder}*" for folder in rule.folders)
        lines += [
            f"@rule{number} path {where}" if where else f"@rule{number} not path {named}",
            f"header @rule{number} {{",
        ]
        lines += [*(f'  {name} "{value}"' for name, value in rule.headers), "}"]
    for ending, type_ in TYPES.items():
        letters = "; charset=utf-8" if ending in LETTERS else ""
        lines += [f"@{ending} path *.{ending}", f'header @{ending} Content-Type "{type_}{letters}"']
    lines += (f"redir {former} {present} 301" for former, present in ways)
    return "\n".join([*lines, ""])
