/* The files that come of the form, and where each can be begun on the host of the repository. Knows no document. */
import { readable, stem } from "./edtf.js";
import { dateText, tidy } from "./values.js";
import { file } from "./yaml.js";

/** @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Rules} Rules @typedef {import("./rules.js").NewFile} NewFile @typedef {import("./rules.js").Field} Field */
/** @typedef {{ path: string, text: string, part: boolean }} Made `part` says that the text is to be added to the file */
/** @typedef {Record<string, Record<string, Mapping>>} Entries new entries of the registry as they stand in the form, by kind and id */

/** How long an address may be: hosts refuse requests whose first line is longer than some 8,000 letters. */
const LONGEST = 7500;

/** Give an event's id: its earliest possible day and a few words; empty while one is missing. @param {Mapping} event @param {string} slug @param {Rules} rules */
export const idOf = (event, slug, rules) => {
  const date = readable(dateText(event.date), rules);
  return date && slug ? `${stem(date)}-${slug}` : "";
};

/** Give the path of an event's file. @param {string} id @param {Rules} rules */
export const pathOf = (id, rules) => (id ? `${rules.folder}/${id.slice(0, 4)}/${id}.yml` : "");

/**
 * Write all files.
 * @param {Mapping} event
 * @param {string} path
 * @param {Entries} entries
 * @param {Rules} rules
 * @returns {Made[]} those of the registry first, for the event refers to them
 */
export const files = (event, path, entries, rules) => {
  const made = Object.entries(entries).flatMap(([kind, known]) => {
    const { file: where, fields } = rules.entries[kind], part = !where.includes("{id}");
    return Object.entries(known).map(([id, given]) => {
      const values = tidy(fields, given, rules);
      const whole = { fields: [/** @type {Field} */ ({ name: id, type: "mapping", label: id, fields })], values: { [id]: values } };
      return { path: where.replace("{id}", id), text: part ? file(whole.fields, whole.values, rules) : file(fields, values, rules), part };
    });
  });
  return [...made, { path, text: file(rules.event, event, rules), part: false }];
};

/**
 * Give the address that begins a file on the host, with its text where that is not too long for an address.
 * @param {NewFile} host
 * @param {Made} made
 * @returns {{ href: string, whole: boolean }}
 */
export const beginning = (host, { path, text }) => {
  const address = (/** @type {Record<string, string>} */ query) => `${host.address}?${new URLSearchParams(query)}`;
  const whole = address({ [host.name]: path, [host.text]: text });
  return whole.length <= LONGEST ? { href: whole, whole: true } : { href: address({ [host.name]: path }), whole: false };
};
