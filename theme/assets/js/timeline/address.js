/* The state of the timeline as the query of its address, and back: one table says what each word of it means. Knows no
   document. */
import { fromIso } from "./dates.js";
import { iso } from "./days.js";
import { blank } from "./shown.js";

/**
 * @typedef {object} State all that a link to the timeline brings back
 * @property {[number, number] | null} window first and last day; null for what the page opens with
 * @property {string} text
 * @property {Record<string, string[]>} chosen by field of the filter, its values
 * @property {string} event id of the selected event, or empty
 * @property {number | null} asOf
 * @property {string} tour id of a tour, or empty
 * @property {number} step of the tour, from 1
 */

export const FIELDS = ["channel", "level", "kind", "party", "person", "topic", "status", "standing"];

/** @param {string} text */
const word = (text) => (/^[\w.-]+$/.test(text) ? text : "");

/**
 * How each word of the query is read into a state and written from it. `read` may be given values that mean nothing.
 * @type {Record<string, { read: (values: string[], state: State) => void, write: (state: State) => string[] }>}
 */
const WORDS = {
  from: {
    read: ([from], state) => { state.window = [fromIso(from), NaN]; },
    write: ({ window }) => (window ? [iso(window[0])] : []),
  },
  to: {
    read: ([to], state) => { state.window = [state.window?.[0] ?? NaN, fromIso(to)]; },
    write: ({ window }) => (window ? [iso(Math.ceil(window[1]))] : []),
  },
  ...Object.fromEntries(FIELDS.map((field) => [field, {
    read: (/** @type {string[]} */ values, /** @type {State} */ state) => { state.chosen[field] = values; },
    write: (/** @type {State} */ state) => state.chosen[field] ?? [],
  }])),
  q: {
    read: ([text], state) => { state.text = text.trim(); },
    write: ({ text }) => (text ? [text] : []),
  },
  event: {
    read: ([event], state) => { state.event = word(event); },
    write: ({ event }) => (event ? [event] : []),
  },
  "as-of": {
    read: ([day], state) => { state.asOf = fromIso(day) || null; },
    write: ({ asOf }) => (asOf === null ? [] : [iso(asOf)]),
  },
  tour: {
    read: ([tour], state) => { state.tour = word(tour); },
    write: ({ tour }) => (tour ? [tour] : []),
  },
  step: {
    read: ([step], state) => { state.step = Math.max(1, Number.parseInt(step, 10) || 1); },
    write: ({ tour, step }) => (tour && step > 1 ? [`${step}`] : []),
  },
};

/**
 * Read a query. Values that mean nothing are left out: an old link shows more, never nothing.
 * @param {string} query
 * @param {{ choices: Record<string, string[]>, whole: [number, number] }} known
 * @returns {State}
 */
export const read = (query, { choices, whole }) => {
  const asked = new URLSearchParams(query);
  const state = blank();
  for (const [name, { read }] of Object.entries(WORDS)) if (asked.has(name)) read(asked.getAll(name), state);
  for (const field of FIELDS) state.chosen[field] = (choices[field] ?? []).filter((value) => state.chosen[field]?.includes(value));
  if (state.window) {
    const [from, to] = state.window.map((day, end) => (Number.isNaN(day) ? whole[end] : day));
    state.window = from < to && !state.window.every(Number.isNaN) ? [from, to] : null;
  }
  return state;
};

/**
 * Write the state into a query, which keeps what is not the timeline's.
 * @param {State} state
 * @param {string} query the query so far
 * @returns {string} empty, or with its question mark
 */
export const write = (state, query) => {
  const said = new URLSearchParams(query);
  for (const [name, { write }] of Object.entries(WORDS)) {
    said.delete(name);
    for (const value of write(state)) said.append(name, value);
  }
  const text = said.toString();
  return text && `?${text}`;
};
