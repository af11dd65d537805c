/* Labels and names of events where the page does not list them all: beside the index lie files with a line for each event. Knows
   no document. */
import { iso } from "./days.js";
import { once } from "./index.js";

/** @typedef {import("./index.js").Index} Index */

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

/** Fetch the labels, and give the function that adds them to an index. @param {string} url @returns {(index: Index) => Promise<void>} */
export const labelsAt = (url) => {
  const labels = once(url, "labels", (raw) => raw);
  return async (index) => label(index, await labels);
};

/** Add the names to an index. @param {string} url @param {Index} index */
export const namesAt = (url, index) => once(url, "names", (raw) => name(index, raw));
