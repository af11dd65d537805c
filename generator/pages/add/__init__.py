"""The form in which an event is written in the browser: made of the models, checked by their rules."""

from __future__ import annotations

from calendar import month_name
from typing import TYPE_CHECKING, NamedTuple

from generator.pages import addresses
from generator.pages.add.fields import fields_of, in_order
from generator.pages.add.host import new_file
from generator.pages.add.ids import ids_json
from generator.pages.add.rules import rules_json
from generator.pages.add.template import template
from generator.pages.add.words import DATE_FORMS, ENTRIES, FIRST, SECTIONS
from generator.record.models import Event
from generator.record.vocabulary import Family, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.add.fields import Field
    from generator.pages.add.host import NewFile
    from generator.pages.page import Page, Settings
    from generator.pages.press import Press
    from generator.record.record import Record

_EXAMPLE = "events/<year>/<YYYY-MM-DD>-<slug>.yml"


class _Part(NamedTuple):
    title: str
    about: str
    fields: tuple[Field, ...]


def pages(press: Press) -> Iterator[Page]:
    """Give the page of the form; without scripts it holds a file to copy."""
    fields = fields_of(Event)
    yield press.page(
        "add", addresses.ADD, "Add an event in the browser",
        "A form that writes the file of an event, checks it while you type, and shows its page.", page_class="p-add",
        sections=[_Part(one.title, one.about, in_order(fields, one.names)) for one in SECTIONS],
        entries={kind: fields_of(model, names) for kind, (model, names) in ENTRIES.items()},
        families=tuple(Family), side_words=tuple(Side), months=month_name[1:], date_forms=DATE_FORMS,
        in_order=_shown_order, by_hand=template(fields), example=_EXAMPLE, host=_host(press.settings),
    )  # fmt: skip


def files(record: Record, settings: Settings) -> Iterator[tuple[str, str]]:
    """Give address and text of what the form's scripts read."""
    yield addresses.ADD_RULES, rules_json(record, _host(settings))
    yield addresses.ADD_IDS, ids_json(record)


def _host(settings: Settings) -> NewFile | None:
    return new_file(settings.repository, settings.edit_uri)


def _shown_order(field: Field) -> tuple[Field, ...]:
    """Give the fields of an item in the order in which they are asked, which is not always that of the file."""
    first = FIRST.get(field.name, ())
    return in_order(field.parts, (*first, *(part.name for part in field.parts if part.name not in first)))
