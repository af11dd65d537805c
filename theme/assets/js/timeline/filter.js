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
 * Within a field one choice is enough; every field must be met. A choice is counted as though it were the only one
 * of its field: all other fields and the words still hold.
 * @param {Index} index
 * @param {State} state
 * @returns {Kept}
 */
export const narrow = ({ size, choices, met, text }, state) => {
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  const fields = Object.keys(choices).map((name) => {
    const values = state.chosen[name] ?? [];
    return { cells: met[name], counts: choices[name].map(() => 0), name, wanted: values.length ? new Set(values.map((value) => choices[name].indexOf(value))) : null };
  });
  const asked = fields.filter(({ wanted }) => wanted), kept = new Uint8Array(size);
  let total = 0;
  for (let event = 0; event < size; event += 1) {
    if (words.length) {
      const said = text(event);
      if (!words.every((word) => said.includes(word))) continue;
    }
    const missed = asked.length ? asked.filter(({ cells, wanted }) => !cells.at(event).some((choice) => wanted?.has(choice))) : asked;
    if (missed.length > 1) continue;
    if (!missed.length) total += kept[event] = 1;
    for (const { cells: { starts, values }, counts } of missed.length ? missed : fields) {
      for (let at = starts[event]; at < starts[event + 1]; at += 1) counts[values[at]] += 1;
    }
  }
  return { kept, total, counts: Object.fromEntries(fields.map(({ name, counts }) => [name, counts])) };
};
