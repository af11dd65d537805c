"""A record for the tests of pages: small, with every kind of entry and an event that has every field."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from generator.exports import files_alone, files_together
from generator.pages.site import Page, Settings, make_pages
from generator.record.loading import read_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.exports import DataFile
    from generator.record.record import Record

REGISTRY = "events/registry"
FULL = "2024-01-08-talks-two"
SETTINGS = Settings("A timeline", "https://timeline.example/")

FILES: Mapping[str, str] = {
    f"{REGISTRY}/coverage.yml": "checked: 2024-01-31\n",
    f"{REGISTRY}/parties.yml": """\
north: {name: Northland, native: 北国, short: North}
south: {name: Southland, short: South}
""",
    f"{REGISTRY}/offices.yml": """\
north-minister:
  party: north
  level: ministers
  titles:
    - {title: War minister, until: 2020}
    - {title: Defence minister, native: 国防部部长, from: 2021}
  short: Minister
  complete_since: 2020-01-01
  sources: [paper-one]
south-minister:
  party: south
  level: ministers
  titles: [{title: Defence secretary}]
  counterpart: north-minister
south-attache:
  party: south
  level: policy
  titles: [{title: Attaché in Northtown}]
""",
    f"{REGISTRY}/channels/talks.yml": """\
name: Yearly talks
short: Talks (YT)
native: 年度会谈
level: policy
purpose: "Talks of the two ministries, which [the ministers](office:north-minister) steer."
offices: [north-minister, south-minister]
interval_months: 12
sources: [paper-one]
""",
    f"{REGISTRY}/channels/hotline.yml": """\
name: Hotline
short: Hotline
level: ministers
purpose: A telephone line.
rounds: false
""",
    f"{REGISTRY}/people/an-bei.yml": """\
name: An Bei
native: 安北
family_name: An
party: north
ranks:
  - {rank: Colonel, until: 2020}
  - {rank: General, from: 2021}
posts:
  - {office: north-minister, from: 2021-03-01, until: 2023-06-30, sources: [paper-one]}
""",
    f"{REGISTRY}/people/bo-dong.yml": """\
name: Bo Dong
family_name: Bo
party: north
posts:
  - {office: north-minister, role: acting, from: 2023-12-01}
""",
    f"{REGISTRY}/people/carl-south.yml": """\
name: Carl South
family_name: South
party: south
posts:
  - {office: south-minister, seen: [2022-05-01, 2024-01-09]}
""",
    f"{REGISTRY}/people/dora-guest.yml": "name: Dora Guest\nfamily_name: Guest\nparty: south\n",
    f"{REGISTRY}/places.yml": """\
northtown: {name: Northtown, native: 北城, within: Northland}
nowhere: {name: Nowhere}
""",
    f"{REGISTRY}/topics.yml": """\
islands: {name: Islands, native: 岛屿, about: The islands *between* the two.}
fish: {name: Fish}
""",
    f"{REGISTRY}/publishers.yml": """\
north-ministry:
  {name: Northern ministry, native: 北国国防部, side: north, language: zh, about: The ministry of defence.}
south-office: {name: Southern press office, side: south, language: en}
the-paper: {name: The Paper, side: press, language: en}
institute: {name: Institute, side: research, language: de}
mirror: {name: Mirror site, side: press, language: en}
""",
    f"{REGISTRY}/sources/paper-one.yml": """\
title: Talks after a long pause
publisher: the-paper
url: https://paper.example/one
published: 2024-01-10~
attribution: anonymous
""",
    f"{REGISTRY}/gaps.yml": """\
- {period: 2022/2023, channel: talks, what: Two rounds., why: No source was found.}
- {period: 2010, what: Everything before., why: Not entered yet.}
""",
    f"{REGISTRY}/tours/pause.yml": """\
title: The pause and its end
intro: Why [the talks](channel:talks) stopped.
steps:
  - {event: 2022-05-01-halt, window: 2022/2023, text: The halt.}
  - {event: 2024-01-08-talks-two, window: 2023/2024, text: The end.}
""",
    "events/2021/2021-03-00-talks-one.yml": """\
title: First talks
short: First talks
date: 2021-03
kind: talks
channel: talks
place: virtual
participants: {north: [an-bei]}
summary: The first round.
effects: [{channel: talks, state: open}]
sources:
  - {id: a, title: Bericht, publisher: institute, url: "https://institute.example/a"}
added: 2024-01-20
""",
    "events/2022/2022-05-01-halt.yml": """\
title: Halt of the talks
date: 2022-05-01
kind: suspension
summary: Northland broke off the talks.
effects:
  - {channel: talks, state: suspended, disputed: true}
sources: [paper-one]
added: 2024-01-20
""",
    "events/2023/2023-06-00-talks-refused.yml": """\
title: Talks of 2023
date: "[2023-06..2023-08]"
kind: talks
status: refused
declined_by: north
channel: talks
summary: Northland declined the round.
related: [{event: 2022-05-01-halt, relation: follows}]
standing: single-source
sources: [paper-one]
added: 2024-01-20
""",
    f"events/2024/{FULL}.yml": """\
title: Second talks
short: Second talks
date: 2024-01-08/2024-01-09
disclosed: 2024-01-10
kind: talks
status: held
channel: [talks, hotline]
place: northtown
participants:
  north:
    - bo-dong
    - {office: north-minister, role: delegation}
  south:
    - carl-south
    - {person: dora-guest, role: adviser}
    - {office: south-attache}
summary: >-
  The round followed [the halt](event:2022-05-01-halt) and was led by [Bo](person:bo-dong). It dealt with
  [islands](topic:islands) & *fish*.
accounts:
  north:
    text: "The north asked for respect.\\nIt *named* the [islands](https://islands.example/?a=1&b=2)."
    sources: [own]
    quote: Respect comes first
    date: 2024-01-09
    zh: {text: 北方要求尊重。, quote: 尊重第一}
  south:
    text: The south asked for more rounds.
    sources: [paper-one]
reported:
  - {text: The mood was cool., sources: [paper-one]}
topics: [islands, fish]
effects:
  - {channel: talks, state: open}
  - {channel: hotline, state: agreed, disputed: true}
related:
  - {event: 2022-05-01-halt, relation: responds-to}
  - {event: 2021-03-00-talks-one, relation: follows}
figures:
  - label: Intercepts
    value: several hundred
    unit: flights
    period: 2022/2023
    by: south
    sources: [own]
    low: 200
    high: 999
  - {label: Boats, value: "12", by: An observer, low: 12}
significance: major
sources:
  - paper-one
  - id: own
    title: 北方的报告
    publisher: mirror
    url: https://mirror.example/own
    published: 2024-01-09
    archived: https://archive.example/own
    accessed: 2024-01-20
    language: zh
    attribution: readout
    copy_of: north-ministry
    supports: The account of the north.
  - {id: note, title: A note, publisher: south-office, url: "https://office.example/note", described: true}
standing: disputed
added: 2024-01-20
revised:
  - {date: 2024-01-25, note: "The place was corrected, see [the halt](event:2022-05-01-halt)."}
reviewed: 2024-01-31
zh: {title: 第二次会谈, summary: 会谈恢复。}
formerly: [2024-01-08-talks-2]
""",
    "events/2025/2025-00-00-talks-three.yml": """\
title: Third talks
date: 2025
kind: talks
status: planned
channel: talks
summary: Both sides spoke of a third round.
related: [{event: 2024-01-08-talks-two, relation: implements}]
sources: [paper-one]
added: 2024-01-20
""",
}
"""Files by path. The parties are none of the real ones: pages must not know them."""

ONE_EVENT: Mapping[str, str] = {
    f"{REGISTRY}/coverage.yml": "checked: 2024-01-31\n",
    f"{REGISTRY}/parties.yml": "north: {name: Northland, short: North}\nsouth: {name: Southland, short: South}\n",
    f"{REGISTRY}/publishers.yml": "the-paper: {name: The Paper, side: press, language: en}\n",
    "events/2024/2024-01-08-storm.yml": """\
title: A storm
date: 2024-01-08
kind: context
summary: It blew.
sources: [{id: a, title: Storm, publisher: the-paper, url: "https://paper.example/storm"}]
added: 2024-01-20
""",
}
"""The least that can be published: no channel, no person, no office."""


def written(folder: Path, files: Mapping[str, str] = FILES) -> Record:
    """Write files into a folder and read them as a record, which has to be without a fault."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    reading = read_record(folder)
    assert reading.faults == ()
    return reading.record


def made(record: Record, settings: Settings = SETTINGS) -> dict[str, Page]:
    """Give the pages of a record by the path of their file."""
    return {page.src_uri: page for page in make_pages(record, settings)}


def data_files(record: Record, settings: Settings = SETTINGS) -> Iterator[DataFile]:
    """Give the files of its site that are no pages."""
    return chain(files_alone(record, settings), *files_together(record, settings).values())


def address(src_uri: str) -> str:
    """Give the address at which MkDocs publishes a page."""
    return src_uri.removesuffix("index.md") if src_uri.endswith("index.md") else src_uri.removesuffix(".md") + "/"


CHECKED = date(2024, 1, 31)
"""The last day up to which the record was checked."""
