/* What texts of the record may hold: inline Markdown and nothing else, as generator/checks/markdown.py has it, and how
   long they may be, as generator/record/fields.py has it. Knows no document. */
import { flaws } from "./addresses.js";
import { holds } from "./rules.js";

/** @typedef {import("./rules.js").Rules} Rules @typedef {import("./addresses.js").Flaw} Flaw */
/** @typedef {(kind: string, id: string) => boolean} IsKnown */

/** Count sentences roughly as a reader would. @param {string} text @param {Rules} rules */
export const sentences = (text, rules) => Math.max(1, text.trim().replace(rules.in.abbreviation, "").match(rules.in.sentence)?.length ?? 0);

/** @type {Record<string, (text: string, rules: Rules) => Flaw | null>} */
const LIMITS = {
  one_line: (text) => (text.includes("\n") ? { code: "E203", message: "this text has to fit on one line" } : null),
  no_full_stop: (text) => (/[.。]$/.test(text) && !/(?:\.\.|D\.C\.|U\.S\.|Jr\.|Sr\.)$/.test(text) ? { code: "E210", message: "a title is a noun phrase without a full stop" } : null),
  few_sentences: (text, rules) => {
    const count = sentences(text, rules), most = rules.limits.sentences;
    return count > most ? { code: "E208", message: `the summary has ${count} sentences; at most ${most} are read`, hint: "Move details into the accounts." } : null;
  },
  few_words: (text, rules) => {
    const count = text.split(/\s+/).filter(Boolean).length, most = rules.limits.words;
    return count > most ? { code: "E208", message: `the quotation has ${count} words; at most ${most} are quoted` } : null;
  },
};

/** Give the first limit of a type that a text passes. @param {string} text @param {string} type @param {Rules} rules */
export const limited = (text, type, rules) => {
  for (const name of rules.types[type] ?? []) {
    const flaw = LIMITS[name]?.(text, rules);
    if (flaw) return flaw;
  }
  return null;
};

/** Find the first control or invisible character. @param {string} text @param {Rules} rules @returns {Flaw[]} */
export const invisible = (text, rules) => {
  const found = text.match(rules.in.invisible)?.[0].codePointAt(0);
  if (found === undefined) return [];
  return [{ code: "E113", message: `U+${found.toString(16).toUpperCase().padStart(4, "0")} is a control or invisible character` }];
};

const blank = (/** @type {string} */ found) => found.replace(/[^\n]/g, " ");

/** @param {string} bare @param {Rules} rules @returns {Flaw[]} */
const blocks = (bare, rules) => [...bare.matchAll(rules.in.block)].map(({ groups = {} }) => {
  const kind = Object.keys(rules.blocks).find((name) => groups[name] !== undefined) ?? "";
  return { code: "E704", message: `a text of one paragraph begins ${rules.blocks[kind]} here` };
});

/** @param {string} written @param {Rules} rules @param {IsKnown} isKnown @returns {Flaw[]} */
const target = (written, rules, isKnown) => {
  const address = written.replace(/^[<>]+|[<>]+$/g, "");
  const [word, ...rest] = address.split(":"), id = rest.join(":");
  if (rest.length && rules.linked.includes(word)) return isKnown(word, id) ? [] : [{ code: "E705", message: `there is no ${word} \`${id}\` in the record` }];
  if (["http", "https"].includes(word.toLowerCase())) return flaws(address, rules);
  if (isKnown("event", address)) return [{ code: "E702", message: `\`${address}\` lacks the word \`event:\``, hint: `Write \`event:${address}\`.` }];
  return [{ code: "E702", message: `${address ? `\`${address}\`` : "this link"} leads neither to the web nor to an entry of the record` }];
};

/** Find where links lead: behind each bracket that closes another one, as Markdown pairs them. @param {string} bare @param {Rules} rules */
const targets = (bare, rules) => {
  const found = [], target = new RegExp(rules.in.target, "y");
  let opened = 0;
  for (let at = 0; at < bare.length; at += 1) {
    if (bare[at] === "[") opened += 1;
    if (bare[at] !== "]" || !opened) continue;
    opened -= 1;
    target.lastIndex = at;
    const one = target.exec(bare);
    if (!one) continue;
    found.push(one);
    at = target.lastIndex - 1;
  }
  return found;
};

/** @param {string} bare @param {Rules} rules @returns {Flaw[]} */
const tags = (bare, rules) => {
  const found = bare.match(rules.in.tag) ?? [], opening = found.filter((tag) => !tag.startsWith("</"));
  return (opening.length ? opening : found).map((tag) => {
    const address = tag.slice(1).replace(/>$/, "");
    return /^https?:\/\//.test(address) ? { code: "E701", message: `\`${tag}\` reads as HTML`, hint: `Write the link as \`[text](${address})\`.` } : { code: "E701", message: `\`${tag}\` is HTML` };
  });
};

/** Find HTML, images, block structure and bad links in a text of one line. @param {string} text @param {Rules} rules @param {IsKnown} isKnown @returns {Flaw[]} */
export const markdown = (text, rules, isKnown) => {
  let bare = text.replace(rules.in.literal, blank);
  const found = blocks(bare, rules);
  if (holds(rules.in.image, bare)) found.push(...[...bare.matchAll(rules.in.image)].map(() => ({ code: "E703", message: "a text holds no image" })));
  bare = bare.replace(rules.in.image, blank);
  for (const one of targets(bare, rules)) {
    const start = one.index + one[0].indexOf(one[1], 2), written = text.slice(start, start + one[1].length);
    found.push(...target(written, rules, isKnown));
    bare = bare.slice(0, one.index) + blank(one[0]) + bare.slice(one.index + one[0].length);
  }
  return [...found, ...tags(bare, rules)];
};
