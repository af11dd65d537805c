/* What a timeline says of itself: its heading, what is chosen, how many events it shows of how many. */
import { chosenWords, counted, heading, thousands, windowWords } from "./words.js";

/** @typedef {import("./index.js").Index} Index */

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
 * @param {boolean} part whether the timeline stands within a page, which says how many events there are
 */
export const tellerOf = (root, index, part) => {
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
    say(total, part ? counted(shown, "event") : ofAll(shown));
    say(years, windowWords(Math.max(from, index.whole[0]), Math.min(to, index.whole[1])));
    say(output, filtered ? `${thousands(found)} of ${all}` : all);
  };
};
