/* All years at a glance: contacts held upwards, friction, refusals and suspensions downwards; a frame with two grips. */
import { calendar, dayOf } from "./days.js";
import { scaleOf, ticks } from "./scale.js";
import { block, path, text, way } from "./svg.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./draw.js").View} View */

const TOP = 20;
const BARS = 44;

/** The numbers of the kept events of every year up to the last day that is known. @param {Index} index @param {View["kept"]} kept */
const tallies = (index, kept) => {
  const first = index.size ? calendar(index.anchor[0]).year : 0;
  const found = Array.from({ length: index.size ? calendar(index.until).year - first + 1 : 0 }, (_, at) => ({ year: first + at, up: 0, down: 0 }));
  for (let event = 0, at = 0, next = dayOf(first + 1); event < index.size && index.anchor[event] <= index.until; event += 1) {
    while (index.anchor[event] >= next) next = dayOf(first + (at += 1) + 1);
    if (kept && !kept[event]) continue;
    found[at].up += index.contact[event];
    found[at].down += index.strain[event];
  }
  return found;
};

/* The least width of the frame, so that its grips stand beside each other, in pixels. */
const LEAST = 12;

/** Draw the frame of what is shown, its grips 8 by 24 px, and dim the rest. @param {number} start @param {number} end @param {number} left @param {number} right @param {number} bottom */
const frameOf = (start, end, left, right, bottom) => {
  const top = TOP - 2, height = bottom - top, middle = top + height / 2;
  return path("dim", block(left, top, start - left, height) + block(end, top, right - end, height))
    + path("win", block(start, top, end - start, height))
    + path("grip", [start, end].map((x) => way`M${x - 2} ${middle - 12}h4a2 2 0 0 1 2 2v20a2 2 0 0 1 -2 2h-4a2 2 0 0 1 -2 -2v-20a2 2 0 0 1 2 -2z`).join(""))
    + path("gripl", [start, end].map((x) => way`M${x} ${middle - 7}v14`).join(""));
};

/** Where the years begin and end, for a width. @param {number} width */
export const margins = (width) => {
  const [left, right] = width >= 960 ? [222, 140] : width >= 600 ? [168, 76] : [0, 0];
  return { left, right: width - right };
};

/**
 * Draw the numbers of all years with a frame around the window of a view; `start` and `end` are its grips, in pixels.
 * @param {Index} index
 * @param {View} view
 */
export const overview = (index, { from, to, width, kept }) => {
  const { left, right } = margins(width);
  const scale = scaleOf(...index.whole, left, right), found = tallies(index, kept);
  const most = Math.max(0, ...found.map(({ up }) => up)), unit = BARS / Math.max(most + Math.max(0, ...found.map(({ down }) => down)), 1);
  const zero = TOP + 15 + most * unit, bottom = TOP + 15 + BARS + 4;
  let ups = "", downs = "", words = "", lines = "", high = "";
  for (const { year, up, down } of found) {
    const x = scale.inside(dayOf(year)) + 0.6, wide = Math.max(scale.inside(dayOf(year + 1)) - x - 0.6, 0.5);
    if (up) ups += block(x, zero - up * unit, wide, up * unit);
    if (down) downs += block(x, zero + 1, wide, down * unit);
    if (up && up === most && !high) high = text(`${up}`, x + wide / 2, zero - up * unit - 3, "t", "middle");
  }
  for (const { day, label, strong } of ticks(scale)) {
    if (!label || !(strong || scale.zoom)) continue;
    const x = scale.x(day);
    lines += way`M${x} ${TOP}V${bottom}`;
    if (left || (x >= 14 && x <= scale.right - 14)) words += text(label, x, bottom + 14, "tick", "middle");
  }
  if (left) words += text("Contacts held, by year", left - 10, zero - 4, "lane", "end") + text("Friction, refusals", left - 10, zero + 13, "lane", "end");
  const middle = scale.inside((from + to) / 2), least = Math.max(scale.inside(to) - scale.inside(from), LEAST) / 2;
  const [start, end] = least * 2 > LEAST ? [scale.inside(from), scale.inside(to)] : [middle - least, middle + least];
  const svg = path("grid", lines) + words + path("h-up", ups) + path("h-down", downs)
    + path("axis", way`M${left} ${zero + 0.5}H${scale.right}`) + high + frameOf(start, end, left, scale.right, bottom);
  return { svg, width, height: bottom + 18, left, right, start, end };
};
