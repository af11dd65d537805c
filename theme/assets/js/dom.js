/* Elements made of values: texts stay texts, whatever they hold. */

/** @typedef {Node | string} Inner */

/** Make an element. @param {string} tag @param {Record<string, string>} [given] its attributes @param {Inner[]} inside */
export const element = (tag, given = {}, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
};

/** Give a text with what stands between backticks as code. @param {string} text @returns {Inner[]} */
export const withCode = (text) => text.split("`").map((part, at) => (at % 2 ? element("code", {}, part) : part));

/** Give the language that a native name's script shows; empty where it shows none. @param {string} text */
export const languageOf = (text) => (/[\u3040-\u30ff]/.test(text) ? "ja" : /[\uac00-\ud7af]/.test(text) ? "ko" : /\p{Script=Han}/u.test(text) ? "zh-Hans" : "");

/** Give a name in its own script. @param {string} text */
export const native = (text) => element("span", languageOf(text) ? { lang: languageOf(text) } : {}, text);
