/* The form on its page: what is typed becomes values, faults, a preview and files, at every change. */
import { element, withCode } from "../dom.js";
import { combo } from "./combo.js";
import { forget, keep, kept } from "./draft.js";
import { fresh } from "./fresh.js";
import { faults } from "./faults.js";
import { files, idOf, pathOf } from "./files.js";
import { guess } from "./guess.js";
import { likenesses } from "./likeness.js";
import { output } from "./output.js";
import { preview } from "./preview.js";
import { readable, words } from "./edtf.js";
import { rules as made, textOf } from "./rules.js";
import { add, fill, read, wire } from "./sheet.js";
import { cited, named } from "./sources.js";
import { above, atFields, inOrder, isError, placed, rooms } from "./told.js";
import { dateText, isEmpty, slug, tidy } from "./values.js";
import { when } from "./when.js";

/** @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Ids} Ids @typedef {import("./rules.js").Rules} Rules @typedef {import("./told.js").Placed} Placed */

const PAUSE = 150;
/** What is said when all is written, and not while the next field is still empty: something missing, one account alone. */
const LATER = ["E202", "E506", "E508"];
const today = () => new Date().toISOString().slice(0, 10);

/** @param {HTMLElement} page @param {Rules} rules @param {Ids} ids */
const mount = (page, rules, ids) => {
  const find = (/** @type {string} */ what) => /** @type {HTMLElement} */ (page.querySelector(what));
  const form = /** @type {HTMLFormElement} */ (find("form.sheet")), home = page.dataset.root ?? "";
  const naming = find(".naming [data-slug]"), name = /** @type {HTMLInputElement} */ (naming.querySelector("input"));
  const date = find(".dating [data-name=date]"), wrong = find(".wrong"), entries = fresh(find(".fresh"), page, rules, ids);
  /** @type {Map<HTMLElement, (isNew: (id: string) => boolean) => void>} */
  const combos = new Map();
  /** The fields that were left once: what is wrong with the others is not said yet. @type {Set<Element>} */
  const left = new Set();
  let all = false, ownName = false, waiting = 0;

  const enliven = () => {
    wire(page);
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-ids]:has([role=combobox])"))) {
      if (!combos.has(field)) combos.set(field, combo(field, entries.rows, entries.called));
    }
  };
  /** Show what makes sense only beside another answer, or holds something already. @param {Mapping} event */
  const fitting = (event) => {
    const contact = rules.kinds[textOf(event, "kind")] === rules.contact, declined = rules.declined.includes(textOf(event, "status"));
    for (const [field, fits] of /** @type {[string, boolean][]} */ ([["status", contact], ["declined_by", contact && declined]])) {
      find(`.sheet [data-name=${field}]`).hidden = !fits && !event[field];
    }
  };
  const values = () => /** @type {Mapping} */ (read(form));

  /** @param {Mapping} event @returns {Placed[]} */
  const wrongs = (event) => {
    const found = placed(form, faults(event, rules, entries.rows(), today()));
    const id = idOf(event, name.value.trim(), rules), taken = ids.events.some(([one]) => one === id);
    const code = rules.is.id.test(name.value.trim()) ? "" : "E416";
    if (code && name.value) found.push({ fault: { code, way: [], message: `\`${name.value}\` has other characters than small letters, digits and single hyphens between them`, hint: `Write \`${slug(name.value)}\`.` }, node: naming });
    if (taken) found.push({ fault: { code: "", way: [], message: `there is an event \`${id}\` already`, hint: "Choose another name, or correct that event." }, node: naming });
    return inOrder([...found, ...entries.faults()]);
  };

  /** @param {Mapping} event */
  const alike = (event) => {
    const found = likenesses(event, rules, ids), box = find(".alike"), text = JSON.stringify(found);
    if (box.dataset.said === text) return;
    box.dataset.said = text;
    const line = (/** @type {typeof found[number]} */ one) => element("li", {}, element("a", { href: `${home}events/${one.id}/` }, one.title), ": ", ...withCode(one.why));
    box.replaceChildren(...(found.length ? [element("h2", {}, "Is it in the record already?"), element("ul", {}, ...found.map(line)), element("p", { class: "note" }, "Where it is another event, go on; an earlier one that led to it belongs under “Earlier events that led here”.")] : []));
  };

  /** Do what follows from what is typed. @returns {Placed[]} */
  const refresh = () => {
    named(form, rules);
    cited(form);
    const event = tidy(rules.event, values(), rules);
    fitting(event);
    entries.update(event);
    enliven();
    if (!ownName) name.value = slug(textOf(event, "short") || textOf(event, "title"));
    const path = pathOf(idOf(event, name.value.trim(), rules), rules), found = wrongs(event);
    const told = found.filter(({ fault, node }) => all || (!LATER.includes(fault.code) && [...left].some((one) => node.contains(one))));
    atFields(page, told, rules, home);
    if (!wrong.hidden) above(wrong, found, rules);
    rooms(page);
    for (const say of combos.values()) say(entries.has);
    const said = readable(dateText(event.date), rules);
    date.querySelector(".reads")?.replaceChildren(said ? `Read as: ${words(said, rules)}` : "");
    naming.querySelector(".reads")?.replaceChildren(...(path ? [element("code", {}, path)] : []));
    preview(find(".shown .event"), { event, rules, rows: entries.rows() });
    output(find(".made"), files(event, path, entries.read(), rules), rules.newFile);
    const errors = found.filter(({ fault }) => isError(fault, rules)).length;
    const verdict = errors ? `${errors} thing${errors === 1 ? "" : "s"} to fill in or mend before it passes.` : "It passes, as far as can be told without the rest of the record.";
    if (find(".passes").textContent !== verdict) find(".passes").textContent = verdict;
    alike(event);
    return found;
  };
  const store = () => {
    const { added: _, ...written } = values();
    if (isEmpty(written)) return;
    const is = keep({ at: today(), values: values(), entries: entries.read(), slug: ownName ? name.value : "" });
    find(".kept").hidden = !is;
    find(".kept span").textContent ||= "What you write is kept in this browser alone until you clear it.";
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { refresh(); store(); }, PAUSE);
  };

  form.addEventListener("input", (event) => {
    if (event.target === name) ownName = Boolean(name.value);
    soon();
  });
  form.addEventListener("focusout", ({ target }) => {
    const field = /** @type {Element} */ (target).closest(".field");
    if (!field || !/** @type {HTMLInputElement} */ (target).value) return;
    left.add(field);
    soon();
  });
  form.addEventListener("change", ({ target }) => {
    const item = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-name=sources] li"));
    if (!item || !/** @type {Element} */ (target).closest("[data-name=url]")) return;
    for (const [field, text] of Object.entries(guess(/** @type {HTMLInputElement} */ (target).value.trim(), rules, ids))) {
      const input = /** @type {HTMLInputElement | null} */ (item.querySelector(`[data-name=${field}] input`));
      if (input && !input.value) input.value = text;
    }
    soon();
  });
  form.addEventListener("click", ({ target }) => {
    const pressed = /** @type {HTMLElement} */ (target).closest("button"), list = /** @type {HTMLElement | null} */ (pressed?.closest("[data-type=list]"));
    if (!list || !pressed) return;
    if (pressed.matches(".plus")) {
      const item = add(list, pressed.matches(".shared") ? "shared" : "one");
      enliven();
      /** @type {HTMLElement | null} */ (item.querySelector("input, select, textarea"))?.focus();
    } else if (pressed.matches(".less")) {
      pressed.closest("li")?.remove();
      /** @type {HTMLElement | null} */ (list.querySelector(":scope > .acts button"))?.focus();
    }
    soon();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    all = true;
    const found = refresh();
    above(wrong, found, rules);
    find(".count").textContent = found.length ? "" : "Nothing to mend.";
    if (found.length) wrong.focus();
    else find(".files h2").scrollIntoView({ block: "start" });
  });
  find(".clear").addEventListener("click", () => {
    if (!confirm("Clear all that is written here?")) return;
    clearTimeout(waiting);
    forget();
    location.reload();
  });

  const draft = kept();
  enliven();
  if (draft) {
    fill(form, draft.values);
    entries.fill(draft.entries);
    name.value = draft.slug;
    ownName = Boolean(draft.slug);
    find(".kept").hidden = false;
    find(".kept span").textContent = "What you wrote before is shown again. It is kept in this browser alone until you clear it.";
  } else {
    fill(form, { added: today() });
    add(find("[data-name=sources]"));
  }
  enliven();
  when(find(".dating"));
  refresh();
  page.dataset.ready = "";
};

const page = /** @type {HTMLElement | null} */ (document.querySelector(".add[data-rules]"));
if (page) {
  const load = (/** @type {string | undefined} */ address) => fetch(address ?? "").then((got) => got.json());
  Promise.all([load(page.dataset.rules), load(page.dataset.ids)])
    .then(([told, ids]) => mount(page, made(told), ids))
    .catch((error) => {
      page.classList.add("failed");
      throw error;
    });
}
