"""What a browser may run."""

from __future__ import annotations

from generator.pages.policy import policy


def test_a_script_is_named_by_the_hash_of_its_text() -> None:
    """The script between the tags is let run as it is, by its SHA-256 (the example of CSP level 3, section 8.2)."""
    assert policy("<p></p><script>alert('Hello, world.');</script>").split("; ")[1] == (
        "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    )


def test_nothing_else_is_let_run() -> None:
    """Nothing comes from elsewhere, nothing inline, and no address of the page can be turned elsewhere."""
    found = policy("<script src=x></script>")

    assert "sha256" not in found
    assert "unsafe" not in found
    assert {"default-src 'none'", "base-uri 'none'", "form-action 'self'"} <= set(found.split("; "))
