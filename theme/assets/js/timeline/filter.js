/* Which events a filter keeps, and how many each choice would leave. Knows no document. */

/**
 * @typedef {object} Index
 * @property {number} size the number of events
 * @property {Record<string, string[]>} choices by field, the values that it can be narrowed to
 * @property {Record<string, number[][]>} met by field, for each event the numbers of the choices that it meets
 * @property {(event: number) => string} text what the words are looked for in, in lower case
 */

/**
 * @typedef {object} State
 * @property {string} text
 * @property {Record<string, string[]>} chosen values by field; a field without any keeps everything
 */

/**
 * @typedef {object} Kept
 * @property {boolean[]} kept for each event whether it is
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
export const narrow = (index, state) => {
  const fields = Object.keys(index.choices);
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = fields.map((field) => new Set((state.chosen[field] ?? []).map((value) => index.choices[field].indexOf(value))));
  /** @type {Kept} */
  const found = { kept: [], total: 0, counts: {} };
  for (const field of fields) found.counts[field] = index.choices[field].map(() => 0);
  for (let event = 0; event < index.size; event += 1) {
    const text = words.length ? index.text(event) : "";
    const missed = words.every((word) => text.includes(word))
      ? fields.filter((field, at) => wanted[at].size && !index.met[field][event].some((choice) => wanted[at].has(choice)))
      : null;
    found.kept.push(missed?.length === 0);
    if (missed?.length === 0) found.total += 1;
    if (!missed || missed.length > 1) continue;
    for (const field of missed.length ? missed : fields) {
      for (const choice of index.met[field][event]) found.counts[field][choice] += 1;
    }
  }
  return found;
};
