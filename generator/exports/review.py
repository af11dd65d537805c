"""A review in words for a terminal, in Markdown for a pull request, as annotations, and as JSON.

The Markdown is put under a pull request by a machine, so that no text of the record may become markup in it, and its
length is bounded.
"""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher, unified_diff
from typing import TYPE_CHECKING, Any

from generator.checks.report_github import annotation, github_report
from generator.checks.report_json import faults_data
from generator.checks.report_text import counted, summary, tally, text_report
from generator.exports.differences import difference_data, difference_markdown, difference_text, harmless_but_code
from generator.record.faults import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.faults import Fault
    from generator.views.review import Mend, Review

_FAULTS = 40
"""How many faults the Markdown lists."""
_LISTED = 18_000
"""Characters of faults that the Markdown shows."""
_PATCH = 14_000
"""Characters of a patch that the Markdown shows."""
_DIFFERENCE = 18_000
"""Characters of what changed that the Markdown shows."""
_LINKS = 4_000
"""Characters of links between events that the Markdown shows."""
_SUGGESTIONS = 20
"""How many suggestions are made; a change that needs more is better brought into form at once."""
_TICKS = re.compile("`+")


def review_text(found: Review) -> str:
    """Write a review for a terminal."""
    faults = text_report(found.faults, 0).removesuffix(f"{summary(found.faults)}\n") if found.faults else ""
    mends = "".join(f"  {mend.path}\n" for mend in found.mends)
    said = f"{_said(found, difference_text(found.difference))}\n"
    return "\n".join(filter(None, (faults, f"{headline(found)}\n{mends}", said)))


def review_markdown(found: Review) -> str:
    """Write a review for a pull request: the summary first, faults, the mend as a patch, what the change adds."""
    parts = [f"### {headline(found)}", *_faults(found.faults)]
    if found.mends:
        parts.append(_patch(found.mends))
    parts.append(_said(found, _bounded(difference_markdown(found.difference), _DIFFERENCE)))
    if found.links:
        links = _bounded("\n".join(f"- `{one.event}` {one.relation} `{one.other}`" for one in found.links), _LINKS)
        parts.append(f"### {counted(len(found.links), 'link')} between events\n\n{links}")
    return "\n\n".join(parts) + "\n"


def review_github(found: Review) -> str:
    """Write a review as annotations of GitHub Actions: errors first, since only the first of each kind are shown."""
    weights = list(Severity)
    faults = sorted(found.faults, key=lambda fault: weights.index(fault.severity))
    notices = (
        annotation(
            "notice",
            {"file": mend.path, "line": _steps(mend)[0][0] + 1, "title": "This mends itself"},
            "`timeline fmt` writes fields in order, wraps lines and sets quotes; the summary has the patch.",
        )
        for mend in found.mends
    )
    return github_report(faults) + "".join(f"{notice}\n" for notice in notices)


def review_json(found: Review) -> str:
    """Write a review as one JSON object, with `suggestions` as GitHub takes them for lines of new files."""
    data = {
        "summary": headline(found), "changed": found.changed, "new": sorted(found.new),
        "faults": faults_data(found.faults), "mends": [mend.path for mend in found.mends],
        "suggestions": list(_suggestions(found)), "difference": difference_data(found.difference),
        "unsaid": found.unsaid, "links": [link._asdict() for link in found.links],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1, default=str) + "\n"


def headline(found: Review) -> str:
    """Say how a change stands: `2 faults in 1 file: 2 errors. 1 can be mended as shown.`."""
    paths = {mend.path for mend in found.mends}
    known = [one for one in found.faults if one.suggestion is not None and one.place.path in paths]
    formless = len(paths - {fault.place.path for fault in known})
    said = [tally(found.faults) if found.faults else f"No fault in {counted(len(found.changed), 'changed file')}."]
    if known:
        said.append(f"{len(known)} can be mended as shown.")
    if formless:
        said.append(f"{counted(formless, 'file')} can be brought into form by itself.")
    return " ".join(said)


def _faults(faults: tuple[Fault, ...]) -> Iterator[str]:
    lines = [
        f"- `{one.place.path}:{one.place.line}` **{one.severity} {one.code.id}** {harmless_but_code(one.message)}."
        + (f" {harmless_but_code(one.hint)}" if one.hint else "")
        for one in faults[:_FAULTS]
    ]
    if len(faults) > _FAULTS:
        lines.append(f"- and {len(faults) - _FAULTS} more: `make check` lists all")
    if lines:
        yield _bounded("\n".join(lines), _LISTED)
        yield "`timeline check --explain E301` tells what a check is for and how to mend its fault."


def _patch(mends: tuple[Mend, ...]) -> str:
    """Give the patch that mends: as much as `git apply` can take, or the command that does the same."""
    patch = "".join(_difference(mend) for mend in mends)
    if len(patch) > _PATCH:
        return "What mends itself is too much to show; `timeline fmt` does most of it."
    return (
        "<details><summary>The mend, as a patch: save it and run <code>git apply</code>, or run "
        f"<code>timeline fmt</code></summary>\n\n{_fenced(patch, 'diff')}\n\n</details>"
    )


def _said(found: Review, difference: str) -> str:
    """Say what changed, and that more may have, in files of which something could not be read."""
    said = [difference.rstrip()] if found.difference or not found.unsaid else []
    if found.unsaid:
        what, whose = (
            ("1 file changes", "its") if len(found.unsaid) == 1 else (f"{len(found.unsaid)} files change", "their")
        )
        said.append(f"What {what} is said when {whose} errors are mended.")
    return "\n\n".join(said)


def _bounded(said: str, most: int) -> str:
    """Cut what is longer than so many characters behind a line."""
    return said if len(said) <= most else said[:most].rpartition("\n")[0] + "\n- …"


def _difference(mend: Mend) -> str:
    before, after = (text.splitlines(keepends=True) for text in (mend.before, mend.after))
    lines = unified_diff(before, after, f"a/{mend.path}", f"b/{mend.path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _fenced(text: str, kind: str) -> str:
    """Put a text into a fence that nothing in it can close."""
    fence = "`" * max((3, *(len(run) + 1 for run in _TICKS.findall(text))))
    return "\n".join((fence + kind, *([text.removesuffix("\n")] if text else []), fence))


def _steps(mend: Mend) -> list[tuple[int, int, list[str]]]:
    """Give what a mend replaces: the first line and the one behind the last, from 0, and the lines to write.

    Each step replaces one line at least: where lines are only put in, the one above is written once more.
    """
    before, after = mend.before.split("\n"), mend.after.split("\n")
    steps: list[tuple[int, int, list[str]]] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "insert" and steps and steps[-1][1] == start:  # the line above was written by the step before
            first, last, lines = steps.pop()
            steps.append((first, last, lines + after[new_start:new_end]))
        elif kind == "insert":
            back = 1 if start else 0
            first, last = start - back, max(end, 1)
            steps.append((first, last, after[new_start - back : new_end] + before[last - 1 + back : last]))
        elif kind != "equal":
            steps.append((start, end, after[new_start:new_end]))
    return steps or [(0, 1, after[:1])]


def _suggestions(found: Review) -> Iterator[dict[str, Any]]:
    """Give the mends of new files step by step: a review may comment on any line of these."""
    steps = [(mend.path, step) for mend in found.mends if mend.path in found.new for step in _steps(mend)]
    for path, (start, end, lines) in steps if len(steps) <= _SUGGESTIONS else []:
        place = {"path": path, "side": "RIGHT", "line": end}
        several = {"start_line": start + 1, "start_side": "RIGHT"} if end > start + 1 else {}
        yield {**place, **several, "body": _fenced("".join(f"{line}\n" for line in lines), "suggestion")}
