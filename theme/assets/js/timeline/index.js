/* The index of the record as the generator writes it (`/timeline/index.json`), unpacked into columns, and what is fetched
   after it: labels, names, people. Knows no document. */
import { Cells } from "./cells.js";
import { iso } from "./days.js";

/**
 * @typedef {object} Span a time in which a channel was in one state
 * @property {string} state
 * @property {number} start first day
 * @property {number} sureFrom first day on which the state is sure
 * @property {number | null} end first day of the next span
 * @property {boolean} disputed
 * @property {number} cause number of the event that brought it about; -1 where a channel fell dormant
 */

/**
 * @typedef {object} Lane
 * @property {string} id
 * @property {string} name
 * @property {"offices" | "channels" | "around"} group
 * @property {string} level empty outside channels
 * @property {boolean} rounds whether the channel meets in rounds
 * @property {Span[]} spans
 */

/**
 * @typedef {object} Holding
 * @property {string} name empty where the office was vacant
 * @property {string} family
 * @property {string} role
 * @property {"held" | "seen" | "vacant"} kind
 * @property {number | null} start
 * @property {number | null} end last day, included
 * @property {boolean} sureStart
 * @property {boolean} sureEnd
 */

/** @typedef {{ party: string, title: string, holdings: Holding[] }} Office */

/**
 * @typedef {object} Break
 * @property {string} name
 * @property {string} party who broke off; empty where the record names nobody
 * @property {number} months
 * @property {number} start number of the event that began it
 * @property {number} end number of the event that ended it, or -1
 * @property {number} startDay
 * @property {number | null} endDay
 */

/** @typedef {{ earliest: number, latest: number, unsure: boolean }} Bound */

/**
 * @typedef {object} When a date that is not one certain day
 * @property {"within" | "past" | "future" | "interval"} form
 * @property {Bound | null} lower
 * @property {Bound | null} upper
 * @property {boolean} openEnd
 */

/**
 * @typedef {object} Index
 * @property {number} until the last day that is known
 * @property {[number, number]} whole
 * @property {[number, number]} recent
 * @property {string[]} families
 * @property {Lane[]} lanes from the top
 * @property {Office[][]} offices pairs
 * @property {Break[]} breaks
 * @property {number} size
 * @property {string[]} id empty until the labels are there, as is `short`
 * @property {string[]} short
 * @property {string[]} title empty until the names are there
 * @property {string[]} date in words, where it is not one certain day
 * @property {Int32Array} anchor
 * @property {Int32Array} ends
 * @property {(When | null)[]} dates
 * @property {number[][]} lanesOf
 * @property {Uint8Array} family
 * @property {string[]} status
 * @property {Uint8Array} contact 1 for a contact that was held
 * @property {Uint8Array} strain
 * @property {Uint8Array} doubt
 * @property {Uint8Array} rank
 * @property {Uint8Array} labelled
 * @property {[number, number][]} related from the later event to what led to it
 * @property {Record<string, string[]>} choices by field of the filter, its values; `person` is missing until the people are there
 * @property {[string, number][]} groups of people: the party, and how many of the choices are its own, one after the other
 * @property {Record<string, Cells>} met by field, for each event the numbers of the choices that it meets
 * @property {Record<string, string[]>} labels by field, what its choices are called; empty until the names are there
 */

/** @param {string} text @param {number} size */
const lines = (text, size) => (size ? text.split("\n") : []);

/** Read a column of signs, a digit or a letter for each event. @param {string} text @param {(value: number) => number} [value] */
const digits = (text, value = (digit) => digit) => {
  const found = new Uint8Array(text.length);
  for (let event = 0; event < text.length; event += 1) found[event] = value(parseInt(text[event], 36));
  return found;
};

/** @param {number[] | null} bound @param {number} anchor @returns {Bound | null} */
const bound = (bound, anchor) => bound && { earliest: anchor + bound[0], latest: anchor + bound[0] + (bound[1] ?? 0), unsure: bound[2] > 0 };

const FORMS = /** @type {const} */ (["within", "past", "future", "interval"]);

/** @param {any[]} when @param {number} anchor @returns {When} */
const dated = ([form, lower, upper, open], anchor) => ({
  form: FORMS[form], lower: bound(lower, anchor), upper: bound(upper === undefined ? lower : upper, anchor), openEnd: open > 0,
});

/** @param {any[]} lane @param {string[]} states @returns {Lane} */
const lane = ([id, name, group, rounds, spans], states) => {
  const channel = group !== "offices" && group !== "around";
  let before = 0;
  return {
    id, name, group: channel ? "channels" : group, level: channel ? group : "", rounds: rounds > 0,
    spans: spans.map((/** @type {any[]} */ [state, after, long, cause, sure = 0, disputed = 0]) => {
      const start = before + after, end = long === null ? null : start + long;
      before = end || start;
      return { state: states[state], start, sureFrom: start + sure, end, disputed: disputed > 0, cause };
    }),
  };
};

/** @param {any[]} office @returns {Office} */
const office = ([party, title, holdings]) => {
  let before = 0;
  return {
    party, title,
    holdings: holdings.map((/** @type {any[]} */ [name, kind, after, long, sureStart = 1, sureEnd = 1, role = "", family = ""]) => {
      const start = after === null ? null : before + after, end = long === null ? null : (start ?? before) + long;
      before = end || start || before;
      return { name, family: family || name.split(" ").at(-1), role, kind, start, end, sureStart: sureStart > 0, sureEnd: sureEnd > 0 };
    }),
  };
};

/** Give the fields of the filter: those that the index holds, and those that follow from other columns. @param {any} raw @param {Lane[]} lanes */
const fields = ({ events, filters, families, levels, statuses, standings }, lanes) => {
  const choices = /** @type {Record<string, string[]>} */ ({}), met = /** @type {Record<string, Cells>} */ ({}), size = events.standing.length;
  for (const [name, [values, cells]] of Object.entries(filters)) [choices[name], met[name]] = [values, Cells.read(cells ?? "", cells === undefined ? 0 : size)];
  /* Each family stands before its kinds. */
  let family = 0;
  const leads = choices.kind.map((kind, at) => (family = families.includes(kind) ? at : family)), kinds = digits(events.kind);
  const levelOf = new Map(lanes.map(({ id, level }) => [id, levels.indexOf(level)])), level = choices.channel.map((id) => levelOf.get(id) ?? -1);
  const { starts, values } = met.channel;
  Object.assign(choices, { level: levels, status: statuses, standing: standings });
  met.kind = Cells.of(size, (event, into) => into.push(leads[kinds[event]], kinds[event]));
  met.level = Cells.of(size, (event, into) => {
    const own = into.length;
    for (let at = starts[event]; at < starts[event + 1]; at += 1) if (!into.includes(level[values[at]], own)) into.push(level[values[at]]);
  });
  met.status = Cells.of(size, (event, into) => { if (events.status[event] !== ".") into.push(+events.status[event]); });
  met.standing = Cells.of(size, (event, into) => into.push(+events.standing[event]));
  return { choices, met };
};

/**
 * Unpack the index. Its events are without labels and names.
 * @param {any} raw as it was fetched
 * @returns {Index}
 */
export const unpack = (raw) => {
  const { events } = raw;
  let day = 0;
  const anchor = Int32Array.from(events.day ? events.day.split(",") : [], (after) => (day += +after));
  const size = anchor.length, ends = Int32Array.from(anchor);
  /** @type {(When | null)[]} */
  const dates = Array(size).fill(null);
  for (const [number, given] of Object.entries(events.dates)) {
    const at = +number, when = (dates[at] = dated(given, anchor[at]));
    ends[at] = (when.upper ?? when.lower)?.latest ?? anchor[at];
  }
  const lanes = raw.lanes.map((/** @type {any[]} */ one) => lane(one, raw.states)), { choices, met } = fields(raw, lanes);
  const families = choices.kind.map((kind) => raw.families.indexOf(kind)), contacts = raw.families.indexOf("contact"), blank = Array(size).fill("");
  const family = Uint8Array.from(anchor, (_, event) => families[met.kind.values[2 * event]]);
  const status = Array.from(/** @type {string} */ (events.status), (sign) => raw.statuses[sign === "." ? 0 : sign]);
  return {
    until: raw.until, whole: raw.whole, recent: raw.recent, families: raw.families, lanes,
    offices: raw.offices.map((/** @type {any[][]} */ pair) => pair.map(office)),
    breaks: raw.breaks.map((/** @type {any[]} */ [name, party, months, start, end]) => (
      { name, party, months, start, end, startDay: anchor[start], endDay: end < 0 ? null : anchor[end] })),
    size, anchor, ends, dates, family, status, choices, met, groups: [], labels: { channel: choices.channel.map((id) => lanes.find((/** @type {Lane} */ lane) => lane.id === id)?.name ?? id) },
    id: blank, short: blank, title: blank, date: blank, lanesOf: Cells.lists(events.lanes, size),
    contact: family.map((it, at) => +(it === contacts && status[at] === "held")),
    strain: digits(events.strain), doubt: digits(events.standing, (standing) => +(standing > 0)), rank: digits(events.rank), labelled: digits(events.labelled),
    related: Cells.lists(events.related, size).flatMap((back, at) => back.map((by) => /** @type {[number, number]} */ ([at, at - by]))),
  };
};

/** Add the labels. @param {Index} index @param {{ events: string }} raw */
export const label = (index, raw) => {
  const read = lines(raw.events, index.size).map((line) => line.split("\t"));
  index.id = read.map(([id], at) => (id.startsWith("-") ? iso(index.anchor[at]) + id : id));
  index.short = read.map(([, short]) => short);
};

/** Add the names. @param {Index} index @param {{ events: string, labels: Record<string, string> }} raw */
export const name = (index, raw) => {
  const read = lines(raw.events, index.size).map((line) => line.split("\t"));
  index.title = read.map(([title]) => title);
  index.date = read.map(([, date = ""]) => date);
  for (const [field, labels] of Object.entries(raw.labels)) index.labels[field] = labels.split("\n");
};

/** Add the people. @param {Index} index @param {{ person: [string[], string], groups: [string, number][], labels: string }} raw */
export const people = (index, { person: [values, cells], groups, labels }) => {
  index.groups = groups;
  index.choices.person = values;
  index.met.person = Cells.read(cells, index.size);
  index.labels.person = labels.split("\n");
};
