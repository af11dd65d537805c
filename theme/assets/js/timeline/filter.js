/* Which events a filter keeps, and how many each choice would leave: what can be chosen, unpacked from the index. Fetched when a
   reader turns to the filter, or an address chooses. Knows no document. */
import { once } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{ size: number, choices: Record<string, string[]>, met: Record<string, Cells>, text: (event: number) => string }} Searched an index, and what the words are looked for in, in lower case */
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
 * @property {Cells} cells
 * @property {Uint8Array | null} wanted for each choice 1 where it was chosen; nothing where none was
 */

const [COMMA, ZERO] = [44, 48];

/* A column with some small numbers for each event, in two arrays: a list for each event would take many times the memory. */
export class Cells {
  /** @param {Uint32Array} starts where the numbers of each event begin, and behind the last one where they end @param {Uint16Array} values */
  constructor(starts, values) {
    this.starts = starts;
    this.values = values;
  }

  /** @param {number} size @param {(event: number, into: number[]) => void} add puts the numbers of an event behind the others */
  static of(size, add) {
    const starts = new Uint32Array(size + 1), values = /** @type {number[]} */ ([]);
    for (let event = 0; event < size; event += 1) {
      add(event, values);
      starts[event + 1] = values.length;
    }
    return new Cells(starts, Uint16Array.from(values));
  }

  /** Read a column as the index carries it, `0,3 4,,1`; without a text it has no events. @param {string} text @param {number} size */
  static read(text, size) {
    const starts = new Uint32Array(size + 1), values = new Uint16Array(text.length);
    let value = -1, number = 0, event = 0;
    for (let at = 0; size && at <= text.length; at += 1) {
      const sign = at < text.length ? text.charCodeAt(at) : COMMA;
      if (sign >= ZERO) value = Math.max(value, 0) * 10 + sign - ZERO;
      else {
        if (value >= 0) values[number++] = value;
        value = -1;
        if (sign === COMMA) starts[event += 1] = number;
      }
    }
    return new Cells(starts, values.slice(0, number));
  }

  /** The numbers of an event. @param {number} event */
  at(event) {
    return this.values.subarray(this.starts[event], this.starts[event + 1]);
  }
}

/** Unpack the fields of the filter: those that the index holds, and those that follow from other columns. @param {Index} index */
export const fill = (index) => {
  const { lanes, families, standings, raw: { events, filters, levels, statuses } } = index;
  const choices = /** @type {Record<string, string[]>} */ ({}), met = /** @type {Record<string, Cells>} */ ({}), size = events.standing.length;
  for (const [name, [values, cells]] of Object.entries(filters)) [choices[name], met[name]] = [values, Cells.read(cells ?? "", cells === undefined ? 0 : size)];
  /* Each family stands before its kinds. */
  let family = 0;
  const leads = choices.kind.map((kind, at) => (family = families.includes(kind) ? at : family)), kinds = [...events.kind].map((sign) => parseInt(sign, 36));
  const levelOf = new Map(lanes.map(({ id, level }) => [id, levels.indexOf(level)])), level = choices.channel.map((id) => levelOf.get(id) ?? -1);
  const { starts, values } = met.channel;
  Object.assign(choices, { level: levels, status: statuses, standing: standings });
  met.kind = Cells.of(size, (event, into) => into.push(leads[kinds[event]], kinds[event]));
  met.level = Cells.of(size, (event, into) => {
    const own = into.length;
    for (let at = starts[event]; at < starts[event + 1]; at += 1) if (!into.includes(level[values[at]], own)) into.push(level[values[at]]);
  });
  met.status = Cells.of(size, (event, into) => { if (events.status[event] !== ".") into.push(+events.status[event]); });
  met.standing = Cells.of(size, (event, into) => into.push(+events.standing[event]));
  Object.assign(index, { choices, met });
  index.labels.channel ??= choices.channel.map((id) => lanes.find((lane) => lane.id === id)?.name ?? id);
};

/** Add the people. @param {Index} index @param {{ person: [string[], string], groups: [string, number][], labels: string }} raw */
export const people = (index, { person: [values, cells], groups, labels }) => {
  index.groups = groups;
  index.choices.person = values;
  index.met.person = Cells.read(cells, index.size);
  index.labels.person = labels.split("\n");
};

/** Fetch the people and add them to an index. @param {string} url @param {Index} index */
export const peopleAt = (url, index) => once(url, "people", (raw) => people(index, raw));

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
 * @param {Searched} index
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
    fates[event] = words.length && !words.every((word) => said.includes(word)) ? OUT : fate(asked, event);
    if (fates[event] === KEPT) total += kept[event] = 1;
  }
  /** @type {Kept["counts"] | null} */
  let counts = null;
  return { kept, total, get counts() { return (counts ??= counted(choices, fields, asked, fates)); } };
};

/** `a, b and c` @param {string[]} items */
const listed = (items) => [items.slice(0, -1).join(", "), ...items.slice(-1)].filter(Boolean).join(" and ");

/** Say what a filter chooses: `Islands and Fisheries, Refused`; nothing without one. @param {Index} index @param {State} state */
const chosenWords = ({ choices, labels }, { text, chosen }) => {
  const words = Object.entries(chosen).map(([field, values]) => listed(values.map((value) => labels[field]?.[choices[field].indexOf(value)] ?? value)));
  return [...words, text && `“${text}”`].filter(Boolean).join(", ");
};

/**
 * Give what sifts an index: it looks for words in titles, and in the names of channels and people.
 * @param {Index} index
 */
export const sifterOf = (index) => {
  if (!index.choices.channel) fill(index);
  /** @type {string[]} */
  let texts = [];
  /** @param {number} event */
  const text = (event) => {
    const { title, short, labels, met } = index;
    return (texts[event] ??= [
      title[event], short[event], ...["channel", "person"].flatMap((field) => Array.from(met[field]?.at(event) ?? [], (choice) => labels[field]?.[choice])),
    ].join(" ").toLowerCase());
  };
  /** @param {State} state @param {boolean} [renamed] whether there is more to look for words in than before */
  return (state, renamed = false) => {
    if (renamed) texts = [];
    return Object.assign(narrow({ ...index, text }, state), { words: () => chosenWords(index, state) });
  };
};
