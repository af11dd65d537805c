/* Writing SVG: escaped text, rounded numbers, and one path for all that looks alike. */

const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escape a text for content and attributes, without the characters that XML forbids. @param {string} text */
export const clean = (text) => text.replace(NOT_XML, "\ufffd").replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** Write a number of pixels to a tenth. @param {number} value */
export const number = (value) => `${Math.round(value * 10) / 10}`;

/** Write the commands of a path, its numbers to a tenth. @param {TemplateStringsArray} parts @param {...number} values */
export const way = (parts, ...values) => parts.reduce((written, part, at) => written + number(values[at - 1]) + part);

/** Write the way around a rectangle. @param {number} x @param {number} y @param {number} width @param {number} height */
export const block = (x, y, width, height) => way`M${x} ${y}h${width}v${height}h${-width}z`;

/** Write a line of text at its baseline; `anchor` is SVG's `middle` or `end`. */
export const text = (/** @type {string} */ content, /** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ look, anchor = "") =>
  `<text class="${look}" x="${number(x)}" y="${number(y)}"${anchor && ` text-anchor="${anchor}"`}>${clean(content)}</text>`;

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
