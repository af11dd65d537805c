/* The list of a page that holds every event, and the years above it: they hold what the picture shows. Its rows have what the labels
   and names would say. */

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{ show: (shown: (event: number) => boolean) => void, mark: (event: number) => void }} List `mark` is given -1 for none */

/** The rows of all events, in the order of time. @param {HTMLElement} root */
const rowsIn = (root) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".list tr[id]")]);

/** Give the function that adds labels and names to an index. @param {HTMLElement} root */
export const readRows = (root) => (/** @type {Index} */ index) => {
  const read = rowsIn(root).map((row) => {
    const title = /** @type {HTMLElement} */ (row.querySelector(".e a"));
    return { id: row.id.slice(2), date: row.firstElementChild?.textContent ?? "", title: title.textContent ?? "", short: title.dataset.short ?? title.textContent ?? "" };
  });
  if (read.length !== index.size) throw new Error("the list is of another state of the record");
  for (const column of /** @type {const} */ (["id", "date", "title", "short"])) index[column] = read.map((row) => row[column]);
};

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
