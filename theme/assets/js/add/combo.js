/* A field that suggests ids while one types (WAI-ARIA's combobox with a list). */
import { element, native } from "../dom.js";
import { chosen, resolved, suggestions, typed } from "./suggest.js";
import { slug } from "./values.js";

/** @typedef {import("./rules.js").Row} Row @typedef {import("./rules.js").Ids} Ids */

let number = 0;

/** Give what is said of a row beside its id. @param {Row} row @returns {(Node | string)[]} */
const names = ([, name, other = ""]) => [name, ...(other ? [" ", native(other)] : [])];

/**
 * Bring a field to life.
 * @param {HTMLElement} field
 * @param {() => Record<string, Row[]>} known
 * @param {(id: string, name: string) => void} renamed told when words that name nothing known have become an id
 */
export const combo = (field, known, renamed) => {
  const input = /** @type {HTMLInputElement} */ (field.querySelector("input"));
  const list = /** @type {HTMLElement} */ (field.querySelector("[role=listbox]"));
  const named = /** @type {HTMLElement} */ (field.querySelector(".named"));
  const kind = field.dataset.ids ?? "", several = field.dataset.type === "Ids";
  const party = /** @type {HTMLElement | null} */ (field.closest(".side"))?.dataset.name ?? "";
  let active = -1;
  list.id = `c${(number += 1)}`;
  input.setAttribute("aria-controls", list.id);

  const rows = () => known()[kind] ?? [];
  const options = () => /** @type {HTMLElement[]} */ ([...list.children]);
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  /** @param {number} to */
  const move = (to) => {
    const all = options();
    active = (to + all.length) % all.length;
    all.forEach((one, at) => one.setAttribute("aria-selected", `${at === active}`));
    all[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[active].id);
  };
  const open = () => {
    const found = suggestions(rows(), typed(input.value, several), party);
    list.replaceChildren(...found.map((row, at) => element("li", { role: "option", id: `${list.id}-${at}`, "aria-selected": "false", "data-id": row[0] }, element("span", {}, ...names(row)), element("code", {}, row[0]))));
    list.hidden = !found.length;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-expanded", `${!list.hidden}`);
  };
  /** @param {string} value */
  const put = (value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  };
  /** Make ids of names: of those known their own, of others their words. */
  const settle = () => {
    const texts = (several ? input.value.split(",") : [input.value]).map((text) => text.trim()).filter(Boolean);
    const ids = texts.map((text) => {
      const id = resolved(rows(), text) || (/[^a-z0-9-]/.test(text) && slug(text)) || text;
      if (id !== text && !resolved(rows(), text)) renamed(id, text);
      return id;
    });
    if (ids.join(", ") !== input.value) put(ids.join(", "));
    close();
  };

  input.addEventListener("input", (event) => { if (event.isTrusted) open(); });
  input.addEventListener("blur", settle);
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (list.hidden) open();
      if (!list.hidden) move(active + (key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
    } else if (key === "Enter" && !list.hidden && active >= 0) put(chosen(input.value, options()[active].dataset.id ?? "", several));
    else if (key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => {
    const option = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[role=option]"));
    event.preventDefault();
    if (option) put(chosen(input.value, option.dataset.id ?? "", several));
  });

  /** Say what the ids stand for. @param {(id: string) => boolean} isNew */
  return (isNew) => {
    const texts = input.value.split(",").map((text) => text.trim()).filter(Boolean);
    const said = texts.flatMap((id, at) => {
      const row = rows().find(([one]) => one === id);
      const words = isNew(id) ? [...(row ? names(row) : [id]), " is not in the record yet: the entry is below"] : row ? names(row) : [];
      return words.length && at ? [", ", ...words] : words;
    });
    if (document.activeElement !== input || !texts.length) named.replaceChildren(...said);
  };
};
