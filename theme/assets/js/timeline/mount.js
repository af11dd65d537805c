/* The filters at work: they take over the controls, the pictures and the list that the page came with. */
import { read, write } from "./address.js";
import { column, narrow } from "./filter.js";

/** @typedef {import("./filter.js").State} State */

const WAIT = 400;

/** @param {HTMLElement} root */
const mount = (root) => {
  const form = /** @type {HTMLFormElement} */ (root.querySelector(".filters"));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const people = /** @type {HTMLSelectElement} */ (form.elements.namedItem("person"));
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[type=checkbox]")]);
  const only = /** @type {HTMLButtonElement} */ (form.querySelector(".only"));
  const clear = /** @type {HTMLButtonElement} */ (form.querySelector(".clear"));
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const heading = /** @type {HTMLElement} */ (root.querySelector(".shown"));
  const rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".list tr[id]")]);
  const years = [...root.querySelectorAll("section.year")].map((section) => ({
    section: /** @type {HTMLElement} */ (section),
    link: /** @type {HTMLElement | null} */ (root.querySelector(`.years a[href="#${section.id}"]`)),
    events: [...section.querySelectorAll(".list tr[id]")].map((row) => rows.indexOf(/** @type {HTMLElement} */ (row))),
  }));
  const options = [...people.options].slice(1);
  const names = options.map((option) => option.text.replace(/, \d+$/, ""));

  /* Index */
  /** @type {Record<string, string[]>} */
  const choices = {};
  /** @type {Record<string, number[][]>} */
  const met = {};
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-field]"))) {
    const name = part.dataset.field ?? "";
    choices[name] = part === people ? options.map((option) => option.value) : boxes.filter((box) => box.name === name).map((box) => box.value);
    met[name] = column(part.dataset.met ?? "");
  }
  const lanes = boxes.filter((box) => box.name === "channel").map((box) => box.nextSibling?.textContent ?? "");
  /** @type {string[]} */
  const texts = [];
  /** @param {number} event */
  const text = (event) => (texts[event] ??= [
    rows[event].querySelector(".e a")?.textContent,
    ...met.channel[event].map((number) => lanes[number]), ...met.person[event].map((number) => names[number]),
  ].join(" ").toLowerCase());
  const index = { size: rows.length, choices, met, text };

  /* Marks: a link to an event is one; a count says which it holds. */
  const at = new Map(rows.map((row, event) => [row.querySelector(".e a")?.getAttribute("href"), event]));
  const marks = [...root.querySelectorAll(".pic svg a")].map((mark) => ({
    mark, title: mark.querySelector("title"), name: mark.querySelector("title")?.textContent ?? "", number: mark.querySelector(".n"),
    events: mark.getAttribute("data-n")?.split(" ").map(Number) ?? [at.get(mark.getAttribute("href")) ?? -1],
  }));

  /** @type {State} */
  let state = { text: "", chosen: {} };
  /** @type {number | undefined} */
  let timer;

  const fill = () => {
    if (field.value.trim() !== state.text) field.value = state.text;
    for (const box of boxes) box.checked = state.chosen[box.name].includes(box.value);
    people.value = state.chosen.person[0] ?? "";
  };

  /** @param {boolean} late whether the number may wait until the reader rests */
  const show = (late) => {
    const { kept, total, counts } = narrow(index, state);
    kept.forEach((keep, event) => { rows[event].hidden = !keep; });
    for (const { section, link, events } of years) {
      section.hidden = !events.some((event) => kept[event]);
      if (link) link.hidden = section.hidden;
    }
    for (const { mark, title, name, number, events } of marks) {
      const left = events.filter((event) => kept[event] ?? true);
      mark.classList.toggle("out", left.length === 0);
      if (!number || !title || left.length === 0) continue;
      number.textContent = `${left.length}`;
      title.textContent = left.length < events.length ? `${left.length} of ${name}` : name;
      mark.setAttribute("href", `#${rows[left[0]].id}`);
    }
    boxes.forEach((box) => {
      const count = counts[box.name][choices[box.name].indexOf(box.value)];
      const label = /** @type {HTMLElement} */ (box.parentElement);
      /** @type {HTMLElement} */ (label.querySelector(".n")).textContent = `${count}`;
      label.classList.toggle("none", count === 0);
    });
    options.forEach((option, at) => { option.text = `${names[at]}, ${counts.person[at]}`; });
    let all = state.text ? 1 : 0;
    for (const [name, values] of Object.entries(state.chosen)) {
      all += values.length;
      const set = form.querySelector(`[data-field="${name}"]`)?.parentElement?.querySelector("summary .set");
      if (set) set.textContent = values.length ? `${values.length}` : "";
    }
    /** @type {HTMLElement} */ (only.querySelector(".set")).textContent = all ? `${all}` : "";
    clear.disabled = all === 0;
    const whole = `${rows.length.toLocaleString("en")} event${rows.length === 1 ? "" : "s"}`;
    const said = all ? `${total.toLocaleString("en")} of ${whole}` : whole;
    heading.textContent = said;
    clearTimeout(timer);
    timer = setTimeout(() => { /** @type {HTMLElement} */ (output.firstElementChild).textContent = said; }, late ? WAIT : 0);
  };

  /** @param {boolean} typing whether the address is the same step of the reader's way */
  const changed = (typing) => {
    state = { text: field.value.trim(), chosen: {} };
    for (const name of Object.keys(choices)) state.chosen[name] = boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
    state.chosen.person = people.value ? [people.value] : [];
    const address = location.pathname + write(state, location.search) + location.hash;
    if (address !== location.pathname + location.search + location.hash) {
      if (typing) history.replaceState(history.state, "", address);
      else history.pushState(null, "", address);
    }
    show(typing);
  };

  const back = () => {
    state = read(location.search, choices);
    fill();
    show(false);
  };

  const shut = () => { for (const open of form.querySelectorAll("details[open]")) open.removeAttribute("open"); };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => { if (event.target !== field) changed(false); });
  field.addEventListener("input", () => changed(true));
  clear.addEventListener("click", () => {
    form.reset();
    changed(false);
    field.focus();
  });
  only.addEventListener("click", () => only.setAttribute("aria-expanded", `${form.classList.toggle("unfolded")}`));
  document.addEventListener("click", (event) => {
    if (!/** @type {Element} */ (event.target).closest?.(".filters details")) shut();
  });
  root.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !target.matches("input[type=search], select")) {
      field.focus();
    } else if (event.key === "Escape" && target === field) {
      field.value = "";
      changed(true);
    } else if (event.key === "Escape" && target.closest("details[open]")) {
      target.closest("details")?.querySelector("summary")?.focus();
      shut();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  addEventListener("popstate", back);
  if (location.search) back();
  else {
    /* What a browser filled in by itself when the reader came back counts for nothing: the address does. */
    form.reset();
    state = read("", choices);
  }
  form.classList.remove("needs-script");
};

for (const root of document.querySelectorAll(".timeline")) mount(/** @type {HTMLElement} */ (root));
