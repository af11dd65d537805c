/* The state of the timeline as the query of its address, and back. Knows no document. */

/** @typedef {import("./filter.js").State} State */

/* All that the filter says in an address, in this order. `one` holds a single value. */
const FIELDS = { channel: "many", kind: "many", party: "many", person: "one", topic: "many", status: "many", standing: "many" };

/**
 * Read a query. Values that no choice has are left out: an old link shows more, never nothing.
 * @param {string} query
 * @param {Record<string, string[]>} choices by field
 * @returns {State}
 */
export const read = (query, choices) => {
  const asked = new URLSearchParams(query);
  /** @type {State} */
  const state = { text: (asked.get("q") ?? "").trim(), chosen: {} };
  for (const [field, holds] of Object.entries(FIELDS)) {
    const values = (choices[field] ?? []).filter((value) => asked.getAll(field).includes(value));
    state.chosen[field] = holds === "one" ? values.slice(0, 1) : values;
  }
  return state;
};

/**
 * Write the state into a query, which keeps what is not the filter's.
 * @param {State} state
 * @param {string} query the query so far
 * @returns {string} empty, or with its question mark
 */
export const write = (state, query) => {
  const said = new URLSearchParams(query);
  for (const field of Object.keys(FIELDS)) {
    said.delete(field);
    for (const value of state.chosen[field] ?? []) said.append(field, value);
  }
  said.delete("q");
  if (state.text) said.set("q", state.text);
  const text = said.toString();
  return text && `?${text}`;
};
