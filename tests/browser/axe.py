"""What axe finds on a page, of which the like is looked at a few times only: it takes half a minute for a long list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types

if TYPE_CHECKING:
    from playwright.sync_api import Page

COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules of axe that look at colours, which are all that differs between the schemes, and on paper."""
SCHEMES: tuple[tuple[Literal["light", "dark"], dict[str, Any]], ...] = (("light", {}), ("dark", COLOURS))
"""What a page is shown in, and which rules it is then held to, if not all."""
_BRINGS, _FINDS = Axe(), Axe(axe_script="null")
"""Axe for a page that has not met it, and for one that has: its half megabyte takes a tenth of a second each time."""
_THIN = """() => {
  const told = ({ name, value }) => /^(class|lang|role)$/.test(name) ? name + value : name + !value;
  const text = (node) => node.nodeType === 3 && Boolean(node.data.trim());
  const shape = (element) => [element.tagName, ...[...element.attributes].map(told).sort(),
    [...element.childNodes].some(text), "(", ...[...element.children].map(shape), ")"].join(" ");
  const thin = (element) => {
    const seen = {};
    for (const child of [...element.children]) {
      const known = shape(child);
      seen[known] = (seen[known] ?? 0) + 1;
      if (seen[known] > 3) child.remove();
      else thin(child);
    }
  };
  thin(document.body);
}"""


def thin(page: Page) -> None:
    """Take from a page what three before it are like: the same elements, attributes and classes, with other words."""
    page.evaluate(_THIN)


def violations(page: Page, **options: Any) -> list[str]:  # noqa: ANN401  options of axe
    """Give the rules of axe that a page breaks, all by default, each with the first place."""
    axe = _FINDS if page.evaluate("'axe' in window") else _BRINGS
    found = axe.run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
