/* Breaks across channels: a tinted column, and a name above it. */
import { block, fitted, path, text, textWidth, way } from "./svg.js";

/** @typedef {import("./index.js").Break} Break */
/** @typedef {import("./scale.js").Scale} Scale */
/**
 * @typedef {object} Column a break on a scale
 * @property {number} number among all breaks, from 1
 * @property {number} start
 * @property {number} end
 * @property {boolean} begins whether it begins in the scale; one that began earlier has no line at its beginning
 * @property {string[]} lines its name; who broke off and for how long. Empty where there is no room
 * @property {number} row 0 is the upper row of names
 * @property {number} left where the name begins
 * @property {number} right
 * @property {boolean} fromRight whether the name is set from its right edge
 */

const AIR = 6;
const OVER = 4;
const ROOMS = [210, 150, 110, 80];

/** @param {Break} gap @param {boolean} close */
const linesOf = ({ name, party, months, endDay }, close) => {
  const so = (close ? (months === 1 ? "1 month" : `${months} months`) : `${months} mo`) + (endDay === null ? " so far" : "");
  return [name, party ? `${close ? "broken off by " : ""}${party}, ${so}` : so];
};

/** @param {string[]} lines @param {number} room */
const short = (lines, room) => lines.map((words, at) => fitted(words, room, !at));

/** @param {Column} column @param {string[]} lines @param {number} row @param {boolean} fromRight @returns {Column} */
const at = (column, lines, row, fromRight) => {
  const width = Math.max(...lines.map((words, at) => textWidth(words, !at)));
  const left = fromRight ? column.start - OVER - width : column.start + OVER;
  return { ...column, lines, row, left, right: left + width, fromRight };
};

/** @param {Column} column @param {Column[]} taken @param {Scale} scale */
const free = ({ row, left, right }, taken, scale) => left >= scale.left - OVER && right <= scale.right + OVER
  && taken.every((other) => other.row !== row || !other.lines.length || left > other.right + AIR || right + AIR < other.left);

/** Find room for a name, in full or shortened: right of its line or left of it, in the lower row or the upper. @param {Column} column @param {string[]} lines @param {Column[]} taken @param {Scale} scale @param {number[]} rooms */
const named = (column, lines, taken, scale, rooms) => {
  for (const room of rooms) {
    const words = short(lines, room);
    for (const fromRight of [false, true]) {
      for (const row of [1, 0]) {
        const found = at(column, words, row, fromRight);
        if (free(found, taken, scale)) return found;
      }
    }
  }
  return column;
};

/**
 * Lay the breaks out that lie in a scale. Names stand in two rows, the lower one first; where one finds no room, all are
 * shortened until it does, then each takes back what it can.
 * @param {Break[]} breaks
 * @param {Scale} scale
 * @param {number} until
 * @returns {Column[]}
 */
export const columns = (breaks, scale, until) => {
  /** @type {[Column, string[]][]} */
  const shown = breaks.flatMap((gap, number) => {
    const ends = gap.endDay ?? until;
    if (ends < scale.first || gap.startDay > scale.last) return [];
    const start = scale.inside(gap.startDay);
    const column = { number: number + 1, start, end: Math.max(scale.inside(ends), start + 1), begins: gap.startDay >= scale.first, lines: [], row: 1, left: start, right: start, fromRight: false };
    return [[column, linesOf(gap, scale.zoom > 0)]];
  });
  /** @type {Column[]} */
  let chosen = [];
  let most = -1;
  for (let from = 0; from < ROOMS.length; from += 1) {
    /** @type {Column[]} */
    const tried = [];
    for (const [column, lines] of shown) tried.push(named(column, lines, tried, scale, ROOMS.slice(from)));
    const named_ = tried.filter(({ lines }) => lines.length).length;
    if (named_ > most) [chosen, most] = [tried, named_];
  }
  chosen.forEach((column, own) => {
    const others = chosen.filter((_, other) => other !== own);
    const longer = column.lines.length ? ROOMS.map((room) => at(column, short(shown[own][1], room), column.row, column.fromRight)) : [];
    chosen[own] = longer.find((one) => free(one, others, scale)) ?? column;
  });
  return chosen;
};

/** Give the height of the rows of names, in pixels. @param {Column[]} found */
export const namesHeight = (found) => {
  const named = found.filter(({ lines }) => lines.length);
  return !named.length ? 8 : named.some(({ row }) => !row) ? 66 : 36;
};

/** Draw the tinted columns under a picture. @param {Column[]} found @param {number} top @param {number} bottom */
export const shades = (found, top, bottom) => path("brk", found.map(({ start, end }) => block(start, top, end - start, bottom - top)).join(""));

/* The lower row of names ends above the columns. */
const baseline = (/** @type {Column} */ { row }, /** @type {number} */ names, /** @type {number} */ top) => (row ? Math.max(names + 12, top - 23) : names + 12);

/** Draw the line at each break's beginning, up to its name, and the bar over its column. @param {Column[]} found @param {number} names @param {number} top @param {number} bottom */
export const edges = (found, names, top, bottom) => path("brkline", found.map((column) => {
  const begin = column.lines.length ? baseline(column, names, top) - 10 : top;
  return column.begins ? way`M${column.start} ${begin}V${bottom}` : "";
}).join("")) + path("brktop", found.map(({ start, end }) => way`M${start} ${top}H${end}`).join(""));

/** Write the names of breaks between two heights. @param {Column[]} found @param {number} names @param {number} top */
export const titles = (found, names, top) => found.flatMap((column) => column.lines.map((words, line) => (
  text(words, column.fromRight ? column.right : column.left, baseline(column, names, top) + 14 * line, `brk${line + 1}`, column.fromRight ? "end" : "")
))).join("");
