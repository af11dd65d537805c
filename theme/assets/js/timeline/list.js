/* The list under the picture and the years above it: they hold what the picture shows. */
import { button, link, make } from "./make.js";
import { rowsIn } from "./rows.js";
import { restOf } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{ show: (shown: (event: number) => boolean) => void, mark: (event: number) => void }} List `mark` is given -1 for none */

/**
 * The whole list of the page, whose rows come and go.
 * @param {HTMLElement} root
 * @returns {List}
 */
export const listOf = (root) => {
  const rows = rowsIn(root);
  let first = 0, marked = -1;
  const years = [...root.querySelectorAll("section.year")].map((section) => {
    const held = section.querySelectorAll("tr[id]").length;
    first += held;
    return { section: /** @type {HTMLElement} */ (section), link: /** @type {HTMLElement | null} */ (root.querySelector(`.years a[href="#${section.id}"]`)), from: first - held, to: first };
  });
  return {
    show: (shown) => {
      for (const { section, link, from, to } of years) {
        let number = 0;
        for (let event = from; event < to; event += 1) {
          const out = !shown(event);
          if (!out) number += 1;
          if (rows[event].hidden !== out) rows[event].hidden = out;
        }
        const any = number > 0;
        if (section.hidden === any) section.hidden = !any;
        if (link && link.hidden === any) link.hidden = !any;
        /* What has not been laid out takes the room of so many rows. */
        if (any && section.dataset.rows !== `${number}`) section.dataset.rows = `${number}`;
      }
    },
    mark: (event) => {
      rows[marked]?.removeAttribute("data-selected");
      rows[event]?.setAttribute("data-selected", "");
      marked = event;
    },
  };
};

/* So many lines are shown at once, and so many more with each "Show more". */
const PAGE = { page: 40, part: 200 };

/**
 * A list by lines, made as they are shown: that of a timeline within a page, which has the lines of what was shown first,
 * and that of a record too large for one page.
 * @param {HTMLElement} root
 * @param {Index} index
 * @param {(event: number) => string} href of an event's page
 * @param {"page" | "part"} place
 * @returns {List}
 */
export const linesOf = (root, index, href, place) => {
  const box = root.querySelector(".listed"), list = box?.querySelector("ul") ?? document.createElement("ul");
  if (!list.isConnected) box?.append(list);
  const lines = new Map([...root.querySelectorAll("[data-event]")].map((line) => [line.getAttribute("data-event"), line]));
  /** @type {number[]} */
  let events = [];
  const more = button("Show more", () => fill(list.childElementCount + PAGE[place]));
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
      fill(PAGE[place]);
    },
    mark: () => {},
  };
};
