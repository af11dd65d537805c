/* Which ids are suggested for what was typed: by id or by name in either script. Knows no document. */

/** @typedef {import("./rules.js").Row} Row */

const MOST = 10;
const plain = (/** @type {string} */ text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

/** Give what is being typed: all, or behind the last comma where several ids may stand. @param {string} text @param {boolean} several */
export const typed = (text, several) => (several ? text.slice(text.lastIndexOf(",") + 1) : text).trim();

/** Put an id in the place of what is being typed. @param {string} text @param {string} id @param {boolean} several */
export const chosen = (text, id, several) => (several && text.includes(",") ? `${text.slice(0, text.lastIndexOf(",") + 1)} ${id}` : id);

/**
 * Give the ids that fit, the best first.
 * @param {Row[]} rows
 * @param {string} text
 * @param {string} first what the fourth text of a row holds that is to come first: a party
 */
export const suggestions = (rows, text, first = "") => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  /** @param {Row} row */
  const rank = ([id, name, native = "", more = ""]) => {
    const all = plain(`${id} ${name} ${native}`);
    if (!words.every((word) => all.includes(word))) return -1;
    const begins = words.every((word) => all.split(/[\s-]+/).some((part) => part.startsWith(word)));
    return Number(id === text.trim()) * 4 + Number(Boolean(first) && more === first) * 2 + Number(begins);
  };
  return rows.map((row) => ({ row, rank: rank(row) })).filter((one) => one.rank >= 0)
    .sort((one, other) => other.rank - one.rank).slice(0, MOST).map((one) => one.row);
};

/** Give the id that a text names: itself, or the one entry of that name. @param {Row[]} rows @param {string} text */
export const resolved = (rows, text) => {
  const wanted = plain(text);
  const named = rows.filter(([id, name, native = ""]) => [id, name, native].some((one) => one && plain(one) === wanted));
  return rows.find(([id]) => id === wanted)?.[0] ?? (named.length === 1 ? named[0][0] : "");
};
