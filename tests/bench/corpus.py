"""A made-up project in the project's own format, the same for the same number of events.

    python -m tests.bench.corpus N DIR

The registry grows with the record as the real one does; a third of the texts have links and emphasis. Everything but
the events is this project's: theme, prose, configuration.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from generator.record.blocks import PROSE, blocks
from tests.bench.events import SHARING, Story, shared_source
from tests.bench.registry import LAST, registry
from tests.bench.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
PARTS = ("mkdocs.yml", "content", "theme")
SEED = 20_260_101


def files(number: int) -> Iterator[tuple[str, Any]]:
    """Give path and content of each file of the record with so many events, as plain values."""
    random = Random(SEED + number)  # noqa: S311  chance that can be had again
    words = Words(random)
    story = Story(random, words, registry(random, words, number), number)
    for id_, event in story.events():
        yield f"events/{id_[:4]}/{id_}.yml", event
    home = "events/registry"
    for name in ("parties", "offices", "places", "topics", "publishers"):
        yield f"{home}/{name}.yml", getattr(story.registry, name)
    for name in ("channels", "people"):
        for id_, entry in getattr(story.registry, name).items():
            yield f"{home}/{name}/{id_}.yml", entry
    for first in range(0, number, SHARING):
        id_, entry = shared_source(story, first)
        yield f"{home}/sources/{id_}.yml", entry
    yield f"{home}/coverage.yml", {"checked": str(LAST)}


def write(number: int, folder: Path) -> Path:
    """Write the project with so many events in the place of what the folder holds, and give the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for part in PARTS:
        source = ROOT / part
        folder.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    (folder / "generator").mkdir()  # mkdocs.yml watches it
    for page in (folder / PROSE).rglob("*.md"):
        page.write_text(_unasking(page.read_text(encoding="utf-8")), encoding="utf-8")
    for name, content in files(number):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(content), encoding="utf-8")
    return folder


def _unasking(page: str) -> str:
    """Take from a page the timelines that it asks for: they name entries of the real record."""
    for block in reversed(list(blocks(page))):
        page = page[: block.start] + page[block.end :]
    return page


def text(content: Any) -> str:  # noqa: ANN401  any plain value of YAML
    """Write a plain value as YAML."""
    made: str = yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100)
    return made


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
