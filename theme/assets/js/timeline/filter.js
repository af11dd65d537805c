/* Which events a filter keeps, and how many each choice would leave. Knows no document. */

/**
 * @typedef {object} Index
 * @property {number} size the number of events
 * @property {Record<string, string[]>} choices by field, the values that it can be narrowed to
 * @property {Record<string, import("./cells.js").Cells>} met by field, for each event the numbers of the choices that it meets
 * @property {(event: number) => string} text what the words are looked for in, in lower case
 */

/**
 * @typedef {object} State
 * @property {string} text
 * @property {Record<string, string[]>} chosen values by field; a field without any keeps everything
 */

/**
 * @typedef {object} Kept
 * @property {Uint8Array} kept for each event 1 where it is
 * @property {number} total
 * @property {Record<string, number[]>} counts by field, for each choice the events that it would leave
 */

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {import("./cells.js").Cells} cells
 * @property {Uint8Array | null} wanted for each choice 1 where it was chosen; nothing where none was
 */

/* How an event fares: it is kept, or misses the field of a number from 1 alone, or is out for more than that. */
const KEPT = 0, OUT = 255;

/** @param {Field[]} asked @param {number} event */
const fate = (asked, event) => {
  let missed = KEPT;
  for (let at = 0; at < asked.length; at += 1) {
    const { cells: { starts, values }, wanted } = asked[at];
    let cell = starts[event];
    while (cell < starts[event + 1] && !wanted?.[values[cell]]) cell += 1;
    if (cell < starts[event + 1]) continue;
    if (missed) return OUT;
    missed = at + 1;
  }
  return missed;
};

/** Count the events that each choice would leave. @param {Index["choices"]} choices @param {Field[]} fields @param {Field[]} asked @param {Uint8Array} fates */
const counted = (choices, fields, asked, fates) => Object.fromEntries(fields.map((field) => {
  const { name, cells: { starts, values } } = field, counts = choices[name].map(() => 0), own = asked.indexOf(field) + 1 || KEPT;
  for (let event = 0; event < fates.length; event += 1) {
    if (fates[event] !== KEPT && fates[event] !== own) continue;
    for (let cell = starts[event]; cell < starts[event + 1]; cell += 1) counts[values[cell]] += 1;
  }
  return [name, counts];
}));

/**
 * Within a field one choice is enough; every field must be met. A choice is counted as though it were the only one
 * of its field: all other fields and the words still hold. Counting waits until somebody asks.
 * @param {Index} index
 * @param {State} state
 * @returns {Kept}
 */
export const narrow = ({ size, choices, met, text }, state) => {
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  const fields = Object.keys(choices).map((name) => {
    const values = state.chosen[name] ?? [];
    return { name, cells: met[name], wanted: values.length ? Uint8Array.from(choices[name], (choice) => +values.includes(choice)) : null };
  });
  const asked = fields.filter(({ wanted }) => wanted), fates = new Uint8Array(size), kept = new Uint8Array(size);
  let total = 0;
  for (let event = 0; event < size; event += 1) {
    const said = words.length ? text(event) : "";
    fates[event] = words.every((word) => said.includes(word)) ? fate(asked, event) : OUT;
    if (fates[event] === KEPT) total += kept[event] = 1;
  }
  /** @type {Kept["counts"] | null} */
  let counts = null;
  return { kept, total, get counts() { return (counts ??= counted(choices, fields, asked, fates)); } };
};
