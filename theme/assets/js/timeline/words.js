/* What the timeline says: the names of its events and counts, headings, days; and of itself on the page: its heading, what is
   chosen, how many events it shows of how many. */
import { calendar, dayWords, iso, monthName } from "./days.js";

/** @typedef {import("./index.js").Index} Index */

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
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
export const restOf = ({ date, anchor, became, doubt, standings }, event) => (
  [date[event] || dayWords(anchor[event]), became[event], ...(doubt[event] ? [standings[doubt[event]]] : [])].join(", "));

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

/** `a, b and c` @param {string[]} items */
const listed = (items) => [items.slice(0, -1).join(", "), ...items.slice(-1)].filter(Boolean).join(" and ");

/** Say what a filter chooses: `Islands and Fisheries, Refused`; nothing without one. @param {Index} index @param {Pick<import("./address.js").State, "text" | "chosen">} state */
export const chosenWords = ({ choices, labels }, { text, chosen }) => {
  const words = Object.entries(chosen).map(([field, values]) => listed(values.map((value) => labels[field]?.[choices[field].indexOf(value)] ?? value)));
  return [...words, text && `“${text}”`].filter(Boolean).join(", ");
};

/** @param {number} number @param {string} thing */
const few = (number, thing) => `${NUMBERS[number] ?? number} ${thing}${number === 1 ? "" : "s"}`;

/**
 * Head the picture by what it shows: a break and its repair where one fills the window, else the years and their breaks;
 * under a filter the events that pass it.
 * @param {Index} index
 * @param {number} from @param {number} to
 * @param {{ filtered: boolean, shown: number, only: string }} seen `only`: the name of the one value that is chosen
 */
export const heading = (index, from, to, { filtered, shown, only }) => {
  const years = windowWords(Math.max(from, index.whole[0]), Math.min(to, index.whole[1]));
  if (filtered) return `${only ? `${only}: ` : ""}${counted(shown, "event")}, ${years}`;
  const breaks = index.breaks.filter((gap) => gap.startDay < to && (gap.endDay ?? index.until) > from);
  const sole = breaks.length === 1 ? breaks[0] : null;
  const long = sole ? (sole.endDay ?? index.until) - sole.startDay : 0;
  if (sole && sole.startDay >= from && long > (to - from) / 4) {
    const repaired = sole.endDay !== null && sole.endDay <= to;
    return `The ${iso(sole.startDay).slice(0, 4)} break${repaired ? " and its repair" : ""}`;
  }
  return `${years}: ${few(breaks.length, "break")}`;
};

/**
 * @typedef {object} Told
 * @property {[number, number]} window
 * @property {number} shown events in the window
 * @property {number} found events that pass the filter
 * @property {boolean} filtered
 * @property {string} only what the one value that is chosen is called
 * @property {import("./address.js").State} state
 */

/**
 * @param {HTMLElement} root
 * @param {Index} index
 */
export const tellerOf = (root, index) => {
  const [head, name, none, total, years, output] = [".window", "[data-all]", ".none", ".shown", ".shown-in", ".filters output b"]
    .map((place) => /** @type {HTMLElement | null} */ (root.querySelector(place)));
  const all = counted(index.size, "event");
  /** @param {HTMLElement | null} place @param {string} words */
  const say = (place, words) => { if (place) place.textContent = words; };
  /** @param {number} number */
  const ofAll = (number) => (number < index.size ? `${thousands(number)} of ${all}` : all);
  /** @param {Told} told */
  return ({ window: [from, to], shown, found, filtered, only, state }) => {
    say(head, heading(index, from, to, { filtered, shown, only }));
    say(name, chosenWords(index, state) || (name?.dataset.all ?? ""));
    none?.toggleAttribute("hidden", shown > 0);
    /* A page around the timeline says how many events there are. */
    say(total, root.classList.contains("part") ? counted(shown, "event") : ofAll(shown));
    say(years, windowWords(Math.max(from, index.whole[0]), Math.min(to, index.whole[1])));
    say(output, filtered ? `${thousands(found)} of ${all}` : all);
  };
};
