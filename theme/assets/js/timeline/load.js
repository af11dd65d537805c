/* Index and names, fetched and unpacked once, however many timelines a page has. */
import { name, unpack } from "./index.js";

/** @typedef {import("./index.js").Index} Index */

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * @template T
 * @param {string} url
 * @param {(raw: any) => T | Promise<T>} read
 * @returns {Promise<T>}
 */
const once = (url, read) => {
  const known = fetched.get(url) ?? fetch(url).then((answer) => answer.json()).then(read);
  fetched.set(url, known);
  return known;
};

/** @param {string} url @returns {Promise<Index>} */
export const indexAt = (url) => once(url, unpack);

/** Add the names to an index. @param {string} url @param {Promise<Index>} index */
export const namesAt = (url, index) => once(url, async (raw) => name(await index, raw));
