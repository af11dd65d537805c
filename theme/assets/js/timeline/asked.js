/* What an address asks a timeline for, and what it is to say. Fetched where an address asks, and with the first step that it keeps. */
import { read, write } from "./address.js";
import { peopleAt } from "./filter.js";

/** @typedef {import("./live.js").Timeline} Timeline */

/** Read the state off a query, when the index has what its words are looked for in: words in names, and people by theirs. @param {Timeline} timeline @param {string} query */
export const asked = async (timeline, query) => {
  const { index, url } = timeline, words = new URLSearchParams(query), text = words.has("q");
  await timeline.sifting();
  await Promise.all([text && timeline.names(), (text || words.has("person")) && peopleAt(url, index).catch(() => {})]);
  return read(query, index);
};

/** Write the state of a timeline into the address: as a step of its own, or in the place of the one before. @param {Timeline} timeline @param {boolean} pushes */
export const say = ({ own, base, root, shown: { state } }, pushes) => {
  const full = /** @type {HTMLAnchorElement | null} */ (root.querySelector("a.full"));
  if (full) full.href = `${base}timeline/${write(state, "")}`;
  if (!own) return;
  const here = location.pathname + location.search + location.hash;
  const address = location.pathname + write(state, location.search) + location.hash;
  if (address === here) return;
  if (pushes && !root.dataset.address) history.pushState(null, "", address);
  else history.replaceState(history.state, "", address);
};
