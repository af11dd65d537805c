/* The rows of the wide picture from top to bottom: how high each is, where its marks and labels lie. */
import { ROW } from "./labels.js";
import { labelled } from "./plots.js";

/** @typedef {import("./draw.js").Scene} Scene */
/** @typedef {import("./labels.js").Place} Place */
/** @typedef {import("./marks.js").Line} Line */
/** @typedef {{ lane: number, line: Line, level: string, top: number, bottom: number }} Row a lane with its place; the level is named where this is its first lane */

const LANE = 19;
const LANE_CLOSE = 20;
/* The height of a lane without events in a window or under a filter: its band, and air. */
const LANE_EMPTY = 17;
const BETWEEN = 4;
/* Of a level's name where it stands above its lanes. */
const HEADING = 14;
/* So many labels a drawing has at most, its counts and names of lanes included. */
const WORDS = 440;

/** Rows of labels that a lane may have. @param {Scene} scene @param {number} lane */
const roomFor = (scene, lane) => {
  if (scene.index.lanes[lane].group === "around") return 2;
  return scene.close || scene.plots[lane].some(({ events }) => events[0] === scene.how.selected) ? 1 : 0;
};

/** Choose the labels of all lanes, those of the lowest rank given up first where there are too many. @param {Scene} scene @returns {Place[][]} */
export const labelsOf = (scene) => {
  const { index, how, close, plots } = scene;
  const found = index.lanes.map(({ group }, lane) => {
    const every = close && !scene.crowded ? () => true : group === "around" || close ? (/** @type {number} */ event) => index.labelled[event] > 0 : () => false;
    return labelled(plots[lane], how, roomFor(scene, lane), every);
  });
  const counts = scene.crowded ? 0 : plots.reduce((sum, spots) => sum + spots.filter(({ events }) => events.length > 1).length, 0);
  const room = WORDS - counts - 3 * index.lanes.length;
  const rank = (/** @type {Place} */ { key }) => (key === how.selected ? 9 : index.rank[key]);
  const kept = new Set(found.flat().sort((one, other) => rank(other) - rank(one)).slice(0, Math.max(room, 1)));
  return found.map((places) => places.filter((one) => kept.has(one)));
};

/**
 * Lay a lane out below a height, with at least `lead` pixels above its band.
 * @param {Scene} scene
 * @param {number} lane
 * @param {number} top
 * @param {Place[]} labels
 * @returns {Row}
 */
export const rowOf = (scene, lane, top, labels, level = "", lead = 0) => {
  const spots = scene.plots[lane];
  const head = top + Math.max(ROW * Math.max(0, ...labels.map(({ row }) => row + 1)), lead);
  const bare = scene.close || scene.filtered;
  const height = scene.index.lanes[lane].group !== "channels" ? LANE_CLOSE : !spots.length && bare ? LANE_EMPTY : scene.close ? LANE_CLOSE : LANE;
  const bottom = head + height;
  return { lane, line: { lane, spots, labels, middle: head + height / 2, base: head - 3, top: head, bottom }, level, top, bottom };
};

/** Lay the lanes of the channels out below a height; with `headings` levels stand above their lanes. @param {Scene} scene @param {number} top @param {Place[][]} labels @param {boolean} headings @returns {Row[]} */
export const channelRows = (scene, top, labels, headings) => {
  /** @type {Row[]} */
  const rows = [];
  let y = top, before = "";
  scene.index.lanes.forEach(({ group, level }, lane) => {
    if (group !== "channels") return;
    const first = level !== before;
    y += first && before ? BETWEEN : 0;
    const row = rowOf(scene, lane, y, labels[lane], first ? level : "", headings && first ? HEADING : 0);
    rows.push(row);
    [y, before] = [row.bottom, level];
  });
  return rows;
};

/** Lay the lanes of context out below a height; in a window or under a filter one without events is left out. @param {Scene} scene @param {number} top @param {Place[][]} labels @returns {Row[]} */
export const aroundRows = (scene, top, labels) => {
  /** @type {Row[]} */
  const rows = [];
  scene.index.lanes.forEach(({ group }, lane) => {
    if (group !== "around" || (!scene.plots[lane].length && (scene.close || scene.filtered))) return;
    rows.push(rowOf(scene, lane, rows.at(-1)?.bottom ?? top + BETWEEN, labels[lane]));
  });
  return rows;
};
