/* What a timeline says of itself: its heading, what is chosen, how many events it shows of how many. Fetched when that is no longer what
   its page says. */
import { iso } from "./days.js";
import { counted, thousands, windowWords } from "./words.js";

/** @typedef {import("./index.js").Index} Index */

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

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
 * Write what a timeline says of itself into the places for it.
 * @param {import("./live.js").Timeline} timeline
 * @param {number} number of events in the window
 * @param {[number, number]} window
 */
export const tell = ({ root, index, shown: { total, filtered, words }, form }, number, [from, to]) => {
  const [head, name, none, shown, years, output] = [".window", "[data-all]", ".none", ".shown", ".shown-in", ".filters output b"]
    .map((place) => /** @type {HTMLElement | null} */ (root.querySelector(place)));
  const all = counted(index.size, "event");
  /** @param {HTMLElement | null} place @param {string} words */
  const say = (place, words) => { if (place) place.textContent = words; };
  /** @param {number} number */
  const ofAll = (number) => (number < index.size ? `${thousands(number)} of ${all}` : all);
  say(head, heading(index, from, to, { filtered, shown: number, only: form?.sole() ?? "" }));
  say(name, words || (name?.dataset.all ?? ""));
  none?.toggleAttribute("hidden", number > 0);
  /* A page around the timeline says how many events there are. */
  say(shown, root.classList.contains("part") ? counted(number, "event") : ofAll(number));
  say(years, windowWords(Math.max(from, index.whole[0]), Math.min(to, index.whole[1])));
  say(output, filtered ? `${thousands(total)} of ${all}` : all);
};

/** Say what the window of a timeline holds. @param {import("./live.js").Timeline} timeline */
export const speak = (timeline) => {
  const { root, shown } = timeline, { window, total, filtered } = shown, number = shown.events().length;
  const all = filtered && total !== number ? `, ${thousands(total)} in all years` : "";
  for (const place of root.querySelectorAll("[role=status]")) place.textContent = `${windowWords(...window)}: ${counted(number, "event")}${all}`;
  tell(timeline, number, window);
};
