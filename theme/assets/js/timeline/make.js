/* Making elements. */

/** @param {string} tag @param {string} text @param {string} [class_] */
export const make = (tag, text, class_) => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (class_) made.className = class_;
  return made;
};

/** @param {string} words @param {() => void} act @param {boolean} [off] */
export const button = (words, act, off = false) => {
  const made = /** @type {HTMLButtonElement} */ (make("button", words));
  made.type = "button";
  made.disabled = off;
  made.addEventListener("click", act);
  return made;
};

/** @param {string} words @param {string} href */
export const link = (words, href) => {
  const made = /** @type {HTMLAnchorElement} */ (make("a", words));
  made.href = href;
  return made;
};
