/* What a timeline shows: a state as an address says it, the window and how gestures move it, and what the filter
   keeps. Knows no document. */
import { visible } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./address.js").State} State */
/** @typedef {ReturnType<ReturnType<typeof import("./filter.js").sifterOf>>} Kept */
/** @typedef {[number, number]} Window the first and the last day that are shown; fractions are allowed */

/** The narrowest window, in days. */
export const NARROWEST = 7;

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

/** @returns {State} */
export const blank = () => ({ window: null, text: "", chosen: {}, event: "", asOf: null, tour: "", step: 1 });

export class Shown {
  state = blank();
  /** What the filter keeps; nothing until something is chosen. @type {Kept | null} */
  found = null;
  /** 1 for each event that the filter keeps; nothing where there is no filter. @type {Uint8Array | null} */
  kept = null;
  /** @type {Map<string, number> | null} */
  #numbers = null;

  /** @param {Index} index @param {boolean} whole whether it opens with all years */
  constructor(index, whole) {
    this.index = index;
    this.whole = whole;
    /** @type {Window} */
    this.limits = [index.whole[0], index.whole[1]];
    this.window = this.limits;
  }

  get filtered() {
    const { text, chosen } = this.state;
    return Boolean(text) || Object.values(chosen).some((values) => values.length);
  }

  /** Whether something stands beside the picture. */
  get opened() {
    const { asOf, tour } = this.state;
    return this.selected >= 0 || asOf !== null || Boolean(tour);
  }

  /** The selected event, or -1. */
  get selected() {
    return this.numberOf(this.state.event);
  }

  /** The number of events that the filter keeps. */
  get total() {
    return this.found?.total ?? this.index.size;
  }

  /** What the filter chooses, in words. */
  get words() {
    return this.found?.words() ?? "";
  }

  /** What it opens with: the last years, or all that a filter keeps. @returns {Window} */
  get opening() {
    return this.filtered || this.whole ? this.limits : this.index.recent;
  }

  /** Whether the window is that one. @param {Window} other */
  isAt([from, to]) {
    return Math.abs(this.window[0] - from) < 1 && Math.abs(this.window[1] - to) < 1;
  }

  /** The number of an event, or -1. @param {string} id */
  numberOf(id) {
    if (!id) return -1;
    this.#numbers ??= new Map(this.index.id.map((one, at) => [one, at]));
    return this.#numbers.get(id) ?? -1;
  }

  /** Whether the filter keeps an event. @param {number} event */
  keeps(event) {
    return !this.kept || this.kept[event] > 0;
  }

  /** @param {number} event */
  inView(event) {
    return this.keeps(event) && visible(this.index, event, this.window);
  }

  /** All events in view. */
  events() {
    return [...this.index.id.keys()].filter((event) => this.inView(event));
  }

  /** A window as long as the present one, around a day. @param {number} day @returns {Window} */
  around(day) {
    const half = (this.window[1] - this.window[0]) / 2;
    return clamp([day - half, day + half], this.limits);
  }

  /** Bring a time into the window where it is outside. @param {number} from @param {number} [to] */
  meet(from, to = from) {
    if (to < this.window[0] || from > this.window[1]) this.window = this.around((from + to) / 2);
  }

  /** Take what a filter finds for the state. @param {Kept} found */
  sift(found) {
    this.found = found;
    this.kept = this.filtered ? found.kept : null;
  }

  /** Show a state. @param {State} state */
  show(state) {
    const { window, asOf } = this.state = state, { selected, index } = this;
    this.window = clamp(window ?? this.opening, this.limits);
    const day = selected < 0 ? asOf : index.anchor[selected];
    if (!window && day !== null) this.meet(day);
  }
}
