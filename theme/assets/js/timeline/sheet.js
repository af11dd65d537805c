/* A drawing on the page: what it has in common with the drawing before stays, above all its texts, which cost a browser most. */

/* A text as `text` in svg.js writes it: its place, and the rest. */
const TEXT = /<text x="([^"]*)" y="([^"]*)"([^]*?<\/text>)/g;

/** @param {SVGElement} parent */
const group = (parent) => {
  const made = /** @type {SVGGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", "g"));
  parent.append(made);
  return made;
};

/**
 * Give what puts drawings into a picture, one in the place of the other: shapes below, texts above them.
 * @param {SVGElement} svg
 */
export const sheetOf = (svg) => {
  const shapes = group(svg), texts = group(svg);
  /** The texts that stand, by all but their places. @type {Map<string, Element[]>} */
  let standing = new Map();
  /** @param {string} drawn */
  return (drawn) => {
    /** @type {typeof standing} */
    const next = new Map();
    const fresh = /** @type {string[]} */ ([]), keys = /** @type {string[]} */ ([]);
    const keep = (/** @type {string} */ key, /** @type {Element} */ one) => {
      const known = next.get(key);
      if (known) known.push(one);
      else next.set(key, [one]);
    };
    shapes.innerHTML = drawn.replace(TEXT, (text, x, y, key) => {
      const one = standing.get(key)?.pop();
      if (!one) {
        fresh.push(text);
        keys.push(key);
      } else {
        if (one.getAttribute("x") !== x) one.setAttribute("x", x);
        if (one.getAttribute("y") !== y) one.setAttribute("y", y);
        keep(key, one);
      }
      return "";
    });
    for (const left of standing.values()) for (const one of left) one.remove();
    const held = texts.childElementCount;
    texts.insertAdjacentHTML("beforeend", fresh.join(""));
    for (let one = texts.children[held], at = 0; one; one = /** @type {Element} */ (one.nextElementSibling)) keep(keys[at++], one);
    standing = next;
  };
};
