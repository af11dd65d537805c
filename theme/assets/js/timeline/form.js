/* The controls of the filter: they say what is chosen, and how many events each choice would leave. Fetched when a reader turns to
   them, or an address chooses. */
import { peopleAt } from "./filter.js";
import { button } from "./make.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./filter.js").Kept} Kept */
/** @typedef {{ text: string, chosen: Record<string, string[]> }} Asked */

/**
 * The people who were chosen, each a chip that takes itself away, and the field that adds one.
 * @param {HTMLFormElement} form
 * @param {Index} index
 * @param {() => void} changed
 */
const peopleOf = (form, index, changed) => {
  const field = /** @type {HTMLSelectElement} */ (form.elements.namedItem("person")), chips = /** @type {HTMLElement} */ (form.querySelector(".chosen"));
  /** @type {string[]} */
  let chosen = [];
  /** @param {string} id */
  const nameOf = (id) => index.labels.person?.[index.choices.person.indexOf(id)] ?? id;
  /** @param {string[]} ids */
  const choose = (ids) => {
    chosen = ids;
    field.value = "";
    chips.replaceChildren(...ids.map((id) => {
      const chip = button(`${nameOf(id)} ×`, () => {
        choose(chosen.filter((other) => other !== id));
        field.focus();
        changed();
      });
      chip.className = "chip";
      chip.setAttribute("aria-label", `${nameOf(id)}: take away`);
      return chip;
    }));
  };
  return {
    field, choose, nameOf,
    get chosen() { return chosen; },
    /** Take what the field says. */
    add: () => choose(field.value && !chosen.includes(field.value) ? [...chosen, field.value] : chosen),
    /** Offer everybody, a group for each party. */
    offer: () => {
      if (field.options.length > 1) return;
      let at = 0;
      field.append(...index.groups.map(([title, size]) => {
        const group = document.createElement("optgroup");
        group.label = title;
        group.append(...index.choices.person.slice(at, at += size).map((id, number) => new Option(index.labels.person[at - size + number], id)));
        return group;
      }));
    },
    /** @param {number[]} counts */
    count: (counts) => [...field.options].slice(1).forEach((option, at) => {
      const words = `${index.labels.person[at]}, ${counts[at]}`;
      if (option.text !== words) option.text = words;
    }),
  };
};

/** What a choice is called, without its number. @param {Element} label */
const labelIn = (label) => label.querySelector("input")?.nextSibling?.textContent?.trim().replace(/, all$/, "") ?? "";

/* The controls that ask for names and people, and what a reader comes by on the way to them. */
const NAMING = "[name=q], [name=person], .only, .pick:has(+ [name=person])";

/**
 * @param {HTMLFormElement} form
 * @param {import("./live.js").Timeline} timeline
 * @param {ReturnType<typeof import("./filter.js").sifterOf>} narrow
 */
export const formOf = (form, timeline, narrow) => {
  const { root, index, shown } = timeline, field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[type=checkbox]")]);
  const only = /** @type {HTMLButtonElement} */ (form.querySelector(".only")), clear = /** @type {HTMLButtonElement} */ (form.querySelector(".clear"));
  const people = peopleOf(form, index, () => changed(asked(), false));
  /* What each box counted last: only what has changed is written. */
  const counted = new Map(boxes.map((box) => [box, -1]));
  /** @type {Kept["counts"]} */
  let counts = {};

  /* Whether all years are shown because something is chosen, and not because a reader asked for them. */
  let widened = true;
  /** Choose otherwise; a window that a choice has widened is the one before again when nothing is chosen. @param {Asked} asked @param {boolean} typing */
  const changed = (asked, typing) => {
    const { opening: [from, to], window, filtered } = shown, opens = window[0] === from && window[1] === to;
    Object.assign(shown.state, asked);
    shown.sift(narrow(shown.state));
    if (!filtered) widened = opens;
    if (opens && widened) shown.window = shown.opening;
    timeline.step(typing);
    timeline.render();
  };
  const asked = () => {
    /** @type {Asked} */
    const found = { text: field.value.trim(), chosen: { person: people.chosen } };
    for (const box of boxes) {
      const values = (found.chosen[box.name] ??= []);
      if (box.checked) values.push(box.value);
    }
    return found;
  };

  /** Write the counts of boxes. @param {HTMLInputElement[]} some */
  const write = (some) => {
    for (const box of some) {
      const count = counts[box.name]?.[index.choices[box.name].indexOf(box.value)] ?? 0;
      if (counted.get(box) === count) continue;
      counted.set(box, count);
      const label = /** @type {HTMLElement} */ (box.parentElement);
      /** @type {Text} */ (/** @type {HTMLElement} */ (label.querySelector(".n")).firstChild).data = `${count}`;
      label.classList.toggle("none", count === 0);
    }
  };
  const sets = new Map([...form.querySelectorAll("[data-field]")].map((field) => [field.getAttribute("data-field"), field.parentElement?.querySelector("summary .set")]));
  const inSight = () => boxes.filter((box) => box.closest("details")?.open);
  /** Say what all other choices count. */
  const countRest = () => {
    write(boxes);
    if (counts.person) people.count(counts.person);
  };
  let wanted = false;
  /** A reader turns to what looks for people and names. */
  const want = async () => {
    if (wanted) return;
    wanted = true;
    timeline.name();
    await peopleAt(timeline.url, index);
    people.offer();
    timeline.sift();
    if (shown.state.text) timeline.render();
    else countRest();
  };
  for (const set of form.querySelectorAll("[data-field]")) index.labels[set.getAttribute("data-field") ?? ""] ??= [...set.querySelectorAll("label")].map(labelIn);
  if (index.choices.person) people.offer();

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target === field) return;
    if (event.target === people.field) people.add();
    changed(asked(), false);
  });
  for (const turn of ["pointerover", "focusin"]) {
    form.addEventListener(turn, ({ target }) => { if (/** @type {Element} */ (target).closest(NAMING)) want().catch(() => {}); });
  }
  if (form.querySelector(`:is(${NAMING}):is(:hover, :focus)`)) want().catch(() => {});
  form.addEventListener("toggle", () => write(inSight()), true);
  field.addEventListener("input", () => changed(asked(), true));
  clear.addEventListener("click", () => {
    form.reset();
    people.choose([]);
    changed(asked(), false);
    field.focus();
  });
  only.addEventListener("click", () => only.setAttribute("aria-expanded", `${form.classList.toggle("unfolded")}`));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.target !== field || !field.value) return;
    event.preventDefault();
    event.stopPropagation();
    field.value = "";
    changed(asked(), true);
  });

  document.addEventListener("click", ({ target }) => {
    for (const open of root.querySelectorAll("details.pick[open]")) if (!open.contains(/** @type {Node} */ (target))) open.removeAttribute("open");
  });

  return {
    /** What the one value that is chosen is called, where it is the only one. */
    sole: () => {
      const { text, chosen } = asked();
      const values = Object.values(chosen).flat();
      if (text || values.length !== 1) return "";
      const box = boxes.find((one) => one.checked);
      return box ? labelIn(/** @type {Element} */ (box.parentElement)) : people.nameOf(values[0]);
    },
    /** @param {Asked} state */
    fill: (state) => {
      if (field.value.trim() !== state.text) field.value = state.text;
      for (const box of boxes) box.checked = state.chosen[box.name]?.includes(box.value) ?? false;
      people.choose(state.chosen.person ?? []);
    },
    /** Say what is chosen, and what the choices in sight count. @param {Kept} found @param {Asked} state */
    count: (found, state) => {
      ({ counts } = found);
      write(inSight());
      const all = Object.values(state.chosen).reduce((sum, { length }) => sum + length, state.text ? 1 : 0);
      for (const [name, set] of sets) {
        const number = `${state.chosen[name ?? ""]?.length || ""}`;
        if (set && set.textContent !== number) set.textContent = number;
      }
      /** @type {HTMLElement} */ (only.querySelector(".set")).textContent = all ? `${all}` : "";
      clear.disabled = all === 0;
    },
    countRest,
  };
};
