/* The controls of the filter: they say what is chosen, and how many events each choice would leave. */

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./filter.js").Kept} Kept */
/** @typedef {{ text: string, chosen: Record<string, string[]> }} Asked */

/**
 * @param {HTMLFormElement} form
 * @param {Index} index
 * @param {(asked: Asked, typing: boolean) => void} changed
 */
export const formOf = (form, index, changed) => {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const people = /** @type {HTMLSelectElement} */ (form.elements.namedItem("person"));
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[type=checkbox]")]);
  const only = /** @type {HTMLButtonElement} */ (form.querySelector(".only"));
  const clear = /** @type {HTMLButtonElement} */ (form.querySelector(".clear"));
  const chips = /** @type {HTMLElement} */ (form.querySelector(".chosen"));
  const options = [...people.options].slice(1);
  const names = options.map((option) => option.text.replace(/, \d+$/, ""));
  /** @type {string[]} */
  let persons = [];
  /** What each choice counted last: only what has changed is written. @type {Record<string, number[]>} */
  let counted = {};

  const asked = () => {
    /** @type {Asked} */
    const found = { text: field.value.trim(), chosen: { person: persons } };
    for (const box of boxes) {
      const values = (found.chosen[box.name] ??= []);
      if (box.checked) values.push(box.value);
    }
    return found;
  };

  const drawChips = () => {
    chips.replaceChildren(...persons.map((id) => {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = "chip";
      const name = names[options.findIndex((option) => option.value === id)];
      chip.textContent = `${name} ×`;
      chip.setAttribute("aria-label", `${name}: take away`);
      chip.addEventListener("click", () => {
        persons = persons.filter((other) => other !== id);
        drawChips();
        people.focus();
        changed(asked(), false);
      });
      return chip;
    }));
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target === field) return;
    if (event.target === people) {
      if (people.value && !persons.includes(people.value)) persons = [...persons, people.value];
      people.value = "";
      drawChips();
    }
    changed(asked(), false);
  });
  field.addEventListener("input", () => changed(asked(), true));
  clear.addEventListener("click", () => {
    form.reset();
    persons = [];
    drawChips();
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

  return {
    field,
    /** What the one value that is chosen is called, where it is the only one. */
    sole: () => {
      const { text, chosen } = asked();
      const values = Object.values(chosen).flat();
      if (text || values.length !== 1) return "";
      if (persons.length) return names[options.findIndex((option) => option.value === persons[0])];
      return boxes.find((box) => box.checked)?.nextSibling?.textContent?.trim().replace(/, all$/, "") ?? "";
    },
    /** @param {Asked} state */
    fill: (state) => {
      if (field.value.trim() !== state.text) field.value = state.text;
      for (const box of boxes) box.checked = state.chosen[box.name]?.includes(box.value) ?? false;
      persons = state.chosen.person ?? [];
      people.value = "";
      drawChips();
    },
    /** @param {Kept} found @param {Asked} state */
    count: ({ counts }, state) => {
      const was = counted;
      counted = counts;
      for (const box of boxes) {
        const at = index.choices[box.name].indexOf(box.value);
        const count = counts[box.name]?.[at] ?? 0;
        if (was[box.name]?.[at] === count) continue;
        const label = /** @type {HTMLElement} */ (box.parentElement);
        /** @type {HTMLElement} */ (label.querySelector(".n")).textContent = `${count}`;
        label.classList.toggle("none", count === 0);
      }
      options.forEach((option, at) => { if (was.person?.[at] !== counts.person[at]) option.text = `${names[at]}, ${counts.person[at]}`; });
      let all = state.text ? 1 : 0;
      for (const [name, values] of Object.entries(state.chosen)) {
        all += values.length;
        const set = form.querySelector(`[data-field="${name}"]`)?.parentElement?.querySelector("summary .set");
        if (set) set.textContent = values.length ? `${values.length}` : "";
      }
      /** @type {HTMLElement} */ (only.querySelector(".set")).textContent = all ? `${all}` : "";
      clear.disabled = all === 0;
    },
  };
};
