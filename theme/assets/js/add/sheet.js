/* The form's controls: tied to their labels, read, filled, and found by the way to a value. The page holds them all;
   what can stand several times lies in templates. */
import { isEmpty } from "./values.js";

/** @typedef {import("./rules.js").Plain} Plain @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./shape.js").Way} Way */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

let number = 0;

/** @param {Element} field @returns {Control | null} */
export const control = (field) => field.querySelector("input, select, textarea");

/** Tie the label, the hint and the place for a fault to each control. @param {Element} root */
export const wire = (root) => {
  for (const field of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".field, fieldset"))) {
    if (field.dataset.tied) continue;
    field.dataset.tied = `f${(number += 1)}`;
    const told = [...field.querySelectorAll(":scope > :is(.hint, .fault, .reads)")].filter((part) => part.textContent || !part.matches(".hint"));
    told.forEach((part, at) => { part.id = `${field.dataset.tied}-${at}`; });
    const target = field.matches("fieldset") ? field : control(field);
    target?.setAttribute("aria-describedby", told.map((part) => part.id).join(" "));
    if (!field.matches("fieldset") && target) {
      target.id = field.dataset.tied;
      /** @type {HTMLLabelElement | null} */ (field.querySelector("label"))?.setAttribute("for", target.id);
    }
  }
};

/** Give the named parts of a mapping, none of those inside another. @param {Element} root @returns {HTMLElement[]} */
const parts = (root) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-name]"))]
  .filter((one) => one.parentElement?.closest("[data-type]") === root);

/** Give what the items of a list hold, in their order. @param {Element} list @returns {HTMLElement[]} */
export const items = (list) => [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(":scope > ol > li > [data-type]"))];

/** Give the ticked ones of some boxes. @param {Element} field */
const ticked = (field) => [.../** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll("input:checked"))].map((box) => box.value).filter(Boolean);

/** Read what stands in the form, or in a part of it. @param {HTMLElement} node @returns {Plain} */
export const read = (node) => {
  const { type, ids } = node.dataset;
  if (type === "mapping" || type === "sides") return Object.fromEntries(parts(node).map((one) => [one.dataset.name ?? "", read(one)]));
  if (type === "list") return items(node).map(read);
  if (ids === "cites") return ticked(node);
  return type === "Flag" ? ticked(node).join() : (control(node)?.value ?? "");
};

/** Add an item to a list. @param {HTMLElement} list @param {"one" | "shared"} which @returns {HTMLElement} what it holds */
export const add = (list, which = "one") => {
  const kept = /** @type {HTMLTemplateElement} */ (list.querySelector(`:scope > template.${which}`));
  list.querySelector(":scope > ol")?.append(kept.content.cloneNode(true));
  const made = /** @type {HTMLElement} */ (items(list).at(-1));
  wire(list);
  return made;
};

/** Put values into the form, or into a part of it. @param {HTMLElement} node @param {Plain | undefined} value */
export const fill = (node, value) => {
  const { type, ids } = node.dataset;
  if (value === undefined) return;
  if (typeof value === "object" && !Array.isArray(value)) {
    for (const one of parts(node)) fill(one, value[one.dataset.name ?? ""]);
  } else if (type === "list" && Array.isArray(value)) {
    for (const one of value) fill(add(node, typeof one === "string" ? "shared" : "one"), one);
  } else if (ids === "cites") node.dataset.wanted = JSON.stringify(value);
  else if (type === "Flag") /** @type {HTMLInputElement} */ (control(node)).checked = value === "true";
  else if (typeof value === "string") /** @type {Control} */ (control(node)).value = value;
};

/** Give the part of the form where a value stands, or the nearest above it. @param {HTMLElement} root @param {Way} way */
export const find = (root, way) => {
  let node = root;
  for (const step of way) {
    const found = typeof step === "number" ? items(node).filter((one) => !isEmpty(read(one)))[step] : parts(node).find((one) => one.dataset.name === step);
    if (!found) break;
    node = found;
  }
  return node;
};

/** Give what takes the focus for a part of the form. @param {Element} node @returns {HTMLElement | null} */
export const focusable = (node) => {
  const inside = node.matches("[data-type=list]") ? node.querySelector(":scope > .acts button") : control(node);
  return /** @type {HTMLElement | null} */ (inside ?? node.closest("fieldset"));
};
