/* The index of the record as the generator writes it (`/timeline/index.json`), unpacked into the columns that a picture needs. Labels
   and names are added by `labels.js`, or by `rows.js` from the page; `filter.js` unpacks what can be chosen. Knows no document. */

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
 * @property {string[]} became the status in words, or the kind of what has none
 * @property {Uint8Array} contact 1 for a contact that was held
 * @property {Uint8Array} strain
 * @property {Uint8Array} doubt 0 where the standing is the best; else its number
 * @property {string[]} standings
 * @property {Uint8Array} rank
 * @property {Uint8Array} labelled
 * @property {[number, number][]} related from the later event to what led to it
 * @property {any} raw what `filter.js` unpacks
 * @property {Record<string, string[]>} choices by field of the filter, its values; empty until the filter is there, `person` missing until the people are
 * @property {[string, number][]} groups of people: the party, and how many of the choices are its own, one after the other
 * @property {Record<string, import("./filter.js").Cells>} met by field, for each event the numbers of the choices that it meets
 * @property {Record<string, string[]>} labels by field, what its choices are called; empty until the names are there
 */

/** Read a column of signs, a digit or a letter for each event. @param {string} text */
const digits = (text) => {
  const found = new Uint8Array(text.length);
  for (let event = 0; event < text.length; event += 1) found[event] = parseInt(text[event], 36);
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

/** Read a column with some numbers for each event, `0,3 4,,1`; events with the same numbers share one list. @param {string} text @param {number} size @returns {number[][]} */
export const lists = (text, size) => {
  /** @type {Map<string, number[]>} */
  const known = new Map();
  return (size ? text.split(",") : []).map((cell) => {
    let list = known.get(cell);
    if (!list) known.set(cell, list = cell ? cell.split(" ").map(Number) : []);
    return list;
  });
};

/**
 * Unpack the index. Its events are without labels and names, and nothing can be chosen yet.
 * @param {any} raw as it was fetched
 * @returns {Index}
 */
export const unpack = (raw) => {
  const { events, families, statuses, standings, until, whole, recent } = raw;
  let day = 0;
  const anchor = Int32Array.from(events.day ? events.day.split(",") : [], (after) => (day += +after));
  const size = anchor.length, ends = Int32Array.from(anchor), blank = Array(size).fill("");
  /** @type {(When | null)[]} */
  const dates = Array(size).fill(null);
  for (const [number, given] of Object.entries(events.dates)) {
    const at = +number, when = (dates[at] = dated(given, anchor[at]));
    ends[at] = (when.upper ?? when.lower)?.latest ?? anchor[at];
  }
  /* Each family stands before its kinds. */
  const [kinds] = raw.filters.kind, kind = digits(events.kind);
  let own = 0;
  const familyOf = kinds.map((/** @type {string} */ name) => (own = families.includes(name) ? families.indexOf(name) : own));
  const family = kind.map((number) => familyOf[number]), signs = [...events.status];
  const status = signs.map((sign) => statuses[sign] ?? statuses[0]), contacts = families.indexOf("contact");
  return {
    raw, until, whole, recent, families, standings, lanes: raw.lanes.map((/** @type {any[]} */ one) => lane(one, raw.states)),
    offices: raw.offices.map((/** @type {any[][]} */ pair) => pair.map(office)),
    breaks: raw.breaks.map((/** @type {any[]} */ [name, party, months, start, end]) => (
      { name, party, months, start, end, startDay: anchor[start], endDay: end < 0 ? null : anchor[end] })),
    size, anchor, ends, dates, family, status, became: signs.map((sign, at) => statuses[sign] ?? kinds[kind[at]]), choices: {}, met: {}, groups: [], labels: {},
    id: blank, short: blank, title: blank, date: blank, lanesOf: lists(events.lanes, size),
    contact: family.map((it, at) => +(it === contacts && status[at] === "held")),
    strain: digits(events.strain), doubt: digits(events.standing), rank: digits(events.rank), labelled: digits(events.labelled),
    related: lists(events.related, size).flatMap((back, at) => back.map((by) => /** @type {[number, number]} */ ([at, at - by]))),
  };
};

/** Whether an event may lie in a window. @param {Index} index @param {number} event @param {[number, number]} window */
export const visible = ({ anchor, ends, dates, until }, event, [from, to]) => anchor[event] <= to
  && (dates[event]?.openEnd ? Math.max(ends[event], until) : ends[event]) >= from;

/* So many values are kept: a filter that is set and unset leads from one window to another and back. */
const MEMORY = 4;

/**
 * Work a value out once for an index and a key, as long as few others are asked for; `more` is what the key stands for.
 * @template T
 * @param {(index: Index, key: any, more: any) => T} work
 */
export const remembered = (work) => {
  /** @type {WeakMap<Index, Map<any, T>>} */
  const known = new WeakMap();
  return (/** @type {Index} */ index, /** @type {any} */ key, /** @type {any} */ more = null) => {
    const values = known.get(index) ?? new Map(), value = values.get(key) ?? work(index, key, more);
    if (values.size >= MEMORY) values.clear();
    known.set(index, values.set(key, value));
    return value;
  };
};

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * Fetch the index or a file beside it, once, and read it.
 * @template T
 * @param {string} url of the index
 * @param {string} file
 * @param {(raw: any) => T | Promise<T>} read
 * @returns {Promise<T>}
 */
export const once = (url, file, read) => {
  const address = url.replace(/index(?=\.json)/, file), known = fetched.get(address) ?? fetch(address).then((answer) => answer.json()).then(read);
  fetched.set(address, known);
  return known;
};

/** Let the browser do what waits, so that no task is long. */
export const breath = () => new Promise((resolve) => { setTimeout(resolve); });

/**
 * Fetch the index, and add to it what its events are called.
 * @param {string} url
 * @param {Promise<(index: Index) => unknown>} naming adds it
 * @returns {Promise<Index>}
 */
export const indexAt = (url, naming) => once(url, "index", async (raw) => {
  const index = unpack(raw);
  await breath();
  await (await naming)(index);
  return index;
});
