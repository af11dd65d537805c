"""A small record without a fault, and ways to change it: the ground on which the tests of all rooms stand."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.checks import check
from generator.record.loading import read_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.record.faults import Fault

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2024, 2, 1)
"""The day that counts as today where a test names none."""
REGISTRY = "events/registry"
SUMMIT = "events/2023/2023-11-15-woodside-summit.yml"
TALKS = "events/2024/2024-01-08-dpct-17.yml"

FILES: Mapping[str, str] = {
    "mkdocs.yml": "site_name: A timeline\n",
    f"{REGISTRY}/coverage.yml": "checked: 2024-01-31\n",
    f"{REGISTRY}/parties.yml": """\
us:
  name: United States
  native: 美国
  short: US
prc:
  name: China
  native: 中国
  short: China
""",
    f"{REGISTRY}/offices.yml": """\
defense-secretary:
  party: us
  level: ministers
  titles:
    - title: Secretary of Defense
  counterpart: defence-minister
defence-minister:
  party: prc
  level: ministers
  titles:
    - title: Minister of National Defense
      native: 国防部部长
  counterpart: defense-secretary
joint-chiefs-chairman:
  party: us
  level: chiefs
  titles:
    - title: Chairman of the Joint Chiefs of Staff
policy-deputy:
  party: us
  level: policy
  titles:
    - title: Deputy Assistant Secretary of Defense
policy-director:
  party: prc
  level: policy
  titles:
    - title: Deputy director
  counterpart: policy-deputy
""",
    f"{REGISTRY}/channels/dpct.yml": """\
name: Defense Policy Coordination Talks
short: Policy talks (DPCT)
level: policy
purpose: Yearly talks of the two defence ministries on policy.
offices: [policy-deputy, policy-director]
interval_months: 12
sources: [ft-2024-01-10]
""",
    f"{REGISTRY}/people/michael-chase.yml": """\
name: Michael Chase
family_name: Chase
party: us
posts:
  - office: policy-deputy
    from: 2021-02-08
""",
    f"{REGISTRY}/people/lloyd-austin.yml": """\
name: Lloyd Austin
family_name: Austin
party: us
posts:
  - office: defense-secretary
    from: 2021-01-22
""",
    f"{REGISTRY}/people/song-yanchao.yml": """\
name: Song Yanchao
native: 宋延超
family_name: Song
party: prc
posts:
  - office: policy-director
    seen: [2024-01-08, 2024-01-09]
""",
    f"{REGISTRY}/people/li-shangfu.yml": """\
name: Li Shangfu
native: 李尚福
family_name: Li
party: prc
posts:
  - office: defence-minister
    from: 2023-03-12
    until: 2023-10-24
""",
    f"{REGISTRY}/people/dong-jun.yml": """\
name: Dong Jun
native: 董军
family_name: Dong
party: prc
posts:
  - office: defence-minister
    from: 2023-12-29
    until: 2024-12-31
""",
    f"{REGISTRY}/places.yml": "pentagon:\n  name: The Pentagon\n  within: Washington, DC\n",
    f"{REGISTRY}/topics.yml": "taiwan:\n  name: Taiwan\nsouth-china-sea:\n  name: South China Sea\n",
    f"{REGISTRY}/publishers.yml": """\
financial-times:
  name: Financial Times
  side: press
  language: en
defense-department:
  name: Department of Defense
  side: us
  language: en
""",
    f"{REGISTRY}/sources/ft-2024-01-10.yml": """\
title: US and Chinese military officials hold first talks since 2021
publisher: financial-times
url: https://www.ft.com/content/1
published: 2024-01-10
""",
    SUMMIT: """\
title: Woodside summit
date: 2023-11-15
kind: summit
summary: The two presidents agreed to take up military contacts again.
effects:
  - channel: dpct
    state: agreed
sources: [ft-2024-01-10]
added: 2024-01-20
""",
    TALKS: """\
title: 17th Defense Policy Coordination Talks
date: 2024-01-08/2024-01-09
kind: talks
channel: dpct
place: pentagon
participants:
  us: [michael-chase]
  prc: [song-yanchao]
summary: >-
  The first round since 2021, held in Washington. It followed
  [the summit](event:2023-11-15-woodside-summit).
accounts:
  us:
    text: Chase stressed open lines of communication.
    sources: [ft-2024-01-10]
  prc:
    text: China asked the US to stop arming the island.
    sources: [ft-2024-01-10]
topics: [taiwan, south-china-sea]
effects:
  - channel: dpct
    state: open
related:
  - event: 2023-11-15-woodside-summit
    relation: implements
sources: [ft-2024-01-10]
added: 2024-01-20
""",
}
"""The record: the talks of January 2024 and what they refer to. It shows no fault, warning or notice."""

_TOP = re.compile(r"^(?=[^\s#\-}\]])", re.MULTILINE)
"""Where a field at the left margin begins."""


def world(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the record into a folder, with files put in place of its own or beside them; None leaves a file out.

    Gives the folder, which is the project's root.
    """
    for name, content in {**FILES, **(files or {})}.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def changed(fields: str, path: str = TALKS, files: Mapping[str, str] = FILES) -> dict[str, str]:
    """Give a file of a record with some of its fields written otherwise, or added; for `world(files=…)`."""
    kept = [text for name, text in _fields(files.get(path, "")).items() if name not in _fields(fields)]
    return {path: "".join(kept) + fields.rstrip("\n") + "\n"}


def without(*names: str, path: str = TALKS) -> dict[str, str]:
    """Give a file of the record without some of its fields."""
    return {path: "".join(text for name, text in _fields(FILES[path]).items() if name not in names)}


def put(root: Path, files: Mapping[str, str | None]) -> None:
    """Write files into a project, or take them away; no empty folder is left where they stood."""
    for name, text in files.items():
        path = root / name
        if text is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            continue
        path.unlink(missing_ok=True)
        with suppress(OSError):  # where something stands in a folder, it stays
            for folder in path.relative_to(root).parents[:-1]:
                (root / folder).rmdir()


def back(files: Mapping[str, str | None], own: Mapping[str, str] = FILES) -> dict[str, str | None]:
    """Give the change that undoes one of a record; for `put`."""
    return {path: own.get(path) for path in files}


@contextmanager
def instead(root: Path, files: Mapping[str, str | None], own: Mapping[str, str] = FILES) -> Iterator[Path]:
    """Give a project in which files stand in place of its own, or beside them; afterwards it is as it was."""
    try:
        put(root, files)
        yield root
    finally:
        put(root, back(files, own))


def faults_of(root: Path, today: date = TODAY) -> tuple[Fault, ...]:
    """Read and check a record."""
    return check(read_record(root), today)


def said(fault: Fault) -> str:
    """Give a fault as a test compares it: place, code and message on one line, the hint on another."""
    return f"{fault.place} {fault.code.id} {fault.message}\n{fault.hint}".rstrip()


def _fields(text: str) -> dict[str, str]:
    """Split YAML at its left margin: name of the field to its lines."""
    parts = [part for part in _TOP.split(text) if part.strip()]
    return {part.partition(":")[0]: part if part.endswith("\n") else f"{part}\n" for part in parts}
