/* From days to pixels and back to the calendar: where a day lies, which ticks an axis has, which window follows a gesture. */
import { calendar, dayOf, month } from "./days.js";

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
/** @typedef {[number, number]} Window the first and the last day that are shown; fractions are allowed */

const YEAR = 365.2425;
const LABEL = 34;
const DAYS = 56;
export const WINDOW = 40;
export const MONTHS = 150;
export const WEEKS = 900;
/** The narrowest window, in days. */
export const NARROWEST = 7;

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

/** Give how far windows may reach: the whole span and a little air. @param {Window} whole @returns {Window} */
export const limitsOf = ([from, to]) => [from - (to - from) / 50, to + (to - from) / 50];

/** Bring a window within limits and to a length that can be drawn. @param {Window} window @param {Window} limits @returns {Window} */
export const clamp = ([from, to], limits) => {
  const span = Math.min(Math.max(to - from, NARROWEST), limits[1] - limits[0]);
  const start = Math.min(Math.max((from + to - span) / 2, limits[0]), limits[1] - span);
  return [start, start + span];
};

/** Look closer by a factor, further by one below 1, around a day that stays where it is. @param {Window} window @param {number} factor @param {number} at @param {Window} limits @returns {Window} */
export const zoomAt = ([from, to], factor, at, limits) => {
  const span = Math.min(Math.max((to - from) / factor, NARROWEST), limits[1] - limits[0]);
  const start = at - ((at - from) / (to - from)) * span;
  return clamp([start, start + span], limits);
};

/** Move a window by days. @param {Window} window @param {number} by @param {Window} limits @returns {Window} */
export const pan = ([from, to], by, limits) => clamp([from + by, to + by], limits);
