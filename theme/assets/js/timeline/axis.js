/* The calendar behind a picture: lines, their labels above and below, the last day that is known, a day asked about. */
import { dayName } from "./days.js";
import { ticks } from "./scale.js";
import { block, path, text, textWidth, way } from "./svg.js";

/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./scale.js").Tick} Tick */

/** Draw the lines of the calendar: years whole, what lies between dotted. @param {Scale} scale @param {number} top @param {number} bottom */
export const grid = (scale, top, bottom) => {
  const found = ticks(scale);
  /** @param {boolean} wanted */
  const lines = (wanted) => found.filter(({ strong }) => strong === wanted).map(({ day }) => way`M${scale.x(day)} ${top}V${bottom}`).join("");
  return path("grid", lines(true)) + path("grid minor", lines(false));
};

/** @param {string} label @param {number} x @param {boolean} beside @returns {[number, number]} */
const extent = (label, x, beside) => {
  const width = textWidth(label);
  return beside ? [x + 4, x + 4 + width] : [x - width / 2, x + width / 2];
};

/** The ticks with labels that have room: none over the one before, none beyond the right end. @param {Scale} scale @returns {[Tick, number, number][]} */
const readable = (scale) => {
  /** @type {[Tick, number, number][]} */
  const found = [];
  let clear = Math.min(scale.left - 5, 16);
  for (const tick of ticks(scale)) {
    const [left, right] = extent(tick.label, scale.x(tick.day), scale.zoom > 0);
    if (!tick.label || left < clear || right > scale.right + (scale.zoom ? 0 : 16)) continue;
    found.push([tick, left, right]);
    clear = right + 4;
  }
  return found;
};

/** Where the label of a day asked about stands. @param {Scale} scale @param {number} day @returns {[number, number]} */
const asked = (scale, day) => {
  const width = textWidth(dayName(day), true), x = Math.min(Math.max(scale.x(day), scale.left + width / 2), scale.right - width / 2);
  return [x - width / 2, x + width / 2];
};

/**
 * Write the labels of the ticks on two baselines; one that would run out of the picture is left out, and above one that
 * would lie under the day asked about.
 * @param {Scale} scale
 * @param {[number, number]} baselines
 * @param {number | null} asOf
 */
export const tickLabels = (scale, baselines, asOf) => {
  const [from, to] = asOf === null ? [1, 0] : asked(scale, asOf);
  return baselines.map((baseline, below) => readable(scale)
    .filter(([, left, right]) => below || from > to || right + 6 < from || to + 6 < left)
    .map(([{ day, label, strong }]) => text(label, scale.x(day) + (scale.zoom ? 4 : 0), baseline, strong ? "tick" : "tick minor", scale.zoom ? "" : "middle"))
    .join("")).join("");
};

/** Draw the last day that is known: a dashed line, and a veil over what lies after it. @param {Scale} scale @param {number} until @param {number} top @param {number} bottom */
export const horizon = (scale, until, top, bottom) => {
  if (until < scale.first || until >= scale.last) return "";
  const x = scale.x(until);
  return path("after", block(x, top, scale.right - x, bottom - top)) + path("checked", way`M${x} ${top}V${bottom}`);
};

/** Draw the day asked about: a line with a knob, its date above. @param {Scale} scale @param {number | null} day @param {number} baseline @param {number} top @param {number} bottom */
export const cursor = (scale, day, baseline, top, bottom) => {
  if (day === null || day < scale.first || day > scale.last) return "";
  const x = scale.x(day), [left, right] = asked(scale, day);
  return path("cursor", way`M${x} ${top}V${bottom}`) + path("knob", way`M${x - 5} ${top - 1}h10l-5 6z`)
    + text(dayName(day), (left + right) / 2, baseline, "lab sel", "middle");
};
