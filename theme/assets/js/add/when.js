/* The plain answers to when something happened, tied to the text of the date. */
import { compose, decompose, ends } from "./compose.js";

/** @typedef {import("./compose.js").Parts} Parts @typedef {import("./compose.js").Point} Point */

const LEGENDS = /** @type {Record<string, Record<string, string>>} */ ({
  from: { one: "Day", span: "First day", after: "Not before", between: "Not before", on: "First day", unended: "First day" },
  to: { span: "Last day", before: "Not after", between: "Not after", unbegun: "Last day" },
});

/** Bring the answers to life; gives what takes the text of the date apart again. @param {HTMLElement} box */
export const when = (box) => {
  const find = (/** @type {string} */ what) => /** @type {HTMLInputElement | HTMLSelectElement} */ (box.querySelector(what));
  const [form, sure, text] = [".form", ".sure", ".field input"].map(find);
  const bounds = /** @type {Record<"from" | "to", HTMLElement>} */ (Object.fromEntries(["from", "to"].map((end) => [end, box.querySelector(`[data-bound=${end}]`)])));
  const inside = (/** @type {HTMLElement} */ bound) => ["year", "month", "day"].map((part) => /** @type {HTMLInputElement} */ (bound.querySelector(`.${part}`)));

  /** @param {HTMLElement} bound @returns {Point} */
  const point = (bound) => {
    const [year, month, day] = inside(bound).map((one) => one.value);
    return { year, month, day };
  };
  const show = () => {
    const wanted = ends(form.value);
    for (const end of /** @type {("from" | "to")[]} */ (["from", "to"])) {
      bounds[end].hidden = !wanted.includes(end);
      bounds[end].querySelector("legend")?.replaceChildren(LEGENDS[end][form.value] ?? "");
    }
    const label = sure.closest("label");
    if (label) label.hidden = form.value === "typed";
  };
  const apart = () => {
    const parts = decompose(text.value.trim());
    if (text.value || parts.form !== "one") form.value = parts.form;
    sure.value = parts.sure;
    for (const end of /** @type {("from" | "to")[]} */ (["from", "to"])) {
      const { year, month, day } = parts[end];
      inside(bounds[end]).forEach((one, at) => { one.value = [year, month, day.replace(/^0/, "")][at]; });
    }
    show();
  };

  box.addEventListener("input", (event) => {
    if (event.target === text) {
      if (event.isTrusted) apart();
      return;
    }
    show();
    const made = compose({ form: form.value, from: point(bounds.from), to: point(bounds.to), sure: sure.value });
    if (form.value !== "typed" && made !== text.value) {
      text.value = made;
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  apart();
  return apart;
};
