/* All years at a glance: contacts held upwards, friction, refusals and suspensions downwards; a frame with a grip at each side. */
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

/* A finger needs so many pixels: the least width of the frame, and what a grip has beside it. */
export const FINGER = 24;

/**
 * Where the frame around a window begins and ends, in pixels: wide enough to be taken, and within the axis.
 * @param {import("./scale.js").Scale} scale @param {number} from @param {number} to @returns {[start: number, end: number]}
 */
export const frameOf = (scale, from, to) => {
  const [start, end] = [scale.inside(from), scale.inside(to)];
  if (end - start >= FINGER) return [start, end];
  const moved = Math.min(Math.max((start + end - FINGER) / 2, scale.left), scale.right - FINGER);
  return [moved, moved + FINGER];
};

/* How far the ends reach into a frame that has room for it, in pixels. */
const INWARDS = 20;

/**
 * Where what takes a beginning, a whole window and its end lies, in pixels: beside each other, none narrower than a finger.
 * @param {number} start @param {number} end
 */
export const reaches = (start, end) => {
  const inwards = Math.min(Math.max((end - start - FINGER) / 2, 0), INWARDS);
  return { from: [start - FINGER, FINGER + inwards], all: [start + inwards, end - start - 2 * inwards], to: [end - inwards, FINGER + inwards], inwards };
};

/** Draw the frame of what is shown, at its sides grips of 8 by 24 px, and dim the rest. @param {number} start @param {number} end @param {number} left @param {number} right @param {number} bottom */
const framed = (start, end, left, right, bottom) => {
  const top = TOP - 2, height = bottom - top, middle = top + height / 2, grips = [start - 4, end + 4];
  return path("dim", block(left, top, start - left, height) + block(end, top, right - end, height))
    + path("win", block(start, top, end - start, height))
    + path("grip", grips.map((x) => way`M${x - 2} ${middle - 12}h4a2 2 0 0 1 2 2v20a2 2 0 0 1 -2 2h-4a2 2 0 0 1 -2 -2v-20a2 2 0 0 1 2 -2z`).join(""))
    + path("gripl", grips.map((x) => way`M${x} ${middle - 7}v14`).join(""));
};

/* From this width on there is room for words beside the years. */
const WORDS = 600;

/** Where the years begin and end, for a width: the grips find room on both sides. @param {number} width */
export const margins = (width) => {
  const [left, right] = width >= 960 ? [222, 140] : width >= WORDS ? [168, 76] : [26, 26];
  return { left, right: width - right };
};

/**
 * Draw the numbers of all years with a frame around the window of a view; `start` and `end` are its sides, in pixels.
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
    words += text(label, x, bottom + 14, "tick", "middle");
  }
  if (width >= WORDS) words += text("Contacts held, by year", left - 16, zero - 4, "lane", "end") + text("Friction, refusals", left - 16, zero + 13, "lane", "end");
  const [start, end] = frameOf(scale, from, to);
  const svg = path("grid", lines) + words + path("h-up", ups) + path("h-down", downs)
    + path("axis", way`M${left} ${zero + 0.5}H${scale.right}`) + high + framed(start, end, left, scale.right, bottom);
  return { svg, width, height: bottom + 18, left, right, start, end, scale };
};
