"""Records in which each field that holds text holds one of the payloads."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.world import FILES, REGISTRY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIRST = date(2005, 3, 1)
PLAIN = "A plain text"
_MOST = 120


def hostile(texts: Sequence[str]) -> dict[str, str]:
    """Give the files of a record in which every field that holds text has held each of the texts."""
    files = {path: text for path, text in FILES.items() if "/registry/" in path}
    files |= {f"{REGISTRY}/{path}": written(entry) for path, entry in _registry(texts)}
    return files | {f"events/{id_[:4]}/{id_}.yml": written(entry) for id_, entry in _events(texts)}


def written(value: Any) -> str:  # noqa: ANN401  any plain value
    """Write a value as JSON, which is YAML: what no file can hold as it is stands there as an escape."""
    return json.dumps(value, indent=1)


def ids(number: int) -> dict[str, str]:
    """Give the ids of the entries that a text's event refers to."""
    day = FIRST + timedelta(days=11 * (number // 8))  # a day on which channels open has a page that names them all
    names = ("channel", "person", "place", "topic", "publisher", "source", "office", "tour")
    return {"event": f"{day}-hostile-{number}", "day": str(day), **{name: f"{name}-{number}" for name in names}}


def _events(texts: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, text in enumerate(texts):
        known = ids(number)
        account = {"text": text, "quote": text, "sources": ["own"], "zh": {"text": text, "quote": text}}
        yield known["event"], {
            "title": text, "short": text, "date": known["day"], "kind": "talks", "channel": known["channel"],
            "place": known["place"], "summary": text, "topics": [known["topic"]], "added": "2024-01-20",
            "participants": {"us": [{"person": known["person"], "role": text}, {"office": known["office"]}]},
            "accounts": {"us": account, "prc": account},
            "reported": [{"text": text, "sources": ["own"]}],
            "figures": [{"label": text, "value": text, "unit": text, "by": text, "sources": ["own"]}],
            "effects": [{"channel": known["channel"], "state": "open"}],
            "related": [{"event": ids(number - 1)["event"], "relation": "follows"}] if number else [],
            "sources": [known["source"], {
                "id": "own", "title": text, "publisher": known["publisher"], "url": f"https://example.org/{text}",
                "archived": text, "supports": text,
            }],
            "revised": [{"date": "2024-01-25", "note": text}], "zh": {"title": text, "summary": text},
        }  # fmt: skip


def _registry(texts: Sequence[str]) -> Iterator[tuple[str, Any]]:
    # Invisible characters and texts too long leave no entry, and what refers to it could not be built unchecked.
    known = [(ids(at), text if text.isprintable() and len(text) < _MOST else PLAIN) for at, text in enumerate(texts)]
    yield (
        "parties.yml",
        {
            party: {"name": text, "native": text, "short": text[:22], "in_text": text}
            for party, text in (("us", known[0][1]), ("prc", known[-1][1]))
        },
    )
    yield "offices.yml", {
        "policy-deputy": {"party": "us", "level": "policy", "titles": [{"title": PLAIN}]},
        "policy-director": {"party": "prc", "level": "policy", "titles": [{"title": PLAIN}]},
        "defense-secretary": {"party": "us", "level": "ministers", "titles": [{"title": PLAIN}]},
        "defence-minister": {"party": "prc", "level": "ministers", "titles": [{"title": PLAIN}]},
        **{ids_["office"]: {
            "party": "us", "level": "policy", "titles": [{"title": text, "native": text}], "short": text,
            "counterpart": "policy-director",
        } for ids_, text in known},
    }  # fmt: skip
    named = {"places": ("within",), "topics": ("about",)}
    for table, more in named.items():
        yield (
            f"{table}.yml",
            {ids_[table[:-1]]: {"name": text, "native": text, **dict.fromkeys(more, text)} for ids_, text in known},
        )
    yield "publishers.yml", {
        "financial-times": {"name": PLAIN, "side": "press", "language": "en"},
        **{ids_["publisher"]: {
            "name": text, "native": text, "side": "us", "language": "en", "about": text,
        } for ids_, text in known},
    }  # fmt: skip
    yield (
        "gaps.yml",
        {f"gap-{number}": {"period": "2004", "what": text, "why": text} for number, (_, text) in enumerate(known)},
    )
    for ids_, text in known:
        yield from _files(ids_, text)


def _files(known: dict[str, str], text: str) -> Iterator[tuple[str, Any]]:
    yield f"channels/{known['channel']}.yml", {
        "name": text, "short": text, "native": text, "level": "policy", "purpose": text, "offices": [known["office"]],
    }  # fmt: skip
    yield f"people/{known['person']}.yml", {
        "name": text, "native": text, "family_name": text, "party": "us", "ranks": [{"rank": text}],
        "posts": [{"office": known["office"], "role": text, "from": "2004"}],
    }  # fmt: skip
    yield f"sources/{known['source']}.yml", {
        "title": text, "publisher": known["publisher"], "url": f"https://example.org/?{text}", "supports": text,
    }  # fmt: skip
    step = {"event": known["event"], "window": "2004/2006", "text": text}
    yield f"tours/{known['tour']}.yml", {"title": text, "intro": text, "steps": [step]}
