"""A review in its four forms: what it says, and that nothing in a record gets out of its place."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.exports.differences import harmless_but_code
from generator.exports.review import review_github, review_json, review_markdown, review_text
from generator.record.form.canonical import canonical
from generator.record.loading import read_record
from generator.views.differences import Difference
from generator.views.review import Mend, Review, review
from tests.record.form.messy import messy
from tests.world import FILES, SUMMIT, TALKS, TODAY, changed, world

if TYPE_CHECKING:
    from pathlib import Path

NEW = "events/2024/2024-01-09-new.yml"
EVENT = """\
title:   A call
date: 2024-01-09
kind: cal
summary: They called each other.
related:
  - event: 2024-01-08-dpct-17
    relation: follows
sources: [ft-2024-01-10]
added: 2024-01-21
"""


def reviewed(folder: Path, files: dict[str, str | bytes | None]) -> Review:
    """Review a change of the small record."""
    before, after = world(folder / "before"), world(folder / "after", files)
    return review(read_record(before), read_record(after), TODAY)


def test_a_sound_change(tmp_path: Path) -> None:
    """A change without a fault is said to be one, with what it adds and how that is linked."""
    found = reviewed(tmp_path, {NEW: EVENT.replace("cal\n", "call\n").replace("   A", " A")})

    assert (
        review_markdown(found)
        == """\
### No fault in 1 changed file.

### 1 event added

- `2024-01-09-new`: A call (call, 9 January 2024)

### 1 link between events

- `2024-01-09-new` follows `2024-01-08-dpct-17`
"""
    )
    assert review_text(found) == (
        "No fault in 1 changed file.\n\n1 event added\n  2024-01-09-new: A call (call, 9 January 2024)\n"
    )
    assert review_github(found) == ""
    assert not found.has_errors


def test_a_fault_and_its_mend(tmp_path: Path) -> None:
    """The summary comes first, then the faults, then the mend as a patch, then what is known of what is added.

    What a file adds of which something could not be read is not guessed.
    """
    said = review_markdown(reviewed(tmp_path, {NEW: EVENT, SUMMIT: f"short: A summit\n{FILES[SUMMIT]}"}))

    assert said.startswith(
        "### 1 fault in 1 file: 1 error. 1 can be mended as shown. 1 file can be brought into form by itself.\n\n"
        f"- `{NEW}:3` **error E204** `cal` is no word for `kind`; it is one of `summit`, `meeting`,"
    )
    assert ". Did you mean `call`?\n" in said
    assert "-title:   A call\n+title: A call\n date: 2024-01-09\n-kind: cal\n+kind: call\n" in said
    assert said.endswith(
        "### 1 entry changed\n\n- event `2023-11-15-woodside-summit`\n    - `short` is new: A summit\n\n"
        "What 1 file changes is said when its errors are mended.\n"
    )


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """What it changes is not known, and that is said; one that was readable before is not said to be gone."""
    said = review_markdown(reviewed(tmp_path, {NEW: EVENT.replace("sources: [", "sources: {"), SUMMIT: "a: {\n"}))

    assert "**error E104**" in said
    assert said.endswith("mend its fault.\n\nWhat 2 files change is said when their errors are mended.\n")


def test_on_a_terminal(tmp_path: Path) -> None:
    """On a terminal the sum is said once, with the files that can be mended."""
    lines = review_text(reviewed(tmp_path, {NEW: EVENT})).splitlines()

    assert lines[-4:] == [
        "1 fault in 1 file: 1 error. 1 can be mended as shown.", f"  {NEW}", "",
        "What 1 file changes is said when its errors are mended.",
    ]  # fmt: skip


def test_only_the_form(tmp_path: Path) -> None:
    """A file without a fault that is not in the form is offered in it."""
    found = reviewed(tmp_path, {SUMMIT: FILES[SUMMIT].replace("title: ", "title:   ")})

    assert review_markdown(found).startswith(
        "### No fault in 1 changed file. 1 file can be brought into form by itself."
    )
    assert review_github(found) == (
        f"::notice file={SUMMIT},line=1,title=This mends itself::"
        "`timeline fmt` writes fields in order, wraps lines and sets quotes; the summary has the patch.\n"
    )


def test_whose_faults(tmp_path: Path) -> None:
    """Errors are told wherever a change causes them, warnings of files that it leaves alone are not."""
    found = reviewed(tmp_path, {"events/registry/places.yml": "elsewhere:\n  name: Elsewhere\n"})

    assert [(fault.place.path, fault.code.id) for fault in found.faults] == [(TALKS, "E404")]
    assert review_github(found).startswith(f"::error file={TALKS},line=5,")


def test_annotations_begin_with_errors(tmp_path: Path) -> None:
    """GitHub shows the first annotations alone: errors come first."""
    lines = review_github(
        reviewed(tmp_path, {NEW: EVENT.replace("added: 2024-01-21", "sources: [x]\nadded: 2024-01-21"),
                            **changed("place: mars\nstatus: planned")})
    ).splitlines()  # fmt: skip
    kinds = [line.split(" ")[0] for line in lines]

    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)


def applied(mend: Mend, suggestions: list[dict[str, object]]) -> str:
    """Do with a text what GitHub does with suggestions that are all taken."""
    lines = mend.before.split("\n")
    for one in sorted(suggestions, key=lambda one: int(str(one["line"])), reverse=True):
        first, last = int(str(one.get("start_line", one["line"]))), int(str(one["line"]))
        body = str(one["body"]).split("\n")
        assert set(body[-1]) == {"`"}
        assert body[0] == f"{body[-1]}suggestion"
        lines[first - 1 : last] = body[1:-1]
    return "\n".join(lines)


@example("\ndate: []\ntitle: |-\n they met\n\n they met\n", "")  # what is put in above and below one line
@given(messy(), st.sampled_from(["", "\n"]))
def test_suggestions_and_patches_mend(text: str, end: str) -> None:
    """Whoever takes every suggestion has the text that the mend promises."""
    mend = Mend(NEW, text.removesuffix("\n") + end, canonical(NEW, text))
    nothing = Difference((), (), (), (), (), (), (), ())
    found = Review((NEW,), frozenset([NEW]), (), (mend,), (), nothing, ())
    suggestions = json.loads(review_json(found))["suggestions"]

    if suggestions:
        assert applied(mend, suggestions).rstrip("\n") == mend.after.rstrip("\n")


def test_the_patch_applies(tmp_path: Path) -> None:
    """The patch of the summary is one that git takes."""
    found = reviewed(tmp_path, {NEW: EVENT, SUMMIT: FILES[SUMMIT].replace("kind: summit", "kind:  sumit").rstrip("\n")})
    patch = review_markdown(found).partition("```diff\n")[2].partition("\n```\n")[0]
    root = tmp_path / "after"

    subprocess.run(["git", "apply", "-"], cwd=root, input=patch + "\n", text=True, check=True)  # noqa: S607  the git on the path

    assert (root / SUMMIT).read_text() == FILES[SUMMIT]
    assert "kind: call\n" in (root / NEW).read_text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`a` is no `b`", "`a` is no `b`"),
        ("`a <b>` @all *x*", "`a <b>` &#64;all \\*x\\*"),
        ("a ` b", "a \\` b"),
        ("`a` b ` @c", "`a` b \\` &#64;c"),
        ("`a\n# b`", "`a # b`"),
        ("``", "\\`\\`"),
    ],
)
def test_what_a_record_says_is_no_markup(text: str, expected: str) -> None:
    """What stands between backticks is code, everything else is escaped."""
    assert harmless_but_code(text) == expected


@pytest.mark.slow
def test_a_long_change_is_cut(tmp_path: Path) -> None:
    """However much changes, the Markdown fits under a pull request, and its blocks are closed."""
    line = EVENT.replace("cal\n", "call\n")
    files = {
        f"events/2024/2024-01-{n % 9 + 10}-{'x' * 60}-{n}.yml": line.replace("title:", f"kind{n}:") for n in range(300)
    }
    said = review_markdown(reviewed(tmp_path, {**files}))

    assert len(said) < 60_000
    assert said.count("```") % 2 == 0
    assert "- and " in said
