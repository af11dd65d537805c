"""Tells people on GitHub what a workflow found: a comment and suggestions under a pull request, or an issue.

    python3 tell.py review FOLDER    review.md and review.json of `timeline review`, of the run HEAD_SHA
    python3 tell.py links FILE       the report of `timeline links`; OPEN=true while something is left to mend

What it posts was made by the generator of the default branch. It runs `gh`, which finds its token in GH_TOKEN; the
repository is REPOSITORY (owner/name), the run's page RUN_URL. Standard library alone, so that nothing is installed
where a token may write.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

REVIEW = "<!-- timeline review -->"
LINKS = "<!-- timeline links -->"
"""By their first lines our own comments and issues are known again."""
BOT = "github-actions[bot]"
LONGEST = 65_000
"""Characters that GitHub takes in a comment, less a few."""


def main(what: str, where: str) -> None:
    """Tell what stands in a folder or file."""
    {"review": tell_review, "links": tell_links}[what](Path(where))


def tell_review(folder: Path) -> None:
    """Write the review under the pull request whose head the run had; suggestions where lines can take them."""
    number = pull_request()
    if number is None:
        print("No open pull request has this commit as its head; nothing to tell.")
        return
    text = written(folder / "review.md")
    run_url = os.environ["RUN_URL"]
    foot = f"\n\n[The run]({run_url}) has annotations on the lines and, once all is well, the built site (`preview`)."
    body = f"{REVIEW}\n{text[: LONGEST - len(foot)]}{foot}"
    issue = f"repos/{os.environ['REPOSITORY']}/issues"
    told = own(pages(f"{issue}/{number}/comments"), REVIEW)
    if told:
        gh("PATCH", f"{issue}/comments/{told[0]['id']}", {"body": body})
    else:
        gh("POST", f"{issue}/{number}/comments", {"body": body})
    suggest(number, json.loads((folder / "review.json").read_text(encoding="utf-8"))["suggestions"])


def suggest(number: int, suggestions: list[dict[str, Any]]) -> None:
    """Put suggestions in the place of earlier ones."""
    pulls = f"repos/{os.environ['REPOSITORY']}/pulls"
    for old in own(pages(f"{pulls}/{number}/comments"), REVIEW):
        gh("DELETE", f"{pulls}/comments/{old['id']}")
    if not suggestions:
        return
    comments = [{**one, "body": f"{REVIEW}\n{one['body']}"} for one in suggestions]
    review = {"commit_id": os.environ["HEAD_SHA"], "event": "COMMENT", "comments": comments}
    try:
        gh("POST", f"{pulls}/{number}/reviews", review)
    except subprocess.CalledProcessError as error:  # a line that the diff does not show: the comment has the patch
        print(f"No suggestions: {error.stderr}")


def pull_request() -> int | None:
    """Find the open pull request whose head the run had; what a run of a fork says of itself is not asked."""
    head, sha = os.environ.get("HEAD_REPOSITORY"), os.environ["HEAD_SHA"]
    found = gh("GET", f"repos/{head}/commits/{sha}/pulls") if head else []
    for one in found:
        is_ours = one["base"]["repo"]["full_name"] == os.environ["REPOSITORY"]
        if is_ours and one["state"] == "open" and one["head"]["sha"] == sha:
            return int(one["number"])
    return None


def tell_links(file: Path) -> None:
    """Keep one issue: opened while a source can be read nowhere, closed when none is left."""
    is_open = os.environ["OPEN"] == "true"
    text = written(file)
    how = 'How to mend them: "Sources that vanish" in CONTRIBUTING.md.'
    foot = f"\n\n{how} Asked in [this run]({os.environ['RUN_URL']}); the issue is kept up to date once a week."
    body = f"{LINKS}\n{text[: LONGEST - len(foot)]}{foot}"
    issues = f"repos/{os.environ['REPOSITORY']}/issues"
    told = own(pages(f"{issues}?state=open&creator={BOT.replace('[', '%5B').replace(']', '%5D')}"), LINKS)
    if told:
        state = {} if is_open else {"state": "closed", "state_reason": "completed"}
        gh("PATCH", f"{issues}/{told[0]['number']}", {"body": body, **state})
    elif is_open:
        gh("POST", issues, {"title": "Sources that no longer answer", "body": body})


def written(file: Path) -> str:
    """Read a report; ends the program where what should have written it broke off."""
    text = file.read_text(encoding="utf-8")
    if not text.strip():
        sys.exit(f"{file} is empty: its command was misused or broke off, and its log says why.")
    return text.rstrip()


def own(found: list[dict[str, Any]], mark: str) -> list[dict[str, Any]]:
    """Give those of some comments or issues that this program wrote."""
    return [one for one in found if one["user"]["login"] == BOT and (one["body"] or "").startswith(mark)]


def pages(address: str) -> list[dict[str, Any]]:
    """Get a list of any length."""
    found = json.loads(run("api", "--paginate", "--slurp", f"{address}{'&' if '?' in address else '?'}per_page=100"))
    return [one for page in found for one in page]


def gh(method: str, address: str, fields: dict[str, Any] | None = None) -> Any:  # noqa: ANN401  as JSON has it
    """Send a request to GitHub's API. Raises subprocess.CalledProcessError where it is refused."""
    given = ["--input", "-"] if fields is not None else []
    said = run("api", "--method", method, address, *given, text=json.dumps(fields) if given else None)
    return json.loads(said) if said.strip() else None


def run(*words: str, text: str | None = None) -> str:
    """Run `gh` and give what it prints."""
    return subprocess.run(["gh", *words], input=text, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main(*sys.argv[1:])
