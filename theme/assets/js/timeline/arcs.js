/* What a selected event came of, and what came of it: arcs on wide pictures, rings on a phone; the bands that it changed. */
import { HEIGHT } from "./draw.js";
import { circle } from "./marks.js";
import { pillWidth } from "./plots.js";
import { path, text, way } from "./svg.js";

/** @typedef {import("./draw.js").Scene} Scene */
/** @typedef {import("./marks.js").Line} Line */
/** @typedef {{ x: number, y: number, half: number }} Point where an event is marked, and half the width of its mark or count */
/** @typedef {{ other: number, cause: boolean }} Tie */

/* So many arcs are drawn at most; the others are told by their number at the edge. */
const MOST = 12;
/* What is nearer than this in pixels, or steeper than one in so many, branches off one trunk: nothing tangles. */
const NEAR = 80;
const STEEP = 4;
const BEND = 7;
const LOOKS = ["arc", "arc cause"];
/* The least room for a bend and the head of an arrow. */
const ROOM = 9;

/** The other events that one is tied to, the most significant first, then the nearest in time. @param {Scene} scene @returns {Tie[]} */
const tiesOf = ({ index, view, how: { selected } }) => {
  const found = index.related.flatMap(([from, to]) => (from === selected || to === selected ? [{ other: from === selected ? to : from, cause: from === selected }] : []));
  const apart = (/** @type {Tie} */ { other }) => Math.abs(index.anchor[other] - index.anchor[selected]);
  return found.filter(({ other }) => !view.kept || view.kept[other])
    .sort((one, other) => index.rank[other.other] - index.rank[one.other] || apart(one) - apart(other));
};

/** Where events are marked, in each of their lanes. @param {Line[]} lines @param {Set<number>} wanted */
const pointsOf = (lines, wanted) => {
  /** @type {Map<number, Point[]>} */
  const found = new Map();
  for (const { spots, middle } of lines) {
    for (const { events, x } of spots) {
      const half = events.length > 1 ? pillWidth(events.length) / 2 : 4;
      for (const event of events) if (wanted.has(event)) found.set(event, [...(found.get(event) ?? []), { x, y: middle, half }]);
    }
  }
  return found;
};

/** Draw an arc from one point to a later one, level at both ends. @param {Point} from @param {Point} to */
const arc = (from, to) => {
  const start = from.x + from.half + 2, end = to.x - to.half - 3, middle = (start + end) / 2;
  return way`M${start} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}`;
};

/**
 * Draw a trunk on one side of a point, and from it a level branch to each other one: trunks up and down, branches.
 * @param {Point} here
 * @param {Point[]} others above and below
 * @param {1 | -1} side -1 where time flows to the point, whose trunk then lies left of it
 * @returns {[trunks: string[], branches: string[]]}
 */
const tree = (here, others, side) => {
  const first = side * here.x + here.half + 2 * ROOM, ends = others.map(({ x, half }) => [side * x - half - 3, side * x + half + 3]);
  /** What a trunk costs: to turn back, and more to have no room for it. @param {number} at */
  const cost = (at) => ends.reduce((sum, [near, far]) => sum + (near - at >= ROOM ? 0 : at - far >= ROOM ? 1 : 5), 0);
  const trunk = Array.from({ length: NEAR / 2 }, (_, step) => first + 2 * step).reduce((best, at) => (cost(at) < cost(best) ? at : best), first);
  const x = side * trunk, start = side * (side * here.x + here.half + 2);
  const branches = others.map(({ y }, at) => {
    const [near, far] = ends[at], ahead = near > trunk, room = ahead ? near - trunk : trunk - far, bend = Math.max(0, Math.min(BEND, room - ROOM + 2));
    return room <= 0 ? "" : way`M${x} ${y - Math.sign(y - here.y) * bend}Q${x} ${y} ${x + (ahead ? side : -side) * bend} ${y}H${side * (ahead ? near : far)}`;
  });
  const trunks = [-1, 1].flatMap((turn) => {
    const last = turn * Math.max(...others.map(({ y }) => turn * (y - here.y))), bend = turn * BEND;
    if (last * turn <= 0) return [];
    return side > 0 ? way`M${start} ${here.y}H${x - BEND}Q${x} ${here.y} ${x} ${here.y + bend}V${here.y + last - bend}`
      : way`M${x} ${here.y + last - bend}V${here.y + bend}Q${x} ${here.y} ${x + BEND} ${here.y}H${start}`;
  });
  return [trunks, branches];
};

/* The head of an arrow. */
const defs = (/** @type {string} */ prefix) => `<defs><marker id="${prefix}arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="arrowhead" d="M0 0L8 4L0 8Z"/></marker></defs>`;

/** Draw the arcs of a selected event. @param {Scene} scene @param {Line[]} lines @param {Tie[]} ties @param {Map<number, Point[]>} points */
const arcsOf = ({ index, view, scale, how: { selected } }, lines, ties, points) => {
  const own = (points.get(selected) ?? []).map((point) => ({ ...point, half: 10 })), head = `marker-end="url(#${view.prefix}arrow)"`, more = [0, 0];
  /** @type {[Point[], Point[]]} */
  const near = [[], []];
  let drawn = "", heads = "", count = 0;
  for (const { other, cause } of ties) {
    /* Where it lies, or at which edge its lane is left. */
    const all = points.get(other) ?? lines.filter(({ lane }) => index.lanesOf[other].includes(lane))
      .map(({ middle }) => ({ x: index.anchor[other] < scale.first ? scale.left : scale.right, y: middle, half: -3 }));
    const [nearest] = all.flatMap((there) => own.map((here) => ({ here, there, rise: Math.abs(here.y - there.y) }))).sort((one, other) => one.rise - other.rise);
    if (!nearest || count === MOST) {
      more[+cause] += 1;
      continue;
    }
    count += 1;
    const { here, there, rise } = nearest;
    const [before, after] = cause ? [there, here] : [here, there], run = after.x - before.x;
    if (rise > 2 * BEND && run < Math.max(NEAR, rise / STEEP) && there.half > 0) near[+cause].push(there);
    else if (run > before.half + after.half + 8) drawn += path(LOOKS[+cause], arc(before, after), head);
    if (there.half < 0 && cause) heads += way`M${there.x} ${there.y}l7 -4v8z`;
  }
  near.forEach((others, cause) => {
    const [trunks, branches] = tree(own[0], others, cause ? -1 : 1);
    drawn += trunks.map((d) => path(LOOKS[cause], d, cause ? head : "")).join("") + branches.map((d) => path(LOOKS[cause], d, cause ? "" : head)).join("");
  });
  const told = (/** @type {number} */ at, /** @type {number} */ x, anchor = "") => (more[at] ? text(`+${more[at]}`, x, own[0].y - 8, "lab", anchor) : "");
  return defs(view.prefix) + drawn + path("arrowhead", heads) + told(1, scale.left + 3) + told(0, scale.right - 3, "end");
};

/** Ring the events that are tied to a selected one. @param {Tie[]} ties @param {Map<number, Point[]>} points */
const rings = (ties, points) => LOOKS.map((look, at) => path(look, ties.flatMap(({ other, cause }) => (+cause === at ? points.get(other) ?? [] : []))
  .map(({ x, y, half }) => circle(x, y, half + 4)).join(""))).join("");

/**
 * Draw what ties a selected event to others and to bands, under the marks; nothing where it is not in view.
 * @param {Scene} scene
 * @param {Line[]} lines
 * @param {boolean} wide whether there is room for arcs
 */
export const tied = (scene, lines, wide) => {
  const { index, scale, how: { selected } } = scene;
  if (selected < 0) return "";
  const ties = tiesOf(scene), points = pointsOf(lines, new Set([selected, ...ties.map(({ other }) => other)]));
  const stems = [...points.values()].map((all) => (all.length > 1 ? way`M${all[0].x} ${all[0].y}L${all[all.length - 1].x} ${all[all.length - 1].y}` : "")).join("");
  const changed = lines.flatMap(({ lane, middle }) => index.lanes[lane].spans.filter(({ cause, start }) => cause === selected && scale.first <= start && start <= scale.last)
    .map(({ start }) => way`M${scale.x(start)} ${middle - HEIGHT / 2 - 3}v${HEIGHT + 6}`)).join("");
  if (!points.has(selected)) return path("fx", changed);
  return path("leader", stems) + path("fx", changed) + (wide ? arcsOf(scene, lines, ties, points) : rings(ties, points));
};
