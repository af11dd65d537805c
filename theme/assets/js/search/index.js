/* What was written by `generator/pages/search/index.py`: where words stand, and what can be filtered by. Knows no
   document and fetches nothing. */
import { nearness, stem } from "./words.js";

export const FIELDS = /** @type {const} */ (["what", "kind", "channel", "year"]);

/** @typedef {(typeof FIELDS)[number]} Field */
/** @typedef {Record<Field, string>} Chosen a value for each field, or an empty text */
/** @typedef {{ number: number, score: number }} Hit */
/**
 * @typedef {object} Index
 * @property {string} state tells one state of the files from another
 * @property {number} size so many things can be found
 * @property {string[]} words the first word of each file of words
 * @property {number} texts so many texts stand in a file
 * @property {Record<Field, string[][]>} met for each thing the values that it meets
 */

/** @param {[number, number][]} runs @param {(value: number) => string[]} read */
const spread = (runs, read) => runs.flatMap(([value, times]) => Array.from({ length: times }, () => read(value)));

/** @param {[string[], string]} column */
const cells = ([values, cells]) => cells.split(",").map((cell) => (cell ? cell.split(" ").map((at) => values[+at]) : []));

/** @param {any} raw @returns {Index} */
export const unpack = ({ state, words, texts, what, kind, channel, year }) => {
  const met = {
    what: spread(what[1], (at) => [what[0][at]]), kind: cells(kind), channel: cells(channel),
    year: spread(year, (one) => (one ? [`${one}`] : [])),
  };
  return { state, words, texts, met, size: met.what.length };
};

/** The numbers of the files in which words that answer one of the query may stand. @param {Index} index @param {string} wanted */
export const filesOf = ({ words }, wanted) => {
  const begins = stem(wanted);
  return words.flatMap((first, at) => {
    const next = words[at + 1];
    const before = first <= begins || first.startsWith(begins);
    return before && (next === undefined || next >= begins) ? [at] : [];
  });
};

/** Read `3A2CA`: number 2 weighs 1, 4 weighs 3, 5 weighs 1. @param {string} row @param {(number: number, weight: number) => void} take */
const holders = (row, take) => {
  let number = -1;
  for (const [, step, weight] of row.matchAll(/(\d*)([A-Z])/g)) take((number += step ? +step : 1), weight.charCodeAt(0) - 64);
};

/** @param {Index} index @param {Record<string, string>[]} files @param {string} wanted @returns {Map<number, number>} */
const answers = (index, files, wanted) => {
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const file of files) {
    for (const [word, row] of Object.entries(file)) {
      const near = nearness(word, wanted);
      if (near) holders(row, (number, weight) => found.set(number, Math.max(found.get(number) ?? 0, near * weight)));
    }
  }
  const rare = Math.log(1 + index.size / (found.size || 1));
  for (const [number, weight] of found) found.set(number, weight * rare);
  return found;
};

/**
 * What holds every word of a query, the best first; and the words that nothing holds. Without words it is everything.
 * @param {Index} index
 * @param {Map<number, Record<string, string>>} files of words, by number: those that `filesOf` names
 * @param {string[]} query
 * @returns {{ hits: Hit[], missing: string[] }}
 */
export const find = (index, files, query) => {
  const found = query.map((wanted) => answers(index, filesOf(index, wanted).map((at) => files.get(at) ?? {}), wanted));
  const missing = query.filter((_, at) => !found[at].size);
  if (!query.length) return { hits: Array.from({ length: index.size }, (_, number) => ({ number, score: 0 })), missing };
  const [first, ...others] = found.toSorted((a, b) => a.size - b.size);
  const hits = [...first].flatMap(([number, score]) => {
    const scores = others.map((other) => other.get(number));
    return scores.includes(undefined) ? [] : [{ number, score: scores.reduce((/** @type {number} */ sum, one) => sum + (one ?? 0), score) }];
  });
  return { hits: hits.sort((a, b) => b.score - a.score || a.number - b.number), missing };
};

/** @param {Index} index @param {number} number @param {Chosen} chosen @param {Field} [but] a field that is not asked */
const passes = ({ met }, number, chosen, but) =>
  FIELDS.every((field) => field === but || !chosen[field] || met[field][number].includes(chosen[field]));

/** @param {Index} index @param {Hit[]} hits @param {Chosen} chosen */
export const narrowed = (index, hits, chosen) => hits.filter(({ number }) => passes(index, number, chosen));

/**
 * For each field how many hits each of its values would leave; under an empty text how many the field leaves unasked.
 * @param {Index} index @param {Hit[]} hits @param {Chosen} chosen @returns {Record<Field, Map<string, number>>}
 */
export const counts = (index, hits, chosen) => /** @type {Record<Field, Map<string, number>>} */ (
  Object.fromEntries(FIELDS.map((field) => {
    const counted = new Map([["", 0]]);
    for (const { number } of hits) {
      if (!passes(index, number, chosen, field)) continue;
      for (const value of ["", ...index.met[field][number]]) counted.set(value, (counted.get(value) ?? 0) + 1);
    }
    return [field, counted];
  }))
);

/**
 * Hits by time: events stand first in the index and newest first; what has no year comes last.
 * @param {Index} index @param {Hit[]} hits @param {"best" | "new" | "old"} order
 */
export const sorted = ({ met }, hits, order) => {
  if (order === "best") return hits;
  const year = (/** @type {Hit} */ { number }) => +(met.year[number][0] ?? 0);
  const way = order === "new" ? 1 : -1;
  return hits.toSorted((a, b) => {
    const [one, other] = [year(a), year(b)];
    if (!one || !other) return +!one - +!other || a.number - b.number;
    return way * (other - one || a.number - b.number);
  });
};
