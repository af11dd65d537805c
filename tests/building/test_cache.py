"""A site built on the last one is the site that is built from nothing."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from generator.building.again import last_written
from generator.building.cache import Cache, grounds
from generator.building.ground import state_of
from generator.pages.page import Settings
from tests.building.conftest import ADDRESS, build
from tests.commands.test_build import tree
from tests.conftest import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Once

    Same = Callable[..., dict[str, bytes]]

pytestmark = pytest.mark.slow


BUILT = ("site", "other")
"""The folders of a project into which it is built here."""
MKDOCS = ("404.html", "sitemap.xml", "about/index.html")
"""Some of the files that MkDocs writes itself."""


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Give a copy of it, with its files' times, in which a test may change things."""
    return shutil.copytree(built, tmp_path / "project")


@pytest.fixture
def same(once: Once) -> Same:
    """Give a function that builds a project upon its last site, holds that as from nothing, and gives its files."""

    def held(project: Path, **variables: str) -> dict[str, bytes]:
        build(project, **variables)
        warm, cold = tree(project / "site"), tree(from_nothing(project, once, **variables))
        assert warm.keys() == cold.keys()
        assert [path for path in warm if warm[path] != cold[path]] == []
        return warm

    return held


def from_nothing(project: Path, once: Once, **variables: str) -> Path:
    """Build a project upon nothing, once in a run for all tests that come to one like it, and give its site."""
    named = hashlib.sha256(repr(sorted(variables.items())).encode())
    for path in sorted(project.rglob("*")):
        name = path.relative_to(project)
        if path.is_file() and name.parts[0] not in BUILT and not name.parts[0].startswith("."):
            named.update(repr((str(name), path.read_bytes())).encode())

    def fill(folder: Path) -> None:
        build(project, "--no-cache", "--site-dir", f"{folder}/site", **variables)

    return once(f"cold-{named.hexdigest()}", fill) / "site"


def kept(project: Path, changed: Path) -> set[str]:
    """Give the files of the site that were taken over: they are older than what was changed before the build."""
    _, noted = (project / ".cache/build/keys.json").read_text().split("\n", 1)
    since = changed.stat().st_mtime_ns
    return {file for file in json.loads(noted) if (project / "site" / file).stat().st_mtime_ns < since}


def put(path: Path, field: str, text: str) -> None:
    """Put a text in front of a field's."""
    old = path.read_text()
    new = re.sub(rf"^( *){field}: ", rf"\g<1>{field}: {text} ", old, count=1, flags=re.MULTILINE)
    assert old != new, field
    path.write_text(new)


def events(project: Path) -> list[Path]:
    """Give the files of events, in the order of time."""
    return sorted((project / "events").glob("[0-9]*/*.yml"))


def rename(project: Path) -> None:
    """Give an event another id, wherever it is named."""
    event = events(project)[5]
    for path in (project / "events").rglob("*.yml"):
        path.write_text(path.read_text().replace(event.stem, f"{event.stem}-renamed"))
    event.rename(event.with_stem(f"{event.stem}-renamed"))


def add(project: Path) -> None:
    """Add an event like another."""
    event = events(project)[5]
    shutil.copy(event, event.with_stem(f"{event.stem}-again"))


def delete(project: Path) -> None:
    """Take out the last event to which no other refers."""
    texts = "".join(path.read_text() for path in (project / "events").rglob("*.yml"))
    next(event for event in reversed(events(project)) if event.stem not in texts).unlink()


def suspend(project: Path) -> None:
    """Change what an event did to a channel."""
    event = next(event for event in events(project) if "state: open" in event.read_text())
    event.write_text(event.read_text().replace("state: open", "state: suspended", 1))


def write_more(page: Path) -> None:
    """Add a paragraph to a hand-written page."""
    page.write_text(f"{page.read_text()}\nOne more paragraph.\n")


def write_more_and_retell(project: Path) -> None:
    """Add a paragraph to a hand-written page, and a word to an event."""
    write_more(project / "content/about/index.md")
    put(events(project)[3], "summary", "Another")


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "a title": lambda project: put(events(project)[3], "title", "Another"),
    "a summary": lambda project: put(events(project)[3], "summary", "Another"),
    "an account": lambda project: put(next(e for e in events(project) if "accounts:" in e.read_text()), "text", "More"),
    "a person": lambda project: put(next((project / "events/registry/people").iterdir()), "name", "Another"),
    "a channel's state": suspend,
    "an event less": delete,
    "an event more": add,
    "an id": rename,
    "the site's name": lambda project: put(project / "mkdocs.yml", "site_name", "Another"),
    "a hand-written page": lambda project: write_more(project / "content/about/index.md"),
    "a hand-written page and a summary": write_more_and_retell,
    "the theme": lambda project: (project / "theme/templates/oc/brand.html").write_text("another"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change(project: Path, same: Same, change: str) -> None:
    """Whatever has changed, every file is as from nothing."""
    CHANGES[change](project)

    same(project)


def test_over_generations(project: Path, same: Same) -> None:
    """Whatever was changed, built and taken back before, and whatever builds were broken off, it is as from nothing."""
    paths = [events(project)[3], events(project)[5], project / "content/about/index.md"]
    good = {path: path.read_text() for path in paths}
    for change in (CHANGES["a summary"], CHANGES["a title"], delete, CHANGES["a hand-written page"]):
        change(project)
        build(project)
        paths[1].write_text("title: Nothing else\n")
        with pytest.raises(subprocess.CalledProcessError):
            build(project)
        for path, text in good.items():
            path.write_text(text)

    same(project)


def test_mkdocs_is_not_asked_for_a_text(project: Path, same: Same) -> None:
    """After a change of a summary alone, what MkDocs has written stays, and its warnings are given once more."""
    write_more(project / "content/about/index.md")
    about = project / "content/about/index.md"
    about.write_text(f"{about.read_text()}\n[Nowhere](nowhere.md)\n")
    first = build(project)
    put(events(project)[3], "summary", "Another")

    second = build(project)

    assert "nowhere.md" in first
    assert second == first
    since = events(project)[3].stat().st_mtime_ns
    assert [name for name in MKDOCS if (project / "site" / name).stat().st_mtime_ns > since] == []
    same(project)


@pytest.mark.parametrize("spoiled", ["site", ".site-site-last"])
def test_what_mkdocs_wrote_changed_by_hand(project: Path, same: Same, spoiled: str) -> None:
    """A file of MkDocs that somebody changed is not taken for its own; in the folder before the last nothing is."""
    for text in ("Another", "A further"):
        put(events(project)[3], "summary", text)
        build(project)
    for name in MKDOCS:
        (project / spoiled / name).unlink()
        (project / spoiled / name).write_text("mine")
    (project / spoiled / "404.html").unlink()
    put(events(project)[3], "summary", "One more")

    same(project)


def test_broken_notes_of_what_mkdocs_wrote(project: Path, same: Same) -> None:
    """Where they cannot be read, have another form, or speak of another site, MkDocs is asked."""
    notes = project / ".cache/build/written.json"
    for noted in ("", "{", "[]"):
        notes.write_text(noted)
        assert last_written(load_config(str(project / "mkdocs.yml"))) is None
    notes.write_text('["", "", "", {}, {}, []]')
    put(events(project)[3], "summary", "Another")

    same(project)


def test_what_somebody_put_into_the_site(project: Path, same: Same) -> None:
    """A file that is none of the site's goes with the next build, and does not come back with a later one."""
    mine = (".mine", "mine.html", "events/.mine/index.html")
    for change in ("a hand-written page", "a summary", "a title", "a summary"):
        for name in mine:
            (project / "site" / name).parent.mkdir(exist_ok=True)
            (project / "site" / name).write_text("mine")
        CHANGES[change](project)
        build(project)
        assert [name for name in mine if (project / "site" / name).exists()] == []

    same(project)


def test_beside_a_hook_mkdocs_is_asked(project: Path, same: Same) -> None:
    """What a hook does is not known, so MkDocs writes anew after each change."""
    config = project / "mkdocs.yml"
    config.write_text(f"{config.read_text()}\nhooks: [telling.py]\n")
    (project / "telling.py").write_text(
        "from pathlib import Path\n\ndef on_page_content(html, **_):\n    return html + Path('said.txt').read_text()\n"
    )
    for said in ("once", "twice"):
        (project / "said.txt").write_text(said)
        put(events(project)[3], "summary", "Another")

        assert said in same(project)["about/index.html"].decode()


def test_a_strict_build_asks_mkdocs(project: Path) -> None:
    """Its warnings count in each strict build, whatever was built before."""
    about = project / "content/about/index.md"
    about.write_text(f"{about.read_text()}\n[Nowhere](nowhere.md)\n")
    build(project)
    put(events(project)[3], "summary", "Another")

    with pytest.raises(subprocess.CalledProcessError):
        build(project, "--strict")


def test_what_a_text_does_not_touch_is_kept(project: Path) -> None:
    """After a change of one summary the other events' files, and the pages that tell no summaries, are taken over."""
    event = events(project)[3]
    put(event, "summary", "Another")

    build(project)

    files = ("events/{}/index.html", "events/{}/cite.bib", "api/v1/events/{}.json", "cards/events/{}.png")
    told = {file.format(one.stem) for one in events(project) for file in files}
    taken = kept(project, event)
    assert told - taken == {files[0].format(event.stem), files[2].format(event.stem)}
    assert any(page.startswith("status/") for page in taken)
    assert {"data/timeline.sqlite", "data/events.csv", "calendar/all.ics"} & taken == set()


def test_what_a_text_does_not_touch_is_not_looked_at(project: Path, same: Same) -> None:
    """After changes of texts alone the keys of what tells none of them stay, and every file is as from nothing."""
    put(events(project)[3], "summary", "Another")
    build(project)
    keys = project / ".cache/build/keys.json"
    noted = keys.stat().st_mtime_ns
    for number in (3, 5, 3):
        put(events(project)[number], "summary", "Another")
        build(project)
        assert keys.stat().st_mtime_ns == noted
    for event in events(project):
        put(event, "summary", "More")
    build(project)
    assert keys.stat().st_mtime_ns == noted

    same(project)


@pytest.mark.parametrize("noted", ["{", '["", "0", {}, {}]'])
def test_broken_notes_of_the_last_site(project: Path, same: Same, noted: str) -> None:
    """Where it is not known what the last site is as a whole, it is looked through."""
    (project / ".cache/build/last.json").write_text(noted)
    put(events(project)[3], "summary", "Another")

    same(project)


def test_a_page_changed_by_hand_is_made_anew(project: Path, same: Same) -> None:
    """What somebody wrote into the site is not taken for a page of ours; nor are pages that are gone."""
    pages = sorted((project / "site/events").glob("*/index.html"))
    pages[0].write_text("mine")
    pages[1].unlink()

    same(project)


def test_one_of_many_changed_by_hand(project: Path, same: Same) -> None:
    """Of files that are made together one that somebody changed, or took away, has all of them made anew."""
    (project / "site/search/texts/0.json").write_text("mine")
    (project / "site/timeline/names.json").unlink()
    put(events(project)[3], "summary", "Another")

    same(project)


def test_after_another_build_of_the_same_project(project: Path, same: Same) -> None:
    """The notes of a build with other settings, or beside this one, are not taken for those of this site."""
    build(project, "--site-dir", "other", SITE_URL="https://other.example/")

    same(project)


def test_notes_of_other_code_are_not_read(tmp_path: Path) -> None:
    """Of what was made by other code nothing stands: its notes, which take much room, need not be read."""
    Cache(tmp_path, Settings()).keep([("index.html", "key", {"index.html": [1, 2]})])
    notes = tmp_path / ".cache/build/keys.json"
    assert Cache(tmp_path, Settings()).known({"index.html": "key"}) == {"index.html": {"index.html": [1, 2]}}

    ground, known = notes.read_text().split("\n", 1)
    notes.write_text(f"{ground[::-1]}\n{known}")

    assert Cache(tmp_path, Settings()).is_empty


@pytest.mark.parametrize(("name", "address"), [
    ("search/", "../outside.txt"), ("search/", "search/../../outside.txt"), ("search/", "index.html"),
    ("index.html", "search/index.json"),
])  # fmt: skip
def test_notes_lead_nowhere_else(tmp_path: Path, name: str, address: str) -> None:
    """Notes that name other files than those of what they speak of put none of them into the site, or beside it."""
    for path in ("old/search/index.json", "old/index.html", "outside.txt", ".cache/build/keys.json", "in/new/x"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("text")
    known = {name: ["key", {address: state_of(f"{tmp_path}/old/{address}")}]}
    (tmp_path / ".cache/build/keys.json").write_text(f"{grounds(Settings())}\n{json.dumps(known)}")

    assert Cache(tmp_path, Settings()).known({name: "key"}) == {}


@pytest.mark.parametrize("noted", ["{", "[]", '{"index.html": []}', '{"index.html": ["key", ["index.html"]]}'])
def test_notes_that_are_none(tmp_path: Path, noted: str) -> None:
    """Broken notes, and those of another form than ours, tell nothing."""
    notes = tmp_path / ".cache/build/keys.json"
    notes.parent.mkdir(parents=True)
    notes.write_text(f"{grounds(Settings())}\n{noted}")

    assert Cache(tmp_path, Settings()).known({"index.html": "key"}) == {}


def test_mkdocs_alone_keeps_pages_too(project: Path, once: Once) -> None:
    """`mkdocs build`, which empties the site's folder, keeps pages, after a build that was broken off as well."""
    left = project / "site/.last"
    left.mkdir()
    (left / "index.html").write_text("half a site")
    put(events(project)[3], "summary", "Another")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=project, env={**environment(), **ADDRESS}, check=True,
        capture_output=True, timeout=300,
    )  # fmt: skip
    warm = tree(project / "site")

    assert kept(project, events(project)[3])
    assert warm == tree(from_nothing(project, once))
