"""What is made of the record as files that MkDocs knows, though it writes few of them itself."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.pages.addresses import published_at
from generator.pages.page import Page
from generator.pages.slips import slip_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from generator.building.shell import Shell
    from generator.pages.assets import Assets
    from generator.pages.slips import Slip


class LaterFile(File):
    """A file that is written at the end of the build; for MkDocs, something to link to."""

    def is_documentation_page(self) -> bool:
        """Give no, so that MkDocs neither reads nor frames it."""
        return False


class Numbers:
    """Very many texts, of which one can ask whether another is among them: eight bytes stand for each."""

    def __init__(self, texts: Iterable[str], *others: Numbers) -> None:
        """Take texts, none of which is kept, and those that others stand for."""
        numbers = chain(map(hash, texts), *(other.known for other in others))
        self.known: array[int] = array("q", sorted(array("q", numbers)))
        """The numbers that stand for them, in order."""

    def __contains__(self, text: object) -> bool:
        """Tell whether a text is among them: that another has its number is as good as impossible."""
        number = hash(text)
        place = bisect_left(self.known, number)
        return place < len(self.known) and self.known[place] == number

    @property
    def has_doubles(self) -> bool:
        """Whether a text is there more than once."""
        return any(one == other for one, other in pairwise(self.known))


class KnownFiles(Files):
    """The files that MkDocs writes; asked for one that is written later, it is made up, for few are linked to."""

    def __init__(self, files: Iterable[File], later: Container[str], config: MkDocsConfig) -> None:
        """Take MkDocs' own, and the sources of those that come later: of data their addresses."""
        super().__init__(files)
        self._later, self._config = later, config
        self._asked: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Give the file with a source, or None."""
        source = PurePath(path).as_posix()
        if source not in self._later:
            return super().get_file_from_path(path)
        if source not in self._asked:
            file = LaterFile.generated(self._config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.dest_uri = f"{published_at(source)}index.html" if source.endswith(".md") else source
            self._asked[source] = file
        return self._asked[source]

    def forget(self) -> None:
        """Let go of what comes later, once no page is left that could link to it: it may be a hundred thousand."""
        self._later = ()


FIRST_PAGE = slip_of(Page("index.md", {}, lambda: "# The record has faults\n\nMend them, and the site appears here.\n"))
"""What a preview shows where there is no good site yet."""


def known_files(
    found: Iterable[File], made: tuple[Sequence[Slip], Callable[[], Iterable[str]], Assets], shell: Shell,
    config: MkDocsConfig,
) -> KnownFiles:  # fmt: skip
    """Give what MkDocs has found, with pages, the addresses of data, and the theme's files.

    Raises PluginError for two of one address, over which MkDocs would pass in silence.
    """
    pages, data, assets = made
    framed_by_theme = (*(slip.page for slip in pages if slip.src_uri not in shell), *shell.patterns.values())
    known = {page.src_uri for page in framed_by_theme}
    files = (*found, *(_page_file(page, config) for page in framed_by_theme))

    def sources() -> Iterator[tuple[str, str]]:
        yield from ((file.dest_uri, file.src_uri) for file in files if file.src_dir == config.docs_dir)
        yield from ((file.dest_uri, f"generated {file.src_uri}") for file in files if not file.src_dir)
        for page in pages:
            if page.src_uri not in known:
                yield f"{page.place}index.html", f"generated {page.src_uri}"

    numbers = Numbers(data())
    if Numbers((address for address, _ in sources()), numbers).has_doubles:
        _refuse_doubles((*sources(), *((address, f"generated {address}") for address in data())))
    later = Numbers((page.src_uri for page in pages if page.src_uri not in known), numbers)
    served = ((f"{assets.folder}{name}", text) for name, text in assets.files.items())
    return KnownFiles((*files, *(File.generated(config, uri, content=text) for uri, text in served)), later, config)


def _page_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, page.src_uri, content=page.text, inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = f"../{page.edit_path}" if page.edit_path else None
    return file


def _refuse_doubles(sources: Iterable[tuple[str, str]]) -> None:
    taken: dict[str, str] = {}
    for address, source in sources:
        if other := taken.get(address):
            url = address.removesuffix("index.html")
            raise PluginError(f"two sources for the address `{url}`: `{other}` and `{source}`; rename one of them")
        taken[address] = source


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the sitemap's template asks for it."""

    canonical_url: str | None
    abs_url: str | None
    update_date: str
    meta: Mapping[str, object]
    is_link: bool = False

    @property
    def page(self) -> Listed:
        """The page itself: templates ask a file for its page."""
        return self


def listed(
    files: Files, pages: Iterable[Slip], shell: Shell, config: MkDocsConfig, dates: Mapping[str, str]
) -> list[File]:
    """Give what the sitemap lists: hand-written pages, then every other in its place, and no pattern."""
    meta = cache(lambda template: {"template": template})  # one for all that have it, and not one for each
    found: list[Any] = [file for file in files.documentation_pages() if file.src_dir]  # what a template takes for files
    for page in pages:
        if page.src_uri in shell:
            url = urljoin(config.site_url, page.place) if config.site_url else None
            path = urlsplit(url).path if url else None
            found.append(Listed(url, path, dates.get(page.src_uri, ""), meta(page.template)))
        else:
            found.append(files.get_file_from_path(page.src_uri))
    return found
