/* Faults said at their fields, and all of them above the form with links. */
import { element, withCode } from "../dom.js";
import { find, focusable } from "./sheet.js";

/** @typedef {import("./shape.js").Fault} Fault @typedef {import("./rules.js").Rules} Rules */
/** @typedef {{ fault: Fault, node: HTMLElement }} Placed a fault with the part of the form that it speaks of */

const capital = (/** @type {string} */ text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Give the weight of a fault: an error stops the file, the others do not. @param {Fault} fault @param {Rules} rules */
export const isError = ({ code }, rules) => (rules.codes[code]?.[2] ?? "error") === "error";

/** Find where faults stand. @param {HTMLElement} root @param {Fault[]} faults @returns {Placed[]} */
export const placed = (root, faults) => faults.map((fault) => ({ fault, node: find(root, fault.way) }));

/** Put faults in the order of the page. @param {Placed[]} shown */
export const inOrder = (shown) => shown.toSorted(({ node: one }, { node: other }) => {
  const place = one.compareDocumentPosition(other);
  return place & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : place & Node.DOCUMENT_POSITION_PRECEDING ? 1 : 0;
});

/** Give the field that shows a fault. @param {HTMLElement} node */
const fieldOf = (node) => {
  if (node.querySelector(":scope > .fault")) return node;
  return /** @type {HTMLElement} */ (node.querySelector(".fault")?.parentElement ?? node);
};

/** Give the name of a field and of what it stands in. @param {HTMLElement} field */
const nameOf = (field) => {
  const own = field.querySelector(":scope > :is(label, legend)")?.firstChild?.textContent?.trim() || field.textContent?.trim() || "";
  const side = field.parentElement?.closest(".side")?.querySelector("legend")?.firstChild?.textContent?.trim();
  return side ? `${side}: ${own}` : own;
};

/** @param {Fault} fault @param {Rules} rules @param {string} root */
const said = ({ code, message, hint }, rules, root) => [
  ...(rules.codes[code] && !isError({ code, message, hint, way: [] }, rules) ? ["Worth a second look: "] : []),
  ...withCode(capital(message)), ". ", ...withCode(hint), ...(code ? [" ", element("a", { href: `${root}contributing/checks/${code.toLowerCase()}/` }, code)] : []),
];

/** Say each fault at its field. @param {HTMLElement} root @param {Placed[]} shown @param {Rules} rules @param {string} home */
export const atFields = (root, shown, rules, home) => {
  const wanted = Map.groupBy(shown, ({ node }) => fieldOf(node));
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".fault"))) {
    const field = /** @type {HTMLElement} */ (box.parentElement), found = wanted.get(field) ?? [];
    const text = found.map(({ fault }) => `${fault.code} ${fault.message}`).join();
    if (box.dataset.said !== text) {
      box.dataset.said = text;
      box.hidden = !found.length;
      box.replaceChildren(...found.flatMap(({ fault }, at) => (at ? [element("br"), ...said(fault, rules, home)] : said(fault, rules, home))));
      field.classList.toggle("bad", Boolean(found.length));
      for (const one of field.querySelectorAll(":scope > :is(input, select, textarea), :scope > .combo > input")) {
        if (found.some(({ fault }) => isError(fault, rules))) one.setAttribute("aria-invalid", "true");
        else one.removeAttribute("aria-invalid");
      }
    }
    if (found.length) for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  }
};

/** Say all faults above the form, each with the way to its field. @param {HTMLElement} box @param {Placed[]} shown @param {Rules} rules */
export const above = (box, shown, rules) => {
  const wrong = shown.filter(({ fault }) => isError(fault, rules)).length, other = shown.length - wrong;
  const things = (/** @type {number} */ count) => `${count} thing${count === 1 ? "" : "s"}`;
  const title = [wrong ? `${things(wrong)} to mend` : "", other ? `${things(other)} to look at once more` : ""].filter(Boolean).join(", ");
  const text = shown.map(({ fault }) => `${fault.code} ${fault.message} ${fault.way}`).join("\n");
  box.hidden = !shown.length;
  if (box.dataset.said === text) return; // the focus may lie on one of the links
  box.dataset.said = text;
  if (!box.firstChild) box.append(element("h2", { id: "wrong-title" }), element("ul", {}));
  box.querySelector("h2")?.replaceChildren(capital(title));
  box.querySelector("ul")?.replaceChildren(...shown.map(({ fault, node }) => {
    const field = fieldOf(node), target = focusable(field), link = element("a", { href: `#${target?.id || field.id}` }, `${nameOf(field)}: `, ...withCode(fault.message));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (target?.matches("fieldset")) target.tabIndex = -1;
      target?.focus();
      field.scrollIntoView({ block: "center" });
    });
    return element("li", {}, link);
  }));
};

/** Say how many characters have room. @param {Element} root */
export const rooms = (root) => {
  for (const room of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".room"))) {
    const control = /** @type {HTMLInputElement | null} */ (room.parentElement?.querySelector("input, textarea"));
    const left = Number(room.dataset.most) - [...(control?.value.trim() ?? "")].length;
    room.textContent = left < 0 ? `${-left} characters too many` : `${left} characters left`;
    room.classList.toggle("over", left < 0);
  }
};
