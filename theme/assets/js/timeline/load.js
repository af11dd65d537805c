/* The index and the labels and names that are fetched after it: each once, however many timelines a page has. */
import { iso } from "./days.js";
import { unpack } from "./index.js";

/** @typedef {import("./index.js").Index} Index */

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * Fetch a file, once, and read it.
 * @template T
 * @param {string} url
 * @param {(raw: any) => T | Promise<T>} read
 * @returns {Promise<T>}
 */
export const once = (url, read) => {
  const known = fetched.get(url) ?? fetch(url).then((answer) => answer.json()).then(read);
  fetched.set(url, known);
  return known;
};

/** Let the browser do what waits, so that no task is long. */
export const breath = () => new Promise((resolve) => { setTimeout(resolve); });

/** The address of a file beside the index. @param {string} url @param {string} file */
export const beside = (url, file) => url.replace(/index(?=\.json)/, file);

/** Give the columns of a text with a line for each event. @param {string} text @param {number} size */
const cellsOf = (text, size) => (size ? text.split("\n") : []).map((line) => line.split("\t"));

/** Add the labels. @param {Index} index @param {{ events: string }} raw */
export const label = (index, { events }) => {
  const read = cellsOf(events, index.size);
  index.id = read.map(([id], at) => (id.startsWith("-") ? iso(index.anchor[at]) + id : id));
  index.short = read.map(([, short]) => short);
};

/** Add the names. @param {Index} index @param {{ events: string, labels: Record<string, string> }} raw */
export const name = (index, { events, labels }) => {
  const read = cellsOf(events, index.size);
  index.title = read.map(([title]) => title);
  index.date = read.map(([, date = ""]) => date);
  for (const [field, all] of Object.entries(labels)) index.labels[field] = all.split("\n");
};

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
