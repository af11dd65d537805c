"""A published document that says what the record says."""

from __future__ import annotations

from generator.record.entry import Entry
from generator.record.fields import Date, Day, Flag, Headline, Id, Language, Note, Shape, Url
from generator.record.vocabulary import Attribution  # noqa: TC001  pydantic reads it at run time


class Citation(Shape):
    """What is known of a published document."""

    title: Headline
    """The title as it stands on the page; a description of our own with `described: true`."""
    publisher: Id
    """A publisher of the registry."""
    url: Url
    """Where it can be read: an http or https address without tracking parameters."""
    published: Date | None = None
    """When it was published (EDTF)."""
    archived: Url | None = None
    """The address of an archived copy."""
    accessed: Day | None = None
    """The day on which it was last read."""
    language: Language | None = None
    """The language of the document, where it is not the publisher's own (BCP 47)."""
    attribution: Attribution | None = None
    """Who speaks in it."""
    copy_of: Id | None = None
    """The publisher of the original, where the address is somebody else's copy of it."""
    supports: Note | None = None
    """Which statements it supports, where it does not support all."""
    described: Flag = False
    """Whether the title is a description because the page's own title was not seen."""


class Source(Citation):
    """A source written in the event that cites it."""

    id: Id
    """The name by which accounts, reports and figures of the event cite it."""


class SharedSource(Entry, Citation):
    """A source that several entries cite; its id is the file's name."""
