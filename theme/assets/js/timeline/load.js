/* The index and what is fetched after it: each once, however many timelines a page has. */
import { label, name, people, unpack } from "./index.js";

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

/** Let the browser do what waits, so that no task is long. */
export const breath = () => new Promise((resolve) => { setTimeout(resolve); });

/** The address of a file beside the index. @param {string} url @param {string} file */
const beside = (url, file) => url.replace(/index(?=\.json)/, file);

/**
 * Fetch the index and its labels, unless the page has those.
 * @param {string} url
 * @param {((index: Index) => void) | null} read reads them off the page
 * @returns {Promise<Index>}
 */
export const indexAt = (url, read = null) => {
  const labels = read ? null : once(beside(url, "labels"), (raw) => raw);
  return once(url, async (raw) => {
    const index = unpack(raw);
    await breath();
    if (read) read(index);
    else label(index, await labels);
    return index;
  });
};

/** Add the names to an index. @param {string} url @param {Index} index */
export const namesAt = (url, index) => once(beside(url, "names"), (raw) => name(index, raw));

/** Add the people to an index. @param {string} url @param {Index} index */
export const peopleAt = (url, index) => once(beside(url, "people"), (raw) => people(index, raw));
