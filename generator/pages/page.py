"""A page on its way to the builder: where it goes, and its text with front matter."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from generator.pages.addresses import published_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from generator.pages.cards import Card
    from generator.record.record import Record

    Value = str | Sequence[Mapping[str, str]] | Mapping[str, bool]
    """A value of a page's front matter."""

_UNPRINTABLE = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page, ready for any builder."""

    src_uri: str
    """Path of the Markdown file below the folder of documents: `events/2024-01-08-policy-17.md`."""
    head: Mapping[str, Value]
    """Front matter: raw texts, which the theme escapes where it prints them; an empty one is left out."""
    drawn: Callable[[], str]
    """Draws its body."""
    edit_path: str | None = None
    """The file of the record to edit, relative to the project's root; absent for a page of many entries."""
    changed: date | None = None
    """The day on which what it tells was last added to or corrected; absent for what does not come from the record."""
    card: Card | None = None
    """What stands in the picture that goes with its address; absent where it is that of its section or of the site."""

    rests_on: str = ""
    """What stands for all that its body is drawn from: where it is the same, so is the body. Empty where unknown."""
    tells: tuple[str, ...] = ()
    """The ids of the events whose long texts it tells."""

    @property
    def body(self) -> str:
        """HTML where the head names a `page_class`, for the page is drawn whole; otherwise Markdown.

        Drawn at each asking and not kept: the bodies of a large record together take more room than the record.
        """
        return self.drawn()

    @property
    def is_whole(self) -> bool:
        """Whether the body is HTML, drawn whole."""
        return bool(self.head.get("page_class"))

    @property
    def place(self) -> str:
        """The address below the site's root at which it is published, with a slash at the end."""
        return published_at(self.src_uri)

    @property
    def text(self) -> str:
        """Front matter and body, as a Markdown file holds them."""
        return f"{front_matter(self.head)}\n{self.body}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What pages say of the site itself."""

    site_name: str = ""
    """The site's name, for citations."""
    site_url: str = ""
    """Where the site stands, with a slash at the end; empty where that is not known."""
    today: date | None = None
    """The day up to which things are shown where the record does not say how far it was checked."""
    key: str = "timeline"
    """What tells this timeline from others in the ids of feeds and calendars, whatever its name and its host."""
    subject: str = "Dialogue"
    """What the record is about, in a word or two: `Trade talks`."""
    about: str = ""
    """The same in a sentence; empty where the home page is to say it of any dialogue."""
    repository: str = ""
    """The page of the repository, where files can be proposed; empty where that is not known."""
    edit_uri: str = ""
    """The address that opens a file of `content/` in an editor, which names the branch; empty where there is none."""


def settings_of(configuration: Mapping[str, Any]) -> Settings:
    """Give what pages say of a site whose configuration has the words of mkdocs.yml."""
    named = ("site_name", "site_url", "site_description")
    name, url, about = (configuration[word] or "" for word in named)
    extra = ("key", "subject", "repository")
    given = {word: text for word, text in configuration["extra"].items() if word in extra and text}
    return Settings(name, url, about=about, edit_uri=configuration.get("edit_uri") or "", **given)


def horizon_of(record: Record, settings: Settings) -> date:
    """Give the last day of which anything is said as known: the last one checked, else the settings' today.

    A record without either reaches as far as the day on which it was last worked on.
    """
    return record.checked or settings.today or record.horizon


def version_of(record: Record, settings: Settings) -> date:
    """Give the day that names a version of the record: of its last check or, where that is later, its last change."""
    return max(filter(None, (horizon_of(record, settings), record.changed)))


def front_matter(values: Mapping[str, Value]) -> str:
    """Give a page's front matter: raw text in quotes, which the theme escapes where it prints it."""
    lines = (f"{key}: {_quoted(value)}" for key, value in values.items() if value)
    return "\n".join(("---", *lines, "---", ""))


def compact(body: str) -> str:
    """Take indentation and empty lines out of HTML, so that Markdown sees one block and leaves it alone."""
    lines = filter(None, map(str.strip, body.splitlines()))
    return "\n".join((*lines, "")) or "\n"  # a break put behind the whole would copy all of it, which may be large


def verbatim(text: str) -> Markup:
    """Give a text of several lines for a `<pre>`: breaks and tabs as references, which Markdown leaves alone."""
    return Markup(str(escape(text)).replace("\n", "&#10;").replace("\t", "&#9;"))  # noqa: S704  escaped


def _quoted(value: Value) -> str:
    """Write texts in quotes, lists and mappings in YAML's flow form: as JSON, with what YAML cannot print escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
