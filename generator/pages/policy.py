"""What a browser may load and run on a page: the site's Content-Security-Policy (W3C, level 3)."""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data: blob:",  # a picture that a reader takes away is drawn as a blob
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def policy(template: str) -> str:
    """Give the policy of pages whose only scripts in the HTML itself are those of a template, named by their hashes.

    Everything else comes from files of the site, so that no text of the record can run, even one that became markup.
    """
    scripts = (script.encode() for script in _SCRIPT.findall(template))
    hashes = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in scripts)
    return "; ".join(_DIRECTIVES).replace("{hashes}", "".join(f" 'sha256-{value}'" for value in hashes))
