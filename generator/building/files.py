"""What is made of the record as files that MkDocs knows, though it writes few of them itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from generator.building.workers import shared
from generator.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from generator.building.cache import Cache
    from generator.building.shell import Shell


class FramedFile(File):
    """A page that is framed and written when the theme has drawn its frame; for MkDocs, something to link to."""

    def is_documentation_page(self) -> bool:
        """Give no, so that MkDocs neither reads nor frames it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  MkDocs' own parameter
        """Leave it to the end of the build."""


FIRST_PAGE = Page("index.md", {}, lambda: "# The record has faults\n\nMend them, and the site appears here.\n")
"""What a preview shows where there is no good site yet."""


def page_files(pages: Iterable[Page], shell: Shell, config: MkDocsConfig) -> Iterator[File]:
    """Give a file for each page, and for each pattern of a frame."""
    for page in (*pages, *shell.patterns.values()):
        framed = page.src_uri in shell
        kind, text = (FramedFile, "") if framed else (File, page.text)
        file = kind.generated(config, page.src_uri, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = f"../{page.edit_path}" if page.edit_path else None
        if framed:
            file.dest_uri = f"{page.place}index.html"
        yield file


def write_framed(pages: Iterable[Page], shell: Shell, site: Path, cache: Cache, workers: int) -> None:
    """Draw, frame and write the pages that have waited for their frames, with so many processes, or take those kept."""
    framed = [page for page in pages if page.src_uri in shell]
    keys = {f"{page.place}index.html": cache.key(page, shell.frame_key(page)) for page in framed}
    for page in framed:
        (site / page.place).mkdir(parents=True, exist_ok=True)
    missing = [
        (page, site / address)
        for page, (address, key) in zip(framed, keys.items(), strict=True)
        if not cache.take(address, key, site / address)
    ]
    shared(lambda found: _write(shell.frame(found[0]), found[1]), missing, workers)
    cache.keep(keys, site)


def _write(text: str, path: Path) -> None:
    path.write_bytes(text.encode("utf-8", errors="xmlcharrefreplace"))


def refuse_doubles(files: Iterable[File]) -> None:
    """Raise PluginError where two files have one address, which MkDocs would pass over in silence."""
    taken: dict[str, File] = {}
    for file in files:
        other = taken.setdefault(file.dest_uri, file)
        if other is not file:
            both = f"`{_source(other)}` and `{_source(file)}`"
            raise PluginError(f"two sources for the address `{file.url}`: {both}; rename one of them")


def _source(file: File) -> str:
    return f"generated {file.src_uri}" if file.generated_by else file.src_uri


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the sitemap's template asks for it."""

    canonical_url: str | None
    abs_url: str | None
    update_date: str
    meta: Mapping[str, str] = field(default_factory=dict)
    is_link: bool = False

    @property
    def page(self) -> Listed:
        """The page itself: templates ask a file for its page."""
        return self


def listed(files: Files, shell: Shell, config: MkDocsConfig, dates: Mapping[str, str]) -> list[File]:
    """Give what the sitemap lists: every page in its place, and no pattern."""
    found: list[Any] = []  # what a template takes for files
    for file in files:
        if isinstance(file, FramedFile):
            url = urljoin(config.site_url, file.url) if config.site_url else None
            found.append(Listed(url, urlsplit(url).path if url else None, dates.get(file.src_uri, "")))
        elif file.is_documentation_page() and file.src_uri not in shell.patterns:
            found.append(file)
    return found
