/* The events of a lane on a scale: how each date lies there, which have a mark of their own, which are counted, where each label goes. */
import { textWidth } from "./svg.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").When} When */
/** @typedef {import("./index.js").Bound} Bound */
/** @typedef {import("./scale.js").Scale} Scale */
/**
 * @typedef {object} Stretch the place of a mark, and the bar behind it, sure between `sureFrom` and `sureTo`
 * @property {number} mark
 * @property {number} start
 * @property {number} sureFrom
 * @property {number} sureTo
 * @property {number} end
 */
/** @typedef {[start: number, end: number, opacity: number]} Step a piece of a bar */

/* From more days than this, what lasted is marked at its start and no longer in its middle. */
const LONG = 62;
const BEYOND = 16;
const WHISKER = 5;
const SURE = 0.75;

/** @param {number} mark @param {number} start @param {number} sureFrom @param {number} sureTo @param {number} end @returns {Stretch} */
const bar = (mark, start, sureFrom, sureTo, end) => ({ mark, start, sureFrom, sureTo, end });

/** What has no end: sure to the last day known where it is known to run on; then it fades. @param {Bound} lower @param {boolean} known @param {Scale} scale @param {number} until @param {number} radius */
const runningOn = ({ earliest, latest, unsure }, known, scale, until, radius) => {
  const start = scale.x(earliest), sure = scale.x(latest), mark = (start + sure) / 2;
  const sureFrom = unsure ? Math.max(sure, mark + radius) : mark;
  const sureTo = known ? Math.max(scale.x(until), sureFrom) : Math.max(sureFrom, mark + radius);
  return bar(mark, unsure ? Math.min(start, mark - radius - WHISKER) : mark, sureFrom, sureTo, sureTo + BEYOND);
};

/** @param {Bound} lower @param {Bound} upper @param {Scale} scale @param {number} radius */
const fromTo = (lower, upper, scale, radius) => {
  let start = scale.x(lower.earliest), end = scale.x(upper.latest);
  const mark = (start + (upper.latest - lower.earliest <= LONG ? end : scale.x(lower.latest))) / 2;
  let sureFrom = start, sureTo = end;
  if (lower.unsure) {
    start = Math.min(start, mark - radius - WHISKER);
    sureFrom = Math.min(Math.max(scale.x(lower.latest), start + WHISKER), Math.max(mark, start));
  }
  if (upper.unsure) {
    end = Math.max(end, mark + radius + WHISKER);
    sureTo = Math.max(Math.min(scale.x(upper.earliest), end - WHISKER), mark, sureFrom);
  }
  return bar(mark, start, sureFrom, Math.max(sureTo, sureFrom), end);
};

/**
 * Lay a date out on a scale, for marks of a radius; what is open runs on to `until`, the last day known.
 * @param {When | null} when nothing for one certain day
 * @param {number} anchor
 * @param {Scale} scale
 * @param {number} until
 * @param {number} radius
 * @returns {Stretch}
 */
export const stretch = (when, anchor, scale, until, radius) => {
  const x = scale.x(anchor);
  if (!when) return bar(x, x, x, x, x);
  const { form, lower, upper } = when;
  if (form === "interval") {
    if (!lower) return bar(x, x - radius - BEYOND, x, x, x);
    return upper ? fromTo(lower, upper, scale, radius) : runningOn(lower, when.openEnd, scale, until, radius);
  }
  if (!lower) return bar(x - radius, x - radius - BEYOND, x, x, x);
  if (!upper) return bar(x + radius, x, x, x, x + radius + BEYOND);
  const middle = (x + scale.x(upper.latest + 1)) / 2;
  const half = Math.max(middle - x, radius + WHISKER);
  return bar(middle, middle - half, middle, middle, middle + half);
};

/** Whether a bar says that something is not known. @param {Stretch} bar */
export const fades = ({ start, sureFrom, sureTo, end }) => start < sureFrom || sureTo < end;

/** @param {number} sure @param {number} end @param {number} count @returns {Step[]} */
const fading = (sure, end, count) => Array.from({ length: count }, (_, at) => {
  const one = sure + ((end - sure) * at) / count, other = sure + ((end - sure) * (at + 1)) / count;
  return [Math.min(one, other), Math.max(one, other), +(SURE - (0.55 * at) / (count - 1)).toFixed(2)];
});

/** Cut a bar into pieces: one for what is sure, and six fading ones towards the ends that are not. @param {Stretch} bar @returns {Step[]} */
export const steps = ({ start, sureFrom, sureTo, end }) => {
  const left = start < sureFrom, right = sureTo < end, count = left && right ? 3 : 6;
  return [
    ...(left ? fading(sureFrom, start, count).reverse() : []),
    ...(sureFrom < sureTo ? [/** @type {Step} */ ([sureFrom, sureTo, SURE])] : []),
    ...(right ? fading(sureTo, end, count) : []),
  ];
};

/**
 * @typedef {object} Cluster a mark, or several that are counted
 * @property {number[]} members positions in the sequence that was clustered, from left to right
 * @property {number} start the place of the first mark
 * @property {number} end the place of the last
 */

/** Marks further apart than this never join at once, in pixels. */
export const LONGEST = 26;
const BETWEEN = 1.4;
const BESIDE = 1.3;
const WIDTHS = [0, 16, 22, 30];

/** Give the width of a count in pixels, by its digits. @param {number} count */
export const pillWidth = (count) => WIDTHS[`${count}`.length] ?? 38;

/** Join what follows too closely, from left to right. @param {number[]} places @param {number[]} order @param {number} radius @param {number} alone @returns {number[][]} */
const runs = (places, order, radius, alone) => {
  /** @type {number[][]} */
  const found = [];
  for (const at of order) {
    const run = found.at(-1), last = run ? /** @type {number} */ (run.at(-1)) : -1;
    const near = run && places[at] - places[last] < 2 * radius + BETWEEN && places[at] - places[run[0]] < LONGEST;
    if (near && at !== alone && last !== alone) run.push(at);
    else found.push([at]);
  }
  return found;
};

/**
 * Join marks of a radius that lie nearer than a diameter, and counts that overlap anything. A pair that fits side by
 * side stays two.
 * @param {number[]} places
 * @param {number} radius
 * @param {number} [alone] the position of a mark that never joins
 * @returns {Cluster[]} from left to right
 */
export const clusters = (places, radius, alone = -1) => {
  const order = places.map((_, at) => at).sort((one, other) => places[one] - places[other] || one - other);
  const half = (/** @type {Cluster} */ { members }) => (members.length > 1 ? pillWidth(members.length) / 2 : radius);
  /** @param {Cluster} one @param {Cluster} other */
  const clash = (one, other) => (one.members.length > 1 || other.members.length > 1)
    && (one.start + one.end) / 2 + half(one) > (other.start + other.end) / 2 - half(other) - 1
    && !one.members.includes(alone) && !other.members.includes(alone);
  let found = runs(places, order, radius, alone).flatMap((run) => {
    const beside = run.length === 2 && places[run[1]] - places[run[0]] > radius * BESIDE;
    return (beside ? run.map((at) => [at]) : [run]).map((members) => ({ members, start: places[members[0]], end: places[/** @type {number} */ (members.at(-1))] }));
  });
  for (let before = -1; before !== found.length;) {
    before = found.length;
    /** @type {Cluster[]} */
    const joined = [];
    for (const cluster of found) {
      const last = joined.at(-1);
      if (last && clash(last, cluster)) {
        for (const member of cluster.members) last.members.push(member);
        last.end = Math.max(last.end, cluster.end);
      } else joined.push(cluster);
    }
    found = joined;
  }
  return found;
};

/** @typedef {{ key: number, x: number, width: number, rank: number }} Candidate a label that would like to be drawn */
/** @typedef {{ key: number, row: number, left: number, right: number, fromRight: boolean, x: number }} Place row 0 is next to the marks */

const GAP = 7;
const OVER = 4;
/** From a row of labels to the next, in pixels. */
export const ROW = 14;

/**
 * Place labels between two edges in so many rows: left edge at the mark, else right edge, else the next row, else none.
 * @param {Candidate[]} candidates
 * @param {number} left
 * @param {number} right
 * @param {number} rows
 */
export const place = (candidates, left, right, rows) => {
  /** @type {Place[]} */
  const taken = [];
  for (const { key, x, width } of candidates.sort((one, other) => other.rank - one.rank || one.x - other.x || one.key - other.key)) {
    for (let spot = 0; spot < 2 * rows; spot += 1) {
      const row = spot >> 1, fromRight = spot % 2 > 0;
      const start = fromRight ? x + OVER - width : x - OVER, end = start + width;
      if (start < left || end > right || taken.some((other) => row === other.row && end + GAP > other.left && other.right + GAP > start)) continue;
      taken.push({ key, row, left: start, right: end, fromRight, x });
      break;
    }
  }
  return taken;
};

/** @typedef {{ index: Index, scale: Scale, radius: number, reach: number, selected: number }} How how events are put on a scale; reach is how far a pointer still takes a mark */
/**
 * @typedef {object} Plot a mark or a count with the part of the lane that belongs to it
 * @property {number[]} events in the order of time
 * @property {number} x its middle
 * @property {number} start the first of the marks that are counted
 * @property {number} end the last of them
 * @property {number} left where the part of the lane begins that a pointer can take it by
 * @property {number} right
 */

const SELECTED = 9;
/* The width of the bars that stand for crowds, in pixels. */
const BIN = 6;

/** The stretch of an event's date. @param {number} event @param {How} how */
export const barOf = (event, { index, scale, radius }) => stretch(index.dates[event], index.anchor[event], scale, index.until, radius);

/** Where events are marked: half over the edge where only their bars reach in. @param {number[]} events @param {How} how */
const placesOf = (events, how) => events.map((event) => Math.min(Math.max(barOf(event, how).mark, how.scale.left), how.scale.right));

/** Part a lane between its marks: each has what lies nearest to it, as far as a pointer reaches. @param {Plot[]} found @param {How} how */
const parted = (found, { scale, reach }) => {
  found.forEach((spot, at) => {
    const { x } = spot, between = at ? (found[at - 1].x + x) / 2 : scale.left - reach;
    if (at) found[at - 1].right = Math.min(between, found[at - 1].x + reach);
    spot.left = Math.max(between, x - reach);
    spot.right = Math.min(scale.right, x) + reach;
  });
  return found;
};

/** Put the events of a lane that a scale shows on it, from left to right. @param {number[]} events @param {How} how */
export const plot = (events, how) => {
  const { scale, radius, selected } = how;
  return parted(clusters(placesOf(events, how), radius, events.indexOf(selected)).map(({ members, start, end }) => {
    const half = members.length > 1 ? pillWidth(members.length) / 2 : 0, middle = (start + end) / 2;
    const x = half ? Math.min(Math.max(middle, scale.left + half), scale.right - half) : middle;
    return { events: members.map((at) => events[at]).sort((one, other) => one - other), x, start, end, left: x, right: x };
  }), how);
};

/** Put the events of a crowded lane into bins; a selected one stays apart. @param {number[]} events @param {How} how */
export const crowd = (events, how) => {
  const { scale: { left, right }, selected } = how, places = placesOf(events, how);
  /** @type {Map<number, Plot>} */
  const bins = new Map();
  events.forEach((event, at) => {
    const bin = event === selected ? -1 : Math.floor(Math.min(places[at] - left, right - left - 1) / BIN), known = bins.get(bin);
    if (known) known.events.push(event);
    else {
      const start = bin < 0 ? places[at] : left + bin * BIN, end = bin < 0 ? start : start + BIN, x = (start + end) / 2;
      bins.set(bin, { events: [event], x, start, end, left: x, right: x });
    }
  });
  return parted([...bins.values()].sort((one, other) => one.x - other.x), how);
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
