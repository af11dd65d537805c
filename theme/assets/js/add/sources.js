/* The event's own sources: what they are called, and which of them accounts and reports cite. */
import { element } from "../dom.js";
import { textOf } from "./rules.js";
import { items, read } from "./sheet.js";
import { isEmpty, sourceId } from "./values.js";

/** @typedef {import("./rules.js").Rules} Rules @typedef {import("./rules.js").Mapping} Mapping */

/** @param {HTMLElement} form */
const each = (form) => items(/** @type {HTMLElement} */ (form.querySelector("[data-name=sources][data-type=list]")));

/** @param {HTMLElement} item @returns {HTMLInputElement | null} */
const idField = (item) => item.querySelector("[data-name=id] input");

/** @param {HTMLElement} item */
const idOf = (item) => idField(item)?.value.trim() ?? `${read(item)}`.trim();

/** Name each source that nobody has named: by its publisher and its day. @param {HTMLElement} form @param {Rules} rules */
export const named = (form, rules) => {
  const found = each(form);
  for (const item of found) {
    const field = idField(item), values = /** @type {Mapping} */ (read(item));
    if (!field || (field.value && field.value !== field.dataset.made)) continue;
    const { id: _, ...rest } = typeof values === "string" ? { id: "" } : values;
    const taken = found.filter((other) => other !== item).map(idOf);
    field.value = isEmpty(rest) || !textOf(values, "publisher") ? "" : sourceId(values, taken, rules);
    field.dataset.made = field.value;
  }
};

let number = 0;

/** Offer the sources to each account, report and count; the only one is ticked where something is said. @param {HTMLElement} form */
export const cited = (form) => {
  const known = each(form).filter((item) => idOf(item)).map((item) => {
    item.dataset.uid ||= `${(number += 1)}`;
    return { uid: item.dataset.uid, id: idOf(item), words: textOf(read(item), "title") };
  });
  for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-ids=cites]"))) {
    const box = /** @type {HTMLElement} */ (field.querySelector(".ticks")), wanted = JSON.parse(field.dataset.wanted ?? "null");
    const before = new Set([.../** @type {NodeListOf<HTMLInputElement>} */ (box.querySelectorAll("input:checked"))].map((one) => one.dataset.uid));
    const text = JSON.stringify(known);
    if (box.dataset.known !== text) {
      box.dataset.known = text;
      box.replaceChildren(...known.map(({ uid, id, words }) => {
        const tick = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", value: id, "data-uid": uid }));
        tick.checked = wanted ? wanted.includes(id) : before.has(uid);
        return element("label", {}, tick, " ", element("span", {}, words || id));
      }));
      if (!known.length) box.replaceChildren(element("p", { class: "note" }, "Name a source above; it can be chosen here then."));
      delete field.dataset.wanted;
    }
    const own = /** @type {HTMLElement | null} */ (field.parentElement?.closest("[data-type]")), only = box.querySelector("input");
    const says = own && !isEmpty({ .../** @type {Mapping} */ (read(own)), sources: "" });
    if (says && known.length === 1 && only && !field.dataset.asked) {
      only.checked = true;
      field.dataset.asked = "";
    }
  }
};
