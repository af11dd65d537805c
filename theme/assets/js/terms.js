/* A term explains itself where it stands: a link to the glossary shows what stands there, while a pointer rests on it or
   the keyboard has reached it; a finger shows it first and follows the link when it taps again. */

const GAP = 6;
const REST = 150;

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();
/** @type {HTMLElement | undefined} */
let tip;
/** @type {HTMLAnchorElement | undefined} */
let told;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string} url */
const page = (url) => {
  const known = pages.get(url);
  if (known) return known;
  const fetched = fetch(url).then(async (answer) => {
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  fetched.catch(() => pages.delete(url));
  pages.set(url, fetched);
  return fetched;
};

/** @param {string} href @returns {Promise<string>} what stands behind the term, on one line */
const meaning = async (href) => {
  const url = new URL(href);
  const anchor = url.hash.slice(1);
  url.hash = "";
  let part = (await page(url.href)).getElementById(anchor)?.nextElementSibling;
  while (part && part.localName !== "dd") part = part.nextElementSibling;
  return (part?.textContent ?? "").trim().replace(/\s+/g, " ");
};

/**
 * Say where a box stands beside what it explains: under it, or above it where there is no room, and within the window.
 * @param {{left: number, top: number, bottom: number}} of
 * @param {{width: number, height: number}} box
 * @param {{width: number, height: number}} view
 */
export const beside = (of, box, view) => {
  const under = of.bottom + GAP;
  return {
    left: Math.max(GAP, Math.min(of.left, view.width - box.width - GAP)),
    top: under + box.height <= view.height || of.top < box.height + GAP ? under : of.top - GAP - box.height,
  };
};

const hide = () => {
  clearTimeout(timer);
  told?.removeAttribute("aria-describedby");
  told = undefined;
  if (tip) tip.hidden = true;
};

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(hide, REST);
};

const made = () => {
  const box = document.createElement("div");
  box.id = "term-tip";
  box.setAttribute("role", "tooltip");
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", later);
  document.body.append(box);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (event.target !== told && !box.contains(/** @type {Node} */ (event.target))) hide();
  });
  addEventListener("scroll", hide, { passive: true });
  return box;
};

/**
 * Show what a term means until pointer or focus leave it, or a finger taps elsewhere.
 * @param {HTMLAnchorElement} link to its place in the glossary
 * @param {boolean} tapped
 */
export const explain = async (link, tapped) => {
  clearTimeout(timer);
  if (told === link) return;
  const words = await meaning(link.href);
  if (!words) throw new Error(`${link.href}: no such term`);
  if (!tapped && !link.matches(":hover, :focus")) return;
  hide();
  tip ??= made();
  tip.textContent = words;
  tip.hidden = false;
  const at = beside(link.getClientRects()[0], tip.getBoundingClientRect(), { width: document.documentElement.clientWidth, height: innerHeight });
  tip.style.left = `${at.left}px`;
  tip.style.top = `${at.top}px`;
  told = link;
  link.setAttribute("aria-describedby", tip.id);
  link.addEventListener("pointerleave", later, { once: true });
  link.addEventListener("blur", hide, { once: true });
};
