/* The words of a text, cut as `generator/pages/search/words.py` cuts them; and which of them a query asks for. */

const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const WORD = new RegExp(`(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
const SPELLINGS = [
  ["defence", "defense"], ["offence", "offense"], ["theatre", "theater"], ["centre", "center"],
  ["programme", "program"], ["manoeuvr", "maneuver"], ["harbour", "harbor"], ["organis", "organiz"],
];
const RUN = new RegExp(`[${HAN}]+`, "gu");
/* A word with fewer letters is looked up as it stands, a longer one also as the beginning of others. */
const SHORTEST = 3;

/** Small letters without accents. @param {string} text */
export const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");

/** As above, with the two ways of spelling some words made one. @param {string} text */
const spelled = (text) => SPELLINGS.reduce((flat, [one, other]) => flat.replaceAll(one, other), folded(text));

/** @param {string} run @returns {string[]} its characters in pairs, the last one alone */
const pairs = (run) => [...run].map((sign, at, all) => sign + (all[at + 1] ?? ""));

/** @param {string} text @returns {string[]} */
export const words = (text) => {
  const flat = spelled(text);
  return [...(flat.match(WORD) ?? []), ...(flat.match(RUN) ?? []).flatMap(pairs)];
};

/**
 * What a query asks for, each word once. The end of a Chinese run is in its last pair.
 * @param {string} query
 */
export const asked = (query) => {
  const flat = spelled(query);
  const runs = (flat.match(RUN) ?? []).flatMap((run) => (pairs(run).length > 1 ? pairs(run).slice(0, -1) : [run]));
  return [...new Set([...(flat.match(WORD) ?? []), ...runs])];
};

/** A plural also asks for its singular. @param {string} word @returns {string} what all words that answer begin with */
export const stem = (word) => (word.length < 5 || /ss$|[^a-z]/.test(word) ? word : word.replace(/(?:ie)?s$/, ""));

/** How well a word of a text answers one of the query: 1 is itself, 0 not at all. @param {string} word @param {string} wanted */
export const nearness = (word, wanted) => {
  if (word === wanted) return 1;
  const han = wanted > "\u3400";
  if ((!han && wanted.length < SHORTEST) || !word.startsWith(stem(wanted))) return 0;
  return word === stem(wanted) || word === `${wanted}s` ? 0.9 : 0.5;
};
