/* What the server has told of the record: /contributing/add/rules.json and ids.json, made ready. Knows no document. */

/** @typedef {string | Plain[] | { [field: string]: Plain }} Plain a value as files hold it */
/** @typedef {{ [field: string]: Plain }} Mapping */
/**
 * @typedef {object} Field a field of a mapping
 * @property {string} name
 * @property {string} type
 * @property {string} label
 * @property {boolean} [needed]
 * @property {number} [most] the most characters
 * @property {string} [ids] the kind of ids in it
 * @property {string[]} [words]
 * @property {string} [holds] prose, line, address; absent for all else
 * @property {boolean} [brackets] whether a list is written in brackets
 * @property {Field[]} [fields] those of the mapping, or of each mapping, in it
 * @property {string} [default]
 * @property {boolean} [several]
 */
/** @typedef {{ host: string, address: string, name: string, text: string }} NewFile */
/** @typedef {[source: string, flags: string]} Script */
/**
 * @typedef {object} Told
 * @property {Field[]} event
 * @property {Record<string, { file: string, fields: Field[] }>} entries
 * @property {Record<string, string[]>} types
 * @property {Record<string, [title: string, mend: string, weight: string]>} codes
 * @property {Record<string, Script> & { other: Script[] }} patterns
 * @property {Record<string, [first: number, last: number, name: string]>} dates
 * @property {Record<string, string>} kinds
 * @property {Record<string, Record<string, string>>} words
 * @property {Record<string, [noun: string, code: string]>} unknown
 * @property {[id: string, name: string, native: string][]} parties
 * @property {Record<string, string>} places
 * @property {string[]} linked
 * @property {Record<string, string>} blocks
 * @property {string[]} reserved
 * @property {string[]} private
 * @property {string} contact
 * @property {string} held
 * @property {string} planned
 * @property {string[]} declined
 * @property {string[]} kept fields that hold days of publishing or keeping
 * @property {string[]} foreseen
 * @property {string[]} announced
 * @property {Record<string, number>} limits
 * @property {string} checked
 * @property {string} folder
 * @property {NewFile | null} newFile
 */
/** @typedef {Omit<Told, "patterns"> & { is: Record<string, RegExp>, in: Record<string, RegExp>, other: RegExp[] }} Rules */
/** @typedef {[id: string, name: string, native?: string, more?: string, further?: string]} Row */
/** @typedef {Record<string, Row[]>} Ids */

/**
 * Make patterns of their texts: `is` for whole texts, `in` for all places in one.
 * @param {Told} told
 * @returns {Rules}
 */
export const rules = ({ patterns: { other, ...patterns }, ...told }) => {
  const whole = (/** @type {Script} */ [source, flags]) => new RegExp(`^(?:${source})$`, flags);
  const each = Object.entries(/** @type {Record<string, Script>} */ (patterns));
  return {
    ...told,
    is: Object.fromEntries(each.map(([name, script]) => [name, whole(script)])),
    in: Object.fromEntries(each.map(([name, [source, flags]]) => [name, new RegExp(source, `g${flags}`)])),
    other: other.map(whole),
  };
};

/** Tell whether a text holds what a pattern finds. @param {RegExp} pattern a global one @param {string} text */
export const holds = (pattern, text) => text.search(pattern) >= 0;

/** Give a value under a field of a mapping. @param {Plain | undefined} plain @param {string} name */
export const under = (plain, name) => (plain && typeof plain === "object" && !Array.isArray(plain) ? plain[name] : undefined);

/** Give a text under a field; empty where there is none. @param {Plain | undefined} plain @param {string} name */
export const textOf = (plain, name) => {
  const found = under(plain, name);
  return typeof found === "string" ? found : "";
};

/** Give the values of a list; a value alone counts as a list of one. @param {Plain | undefined} plain @returns {Plain[]} */
export const listOf = (plain) => (Array.isArray(plain) ? plain : plain === undefined ? [] : [plain]);

/** Give the texts of a list. @param {Plain | undefined} plain */
export const textsOf = (plain) => listOf(plain).filter((one) => typeof one === "string");

/** Give names and values of a mapping. @param {Plain | undefined} plain @returns {[string, Plain][]} */
export const pairsOf = (plain) => (plain && typeof plain === "object" && !Array.isArray(plain) ? Object.entries(plain) : []);
