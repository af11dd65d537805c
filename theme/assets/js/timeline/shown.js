/* What a timeline shows: a state as an address says it, the window, and the events that the filter keeps. Knows no document. */
import { blank, read } from "./address.js";
import { narrow } from "./filter.js";
import { clamp } from "./scale.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./address.js").State} State */
/** @typedef {import("./scale.js").Window} Window */

export class Shown {
  /** @type {State} */
  state = blank();
  /** @type {Map<string, number> | null} */
  #numbers = null;
  /** @type {string[]} */
  #texts = [];

  /** @param {Index} index @param {boolean} whole whether it opens with all years */
  constructor(index, whole) {
    this.index = index;
    this.whole = whole;
    /** @type {Window} */
    this.limits = [index.whole[0], index.whole[1]];
    this.window = this.limits;
    /** @type {import("./filter.js").Kept} */
    this.found = { kept: new Uint8Array(index.size).fill(1), total: index.size, counts: {} };
    /** 1 for each event that the filter keeps; nothing where there is no filter. @type {Uint8Array | null} */
    this.kept = null;
  }

  get filtered() {
    return Boolean(this.state.text) || Object.values(this.state.chosen).some((values) => values.length);
  }

  /** The selected event, or -1. */
  get selected() {
    return this.numberOf(this.state.event);
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

  /** The last day that an event may reach. @param {number} event */
  endOf(event) {
    const { dates, ends, until } = this.index;
    return dates[event]?.openEnd ? Math.max(ends[event], until) : ends[event];
  }

  /** @param {number} event */
  inView(event) {
    return this.found.kept[event] > 0 && this.index.anchor[event] <= this.window[1] && this.endOf(event) >= this.window[0];
  }

  /** All events in view. */
  events() {
    return this.index.id.map((_, event) => event).filter((event) => this.inView(event));
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

  /** Choose anew what is kept. @param {boolean} [renamed] whether there is more to look for words in than before */
  sift(renamed = false) {
    if (renamed) this.#texts = [];
    this.found = narrow(this.#searched(), this.state);
    this.kept = this.filtered ? this.found.kept : null;
  }

  /** Choose otherwise; the window follows where it is that of the opening. @param {{ text: string, chosen: Record<string, string[]> }} asked */
  choose(asked) {
    const [from, to] = this.opening, opens = this.window[0] === from && this.window[1] === to;
    Object.assign(this.state, asked);
    this.sift();
    if (opens) this.window = this.opening;
  }

  /** Show what a query asks for. @param {string} query */
  read(query) {
    this.state = read(query, this.index);
    this.sift();
    this.window = clamp(this.state.window ?? this.opening, this.limits);
    const day = this.selected < 0 ? this.state.asOf : this.index.anchor[this.selected];
    if (!this.state.window && day !== null) this.meet(day);
  }

  /** The first or the last of the kept events, on a side of the window or at all. @param {number} by @param {boolean} outside */
  outermost(by, outside) {
    const { anchor, ends } = this.index, [from, to] = this.window;
    const passing = [...this.found.kept.keys()].filter((event) => this.found.kept[event] && (!outside || (by > 0 ? anchor[event] > to : ends[event] < from)));
    return passing.at(outside === by > 0 ? 0 : -1) ?? -1;
  }

  /** The index with what words are looked for in: titles, and the names of channels and people. */
  #searched() {
    const { index } = this, { title, short, labels, met } = index;
    /** @param {number} event */
    const text = (event) => (this.#texts[event] ??= [
      title[event], short[event], ...["channel", "person"].flatMap((field) => Array.from(met[field]?.at(event) ?? [], (choice) => labels[field]?.[choice])),
    ].join(" ").toLowerCase());
    return { ...index, text };
  }
}
