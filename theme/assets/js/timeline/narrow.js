/* The timeline for phones: made anew for its width, names above the bands, breaks by number, no labels. */
import { dayName } from "./days.js";
import { block, fitted, path, text, textWidth, way } from "./svg.js";

/** @typedef {import("./draw.js").Layout} Layout */
/** @typedef {import("./draw.js").Scene} Scene */
/** @typedef {import("./marks.js").Line} Line */

const LANE = 36;
const AXIS = 18;
/** Of the day on which the states at the right stand. */
const DAY = 14;
const FOOT = 20;
const NUMBER = 14;
const BETWEEN = 6;
const QUIET = ["ended", "dormant", "none"];

/** Move boxes of one width apart where they overlap, as little as it takes, between two edges. @param {number[]} places sorted @param {number} width @param {number} left @param {number} right */
export const spread = (places, width, left, right) => {
  /** @type {number[]} */
  const out = [];
  for (const place of places) out.push(Math.max(place, out.length ? out[out.length - 1] + width : left + width / 2));
  for (let at = out.length - 1, limit = right - width / 2; at >= 0; at -= 1) {
    out[at] = Math.min(out[at], limit);
    limit = out[at] - width;
  }
  return out;
};

/** Whether a lane without events folds away: it says nothing that its absence would not. @param {Scene} scene @param {number} lane */
const folds = ({ index, scale, close, filtered }, lane) => {
  const { group, spans } = index.lanes[lane];
  if (group !== "channels") return close || filtered || !index.lanesOf.some((held) => held.includes(lane));
  return (close || filtered) && spans.every(({ state, start, end }) => QUIET.includes(state) || start > scale.last || (end !== null && end <= scale.first));
};

/** Lay the lanes out; the last two values are the lines above which a rule stands, and the height below all. @param {Scene} scene @param {number} top @returns {[Line[], Line[], number]} */
const linesOf = (scene, top) => {
  const { lanes } = scene.index;
  const order = ["channels", "offices", "around"].flatMap((group) => lanes.flatMap((lane, at) => (lane.group === group ? [at] : [])));
  /** @type {Line[]} */
  const lines = [], begin = [];
  let y = top, before = "";
  for (const lane of order) {
    const spots = scene.plots[lane], level = lanes[lane].level || "around";
    if (!spots.length && folds(scene, lane)) continue;
    y += level === before ? 0 : BETWEEN;
    const line = { lane, spots, labels: [], middle: y + 25, base: y, top: y + 2, bottom: y + LANE };
    lines.push(line);
    if (level !== before) begin.push(line);
    [y, before] = [y + LANE, level];
  }
  return [lines, begin, lines.length ? y + 2 : top];
};

/** Write the numbers of the breaks in view, or the name of one that stands alone. @param {Scene} scene @param {number} top */
const numbers = ({ columns, view: { width }, close }, top) => {
  if (columns.length === 1 && close) {
    const [{ start, lines: [words = ""] }] = columns;
    const fits = start + 4 + textWidth(words, true) <= width;
    return text(words, fits ? start + 4 : width, top - 5, "brk1", fits ? "" : "end");
  }
  const places = spread(columns.map((column) => column.start), NUMBER, 0, width);
  return path("knum", places.map((x) => block(x - NUMBER / 2, top - 18, NUMBER, 16)).join(""))
    + places.map((x, at) => text(`${columns[at].number}`, x, top - 5, "brk1", "middle")).join("");
};

/** @param {Line} line @param {Scene} scene */
const nameOf = ({ lane, middle }, { index, view: { width }, now }) => {
  const { name, group } = index.lanes[lane], baseline = middle - 12;
  const state = group === "channels" ? now(lane).state : "";
  return text(fitted(name, width - 80), 0, baseline, group === "channels" ? "lane" : "lane ctx")
    + (state && text(state, width, baseline, `now ${state}`, "end"));
};

/** @param {Scene} scene @returns {Layout} */
const lay = (scene) => {
  const { columns, index, view } = scene, top = AXIS + (columns.length ? 20 : 4), [lines, begin, bottom] = linesOf(scene, top + DAY);
  return {
    lines, calendar: AXIS - 2, top, bottom, foot: FOOT, baselines: [AXIS - 6, bottom + 14],
    edges: path("brkline", columns.map(({ begins, start }) => (begins ? way`M${start} ${top}V${bottom}` : "")).join("")),
    rules: begin.map((line) => line.top - 3),
    words: numbers(scene, top) + text(dayName(Math.min(view.asOf ?? index.until, index.until)), view.width, top + DAY - 3, "party", "end")
      + lines.map((line) => nameOf(line, scene)).join(""),
  };
};

const INSET = { left: 5, right: 5 };

/** @type {import("./draw.js").Format} */
export const format = { sides: () => INSET, radius: 3.2, reach: 40, wide: false, lay };
