/* The index of the record as the generator writes it (`/timeline/index.json`), unpacked into columns. Knows no document. */
import { iso } from "./days.js";

/**
 * @typedef {object} Span a time in which a channel was in one state
 * @property {string} state
 * @property {number} start first day
 * @property {number} sureFrom first day on which the state is sure
 * @property {number | null} end first day of the next span
 * @property {boolean} disputed
 * @property {number} cause number of the event that brought it about; -1 where a channel fell dormant
 */

/**
 * @typedef {object} Lane
 * @property {string} id
 * @property {string} name
 * @property {"offices" | "channels" | "around"} group
 * @property {string} level empty outside channels
 * @property {boolean} rounds whether the channel meets in rounds
 * @property {Span[]} spans
 */

/**
 * @typedef {object} Holding
 * @property {string} name empty where the office was vacant
 * @property {string} family
 * @property {string} role
 * @property {"held" | "seen" | "vacant"} kind
 * @property {number | null} start
 * @property {number | null} end last day, included
 * @property {boolean} sureStart
 * @property {boolean} sureEnd
 */

/** @typedef {{ party: string, title: string, holdings: Holding[] }} Office */

/**
 * @typedef {object} Break
 * @property {string} name
 * @property {string} party who broke off; empty where the record names nobody
 * @property {number} months
 * @property {number} start number of the event that began it
 * @property {number} end number of the event that ended it, or -1
 * @property {number} startDay
 * @property {number | null} endDay
 */

/** @typedef {{ earliest: number, latest: number, unsure: boolean }} Bound */

/**
 * @typedef {object} When a date that is not one certain day
 * @property {"within" | "past" | "future" | "interval"} form
 * @property {Bound | null} lower
 * @property {Bound | null} upper
 * @property {boolean} openEnd
 */

/**
 * @typedef {object} Index
 * @property {number} until the last day that is known
 * @property {[number, number]} whole
 * @property {[number, number]} recent
 * @property {string[]} families
 * @property {Lane[]} lanes from the top
 * @property {Office[][]} offices pairs
 * @property {Break[]} breaks
 * @property {number} size
 * @property {string[]} id
 * @property {string[]} title empty until the names are there
 * @property {string[]} when the rest of an event's name
 * @property {string[]} short
 * @property {Int32Array} anchor
 * @property {Int32Array} ends
 * @property {(When | null)[]} dates
 * @property {number[][]} lanesOf
 * @property {Uint8Array} family
 * @property {string[]} status
 * @property {Uint8Array} contact 1 for a contact that was held
 * @property {Uint8Array} strain
 * @property {Uint8Array} doubt
 * @property {Uint8Array} rank
 * @property {Uint8Array} labelled
 * @property {[number, number][]} related from the later event to what led to it
 * @property {Record<string, string[]>} choices by field of the filter, its values
 * @property {Record<string, number[][]>} met by field, for each event the numbers of the choices that it meets
 * @property {Record<string, string[]>} labels by field, what its choices are called; empty until the names are there
 */

/**
 * Read a column as the index carries it: `0,3 4,,1`.
 * @param {string} text
 * @returns {number[][]}
 */
export const column = (text) => text.split(",").map((cell) => (cell ? cell.split(" ").map(Number) : []));

/** @param {string} text @param {number} size */
const lines = (text, size) => (size ? text.split("\n") : []);

/** @param {string} text */
const digits = (text) => Uint8Array.from(text, Number);

/** @param {string} text */
const numbers = (text) => (text ? text.split(",").map(Number) : []);

/** @param {number[] | null} bound @returns {Bound | null} */
const bound = (bound) => bound && { earliest: bound[0], latest: bound[0] + bound[1], unsure: bound[2] > 0 };

/** @param {any[]} lane @param {string[]} states @returns {Lane} */
const lane = ([id, name, group, rounds, spans], states) => {
  const channel = group !== "offices" && group !== "around";
  return {
    id, name, group: channel ? "channels" : group, level: channel ? group : "", rounds: rounds > 0,
    spans: spans.map((/** @type {any[]} */ [state, start, sure, long, disputed, cause]) => ({
      state: states[state], start, sureFrom: start + sure, end: long === null ? null : start + long, disputed: disputed > 0, cause,
    })),
  };
};

/** @param {any[]} office @returns {Office} */
const office = ([party, title, holdings]) => ({
  party, title,
  holdings: holdings.map((/** @type {any[]} */ [name, family, role, kind, start, end, sureStart, sureEnd]) => (
    { name, family, role, kind, start, end, sureStart: sureStart > 0, sureEnd: sureEnd > 0 })),
});

/**
 * Unpack the index.
 * @param {any} raw as it was fetched
 * @returns {Index}
 */
export const unpack = (raw) => {
  const { events } = raw;
  const days = numbers(events.day);
  for (let at = 1; at < days.length; at += 1) days[at] += days[at - 1];
  const size = days.length;
  const anchor = Int32Array.from(days);
  const ends = Int32Array.from(days);
  /** @type {(When | null)[]} */
  const dates = Array(size).fill(null);
  for (const [at, [form, lower, upper, open]] of Object.entries(events.dates)) {
    const when = { form, lower: bound(lower), upper: bound(upper), openEnd: open > 0 };
    dates[+at] = when;
    ends[+at] = (when.upper ?? when.lower)?.latest ?? anchor[+at];
  }
  const family = digits(events.family);
  const status = Array.from(events.status, (digit) => raw.statuses[+digit]);
  const choices = /** @type {Record<string, string[]>} */ ({});
  const met = /** @type {Record<string, number[][]>} */ ({});
  for (const [name, [values, cells]] of Object.entries(raw.filters)) {
    choices[name] = values;
    met[name] = size ? column(cells) : [];
  }
  const related = numbers(events.related);
  return {
    until: raw.until, whole: raw.whole, recent: raw.recent, families: raw.families,
    lanes: raw.lanes.map((/** @type {any[]} */ one) => lane(one, raw.states)),
    offices: raw.offices.map((/** @type {any[][]} */ pair) => pair.map(office)),
    breaks: raw.breaks.map((/** @type {any[]} */ [name, party, months, start, end]) => (
      { name, party, months, start, end, startDay: anchor[start], endDay: end < 0 ? null : anchor[end] })),
    size, anchor, ends, dates, family, status, choices, met,
    id: lines(events.id, size).map((id, at) => (id.startsWith("-") ? iso(anchor[at]) + id : id)),
    title: Array(size).fill(""), when: Array(size).fill(""), labels: {},
    short: lines(events.short, size), lanesOf: size ? column(events.lanes) : [],
    contact: Uint8Array.from(family, (it, at) => +(raw.families[it] === "contact" && status[at] === "held")),
    strain: digits(events.strain), doubt: digits(events.doubt), rank: digits(events.rank), labelled: digits(events.labelled),
    related: Array.from({ length: related.length / 2 }, (_, at) => [related[2 * at], related[2 * at + 1]]),
  };
};

/**
 * Add the names, which are fetched after the index.
 * @param {Index} index
 * @param {{ events: string, labels: Record<string, string> }} raw
 */
export const name = (index, raw) => {
  lines(raw.events, index.size).forEach((text, at) => { [index.title[at], index.when[at]] = text.split("\t"); });
  for (const [field, labels] of Object.entries(raw.labels)) index.labels[field] = labels.split("\n");
};
