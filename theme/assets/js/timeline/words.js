/* What the timeline says: the names of its events and counts, and windows. Knows no document. */
import { calendar, dayWords, monthName } from "./days.js";

/** @typedef {import("./index.js").Index} Index */

const LISTED = 8;

/** Write a number with commas between thousands; the browser's own way takes its time when it is asked first. @param {number} number */
export const thousands = (number) => `${number}`.replace(/\B(?=(\d{3})+$)/g, ",");

/** @param {number} number @param {string} thing */
export const counted = (number, thing) => `${thousands(number)} ${thing}${number === 1 ? "" : "s"}`;

/**
 * Say a window as closely as its length asks for: `1971 to 2026`, `Aug 2022 to Jan 2024`, `3 to 9 May 2024`.
 * @param {number} from @param {number} to the last day that is in it
 */
export const windowWords = (from, to) => {
  const [first, last] = [calendar(from), calendar(to)];
  if (to - from > 1100) return `${first.year} to ${last.year}`;
  if (to - from > 100) return `${monthName(from)} to ${monthName(to)}`;
  const same = first.year === last.year && first.month === last.month;
  return `${same ? first.date : dayWords(from)} to ${dayWords(to)}`;
};

/** What stands behind the title in an event's name: when it was, what became of it, how well it is known. @param {Index} index @param {number} event */
export const restOf = ({ date, anchor, became, doubt, raw }, event) => (
  [date[event] || dayWords(anchor[event]), became[event], ...(doubt[event] ? [raw.doubts[doubt[event]]] : [])].join(", "));

/** The whole name of an event. @param {Index} index @param {number} event */
export const eventName = (index, event) => `${index.title[event] || index.short[event]}, ${restOf(index, event)}`;

/** `3 events, May 2023 to Jan 2024: one; two; three` @param {Index} index @param {number[]} events */
export const countName = (index, events) => {
  const first = monthName(index.anchor[events[0]]);
  const last = monthName(Math.max(...events.map((event) => index.anchor[event])));
  const titles = events.slice(0, LISTED).map((event) => index.title[event]).join("; ");
  const more = events.length > LISTED ? `; and ${events.length - LISTED} more` : "";
  return `${counted(events.length, "event")}, ${first === last ? first : `${first} to ${last}`}: ${titles}${more}`;
};
