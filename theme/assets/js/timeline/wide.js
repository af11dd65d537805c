/* The timeline for wide pages: names left of the lanes, the state on a day right of them. */
import { cursor, grid, horizon, tickLabels } from "./axis.js";
import { band, pieces } from "./bands.js";
import { edges, namesHeight, shades, titles } from "./breaks.js";
import { dayName, monthName } from "./days.js";
import { HEIGHT, Holders } from "./holders.js";
import { fitted, textWidth } from "./metrics.js";
import { aroundRows, channelRows, labelsOf, rowOf } from "./rows.js";
import { Paint, clean, number, path, text, way } from "./svg.js";

/** @typedef {import("./draw.js").Layout} Layout */
/** @typedef {import("./draw.js").Office} Office */
/** @typedef {import("./draw.js").Scene} Scene */
/** @typedef {import("./rows.js").Row} Row */
/** @typedef {{ left: number, right: number, names: number }} Frame the margins, and where the names of lanes begin; levels stand above their lanes where that is 0 */

const TOP = 26;
const PAIR = 5;
const FOOT = 24;
const AIR = 4;
/* The room of the heading over the offices, and of the column with state and last contact. */
const HEADING = 56;
const COLUMN = 140;

/** Choose the margins for a width: two columns of names on a full page, one below. @param {number} width @returns {Frame} */
export const frame = (width) => (width >= 1000 ? { left: 222, right: COLUMN, names: 84 } : { left: 168, right: 76, names: 0 });

/** Where the names of offices begin: further left than lanes where the longest one needs it. @param {Office[][]} offices @param {Frame} sides */
const officesAt = (offices, { left, names }) => {
  const widest = Math.max(0, ...offices.flat().map(({ party, title }) => textWidth(`${party} ${title}`)));
  return Math.max(Math.min(names, left - AIR - widest - 1), Math.min(names, HEADING));
};

/** @param {Scene} scene @param {Frame} sides @param {number} x @returns {[svg: string, bottom: number]} */
const offices = ({ index, scale }, { left, names }, x) => {
  const bands = new Holders();
  let y = TOP, words = "";
  index.offices.forEach((pair, at) => {
    y += at ? PAIR : 0;
    for (const { party, title, holdings } of pair) {
      const rest = fitted(title, left - AIR - x - textWidth(`${party} `));
      words += `<text class="lane" x="${number(x)}" y="${number(y + 13)}"><tspan class="party">${clean(party)}</tspan> ${clean(rest)}</text>`;
      bands.add(holdings, scale, index.until, y);
      y += HEIGHT;
    }
  });
  if (words && names) words += text("Offices", 0, TOP + 13, "level");
  return [words + bands, y];
};

/** @param {Row} row @param {Scene} scene @param {Frame} sides */
const nameOf = ({ lane, line, level, top }, { index }, { left, names }) => {
  const { name, group } = index.lanes[lane], baseline = line.middle + 4;
  if (group === "around") return text(fitted(name, left - 4), 0, baseline, "lane ctx");
  const first = level && text(level[0].toUpperCase() + level.slice(1), 0, names ? baseline : top + 11, "level");
  return text(fitted(name, left - names - 6), names, baseline, "lane") + first;
};

/** A channel's state on the day asked about, and the month of its last contact. @param {Row} row @param {Scene} scene @param {boolean} column */
const nowOf = ({ lane, line }, { index, view, scale, now }, column) => {
  const { state, last } = now(lane), baseline = line.middle + 4;
  const word = state && text(state, scale.right + 10, baseline, `now ${state}`);
  if (!column || !index.lanes[lane].rounds || (!state && view.asOf !== null)) return word;
  return word + text(last < 0 ? "none held" : monthName(index.ends[last]), view.width, baseline, "when", "end");
};

/** @param {Scene} scene @returns {Layout} */
export const drawWide = (scene) => {
  const { index, view, scale, columns, cursorAt } = scene;
  const sides = frame(view.width), labels = labelsOf(scene), at = officesAt(index.offices, sides);
  const [officeBands, y] = offices(scene, sides, at);
  const own = index.lanes.findIndex(({ group }) => group === "offices");
  const appointed = own < 0 ? [] : [rowOf(scene, own, y, labels[own])];
  const names = (appointed[0]?.bottom ?? y) + 6, top = names + Math.max(namesHeight(columns), 24);
  const channels = channelRows(scene, top, labels, !sides.names);
  const around = aroundRows(scene, channels.at(-1)?.bottom ?? top, labels);
  const rows = [...appointed, ...channels, ...around], bottom = Math.max(top, rows.at(-1)?.bottom ?? 0) + 4;
  const bands = new Paint();
  let base = "";
  for (const { lane, line } of rows) {
    base += way`M${scale.left} ${line.middle}H${scale.right}`;
    band(pieces(index.lanes[lane].spans, scale, index.until), line.middle, view.prefix, bands);
  }
  const rules = [...channels.filter(({ level }) => level), ...around.slice(0, 1)].map((row) => way`M0 ${row.top - 1.5}H${view.width}`).join("");
  const column = sides.right === COLUMN;
  const asked = dayName(Math.min(view.asOf ?? index.until, index.until));
  const heading = (column || view.asOf !== null ? text(asked, scale.right + 10, top - 14, "party") : "")
    + (column ? text("last held", view.width, top - 14, "party", "end") : "");
  return {
    lines: rows.map(({ line }) => line), top: TOP - 4, bottom, height: bottom + FOOT,
    behind: shades(columns, top - 4, bottom) + grid(scale, TOP - 4, bottom) + horizon(scale, index.until, TOP - 4, bottom)
      + edges(columns, names, top - 4, bottom) + path("base", base) + bands + path("rule", rules) + officeBands,
    before: titles(columns, names, top - 4) + tickLabels(scale, [TOP - 10, bottom + 15], cursorAt)
      + appointed.map(({ lane, line }) => text(index.lanes[lane].name, at, line.middle + 4, "lane")).join("")
      + rows.slice(appointed.length).map((row) => nameOf(row, scene, sides)).join("")
      + channels.map((row) => nowOf(row, scene, column)).join("") + heading
      + cursor(scale, cursorAt, TOP - 10, TOP - 4, bottom),
  };
};
