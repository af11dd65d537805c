/* A date put together from plain answers, and taken apart again. Knows no document. */

/** @typedef {{ year: string, month: string, day: string }} Point */
/** @typedef {{ form: string, from: Point, to: Point, sure: string }} Parts `form` is a choice of the page, `sure` a sign of EDTF */

/** @type {Point} */
const NOTHING = { year: "", month: "", day: "" };

/** Which ends each choice has, and how they are written. @type {Record<string, { ends: ("from" | "to")[], write: (from: string, to: string) => string, read: RegExp }>} */
const FORMS = {
  one: { ends: ["from"], write: (from) => from, read: /^(?<from>[^/[\]]+)$/ },
  span: { ends: ["from", "to"], write: (from, to) => `${from}/${to}`, read: /^(?<from>[^/.]+)\/(?<to>[^/.]+)$/ },
  before: { ends: ["to"], write: (_, to) => `[..${to}]`, read: /^\[\.\.(?<to>[^.]+)\]$/ },
  after: { ends: ["from"], write: (from) => `[${from}..]`, read: /^\[(?<from>[^.]+)\.\.\]$/ },
  between: { ends: ["from", "to"], write: (from, to) => `[${from}..${to}]`, read: /^\[(?<from>[^.]+)\.\.(?<to>[^.]+)\]$/ },
  on: { ends: ["from"], write: (from) => `${from}/..`, read: /^(?<from>[^/.]+)\/\.\.$/ },
  unended: { ends: ["from"], write: (from) => `${from}/`, read: /^(?<from>[^/.]+)\/$/ },
  unbegun: { ends: ["to"], write: (_, to) => `../${to}`, read: /^(?:\.\.)?\/(?<to>[^/.]+)$/ },
};

/** Give the ends that a choice has. @param {string} form */
export const ends = (form) => FORMS[form]?.ends ?? [];

/** @param {Point} point */
const written = ({ year, month, day }) => [year.trim(), month, month && day.trim() ? day.trim().padStart(2, "0") : ""].filter(Boolean).join("-");

/** Write a date; empty while a year is missing. @param {Parts} parts */
export const compose = ({ form, from, to, sure }) => {
  const known = FORMS[form], points = { from, to };
  if (!known || known.ends.some((end) => !points[end].year.trim())) return "";
  const [first, last] = [from, to].map((point) => written(point) + sure);
  return known.write(first, last);
};

/** @param {string} text @returns {(Point & { sure: string }) | null} */
const point = (text) => {
  const [, year, month = "", day = "", sure] = text.match(/^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)$/) ?? [];
  return year ? { year, month, day, sure } : null;
};

/** Take a date apart, as far as the plain answers go; what they cannot say counts as typed. @param {string} text @returns {Parts} */
export const decompose = (text) => {
  for (const [form, { ends: wanted, read }] of Object.entries(FORMS)) {
    const found = text.match(read)?.groups;
    const [from, to] = ["from", "to"].map((end) => (found?.[end] ? point(found[end]) : null));
    const [first, ...rest] = wanted.map((end) => (end === "from" ? from : to));
    if (first && rest.every((one) => one?.sure === first.sure)) return { form, from: from ?? NOTHING, to: to ?? NOTHING, sure: first.sure };
  }
  return { form: text ? "typed" : "one", from: NOTHING, to: NOTHING, sure: "" };
};
