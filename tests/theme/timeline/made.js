/* Indexes to be drawn: records of any size without a meaning, the same at each run. */
import { dayOf } from "../../../theme/assets/js/timeline/days.js";
import { draw as drawn } from "../../../theme/assets/js/timeline/draw.js";
import { format as narrow } from "../../../theme/assets/js/timeline/narrow.js";
import { format as wide } from "../../../theme/assets/js/timeline/wide.js";

/** @typedef {import("../../../theme/assets/js/timeline/index.js").Index} Index */
/** @typedef {import("../../../theme/assets/js/timeline/index.js").Lane} Lane */
/** @typedef {import("../../../theme/assets/js/timeline/draw.js").View} View */
/** @typedef {import("../../../theme/assets/js/timeline/index.js").When} When */

export const UNTIL = dayOf(2026, 4, 15);
const LEVELS = ["leaders", "ministers", "chiefs", "policy", "operational", "theatre"];
const STATES = ["open", "suspended", "dormant", "agreed", "proposed", "ended"];
const STATUS = ["held", "held", "held", "held", "planned", "proposed", "postponed", "refused", "cancelled"];
const AROUND = ["Other contacts", "Incidents", "Decisions", "The world around"];

/** Numbers from 0 to below 1, the same for the same seed. @param {number} seed */
export const chances = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** @param {number} anchor @param {() => number} chance @returns {When | null} */
const dated = (anchor, chance) => {
  const bound = (/** @type {number} */ day, unsure = chance() < 0.5) => ({ earliest: day, latest: unsure ? day + Math.floor(chance() * 60) : day, unsure });
  const far = anchor + Math.floor(chance() * 900);
  const lower = bound(anchor), upper = bound(far);
  return chance() < 0.8 ? null : [
    /** @type {When} */ ({ form: "within", lower, upper, openEnd: false }), /** @type {When} */ ({ form: "interval", lower, upper, openEnd: false }),
    /** @type {When} */ ({ form: "interval", lower, upper: null, openEnd: chance() < 0.5 }), /** @type {When} */ ({ form: "future", lower, upper: null, openEnd: false }),
  ][Math.floor(chance() * 4)];
};

/** @param {number} number @param {() => number} chance @returns {Lane} */
const channel = (number, chance) => {
  const starts = Array.from({ length: 1 + Math.floor(chance() * 8) }, () => dayOf(1975 + Math.floor(chance() * 50), Math.floor(chance() * 12))).sort((one, other) => one - other);
  const spans = starts.map((start, at) => ({
    state: STATES[Math.floor(chance() * STATES.length)], start, sureFrom: start + Math.floor(chance() * 30), end: starts[at + 1] ?? null, disputed: chance() < 0.1, cause: -1,
  }));
  return { id: `channel-${number}`, name: `Channel ${number}`, group: "channels", level: LEVELS[Math.floor((number / 33) * LEVELS.length)] ?? LEVELS[5], rounds: chance() < 0.8, spans };
};

/** Make an index with so many events in 33 channels and around them, most of them in clusters. @param {number} size @returns {Index} */
export const made = (size, seed = 1) => {
  const chance = chances(seed), pick = (/** @type {number} */ below) => Math.floor(chance() * below);
  /** @type {Lane[]} */
  const lanes = [
    { id: "offices", name: "Appointments", group: "offices", level: "", rounds: false, spans: [] },
    ...Array.from({ length: 33 }, (_, number) => channel(number, chance)),
    ...AROUND.map((name) => /** @type {Lane} */ ({ id: name, name, group: "around", level: "", rounds: false, spans: [] })),
  ];
  const peaks = Array.from({ length: 18 }, () => dayOf(1972 + pick(54)));
  const anchor = Array.from({ length: size }, () => Math.min(chance() < 0.7 ? peaks[pick(18)] + pick(400) : dayOf(1971) + pick(20_400), UNTIL + 200)).sort((one, other) => one - other);
  const every = (/** @type {() => number} */ make) => Array.from({ length: size }, make);
  const dates = anchor.map((day) => dated(day, chance)), family = every(() => pick(5));
  const status = family.map((of) => (of ? "held" : STATUS[pick(STATUS.length)]));
  const held = Array.from({ length: 40 }, (_, at) => ({
    name: `Holder ${at} of an office`, family: `Holder ${at}`, role: "", kind: /** @type {const} */ (["held", "seen", "vacant"])[at % 3],
    start: dayOf(1971 + at * 1.4), end: at < 39 ? dayOf(1972 + at * 1.4) : null, sureStart: at % 2 > 0, sureEnd: at % 5 > 0,
  }));
  return {
    until: UNTIL, whole: [dayOf(1971), dayOf(2026, 11, 31)], recent: [dayOf(2023), dayOf(2026, 6, 1)],
    families: ["contact", "channel", "friction", "office", "word"], lanes, size, anchor: Int32Array.from(anchor), dates, family: Uint8Array.from(family), status, choices: {}, met: {}, labels: {}, groups: [], raw: null, standings: ["confirmed"], became: status,
    offices: [1, 2, 3].map(() => ["North", "South"].map((party) => ({ party, title: "Minister", holdings: held }))),
    breaks: [1989, 1995, 1999, 2001, 2008, 2022].map((year) => ({ name: `${year} break of all talks`, party: "North", months: 14, start: 0, end: 0, startDay: dayOf(year, 5), endDay: dayOf(year + 1, 7) })),
    ends: Int32Array.from(anchor, (day, event) => dates[event]?.upper?.latest ?? dates[event]?.lower?.latest ?? day),
    id: anchor.map((_, event) => `event-${event}`), title: anchor.map((_, event) => `Event ${event}`), date: anchor.map(() => ""),
    short: anchor.map((_, event) => (event % 7 ? `A label of event ${event}`.slice(0, 12 + pick(16)) : "")),
    lanesOf: every(() => 0).map(() => (chance() < 0.1 ? [1 + pick(33), 34 + pick(4)] : [Math.min(Math.floor(chance() * chance() * 38), 37)])),
    contact: Uint8Array.from(family, (of, event) => +(of === 0 && status[event] === "held")), strain: Uint8Array.from(family, (of) => +(of === 2)),
    doubt: Uint8Array.from(every(() => +(chance() < 0.1))), rank: Uint8Array.from(every(() => [1, 1, 1, 2, 2, 3][pick(6)])),
    labelled: Uint8Array.from(every(() => +(chance() < 0.2))),
    related: Array.from({ length: size }, () => /** @type {[number, number]} */ ([pick(size), pick(size)])).filter(([from, to]) => from > to),
  };
};

/** @param {Partial<View>} view @returns {View} */
export const viewOf = (view) => ({ from: dayOf(1971), to: dayOf(2026, 11, 31), width: 1216, kept: null, selected: -1, asOf: null, prefix: "p", ...view });

/** Draw as a page does: for a phone where it is narrow. @param {Index} index @param {View} view @param {typeof import("../../../theme/assets/js/timeline/arcs.js").tied | null} tied */
export const draw = (index, view, tied = null) => drawn(index, view, view.width < 600 ? narrow : wide, tied);

/** Give the number of elements of a drawing. @param {string} svg */
export const elements = (svg) => (svg.match(/<[a-z]/g) ?? []).length;
