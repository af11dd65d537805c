/* The list under the picture and the years above it: they hold what the picture shows. */
import { link, make } from "./panel.js";

/** @typedef {import("./index.js").Index} Index */

/**
 * @param {HTMLElement} root
 * @param {string[]} ids of all events, in the order of time
 */
export const listOf = (root, ids) => {
  const rows = ids.map((id) => /** @type {HTMLElement | null} */ (root.querySelector(`#${CSS.escape(`e-${id}`)}`)));
  const years = [...root.querySelectorAll("section.year")].map((section) => ({
    section: /** @type {HTMLElement} */ (section),
    link: /** @type {HTMLElement | null} */ (root.querySelector(`.years a[href="#${section.id}"]`)),
    events: [...section.querySelectorAll("tr[id]")].map((row) => rows.indexOf(/** @type {HTMLElement} */ (row))),
  }));
  return {
    whole: rows.every(Boolean),
    /** @param {(event: number) => boolean} shown */
    show: (shown) => {
      rows.forEach((row, event) => {
        const out = !shown(event);
        if (row && row.hidden !== out) row.hidden = out;
      });
      for (const { section, link, events } of years) {
        const out = !events.some(shown);
        if (section.hidden !== out) section.hidden = out;
        if (link) link.hidden = out;
      }
    },
    /** @param {number} event */
    mark: (event) => rows.forEach((row, at) => row?.toggleAttribute("data-selected", at === event)),
  };
};

/**
 * The short list of a timeline within a page: it has the lines of what was shown first, and gets the others.
 * @param {HTMLElement} root
 * @param {Index} index
 * @param {(event: number) => string} href of an event's page
 */
export const linesOf = (root, index, href) => {
  const box = root.querySelector(".listed");
  const list = box?.querySelector("ul") ?? document.createElement("ul");
  if (!list.isConnected) box?.append(list);
  const lines = new Map([...root.querySelectorAll("[data-event]")].map((line) => [line.getAttribute("data-event"), line]));
  /** @param {number} event */
  const line = (event) => {
    const known = lines.get(index.id[event]);
    if (known) return known;
    const made = make("li", "");
    made.append(link(index.title[event] || index.short[event], href(event)), make("span", index.when[event], "when"));
    if (index.title[event]) lines.set(index.id[event], made);
    return made;
  };
  return {
    whole: false,
    /** @param {(event: number) => boolean} shown */
    show: (shown) => list.replaceChildren(...index.id.flatMap((_, event) => (shown(event) ? [line(event)] : []))),
    mark: () => {},
  };
};
