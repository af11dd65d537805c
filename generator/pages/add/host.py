"""Where a new file can be opened with its text: on the host of the repository, in the contributor's own browser."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

_BRANCH = re.compile(r"/edit/([^/]+)/")
_MAIN = "main"


class NewFile(NamedTuple):
    """The page of a host on which a file is begun."""

    host: str
    """What the host is called."""
    address: str
    """Its page for a new file, to which a query is added."""
    name: str
    """The word of the query for the file's path."""
    text: str
    """The word of the query for its text."""


def new_file(repository: str, edit_uri: str = "") -> NewFile | None:
    """Tell where a repository takes a new file; nothing for a host of which that is not known.

    The branch is that of the address that edits files, or `main`. GitHub and GitLab alone take a text along.
    """
    parts = urlsplit(repository)
    if parts.scheme not in ("http", "https") or not parts.hostname or not parts.path.strip("/"):
        return None
    root, found = repository.rstrip("/").removesuffix(".git"), _BRANCH.search(edit_uri)
    branch = found[1] if found else _MAIN
    if "/-/" in edit_uri or "gitlab" in parts.hostname:
        return NewFile("GitLab", f"{root}/-/new/{branch}", "file_name", "content")
    if "github" in parts.hostname:
        return NewFile("GitHub", f"{root}/new/{branch}", "filename", "value")
    return None
