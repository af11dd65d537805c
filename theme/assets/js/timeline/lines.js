/* The list under a picture by lines, made as they are shown: that of a timeline within a page, which has the lines of what was shown
   first, and that of a record too large for one page. */
import { button, link, make } from "./make.js";
import { restOf } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./rows.js").List} List */

/* So many lines are shown at once, and so many more with each "Show more". */
const [PAGE, PART] = [40, 200];

/**
 * A list by lines, made as they are shown: that of a timeline within a page, which has the lines of what was shown first,
 * and that of a record too large for one page.
 * @param {HTMLElement} root
 * @param {Index} index
 * @param {(event: number) => string} href of an event's page
 * @returns {List}
 */
export const listOf = (root, index, href) => {
  const page = root.classList.contains("part") ? PART : PAGE, box = root.querySelector(".listed"), list = box?.querySelector("ul") ?? document.createElement("ul");
  if (!list.isConnected) box?.append(list);
  const lines = new Map([...root.querySelectorAll("[data-event]")].map((line) => [line.getAttribute("data-event"), line]));
  /** @type {number[]} */
  let events = [];
  const more = button("Show more", () => fill(list.childElementCount + page));
  /** @param {number} event */
  const line = (event) => {
    const known = lines.get(index.id[event]);
    if (known) return known;
    const made = make("li", "");
    made.append(link(index.title[event] || index.short[event], href(event)), make("span", index.title[event] && restOf(index, event), "when"));
    if (index.title[event]) lines.set(index.id[event], made);
    return made;
  };
  /** @param {number} number */
  const fill = (number) => {
    list.replaceChildren(...events.slice(0, number).map(line));
    if (number < events.length) list.after(more);
    else more.remove();
  };
  return {
    show: (shown) => {
      events = [...index.id.keys()].filter(shown);
      fill(page);
    },
    mark: () => {},
  };
};
