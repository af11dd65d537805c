/* From days to pixels, and back to the calendar behind a picture: where a day lies, which ticks an axis has; their lines and labels,
   the last day that is known, a day asked about. */
import { calendar, dayName, dayOf, month } from "./days.js";
import { block, path, text, textWidth, way } from "./svg.js";

/**
 * @typedef {object} Scale
 * @property {number} first the day at the left end
 * @property {number} last the day at the right end
 * @property {number} left in pixels
 * @property {number} right in pixels
 * @property {number} perYear pixels to a year
 * @property {number} zoom how close the picture looks: 0, from 40 px a year `WINDOW`, from 150 `MONTHS`, from 900 `WEEKS`
 * @property {(day: number) => number} x where a day begins; days outside lie outside
 * @property {(day: number) => number} inside the same, moved to the nearer end
 * @property {(x: number) => number} day what day a place is
 */
/** @typedef {{ day: number, label: string, strong: boolean }} Tick a line of the calendar; strong is a year that is named */

const YEAR = 365.2425;
const LABEL = 34;
const DAYS = 56;
const WINDOW = 40;
const MONTHS = 150;
const WEEKS = 900;

/** @param {number} first @param {number} last @param {number} left @param {number} right @returns {Scale} */
export const scaleOf = (first, last, left, right) => {
  const unit = (right - left) / Math.max(last - first, 1);
  const x = (/** @type {number} */ day) => left + (day - first) * unit;
  const perYear = unit * YEAR;
  return {
    first, last, left, right, perYear, x,
    zoom: [WEEKS, MONTHS, WINDOW].find((zoom) => perYear >= zoom) ?? 0,
    inside: (day) => x(Math.min(Math.max(day, first), last)),
    day: (place) => first + (place - left) / unit,
  };
};

/** @param {Scale} scale @returns {Tick[]} */
const years = ({ first, last, perYear }) => {
  const step = [1, 2, 5, 10, 20, 50, 100].find((step) => step * perYear >= LABEL * 1.5) ?? 1000;
  const found = [];
  for (let year = calendar(first).year; year <= calendar(last).year; year += 1) {
    const strong = year % step === 0;
    if (strong || perYear >= LABEL / 4) found.push({ day: dayOf(year), label: strong ? `${year}` : "", strong });
  }
  return found;
};

/** @param {Scale} scale @returns {Tick[]} */
const months = ({ first, last, perYear, zoom }) => {
  const every = perYear / 12 >= LABEL ? 1 : 3;
  const found = [];
  for (let year = calendar(first).year; year <= calendar(last).year; year += 1) {
    for (let at = 0; at < 12; at += every) {
      const label = zoom < MONTHS ? "" : month(at);
      found.push({ day: dayOf(year, at), label: at ? label : `${year}`, strong: !at });
    }
  }
  return found;
};

/** Days, or Mondays where there is less room; only where a label fits does it stand. @param {Scale} scale @returns {Tick[]} */
const days = ({ first, last, perYear }) => {
  const every = perYear / YEAR >= DAYS ? 1 : 7;
  const found = [];
  for (let day = Math.ceil(first); day <= last; day += 1) {
    const { month: at, date, weekday } = calendar(day);
    if (date === 1 || (every > 1 && weekday !== 1)) continue;
    found.push({ day, label: (every * perYear) / YEAR >= DAYS ? `${date} ${month(at)}` : "", strong: false });
  }
  return found;
};

/**
 * Choose the ticks of an axis: decades, five years, years with quarters, months, weeks or days, as there is room. Where
 * no year would be named, the first label has its own.
 * @param {Scale} scale
 * @returns {Tick[]}
 */
export const ticks = (scale) => {
  const { first, last, zoom } = scale;
  const found = (zoom ? months(scale) : years(scale)).filter(({ day }) => first <= day && day <= last);
  if (zoom >= WEEKS) found.push(...days(scale));
  found.sort((one, other) => one.day - other.day);
  const named = found.find(({ label }) => label);
  if (named && !named.strong && !found.some(({ day, strong }) => strong && scale.x(day) + LABEL <= scale.right)) named.label += ` ${calendar(named.day).year}`;
  return found;
};


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
