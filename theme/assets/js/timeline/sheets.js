/* The whole timeline on paper: one sheet after the other, each a stretch of years with the lanes that hold an event in
   it. What a reader sees on the screen is a window; what is printed is all that the filter keeps. */
import { iso } from "./days.js";
import { draw } from "./draw.js";
import { visible } from "./index.js";
import { make } from "./make.js";
import { occupied, withLanes } from "./part.js";
import { tell } from "./telling.js";
import { format } from "./wide.js";
import { counted, windowWords } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./draw.js").Drawing} Drawing */
/** @typedef {{ from: number, to: number, events: number[], drawn: Drawing }} Sheet */

/* A drawing is printed at four fifths of its size, on A4 as on Letter between margins of 16 mm: its text of 12 px is then
   7.2 pt, and a sheet with its heading fits a page. */
const WIDTH = 840;
const HEIGHT = 1080;
/* So many events a sheet holds at most, as long as it holds more than a month: their labels have room, and few are counted. */
const MOST = 60;
/* How long a stretch may be, in months. */
const STEPS = [240, 180, 120, 96, 84, 72, 60, 48, 36, 24, 12, 6, 3, 1];

/** The first day of the month that lies some months after a day's. @param {number} day @param {number} months */
const later = (day, months) => {
  const [year, month] = iso(day).split("-").map(Number);
  return Date.UTC(year, month - 1 + months, 1) / 86400000;
};

/** @param {number} day */
const newYear = (day) => later(day, 1 - Number(iso(day).slice(5, 7)));

/**
 * The longest sheet from a day on that is not too full, too high or beyond the last day; the shortest where all are.
 * @param {Index} index
 * @param {ArrayLike<number> | null} kept
 * @param {number} from @param {number} last
 * @param {string} prefix
 * @returns {Sheet}
 */
const longest = (index, kept, from, last, prefix) => {
  for (const months of STEPS) {
    const to = Math.min(later(from, months) - 1, last);
    const events = index.id.map((_, event) => event).filter((event) => (!kept || kept[event] > 0) && visible(index, event, [from, to]));
    if (events.length > MOST && months > 1) continue;
    const part = withLanes(index, occupied(index, from, to, kept), kept !== null);
    /* States are those at the end of the sheet; half a day later, so that no line marks the day. */
    const drawn = draw(part, { from, to, width: WIDTH, kept, selected: -1, asOf: to + 0.5, prefix }, format);
    if (drawn.height <= HEIGHT || months === 1) return { from, to, events, drawn };
  }
  throw new Error("a month is always a sheet");
};

/**
 * Part the years of what is kept into sheets. Each day lies in one of them, but for stretches without any event.
 * @param {Index} index
 * @param {ArrayLike<number> | null} kept
 * @returns {Sheet[]}
 */
export const sheetsOf = (index, kept) => {
  const shown = index.id.map((_, event) => event).filter((event) => !kept || kept[event]);
  const last = Math.max(...shown.map((event) => Math.max(index.anchor[event], index.ends[event])));
  /** @type {Sheet[]} */
  const sheets = [];
  let from = shown.length ? newYear(index.anchor[shown[0]]) : Infinity;
  while (from <= last) {
    const found = longest(index, kept, from, later(newYear(last), 12) - 1, `sheet${sheets.length}`);
    if (found.events.length) sheets.push(found);
    from = found.to + 1;
  }
  return sheets;
};

/** `2016 to 2019`, `2022`; months where the sheet has no whole years. @param {number} from @param {number} to */
const yearsOf = (from, to) => {
  const [first, last] = [from, to].map((day) => iso(day).slice(0, 4));
  if (from !== newYear(from) || to + 1 !== newYear(to + 1)) return windowWords(from, to);
  return first === last ? first : `${first} to ${last}`;
};

/**
 * Lay the sheets out as elements.
 * @param {Index} index
 * @param {ArrayLike<number> | null} kept
 * @param {string} words what the filter chooses
 */
const lay = (index, kept, words) => {
  const sheets = sheetsOf(index, kept);
  const all = make("section", "", "sheets");
  const total = new Set(sheets.flatMap(({ events }) => events)).size;
  all.append(make("h2", `${words ? `${words}: ` : ""}${counted(total, "event")} on ${counted(sheets.length, "sheet")}`));
  for (const { from, to, events, drawn } of sheets) {
    const one = make("section", "", "sheet");
    one.innerHTML = `<svg class="tl" width="${drawn.width}" height="${drawn.height}" viewBox="0 0 ${drawn.width} ${drawn.height}">${drawn.svg}</svg>`;
    one.prepend(make("h3", `${yearsOf(from, to)}: ${counted(events.length, "event")}`));
    all.append(one);
  }
  return all;
};

/**
 * Before the page of a timeline is printed it gets the whole timeline as sheets, afterwards it loses them.
 * @param {import("./live.js").Timeline} timeline
 */
export const printing = (timeline) => {
  const { root, index, shown } = timeline, listing = timeline.listing();
  /** @type {HTMLElement | null} */
  let sheets = null;
  addEventListener("beforeprint", () => {
    if (sheets) return;
    timeline.list?.show((event) => shown.keeps(event));
    tell(timeline, shown.total, shown.limits);
    sheets = lay(index, shown.kept, shown.words);
    root.querySelector(".stage")?.before(sheets);
    root.classList.add("sheeted");
  });
  addEventListener("afterprint", () => {
    sheets?.remove();
    sheets = null;
    root.classList.remove("sheeted");
    timeline.speak();
  });
  return listing;
};
