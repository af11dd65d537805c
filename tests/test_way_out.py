"""The way out: the pages as files make the same site without the plugin."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, environment

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

OWN = "https://open-channel.example/"
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)


def read(page: Path) -> tuple[str, ...]:
    """Give what a page says: its title and its article, white space between elements aside."""
    text = page.read_text(encoding="utf-8")
    found = _TITLE.findall(text) + _ARTICLE.findall(text)
    return tuple(re.sub(r"\s+", " ", re.sub(r">\s+<", "><", part)) for part in found)


def python(*command: str) -> None:
    """Run a module of the interpreter that runs the tests, which has to end well."""
    subprocess.run(  # noqa: S603  with words of the tests
        [sys.executable, "-m", *command], cwd=ROOT, env={**environment(), "SITE_URL": OWN}, check=True, timeout=300
    )


def configuration() -> str:
    """Give the site's configuration for a folder of all pages, without the plugin."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"^watch: .*\n", "", text, flags=re.MULTILINE).replace("plugins:\n  - timeline\n", "plugins: []\n")
    return text.replace("docs_dir: content", "docs_dir: docs").replace("theme/templates", str(ROOT / "theme/templates"))


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export the pages, and build the site of them with MkDocs alone."""
    project = tmp_path_factory.mktemp("way-out")
    python("generator", "export", "markdown", "-o", str(project / "docs"))
    (project / "mkdocs.yml").write_text(configuration(), encoding="utf-8")
    python("mkdocs", "build", "--quiet", "--config-file", str(project / "mkdocs.yml"))
    return project / "site"


def articles(folder: Path) -> set[Path]:
    """Give the pages of a site that hold an article; the frame for other sites and what leads on have none."""
    return {path.relative_to(folder) for path in folder.rglob("index.html") if "<article" in path.read_text("utf-8")}


def test_the_same_pages(site: Path, rebuilt: Path) -> None:
    """Every page that MkDocs makes of the files alone has the title and the article of the site's own."""
    pages = articles(site)

    assert len(pages) > 1000
    assert pages == articles(rebuilt)
    assert [str(page) for page in sorted(pages) if read(site / page) != read(rebuilt / page)] == []
