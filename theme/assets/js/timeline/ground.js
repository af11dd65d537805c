/* What lies behind the marks: the states of channels through time as textures, and the breaks across them, tinted columns with
   names above. */
import { grid, horizon } from "./scale.js";
import { Paint, block, fitted, path, textWidth, way } from "./svg.js";

/** @typedef {import("./index.js").Span} Span */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./draw.js").Scene} Scene */
/** @typedef {import("./draw.js").Layout} Layout */
/** @typedef {{ state: string, start: number, end: number, opacity: number, disputed: boolean }} Piece of a band in one state; lighter where it is not known whether the state had begun */

/** Of a band, in pixels. */
export const HEIGHT = 13;
const SEEN = 2;
const STEPS = 4;

/** Cut a channel's spans into the pieces that lie in a scale, up to a day, that day included. @param {Span[]} spans @param {Scale} scale @param {number} until @returns {Piece[]} */
export const pieces = (spans, scale, until) => spans.flatMap(({ state, start: begins, sureFrom, end: ends, disputed }) => {
  const last = Math.min(until + 1, scale.last), stops = Math.min(ends ?? last, last);
  if (stops <= scale.first || begins >= stops) return [];
  const start = scale.inside(begins), end = scale.inside(stops);
  const given = Math.min(scale.inside(Math.min(sureFrom, stops)), end), sure = given - start < SEEN ? start : given;
  const cut = (sure - start) / STEPS;
  const found = Array.from({ length: sure > start ? STEPS : 0 }, (_, at) => ({ state, start: start + cut * at, end: start + cut * (at + 1), opacity: (at + 1) / 5, disputed }));
  return end > sure ? [...found, { state, start: sure, end, opacity: 1, disputed }] : found;
});

/** Draw pieces around a middle line. @param {Piece[]} found @param {number} middle @param {string} prefix with which the hatch's id begins @param {Paint} paint */
export const band = (found, middle, prefix, paint) => {
  const top = middle - HEIGHT / 2;
  for (const { state, start, end, opacity, disputed } of found) {
    const width = end - start;
    const light = opacity < 1 ? `opacity="${opacity}"` : "", more = (disputed ? 'stroke-dasharray="4 3" ' : "") + light;
    if (state === "open") {
      paint.add("s-open", block(start, top, width, HEIGHT), light);
      paint.add("s-edge", way`M${start} ${top + 0.5}h${width}M${start} ${top + HEIGHT - 0.5}h${width}`, more);
    } else if (state === "suspended") paint.add("s-sus", block(start, top + 0.5, Math.max(width, 2), HEIGHT - 1), `fill="url(#${prefix}hatch)" ${more}`);
    else if (state === "agreed") paint.add("s-agreed", block(start, top + 0.5, width, HEIGHT - 1), light);
    else if (state === "dormant") paint.add("s-dormant", block(start, middle - 1.5, width, 3), light);
    else if (state === "proposed") paint.add("s-agreed", way`M${start} ${middle}h${width}`, light);
    else if (state === "ended" && opacity === 1) paint.add("s-edge", way`M${start} ${top}v${HEIGHT}`);
  }
};

/** @typedef {import("./index.js").Break} Break */
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

/** Draw the tinted columns under a picture. @param {Column[]} found @param {number} top @param {number} bottom */
export const shades = (found, top, bottom) => path("brk", found.map(({ start, end }) => block(start, top, end - start, bottom - top)).join(""));

/** Draw what lies behind the marks. @param {Scene} scene @param {Layout} layout */
export const ground = ({ index, view, scale, columns }, { lines, calendar, top, bottom, edges, rules }) => {
  const bands = new Paint();
  for (const { lane, middle } of lines) band(pieces(index.lanes[lane].spans, scale, index.until), middle, view.prefix, bands);
  return shades(columns, top, bottom) + grid(scale, calendar, bottom) + horizon(scale, index.until, calendar, bottom) + edges
    + path("base", lines.map(({ middle }) => way`M${scale.left} ${middle}H${scale.right}`).join("")) + bands
    + path("rule", rules.map((y) => way`M0 ${y}H${view.width}`).join(""));
};
