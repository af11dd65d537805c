/* Writing SVG: escaped text and its width, rounded numbers, and one path for all that looks alike. */

const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escape a text for content and attributes, without the characters that XML forbids. @param {string} text */
export const clean = (text) => text.replace(NOT_XML, "\ufffd").replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** Write a number of pixels to a tenth. @param {number} value */
export const number = (value) => {
  const tenths = Math.round(value * 10), rest = Math.abs(tenths % 10);
  return rest ? `${tenths < 0 ? "-" : ""}${Math.trunc(Math.abs(tenths) / 10)}.${rest}` : `${tenths / 10}`;
};

/** Write the commands of a path, its numbers to a tenth. @param {TemplateStringsArray} parts @param {...number} values */
export const way = (parts, ...values) => {
  let written = parts[0];
  for (let at = 0; at < values.length; at += 1) written += number(values[at]) + parts[at + 1];
  return written;
};

/** Write the way around a rectangle. @param {number} x @param {number} y @param {number} width @param {number} height */
export const block = (x, y, width, height) => way`M${x} ${y}h${width}v${height}h${-width}z`;

/** Write a line of text at its baseline; `anchor` is SVG's `middle` or `end`. */
export const text = (/** @type {string} */ content, /** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ look, anchor = "") =>
  `<text x="${number(x)}" y="${number(y)}" class="${look}"${anchor && ` text-anchor="${anchor}"`}>${clean(content)}</text>`;

/** Write a path; `look` is its class, `more` are further attributes. */
export const path = (/** @type {string} */ look, /** @type {string} */ d, more = "") => (d ? `<path class="${look}"${more && ` ${more}`} d="${d}"/>` : "");

/** Gathers ways by look, so that all of one look become one path, in the order in which the looks came up. */
export class Paint {
  /** @type {Map<string, [look: string, more: string, d: string]>} */
  #ways = new Map();

  /** @param {string} look @param {string} d @param {string} [more] */
  add(look, d, more = "") {
    const known = this.#ways.get(look + more);
    if (known) known[2] += d;
    else this.#ways.set(look + more, [look, more, d]);
  }

  toString() {
    return [...this.#ways.values()].map(([look, more, d]) => path(look, d, more)).join("");
  }
}

const MARGIN = 1.03 * 12 / 1000;
const BOLD = 1.08;
/** In thousandths of an em, the widest of the usual system faces. @type {Record<number, string>} */
const ADVANCES = {
  200: "'", 220: "’‘", 240: "ijl", 260: "|", 280: "I .,;:![]·", 320: "t", 340: "fr()-", 360: '“”"', 420: "/",
  440: "*", 500: "kvxyz", 520: "cs", 560: "abdeghnpquJL0123456789?$", 580: "o+=", 620: "FTZ#", 660: "ABEKPSVXY–&",
  680: "~", 720: "CDHNRU", 760: "w", 780: "GOQ", 880: "mM%", 940: "W", 1000: "—…", 1020: "@",
};
const OF = new Map(Object.entries(ADVANCES).flatMap(([advance, all]) => [...all].map((one) => /** @type {[string, number]} */ ([one, +advance]))));
const NONE = /\p{Mn}/u;
const FULL = /[\u1100-\u115f\u2e80-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\uff60\uffe0-\uffe6\u{1f300}-\u{3fffd}]/u;

/** @param {string} sign */
const advance = (sign) => OF.get(sign) ?? (NONE.test(sign) ? 0 : FULL.test(sign) ? 1000 : 640);

/** Give the width of a text at 12 px, whose advances add up to a sum, in pixels. @param {number} sum @param {boolean} bold */
const widthOf = (sum, bold) => sum * MARGIN * (bold ? BOLD : 1);

/* The same texts are measured with each drawing. @type {Map<string, number>} */
const measured = new Map();

/** Give the width of a line of text at 12 px, in pixels, on the safe side. */
export const textWidth = (/** @type {string} */ text, bold = false) => {
  let sum = measured.get(text) ?? 0;
  if (!sum) {
    for (const sign of text) sum += advance(sign);
    measured.set(text, sum);
  }
  return widthOf(sum, bold);
};

/** Shorten a text with an ellipsis until it fits into a room in pixels; empty where not even two letters do. */
export const fitted = (/** @type {string} */ text, /** @type {number} */ room, bold = false) => {
  if (textWidth(text, bold) <= room) return text;
  const signs = [...text];
  let sum = advance("…"), seen = sum, fits = 0;
  for (let end = 1; end < signs.length; end += 1) {
    sum += advance(signs[end - 1]);
    if (signs[end - 1].trim()) seen = sum;
    if (widthOf(seen, bold) > room) break;
    fits = end;
  }
  return fits > 1 ? `${signs.slice(0, fits).join("").trimEnd()}…` : "";
};
