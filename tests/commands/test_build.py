"""`timeline build`, `mkdocs build` and what they survive."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow

BROKEN = "title: Nothing else\n"


@pytest.fixture
def project(small: Path) -> Path:
    """Give a project with a small record, free to be broken: of the whole one, other tests hold what a build does."""
    return small


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file under a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_at_hand(project: Path) -> None:
    """Beside the site nothing is left but what a later build takes over: the good site once more, as links."""
    left = [*project.glob(".site*")]
    assert {path.name for path in left} <= {".site-site-last"}
    assert all(tree(path) == tree(project / "site") for path in left)


def test_a_broken_record_never_replaces_a_good_site(project: Path, run: Run) -> None:
    """After a fault the site is as it was, by either command, and the exit code says so."""
    assert run("generator", "build").returncode == 0
    good = tree(project / "site")
    (project / "events/2024/2024-01-20-broken.yml").write_text(BROKEN)
    (project / "content/about/talks.md").write_text("# Talks\n\n```timeline\nchannel: [dpct, nowhere]\n```\n")

    by_timeline, by_mkdocs = run("generator", "build"), run("mkdocs", "build")

    assert (by_timeline.returncode, by_mkdocs.returncode) == (1, 1)
    for result in (by_timeline, by_mkdocs):
        assert "events/2024/2024-01-20-broken.yml:1:1" in result.stderr
        assert "E202" in result.stderr
        assert "content/about/talks.md:4:17" in result.stderr
        assert "E903" in result.stderr
        assert "Traceback" not in result.stderr
    assert by_timeline.stderr.endswith(" The last good site stays.\n")
    assert tree(project / "site") == good
    assert_at_hand(project)


def test_an_empty_record(project: Path, run: Run) -> None:
    """An empty `events/` is a fault of its own, and nothing is written; no site is said to stay that never was."""
    for year in (project / "events").glob("[0-9]*"):
        shutil.rmtree(year)

    result = run("generator", "build")

    assert result.returncode == 1
    assert "E118 there is no event in this folder" in " ".join(result.stderr.split())
    assert result.stderr.endswith(" There is no site yet.\n")
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("timeline.md", "the address `timeline/`: `timeline.md` and `generated timeline/index.md`"),
        ("timeline/index.md", "the address `timeline/`: `timeline/index.md` and `generated timeline/index.md`"),
        ("about.md", "the address `about/`: `about.md` and `about/index.md`"),
    ],
)
def test_two_sources_of_one_address(project: Path, run: Run, written: str, said: str) -> None:
    """A page in `content/` under the address of a generated one, or of another page, is refused, and both are named."""
    (project / "content" / written).parent.mkdir(exist_ok=True)
    (project / "content" / written).write_text("# Mine\n")

    result = run("generator", "build")

    assert result.returncode == 1
    assert f"two sources for {said}; rename one of them" in " ".join(result.stderr.split())


def test_an_unknown_plugin_option(project: Path, run: Run) -> None:
    """A misspelt option of the plugin is refused with the nearest known one."""
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - timeline\n", "  - timeline:\n      todai: 2024-01-01\n"))

    result = run("mkdocs", "build")

    assert result.returncode == 1
    assert "unknown option. Did you mean `today`?" in result.stderr


def test_a_folder_that_cannot_be_written(project: Path, run: Run) -> None:
    """A target where nothing can be written is one line on stderr and exit code 1."""
    locked = project / "locked"
    locked.mkdir(mode=0o500)
    if os.access(locked, os.W_OK):  # the superuser may write everywhere but into the kernel's own folder
        locked = Path("/proc")

    result = run("generator", "build", "--site-dir", str(locked / "site"))

    assert result.returncode == 1
    assert "; there is no site yet" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_target_that_is_a_file(project: Path, run: Run) -> None:
    """A file in the place of the site's folder stays as it is."""
    (project / "site").write_text("precious")

    result = run("generator", "build")

    assert result.returncode == 1
    assert "is a file, where the site's folder belongs; it stays as it is" in " ".join(result.stderr.split())
    assert (project / "site").read_text() == "precious"


def test_an_interrupted_swap_is_mended(project: Path, run: Run) -> None:
    """A build that was stopped between its two renames leaves a site that the next build puts back first."""
    assert run("generator", "build").returncode == 0
    (project / "site").rename(project / ".site-site-old")
    (project / ".site-site-new-left").mkdir()
    (project / "events/2024/2024-01-20-broken.yml").write_text(BROKEN)

    assert run("generator", "build").returncode == 1

    assert (project / "site/index.html").exists()
    assert_at_hand(project)


def test_the_pencil_opens_the_yaml(project: Path, run: Run) -> None:
    """With EDIT_URI set, an event's page links to its YAML file in the repository."""
    edit = "https://forge.example/edit/main/content/"

    assert run("generator", "build", EDIT_URI=edit).returncode == 0

    page = (project / "site/events/2024-01-08-dpct-17/index.html").read_text()
    assert 'href="https://forge.example/edit/main/events/2024/2024-01-08-dpct-17.yml"' in page


def test_outside_a_project(tmp_path: Path, run: Run) -> None:
    """Without a project around, the command says so and exits with 2."""
    result = run("generator", "build", "--root", str(tmp_path))

    assert result.returncode == 2
    assert "there is no mkdocs.yml" in result.stderr
