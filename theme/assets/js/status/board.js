/* Which channels were in which state on any day, and who sat in which office. Days are texts, `2022-08-05`: they
   stand in order as they are. Knows no document. */
import { fromIso } from "../timeline/dates.js";
import { dayWords } from "../timeline/days.js";

/**
 * @typedef {[string, string, number, string, number]} Span first day, state, cause, the day in words where it is not certain, disputed
 * @typedef {{id: string, name: string, level: string, quiet: string, spans: Span[], held: [string, string][]}} Channel
 * @typedef {[string, number, string]} Seat first day, person, words
 * @typedef {{name: string, seats: [Seat[], Seat[]]}} Pair
 * @typedef {object} States as /status/states.json holds them
 * @property {string} checked
 * @property {Channel[]} channels
 * @property {[string, string][]} answers
 * @property {Pair[]} pairs
 * @property {[string, string][]} causes
 * @property {[string, string, string, string][]} people
 * @typedef {{channel: Channel, span: Span | undefined, held: string}} Row
 */

/** @param {string} day */
export const words = (day) => dayWords(fromIso(day));

/**
 * Read a day as somebody wrote it; one after the last that is known is answered as that.
 * @param {string | null} asked
 * @param {string} checked
 * @returns {string | null} null where it is no day
 */
export const read = (asked, checked) => {
  if (!asked || Number.isNaN(fromIso(asked))) return null;
  return asked > checked ? checked : asked;
};

/**
 * Give the last of some items, in the order of time, that had begun on a day.
 * @template {[string, ...unknown[]]} T
 * @param {T[]} items
 * @param {string} day
 * @returns {T | undefined}
 */
export const last = (items, day) => items.findLast((item) => item[0] <= day);

/** @param {States} states @param {string} day */
export const answer = (states, day) => last(states.answers, day)?.[1] ?? "No channel was on record.";

/**
 * @param {States} states
 * @param {string} day
 * @returns {Row[]} a row a channel, in their order
 */
export const board = (states, day) => states.channels.map((channel) => ({ channel, span: last(channel.spans, day), held: last(channel.held, day)?.[1] ?? "" }));

/**
 * Give who sat in the offices of a pair.
 * @param {Pair} pair
 * @param {string} day
 * @returns {Seat[]}
 */
export const seats = (pair, day) => pair.seats.map((found) => last(found, day) ?? ["", -1, "not known"]);

/** @param {States} states @param {string} day the last day of change before it */
export const earlier = (states, day) => states.answers.findLast(([start]) => start < day)?.[0];

/** @param {States} states @param {string} day the first day of change after it */
export const later = (states, day) => states.answers.find(([start]) => start > day)?.[0];

/**
 * Give the channels whose state, or the doubt about it, differs between two days, with both rows.
 * @param {States} states
 * @param {string} one
 * @param {string} other
 * @returns {[Row, Row][]}
 */
export const differing = (states, one, other) => {
  const then = board(states, other);
  return board(states, one).map((row, at) => /** @type {[Row, Row]} */ ([row, then[at]]))
    .filter(([a, b]) => a.span?.[1] !== b.span?.[1] || a.span?.[4] !== b.span?.[4]);
};

/**
 * Give the day that a key of the slider leads to.
 * @param {States} states
 * @param {string} day
 * @param {string} key
 * @param {string} first the slider's first day
 * @returns {string | null} null where the key is none of the slider's
 */
export const turned = (states, day, key, first) => {
  const year = (/** @type {number} */ by) => {
    const made = new Date(Date.parse(day));
    made.setUTCFullYear(made.getUTCFullYear() + by);
    return made.toISOString().slice(0, 10);
  };
  const found = {
    ArrowLeft: () => earlier(states, day), ArrowDown: () => earlier(states, day),
    ArrowRight: () => later(states, day), ArrowUp: () => later(states, day),
    PageDown: () => year(-1), PageUp: () => year(1), Home: () => first, End: () => states.checked,
  }[key];
  if (!found) return null;
  const target = found() ?? day;
  return target < first ? first : target > states.checked ? states.checked : target;
};
