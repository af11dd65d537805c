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

/** Make an empty picture, which is not shown before it is drawn. @param {Element} parent @param {string} look */
export const pictureIn = (parent, look) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ class: look, "aria-hidden": "true" })) svg.setAttribute(name, value);
  svg.style.display = "none";
  return parent.appendChild(svg);
};

/** Give a picture the size of a drawing, and show it. @param {SVGSVGElement} svg @param {{ width: number, height: number }} drawn */
export const sized = (svg, { width, height }) => {
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) svg.setAttribute(name, `${value}`);
  svg.style.display = "";
};
