"""The pages of both accounts, for a record in which they can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.full_record import FILES, FULL, REGISTRY, made, written

if TYPE_CHECKING:
    from generator.pages.site import Page

PATH = f"events/2024/{FULL}.yml"
CHANGES = {
    PATH: FILES[PATH].replace(
        "text: The south asked for more rounds.\n    sources: [paper-one]",
        "text: The south asked for more rounds. It spoke of Rain & wind. Of rain alone.\n    sources: [note]",
    ).replace("dealt with\n  [islands](topic:islands) & *fish*.", "dealt with *fish*."),
    f"{REGISTRY}/topics.yml": "islands: {name: Islands, words: [islands]}\nfish: {name: Fish, words: [fish]}\n"
    "rain: {name: Rain, words: [rain]}\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Give the pages of a record whose one pair of accounts rests on the sides' own publications."""
    return made(written(tmp_path_factory.mktemp("compared"), {**FILES, **CHANGES}))


def test_an_entry_says_what_one_side_alone_names(compared: dict[str, Page]) -> None:
    """On the pages of year and channel, each topic leads to its own page, from which the entry is reached."""
    for name in ("readouts/years/2024.md", "readouts/channels/talks.md"):
        text = compared[name].text
        assert '<dt>Northland alone names</dt><dd><a href="../../../readouts/topics/islands/">Islands</a></dd>' in text
        assert '<dt>Southland alone names</dt><dd><a href="../../../readouts/topics/rain/">Rain</a></dd>' in text
        assert "<dt>Northland dates it</dt>" in text
    assert f'href="../../../readouts/years/2024/#e-{FULL}"' in compared["readouts/topics/rain.md"].text


def test_a_topic_shows_the_sentences_that_name_it(compared: dict[str, Page]) -> None:
    """Every such sentence of one side, and that the other does not name it; what they look for is said."""
    text = compared["readouts/topics/rain.md"].text

    assert "<p>It spoke of Rain &amp; wind.</p>" in text
    assert "<p>Of rain alone.</p>" in text
    assert "The south asked" not in text
    assert '<p class="none">Not named.</p>' in text
    assert "<h2>Southland alone, 1 event</h2>" in text
    assert "<i>rain</i>" in text


def test_topics_that_no_account_names_have_no_page(compared: dict[str, Page]) -> None:
    """Only what is compared has one."""
    assert {name for name in compared if name.startswith("readouts/topics/")} == {
        "readouts/topics/islands.md", "readouts/topics/rain.md",
    }  # fmt: skip


def test_the_guide_counts_what_is_compared(compared: dict[str, Page], pages: dict[str, Page]) -> None:
    """It leads to topics, channels and years; where no pair can be compared it has no table of topics."""
    text = compared["readouts/index.md"].text

    assert 'href="../readouts/topics/rain/"' in text
    assert 'href="../readouts/channels/talks/"' in text
    assert 'href="../readouts/years/2024/"' in text
    assert '<section id="topics">' not in pages["readouts/index.md"].text
