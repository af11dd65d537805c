"""Which topics a text names, and in which of its sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.record.registry import Topic
from generator.views.naming import Naming, sentences_of
from tests.views.making import ORIGIN, record

WORDS = {"taiwan": ["Taiwan", "one-China"], "sea": ["South China Sea"], "talks": [], "code": ["C++"]}
TOPICS = {
    id_: Topic.model_validate({"id": id_, "origin": ORIGIN, "name": id_, "words": words})
    for id_, words in WORDS.items()
}
NAMING = Naming(replace(record(), topics=TOPICS))


@pytest.mark.parametrize(("text", "named"), [
    ("It spoke of Taiwan.", {"taiwan"}),
    ("It spoke of Taiwan's election and the SOUTH CHINA SEA.", {"taiwan", "sea"}),
    ("The one-China policy had not changed.", {"taiwan"}),
    ("A Taiwanese ship in the South China Seas.", set()),
    ("See [the visit](event:2022-08-02-taiwan-visit).", set()),
    ("See [Taiwan](topic:taiwan).", {"taiwan"}),
    ("It spoke of talks.", set()),
    ("", set()),
])  # fmt: skip
def test_words_are_looked_for_whole(text: str, named: set[str]) -> None:
    """A word counts in any case, whole, and not where a link leads; a topic without words is never named."""
    assert NAMING.named(text) == named


@pytest.mark.parametrize(("text", "sentences"), [
    ("One. Two? Three!", ["One.", "Two?", "Three!"]),
    ("Gen. Brown met Charles Q. Brown. He left.", ["Gen. Brown met Charles Q. Brown.", "He left."]),
    ("See [the talks. They](event:a) again. Done.", ["See [the talks. They](event:a) again.", "Done."]),
    ("It cost 3.5 million. 12 came.\nThey stayed.", ["It cost 3.5 million.", "12 came.", "They stayed."]),
    ("He said so... and left.", ["He said so... and left."]),
    ("", []),
])  # fmt: skip
def test_a_text_is_cut_into_sentences(text: str, sentences: list[str]) -> None:
    """A stop before a capital or a number ends one; an initial, a title or a stop within a link does not."""
    assert list(sentences_of(text)) == sentences


def test_the_sentences_that_name_a_topic() -> None:
    """They come in their order, each once and whole."""
    text = "Taiwan is one. The sea is another. The one-China policy and Taiwan."

    assert NAMING.sentences(text, "taiwan") == ("Taiwan is one.", "The one-China policy and Taiwan.")
    assert NAMING.sentences(text, "sea") == ()
