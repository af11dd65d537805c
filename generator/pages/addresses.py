"""Where each page stands: addresses from the site's root, without a leading slash, and links between them."""

from __future__ import annotations

HOME = ""
TIMELINE = "timeline/"
SEARCH = "search/"
TIMELINE_ALL = "timeline/all/"
EMBED = "embed/"
STATUS = "status/"
STATES = "status/states.json"
CHAINS = "chains/"
COUNTERPARTS = "counterparts/"
NUMBERS = "numbers/"
READOUTS = "readouts/"
ONE_ACCOUNT = "readouts/one-account/"
YEARS = "years/"
CHANNELS = "channels/"
PEOPLE = "people/"
OFFICES = "offices/"
TOPICS = "topics/"
PLACES = "places/"
SOURCES = "sources/"
TOURS = "tours/"
METHOD = "about/"
EXPLAINED = "explained/"
GLOSSARY = "glossary/"
GAPS = "about/gaps/"
CONTRIBUTING = "contributing/"
ADD = "contributing/add/"
ADD_RULES = "contributing/add/rules.json"
ADD_IDS = "contributing/add/ids.json"
FIELDS = "contributing/fields/"
CHECKS = "contributing/checks/"
DATA = "data/"
DATABASE = "data/timeline.sqlite"
CHANGES = "changes/"
CALENDARS = "calendar/"
FEEDS = "feeds/"
CARDS = "cards/"
API = "api/v1/"

NUMBERS_DATA = "data/numbers/"
"""The folder of the tables behind the page of numbers."""

LINKED = ("event", "person", "channel", "office", "topic")
"""The kinds of entries that a text of the record can link to: `[words](event:ID)`."""

_FOLDERS = {
    "event": "events/",
    "year": YEARS,
    "channel": CHANNELS,
    "person": PEOPLE,
    "office": OFFICES,
    "topic": TOPICS,
    "place": PLACES,
    "publisher": SOURCES,
    "tour": TOURS,
    "readouts-year": "readouts/years/",
    "readouts-channel": "readouts/channels/",
    "readouts-topic": "readouts/topics/",
    "check": CHECKS,
    "day": STATUS,
    "chain": CHAINS,
    "pair": COUNTERPARTS,
}


def address(kind: str, id_: object) -> str:
    """Give the address of an entry's page: `address("event", ID)` is `events/ID/`.

    Raises KeyError for a kind that has no pages.
    """
    return f"{_FOLDERS[kind]}{str(id_).lower()}/"


def pair_id(first: str, second: str) -> str:
    """Name a pair by the ids of its two offices; ids hold no double hyphen, so that no two pairs share a name."""
    return f"{first}--{second}"


def calendar(channel_id: str = "", *, planned: bool = False) -> str:
    """Give the address of a calendar: of a channel, of the engagements that lie ahead, or of everything."""
    name = f"channels/{channel_id}" if channel_id else "planned" if planned else "all"
    return f"{CALENDARS}{name}.ics"


def feed(kind: str = "", id_: str = "") -> str:
    """Give the address of a feed without its ending: of an entry's events, or of the whole record."""
    return f"{FEEDS}{_FOLDERS[kind]}{id_}" if kind else f"{FEEDS}changes"


def relative(origin: str, target: str) -> str:
    """Give the link from one address to another, by way of the root; a fragment may follow the target."""
    return "../" * origin.count("/") + target or "./"


def row(event_id: str) -> str:
    """Give the fragment of an event's row in a list of events."""
    return f"e-{event_id}"


def src_uri(place: str, *, index: bool = False) -> str:
    """Give the path of the Markdown file that MkDocs publishes at an address.

    With `index` it is the first page of a folder, under which other pages stand.
    """
    if index or not place:
        return f"{place}index.md"
    return f"{place.rstrip('/')}.md"


def published_at(uri: str) -> str:
    """Give the address at which MkDocs publishes the Markdown file at a path: the way back from `src_uri`."""
    place = uri.removesuffix(".md")
    return place.removesuffix("index") if f"/{place}".endswith("/index") else f"{place}/"
