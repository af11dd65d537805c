/* From what stands in the form to values as files hold them. Knows no document. */
import { withoutTrackers } from "./addresses.js";
import { pairsOf, textOf, textsOf } from "./rules.js";

/** @typedef {import("./rules.js").Field} Field @typedef {import("./rules.js").Plain} Plain @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Rules} Rules */

/** Tell whether a value says nothing. @param {Plain} value @returns {boolean} */
export const isEmpty = (value) => (typeof value === "string" ? !value.trim() : Object.values(value).every(isEmpty));

/** Tell whether an item says something: sources alone say nothing. @param {Plain} value */
const says = (value) => !isEmpty(typeof value === "string" || Array.isArray(value) ? value : { ...value, sources: "" });

/** @param {string} text @param {Field} field @param {Rules} rules @returns {Plain} */
const scalar = (text, field, rules) => {
  const line = text.replace(/\s*\n\s*/g, " ").trim();
  if (field.type === "Ids") return line.split(",").map((part) => part.trim()).filter(Boolean);
  if (field.type === "Url") return withoutTrackers(line, rules);
  return field.type === "Date" && /^\[.*\]$/.test(line) ? [line.slice(1, -1)] : line;
};

/** @param {Plain} value @param {Field} field @param {Rules} rules @returns {Plain} */
const tidied = (value, field, rules) => {
  if (typeof value === "string") return scalar(value, field, rules);
  if (Array.isArray(value)) return value.filter(says).map((one) => (typeof one === "string" ? one : item(one, field, rules)));
  if (field.type !== "sides") return tidy(field.fields ?? [], value, rules);
  const side = { ...field, type: field.several ? "list" : "mapping" };
  return Object.fromEntries(pairsOf(value).filter(([, one]) => says(one)).map(([party, one]) => [party, tidied(one, side, rules)]));
};

/** Give an item of a list; a participant of whom nothing but the person is said is written as the id alone. @param {Plain} value @param {Field} field @param {Rules} rules */
const item = (value, field, rules) => {
  const made = tidy(field.fields ?? [], value, rules);
  return field.name === "participants" && Object.keys(made).join() === "person" ? made.person : made;
};

/**
 * Leave out what is empty, and give the rest as files have it: one line a text, lists of ids, a set of days without quotes.
 * @param {Field[]} fields
 * @param {Plain} values
 * @param {Rules} rules
 * @returns {Mapping}
 */
export const tidy = (fields, values, rules) => {
  const by = new Map(fields.map((field) => [field.name, field]));
  const kept = pairsOf(values).filter(([name, value]) => by.has(name) && !isEmpty(value));
  const made = kept.map(([name, value]) => /** @type {[string, Plain]} */ ([name, tidied(value, /** @type {Field} */ (by.get(name)), rules)]));
  return Object.fromEntries(made.filter(([, value]) => !isEmpty(value)).map(([name, value]) => [name, name === "channel" && value.length === 1 ? textsOf(value)[0] : value]));
};

/** Give a date as it is written in one text. @param {Plain | undefined} value */
export const dateText = (value) => (Array.isArray(value) ? `[${value[0]}]` : `${value ?? ""}`);

const SLUG = 40;

/** Give the words of a text as the end of an id: small letters, digits and hyphens. @param {string} text */
export const slug = (text) => {
  const plain = text.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase().replaceAll("'", "");
  let made = "";
  for (const word of plain.match(/[a-z0-9]+/g) ?? []) {
    if (made && made.length + 1 + word.length > SLUG) break;
    made = made ? `${made}-${word}` : word.slice(0, SLUG);
  }
  return made;
};

/** Give the name of a source among those of its event: its publisher, its day where it has one. @param {Mapping} source @param {string[]} taken @param {Rules} rules */
export const sourceId = (source, taken, rules) => {
  const published = dateText(source.published), day = rules.is.id.test(published) ? published : "";
  const wanted = [slug(textOf(source, "publisher")), day].filter(Boolean).join("-") || "source";
  let made = wanted;
  for (let number = 2; taken.includes(made); number += 1) made = `${wanted}-${number}`;
  return made;
};
