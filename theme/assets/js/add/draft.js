/* What was written is kept in this browser alone, so that a closed window loses nothing. */

/** @typedef {import("./rules.js").Plain} Plain @typedef {import("./files.js").Entries} Entries */
/** @typedef {{ at: string, values: Plain, entries: Entries, slug: string }} Draft */

const KEY = "open-channel-add";

/** Give what was kept; null where there is nothing, or storage is closed to this page. @returns {Draft | null} */
export const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
};

/** Keep something. @param {Draft} draft @returns {boolean} whether it is kept */
export const keep = (draft) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

export const forget = () => {
  try {
    localStorage.removeItem(KEY);
  } catch { /* nothing was kept */ }
};
