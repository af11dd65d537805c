/* The events of a lane on a scale: which have a mark of their own, which are counted, where each label goes. */
import { clusters, middleOf, pillWidth } from "./clusters.js";
import { place } from "./labels.js";
import { textWidth } from "./metrics.js";
import { stretch } from "./stretches.js";

/** @typedef {import("./draw.js").Index} Index */
/** @typedef {import("./labels.js").Place} Place */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./stretches.js").Stretch} Stretch */
/** @typedef {{ index: Index, scale: Scale, radius: number, reach: number, selected: number }} How how events are put on a scale; reach is how far a pointer still takes a mark */
/**
 * @typedef {object} Plot a mark or a count with the part of the lane that belongs to it
 * @property {number[]} events in the order of time
 * @property {Stretch[]} bars of each
 * @property {number} x its middle
 * @property {number} start the first of the marks that are counted
 * @property {number} end the last of them
 * @property {number} left where the part of the lane begins that a pointer can take it by
 * @property {number} right
 */

const SELECTED = 9;
/* The width of the bars that stand for crowds, in pixels. */
const BIN = 6;

/** Whether an event may lie in the time that a scale shows. @param {Index} index @param {number} event @param {Scale} scale */
export const visible = (index, event, { first, last }) => index.anchor[event] <= last
  && (index.dates[event]?.openEnd ? Math.max(index.ends[event], index.until) : index.ends[event]) >= first;

/** Part a lane between its marks: each has what lies nearest to it, as far as a pointer reaches. @param {Omit<Plot, "left" | "right">[]} found @param {How} how @returns {Plot[]} */
const parted = (found, { scale, reach }) => found.map((spot, at) => ({
  ...spot,
  left: Math.max(at ? (found[at - 1].x + spot.x) / 2 : scale.left - reach, spot.x - reach),
  right: Math.min(at + 1 < found.length ? (spot.x + found[at + 1].x) / 2 : scale.right + reach, spot.x + reach),
}));

/** Lay the dates of events out, and give where each is marked: half over the edge where only its bar reaches in. @param {number[]} events @param {How} how */
const laid = (events, { index, scale, radius }) => {
  const bars = events.map((event) => stretch(index.dates[event], index.anchor[event], scale, index.until, radius));
  return { bars, places: bars.map(({ mark }) => Math.min(Math.max(mark, scale.left), scale.right)) };
};

/** Put the events of a lane that a scale shows on it, from left to right. @param {number[]} events @param {How} how */
export const plot = (events, how) => {
  const { scale, radius, selected } = how;
  const { bars, places } = laid(events, how);
  return parted(clusters(places, radius, events.indexOf(selected)).map((cluster) => {
    const members = cluster.members.sort((one, other) => one - other), half = pillWidth(members.length) / 2;
    const middle = middleOf(cluster);
    return {
      events: members.map((at) => events[at]), bars: members.map((at) => bars[at]), start: cluster.start, end: cluster.end,
      x: members.length > 1 ? Math.min(Math.max(middle, scale.left + half), scale.right - half) : middle,
    };
  }), how);
};

/** Put the events of a crowded lane into bins; a selected one stays apart. @param {number[]} events @param {How} how */
export const crowd = (events, how) => {
  const { scale, selected } = how;
  const { bars, places } = laid(events, how);
  /** @type {Map<number, number[]>} */
  const bins = new Map();
  places.forEach((x, at) => {
    const bin = events[at] === selected ? -1 : Math.floor(Math.min(x - scale.left, scale.right - scale.left - 1) / BIN);
    const members = bins.get(bin);
    if (members) members.push(at);
    else bins.set(bin, [at]);
  });
  return parted([...bins].map(([bin, members]) => {
    const start = bin < 0 ? places[members[0]] : scale.left + bin * BIN, end = bin < 0 ? start : start + BIN;
    return { events: members.map((at) => events[at]), bars: members.map((at) => bars[at]), x: (start + end) / 2, start, end };
  }).sort((one, other) => one.x - other.x), how);
};

/**
 * Choose the labels of a lane in so many rows, which may reach a little over the scale's ends. Keys are events.
 * @param {Plot[]} spots
 * @param {How} how
 * @param {number} rows
 * @param {(event: number) => boolean} wanted
 * @returns {Place[]}
 */
export const labelled = (spots, { index, scale, selected }, rows, wanted) => {
  const candidates = [];
  for (const { events, x } of rows ? spots : []) {
    for (const event of events) {
      const bold = event === selected;
      if (!index.short[event] || !(bold || wanted(event))) continue;
      candidates.push({ key: event, x, width: textWidth(index.short[event], bold), rank: bold ? SELECTED : index.rank[event] });
    }
  }
  return place(candidates, scale.left - 4, scale.right + 4, rows);
};
