"""The MkDocs plugin: the door to MkDocs, which only this room and `building/` know.

It reads and checks the record before anything is written, hands MkDocs the pages in memory, and keeps
the last good record while `mkdocs serve` runs, so that a broken file shows its faults and not a broken site.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin, urlsplit

from mkdocs.exceptions import PluginError

from generator.building.files import known_files, listed
from generator.building.making import MakingPlugin
from generator.building.reading import log
from generator.building.shell import Shell
from generator.building.theme import without_toggles
from generator.pages.assets import is_unasked
from generator.pages.compiled import Compiled
from generator.pages.faults import with_panel
from generator.pages.site import FOOT
from generator.record.date_words import day_words
from generator.record.uncollected import staying

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext as Context


class TimelinePlugin(MakingPlugin):
    """Turns `events/` into pages and data, once the record is found to be good."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: dict[str, dict[str, str]] = {}
        """By a page's source the HTML that is no matter of Markdown, by the mark in whose place it stands."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview. Having this method makes MkDocs keep the plugin between builds."""
        del dirty
        self.serving = command == "serve"

    @staying()
    def on_config(self, config: MkDocsConfig) -> None:
        """Read, check, derive and write in memory, before MkDocs empties the folder of the last good site."""
        self.preview.close()
        if not config.use_directory_urls:
            raise PluginError("`use_directory_urls: false` would break the published addresses; remove it")
        found = self.read(config)
        self.faults = found.errors
        if not self.faults:
            self.published = self.publish(found, config)
        elif self.serving:
            stays = "the last good site stays" if self.published else "there is no good site yet"
            log.error("The record has faults; %s.\n%s", stays, found.report)
        else:
            raise PluginError(f"The record has faults; nothing was written.\n{found.report}")

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep what stands in the site's folder for the new one, before MkDocs empties it."""
        self.begin(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and data to those of `content/`, no two under one address."""
        framed = self.config.shell and "material/search" not in config.plugins  # it reads pages as MkDocs builds them
        asked = (file for file in files if not is_unasked(file.src_uri))
        self.shell = Shell(self.pages if framed else (), named=repr((config.nav, FOOT)))
        later = self.published.addresses if self.published else tuple[str]
        self.files = known_files(asked, (self.pages, later, self.theme.assets), self.shell, config)
        return self.files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell the templates how far the record goes, and which pages its foot can name; keep them compiled."""
        env.bytecode_cache = Compiled()
        found = ((title, files.get_file_from_path(uri)) for title, uri in FOOT.items())
        links = [{"title": title, "url": file.url} for title, file in found if file]
        words = day_words(self.published.checked) if self.published and self.published.checked else ""
        # the preview's own script stands in each page, which the policy would not let run
        known = {"assets": self.theme.assets.folder, "policy": "" if self.serving else self.theme.policy}
        oc = {"checked": words, "links": links, "timeline": self.theme.timeline, "cards": bool(self.kept(config).cards)}
        env.globals["oc"] = oc | known
        return env

    def on_template_context(self, context: Context, *, template_name: str, config: MkDocsConfig) -> Context:
        """List every page in the sitemap, whoever frames it."""
        if template_name == "sitemap.xml":
            context["pages"] = listed(self.files, self.pages, self.shell, config, self.dates)
        return context

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> None:
        """Date the page by what it tells and not by the build, and tidy the pencil's way out of `content/`."""
        del config, files
        if self.published:
            page.update_date = self.dates.get(page.file.src_uri, "")
        if page.edit_url and "/../" in page.edit_url:
            page.edit_url = urljoin(page.edit_url, urlsplit(page.edit_url).path)

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Draw timelines; keep Markdown from HTML, which it would give back as it is, and take long."""
        del config, files
        if page.meta.get("page_class"):
            markdown, self.drawn[page.file.src_uri] = "", {"": markdown.strip()}
        elif self.published:
            markdown, self.drawn[page.file.src_uri] = self.published.blocks.marked(markdown, page.url)
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the finished HTML in the place of its mark, or of all where a page is drawn whole."""
        del config, files
        for mark, drawn in self.drawn.pop(page.file.src_uri, {}).items():
            html = html.replace(mark, drawn, 1)
        return html

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Show the faults of the record above every page of the preview; keep the frame that a pattern has got."""
        del config
        output = without_toggles(output)
        shown = with_panel(output, self.faults, over_good=self.published is not None) if self.faults else output
        if page.file.src_uri not in self.shell.patterns:
            return shown
        self.shell.learn(page.file.src_uri, shown)
        return ""

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave the same out of the page for addresses that lead nowhere as of every other."""
        del config
        return without_toggles(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write data and framed pages, but for what the last site has; in a preview when a browser asks for them."""
        self.files.forget()
        self.end(config)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Make what a browser asks for before the server looks for it."""
        del builder
        if self.serving and (served := server.get_app()):
            server.set_app(self.preview.app(served, urlsplit(config.site_url or "/").path))
            server.builder = partial(self._again, server.builder)
        return server

    @staying()
    def _again(self, build: Callable[[], None]) -> None:
        """Build once more for a preview: without MkDocs, where only texts have changed, of which it knows nothing."""
        self.preview.close()
        if not self.shown_again():
            build()
        self.found = None
