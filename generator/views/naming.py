"""Which topics a text names: by the words that the registry lists for a topic, and by nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.record import Record
    from generator.record.registry import Topic

_TARGET = re.compile(r"(?<=\])\([^()\s]*\)")
"""Where a link of a text leads, which is not read."""
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_INITIAL = re.compile(r"\b(?:[A-Z]|Gen|Adm|Col|Lt|Maj|Mr|Mrs|Ms|Dr|St|No)\.$")


class Naming:
    """The words of a record's topics, ready to be looked for in texts."""

    def __init__(self, record: Record) -> None:
        """Take the topics that have words."""
        self.topics: Mapping[str, Topic] = {id_: topic for id_, topic in record.topics.items() if topic.words}
        self._patterns = {id_: _pattern(topic) for id_, topic in self.topics.items()}

    def named(self, text: str) -> frozenset[str]:
        """Give the ids of the topics that a text names, in any case of its letters; links lead nowhere here."""
        plain = _TARGET.sub("", text)
        return frozenset(id_ for id_, pattern in self._patterns.items() if pattern.search(plain))

    def sentences(self, text: str, topic_id: str) -> tuple[str, ...]:
        """Give the sentences of a text that name a topic, in their order."""
        pattern = self._patterns[topic_id]
        return tuple(one for one in sentences_of(text) if pattern.search(_TARGET.sub("", one)))


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a text into its sentences; an initial or a title before a name ends none, nor does a stop in a link."""
    found: list[str] = []
    for part in _SENTENCE.split(text.strip()):
        if found and (_INITIAL.search(found[-1]) or found[-1].count("[") > found[-1].count("]")):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return tuple(filter(None, found))


def _pattern(topic: Topic) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, topic.words))})\b", re.IGNORECASE)
