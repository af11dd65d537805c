/* The list of a page that holds every event: its rows have what the labels and names would say. */

/** @typedef {import("./index.js").Index} Index */

/** The rows of all events, in the order of time. @param {HTMLElement} root */
export const rowsIn = (root) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".list tr[id]")]);

/**
 * Give the function that adds labels and names to an index, from a list and the choices of the filter.
 * @param {HTMLElement} root
 */
export const readRows = (root) => (/** @type {Index} */ index) => {
  const read = rowsIn(root).map((row) => {
    const title = /** @type {HTMLElement} */ (row.querySelector(".e a"));
    return { id: row.id.slice(2), date: row.firstElementChild?.textContent ?? "", title: title.textContent ?? "", short: title.dataset.short ?? title.textContent ?? "" };
  });
  if (read.length !== index.size) throw new Error("the list is of another state of the record");
  for (const column of /** @type {const} */ (["id", "date", "title", "short"])) index[column] = read.map((row) => row[column]);
  for (const field of root.querySelectorAll("[data-field]")) {
    index.labels[field.getAttribute("data-field") ?? ""] = [...field.querySelectorAll("label")].map((label) => labelIn(label));
  }
};

/** What a choice is called, without its number. @param {Element} label */
export const labelIn = (label) => label.querySelector("input")?.nextSibling?.textContent?.trim().replace(/, all$/, "") ?? "";
