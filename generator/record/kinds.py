"""Where the entries of each kind stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.registry import Channel, Office, Party, Person, Place, Publisher, Topic, Tour
from generator.record.source import SharedSource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.entry import Entry

EVENTS = "events"
REGISTRY = "events/registry"
PUBLISHED = "events/published.txt"
"""The list of ids that were ever published: a line such as `event ID`, `channel ID` or `person ID` for each."""

MAPPINGS: Mapping[str, type[Entry]] = {
    "parties": Party,
    "offices": Office,
    "places": Place,
    "topics": Topic,
    "publishers": Publisher,
}
"""Registry files that map ids to entries, by name without `.yml`."""
FOLDERS: Mapping[str, type[Entry]] = {"channels": Channel, "people": Person, "sources": SharedSource, "tours": Tour}
"""Registry folders with a file for each entry."""
_HOMES = {model: name for name, model in MAPPINGS.items()}
_FOLDERS = {model: name for name, model in FOLDERS.items()}


def home(model: type[Entry], id_: str) -> str:
    """Give the file in which an event stands, or an entry of the registry that is called by an id."""
    if model in _HOMES:
        return f"{REGISTRY}/{_HOMES[model]}.yml"
    if model in _FOLDERS:
        return f"{REGISTRY}/{_FOLDERS[model]}/{id_}.yml"
    return f"{EVENTS}/{id_[:4]}/{id_}.yml"
