/* Dates in EDTF, read and said as generator/record/dates.py does: a test compares the two. Days are texts, `2022-08-05`,
   which stand in order as they are. Knows no document. */
import { monthLong } from "../timeline/days.js";

/** @typedef {import("./rules.js").Rules} Rules */
/**
 * @typedef {object} Bound one date, or an end of an interval or set
 * @property {string} text
 * @property {string} earliest
 * @property {string} latest
 * @property {"day" | "month" | "quarter" | "season" | "year" | "decade"} precision
 * @property {boolean} approximate
 * @property {boolean} uncertain
 * @property {boolean} unspecified
 */
/** @typedef {{ text: string, form: "date" | "interval" | "set", lower: Bound | null, upper: Bound | null, open: boolean }} Edtf */
/** @typedef {{ code: string, message: string, hint: string }} Wrong */

const two = (/** @type {number} */ number) => `${number}`.padStart(2, "0");
const four = (/** @type {number} */ number) => `${number}`.padStart(4, "0");
const isLeap = (/** @type {number} */ year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysOf = (/** @type {number} */ year, /** @type {number} */ month) => (month === 2 ? 28 + Number(isLeap(year)) : [4, 6, 9, 11].includes(month) ? 30 : 31);
const isMonth = (/** @type {number} */ year, /** @type {number} */ month) => year >= 1 && month >= 1 && month <= 12;
const first = (/** @type {number} */ year, month = 1, day = 1) => `${four(year)}-${two(month)}-${two(day)}`;
const last = (/** @type {number} */ year, month = 12, day = daysOf(year, month)) => first(year, month, day);

/** @param {string} year @param {string} [month] */
const calendarHint = (year, month) => {
  if (month === undefined) return "Years have four digits and begin with 0001.";
  if (!isMonth(+year, +month)) return "Months run from 01 to 12; 21 to 24 are seasons and 33 to 36 quarters.";
  return `${monthLong(+month - 1)} ${+year} has ${daysOf(+year, +month)} days.`;
};

/** Give day and month of `22.01.2024` or `01/22/2024`: without dots the order differs by country, and one must show it.
 * @param {number} one @param {number} two @param {boolean} isMonthFirst */
const inOrder = (one, two, isMonthFirst) => {
  if (isMonthFirst && one <= 12 && two <= 12 && one !== two) return { day: 0, month: 0 };
  return isMonthFirst && one <= 12 ? { day: two, month: one } : { day: one, month: two };
};

/** Give the EDTF form of a day written in another common way. @param {string} given */
const nearestDay = (given) => {
  const text = given.replace(/^(\d{4})[-年](\d{1,2})[-月](\d{1,2})日?$/, "$1-$2-$3");
  const numbers = text.match(/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/);
  if (numbers) {
    const year = +numbers[4], { day, month } = inOrder(+numbers[1], +numbers[3], numbers[2] !== ".");
    return isMonth(year, month) && day >= 1 && day <= daysOf(year, month) ? first(year, month, day) : "";
  }
  const months = Array.from({ length: 12 }, (_, at) => monthLong(at).toLowerCase());
  const named = (/** @type {string} */ name) => months.findIndex((one) => one === name.toLowerCase() || (name.length === 3 && one.startsWith(name.toLowerCase()))) + 1;
  const found = text.match(/^(?:(?<d>\d{1,2})\s+(?<m>[a-z]+)\s+(?<y>\d{4})|(?<m2>[a-z]+)\s+(?<d2>\d{1,2}),\s+(?<y2>\d{4})|(?<y3>\d{4})(?<s>[-/.]?)(?<m3>\d{1,2})\k<s>(?<d3>\d{1,2}))$/i)?.groups;
  if (!found) return "";
  const year = +(found.y ?? found.y2 ?? found.y3), day = +(found.d ?? found.d2 ?? found.d3);
  const month = found.m3 ? +found.m3 : named(found.m ?? found.m2);
  return isMonth(year, month) && day >= 1 && day <= daysOf(year, month) ? first(year, month, day) : "";
};

const TIME = /(?:T| +)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? *(?:Z|[+-]\d{2}:?\d{2})?$/;
/** What stands between two dates and in none. */
const BETWEEN = / +[-/–—] *| *[-/–—] +| +to +|[–—]/;

/** @param {string} text @param {RegExp} between @param {Rules} rules */
const nearestSpan = (text, between, rules) => {
  const ends = text.split(between);
  if (ends.length !== 2) return "";
  const meant = ends.map((end) => (isWrong(readBound(end, end, rules)) ? nearest(end, rules) : end));
  const span = [...new Set(meant)].join("/");
  return meant.every(Boolean) && !isWrong(read(span, rules)) ? span : "";
};

/** Give the EDTF form of a day or a span written in another common way: a time of the day is left out. @param {string} given @param {Rules} rules @returns {string} */
const nearest = (given, rules) => {
  const text = given.trim();
  return nearestDay(text.replace(TIME, "")) || nearestSpan(text, BETWEEN, rules) || nearestSpan(text, /\//, rules);
};

/** @param {string} text @param {Rules} rules @returns {Wrong} */
const notEdtf = (text, rules) => {
  const better = nearest(text, rules);
  const hint = better ? `Did you mean \`${better}\`?` : "Write a day as 2024-01-08, a month as 2024-01, a span of days as 2024-01-08/2024-01-09, one unknown day up to another as [..2023-11-15].";
  return { code: "E301", message: `\`${text}\` is not an EDTF date`, hint };
};

/** @param {string} text @param {string} what @param {string} year @param {string} [month] @returns {Wrong} */
const noSuch = (text, what, year, month) => ({ code: "E302", message: `\`${text}\` names a ${what} that does not exist`, hint: calendarHint(year, month) });

/** @param {string} text @param {string} mark @param {string} earliest @param {string} latest @param {Bound["precision"]} precision @returns {Bound} */
const bound = (text, mark, earliest, latest, precision) => ({
  text, earliest, latest, precision, approximate: "~%".includes(mark || " "), uncertain: "?%".includes(mark || " "), unspecified: text.includes("X"),
});

/** @param {string} text @param {RegExpMatchArray} found @returns {Bound | Wrong} */
const plainBound = (text, [, year, month, day, mark]) => {
  const y = +year, m = +(month ?? 1), d = +(day ?? 1);
  if (!isMonth(y, m) || d < 1 || d > daysOf(y, m)) return noSuch(text, day ? "day" : month ? "month" : "year", year, month);
  if (day) return bound(text, mark, first(y, m, d), first(y, m, d), "day");
  return month ? bound(text, mark, first(y, m), last(y, m), "month") : bound(text, mark, first(y), last(y), "year");
};

/** Read seasons, quarters and unspecified digits. @param {string} text @param {string} mark @param {Rules} rules @returns {Bound | Wrong} */
const otherBound = (text, mark, { dates }) => {
  const bare = text.replace(/[?~%]+$/, "");
  const [year, month, day] = bare.split("-");
  const from = +year.replaceAll("X", "0"), to = +year.replaceAll("X", "9");
  if (month === undefined) return from < 1 ? noSuch(text, "time", year) : bound(text, mark, first(from), last(to), "decade");
  if (from < 1) return noSuch(text, "time", year, month);
  if (dates[month] && !day) return bound(text, mark, first(from, dates[month][0]), last(from, dates[month][1]), month < "30" ? "season" : "quarter");
  if (month === "XX") return bound(text, mark, first(from), last(from), "year");
  return isMonth(from, +month) ? bound(text, mark, first(from, +month), last(from, +month), "month") : noSuch(text, "time", year, month);
};

/** @param {string} text @param {string} whole @param {Rules} rules @returns {Bound | Wrong} */
const readBound = (text, whole, rules) => {
  const plain = text.match(rules.is.plain);
  if (plain && !(plain[2] in rules.dates && !plain[3])) return plainBound(text, plain);
  const other = plain ? plain[4] : text.match(rules.is.qualified)?.[1];
  return other === undefined ? notEdtf(whole, rules) : otherBound(text, other, rules);
};

/** Tell whether a text could not be read. @param {object} read @returns {read is Wrong} */
export const isWrong = (read) => "code" in read;

/** @param {string} text @param {Edtf["form"]} form @param {string} from @param {string} to @param {Rules} rules @returns {Edtf | Wrong} */
const between = (text, form, from, to, rules) => {
  const lower = from ? readBound(from, text, rules) : null, upper = to ? readBound(to, text, rules) : null;
  if (lower && isWrong(lower)) return lower;
  if (upper && isWrong(upper)) return upper;
  if (lower && upper && lower.earliest > upper.latest) return { code: "E303", message: `\`${text}\` ends before it begins`, hint: "Write the earlier date first." };
  return { text, form, lower, upper, open: false };
};

/**
 * Read a date.
 * @param {string} text
 * @param {Rules} rules
 * @returns {Edtf | Wrong}
 */
export const read = (text, rules) => {
  if (text.startsWith("[") && text.endsWith("]")) {
    const inner = text.slice(1, -1), ends = inner.split("..");
    if (ends.length !== 2 || inner.includes("/") || inner === "..") return notEdtf(text, rules);
    return between(text, "set", ends[0], ends[1], rules);
  }
  if (text.includes("/")) {
    const [from, to, ...more] = text.split("/").map((end) => (end === ".." ? "" : end));
    if (more.length || (!from && !to)) return notEdtf(text, rules);
    const made = between(text, "interval", from, to, rules);
    return isWrong(made) ? made : { ...made, open: text.endsWith("/..") };
  }
  const one = readBound(text, text, rules);
  return isWrong(one) ? one : { text, form: "date", lower: one, upper: one, open: false };
};

/** Read a date where it is one. @param {string} text @param {Rules} rules */
export const readable = (text, rules) => {
  const made = text ? read(text, rules) : null;
  return made && !isWrong(made) ? made : null;
};

/** @param {Edtf} date @returns {Bound[]} one at least */
export const bounds = ({ lower, upper }) => [lower, upper].filter((one) => one !== null);

/** The day by which a date is put in order. @param {Edtf} date */
export const anchor = ({ lower, upper }) => lower?.earliest ?? upper?.latest ?? "";

/** The last day that is named. @param {Edtf} date */
export const end = (date) => date.upper?.latest ?? date.lower?.latest ?? anchor(date);

/** Tell whether a date is one certain day. @param {Edtf} date */
export const isDay = (date) => date.form === "date" && anchor(date) === end(date) && !bounds(date).some((one) => one.approximate || one.uncertain);

/** The date as file names begin with it: `2023-11-00`. @param {Edtf} date */
export const stem = (date) => {
  const { precision } = bounds(date)[0], day = anchor(date);
  return precision === "day" ? day : precision === "month" ? `${day.slice(0, 7)}-00` : `${day.slice(0, 4)}-00-00`;
};

/** @param {string} day */
export const dayWords = (day) => `${+day.slice(8)} ${monthLong(+day.slice(5, 7) - 1)} ${+day.slice(0, 4)}`;

/** @param {Bound} one @param {Rules} rules */
const bareWords = ({ text, earliest, latest, precision }, { dates }) => {
  const year = +earliest.slice(0, 4), month = monthLong(+earliest.slice(5, 7) - 1);
  return {
    day: () => dayWords(earliest),
    month: () => `${month} ${year}`,
    season: () => `${dates[text.slice(5, 7)][2]} ${year}`,
    quarter: () => `${dates[text.slice(5, 7)][2]} ${year}`,
    decade: () => (text.slice(2, 4) === "XX" ? `${year} to ${+latest.slice(0, 4)}` : `the ${year}s`),
    year: () => `${year}`,
  }[precision]();
};

/** @param {Bound} one @param {Rules} rules */
const boundWords = (one, rules) => {
  const missing = one.unspecified && { month: ", day not known", year: ", month not known" }[one.precision + ""];
  const sure = `${one.uncertain ? "possibly " : ""}${one.approximate ? "about " : ""}`;
  return `${sure}${bareWords(one, rules)}${missing || ""}`;
};

/** @param {Edtf} date @param {Rules} rules */
const setWords = ({ lower, upper }, rules) => {
  if (lower && upper) return `between ${boundWords(lower, rules)} and ${boundWords(upper, rules)}`;
  if (upper) return `${upper.precision === "day" ? "on" : "in"} or before ${boundWords(upper, rules)}`;
  if (!lower) return "";
  return lower.precision === "day" ? `on or after ${boundWords(lower, rules)}` : `in ${boundWords(lower, rules)} or later`;
};

/** Leave out of the first end what the last end says again, where the first is sure. @param {Bound} lower @param {Bound} upper @param {Rules} rules */
const shortened = (lower, upper, rules) => {
  const fine = [lower, upper].every(({ precision }) => precision === "day" || precision === "month");
  const month = monthLong(+lower.earliest.slice(5, 7) - 1);
  if (lower.approximate || lower.uncertain || !fine || lower.earliest.slice(0, 4) !== upper.earliest.slice(0, 4)) return boundWords(lower, rules);
  if (lower.precision === "month") return month;
  const day = `${+lower.earliest.slice(8)}`;
  return lower.earliest.slice(0, 7) === upper.earliest.slice(0, 7) && upper.precision === "day" ? day : `${day} ${month}`;
};

/** Say a date and its precision: `on or before 15 November 2023`. @param {Edtf} date @param {Rules} rules */
export const words = (date, rules) => {
  const { form, lower, upper, open } = date;
  if (form === "set") return setWords(date, rules);
  if (form === "date") return lower ? boundWords(lower, rules) : "";
  if (lower && upper) return `${shortened(lower, upper, rules)} to ${boundWords(upper, rules)}`;
  if (lower) return open ? `from ${boundWords(lower, rules)} on` : `from ${boundWords(lower, rules)}, end not known`;
  return upper ? `until ${boundWords(upper, rules)}, beginning not known` : "";
};
