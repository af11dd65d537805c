/* Taking parts of other pages of the site over. */

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/**
 * Fetch a page of the site, once.
 * @param {string} url
 */
export const pageAt = (url) => {
  const known = pages.get(url);
  if (known) return known;
  const fetched = fetch(url).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  fetched.catch(() => pages.delete(url));
  pages.set(url, fetched);
  return fetched;
};

/**
 * Take parts of another page over: links keep their targets; ids stay behind, and the ways past pictures that need them.
 * @param {Iterable<Element>} parts @param {string} url
 */
export const adopt = (parts, url) => [...parts].map((part) => {
  const own = /** @type {Element} */ (document.importNode(part, true));
  for (const one of [own, ...own.querySelectorAll("[id]")]) one.removeAttribute("id");
  for (const way of own.querySelectorAll(".past")) way.remove();
  /* What is a landmark on its own page is none within a panel. */
  if (own.matches("aside")) own.setAttribute("role", "note");
  for (const one of own.querySelectorAll("a[href]")) one.setAttribute("href", new URL(one.getAttribute("href") ?? "", url).href);
  return own;
});
