/* What of a text is shown under a result: the place where the words of the query stand, and which letters are marked. */
import { folded, nearness, words } from "./words.js";

/** @typedef {{ text: string, marked: boolean }} Piece */

const ROOM = 240;
const BEFORE = 60;
const LETTERS = /[\p{L}\p{N}]+/gu;

/** @param {string} part @param {string[]} query @returns {number} how many words of the query stand in a text */
const held = (part, query) => {
  const own = new Set(words(part));
  return query.filter((wanted) => own.has(wanted) || [...own].some((word) => nearness(word, wanted))).length;
};

/** Where a run of letters answers the query, as pairs of start and end. @param {string} run @param {string[]} query */
const spots = (run, query) => {
  const flat = folded(run);
  /** @type {[number, number][]} */
  const found = [];
  for (const wanted of query) {
    if (wanted > "\u3400") {
      for (let at = flat.indexOf(wanted); at >= 0; at = flat.indexOf(wanted, at + 1)) found.push([at, at + wanted.length]);
    } else if (words(run).some((word) => nearness(word, wanted)) && !/[\u3400-\u9fff]/.test(run)) return /** @type {[number, number][]} */ ([[0, run.length]]);
  }
  return found.sort(([a], [b]) => a - b);
};

/** Cut a text where the marks of a query begin and end. @param {string} text @param {string[]} query @returns {Piece[]} */
export const marked = (text, query) => {
  /** @type {[number, number][]} */
  const joined = [];
  for (const run of text.matchAll(LETTERS)) {
    for (const [from, to] of spots(run[0], query)) {
      const last = joined.at(-1);
      if (last && last[1] >= run.index + from) last[1] = Math.max(last[1], run.index + to);
      else joined.push([run.index + from, run.index + to]);
    }
  }
  const cuts = [0, ...joined.flat(), text.length];
  return cuts.slice(1).map((to, at) => ({ text: text.slice(cuts[at], to), marked: at % 2 === 1 })).filter((piece) => piece.text);
};

/**
 * The part of a text that holds most of what its title does not, cut to what fits.
 * @param {string} title @param {string[]} parts @param {string[]} query
 */
export const quote = (title, parts, query) => {
  const others = query.filter((wanted) => !held(title, [wanted]));
  const best = parts.reduce((kept, part) => (held(part, others) > held(kept, others) ? part : kept), parts[0] ?? "");
  if (best.length <= ROOM) return best;
  const first = marked(best, query).findIndex((piece) => piece.marked);
  const at = first < 0 ? 0 : marked(best, query).slice(0, first).reduce((sum, piece) => sum + piece.text.length, 0);
  const from = at < ROOM - BEFORE ? 0 : best.indexOf(" ", at - BEFORE) + 1;
  const cut = best.slice(from, from + ROOM);
  const end = from + ROOM >= best.length ? cut.length : Math.max(cut.lastIndexOf(" "), ROOM - 20);
  return `${from ? "… " : ""}${cut.slice(0, end)}${from + end < best.length ? " …" : ""}`;
};
