"""What axe finds on a page, of which the like is looked at a few times only: it takes half a minute for a long list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
