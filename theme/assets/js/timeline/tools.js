/* The row of tools over the picture: windows, zoom, the day, tours, sharing, help. */
import { fromIso, iso } from "./days.js";

/** @typedef {import("./index.js").Index} Index */

/**
 * @param {HTMLElement} root
 * @param {Index} index
 * @param {any} acts
 */
export const toolsOf = (root, index, acts) => {
  const bar = /** @type {HTMLElement | null} */ (root.querySelector(".tools"));
  if (!bar) return null;
  const day = /** @type {HTMLInputElement | null} */ (bar.querySelector("[name=as-of]"));
  const tours = /** @type {HTMLSelectElement | null} */ (bar.querySelector("[name=tour]"));
  const dialog = /** @type {HTMLDialogElement | null} */ (root.querySelector("dialog.help"));
  const answer = /** @type {HTMLElement | null} */ (bar.querySelector(".done"));
  const help = () => dialog?.showModal();

  bar.addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
    const { do: act, give } = pressed?.dataset ?? {};
    if (act === "help") help();
    else if (act) acts[act]();
    if (give) {
      import("./share.js").then(({ give: deliver }) => deliver(give, index, acts)).then((words) => {
        if (answer) answer.textContent = words;
      }, () => { if (answer) answer.textContent = "That did not work."; });
    }
  });
  dialog?.querySelector("button")?.addEventListener("click", () => dialog.close());
  day?.addEventListener("change", () => {
    const chosen = fromIso(day.value);
    acts.asOf(Number.isNaN(chosen) ? null : chosen);
  });
  tours?.addEventListener("change", () => { if (tours.value) acts.tour(tours.value); });

  return {
    help,
    /** @param {import("./address.js").State} state @param {[number, number]} window */
    show: (state, [from, to]) => {
      if (day && document.activeElement !== day) day.value = state.asOf === null ? "" : iso(state.asOf);
      if (tours) tours.value = state.tour;
      for (const [act, [first, last]] of /** @type {[string, [number, number]][]} */ ([["all", index.whole], ["recent", index.recent]])) {
        const pressed = Math.abs(first - from) < 1 && Math.abs(last - to) < 1;
        bar.querySelector(`[data-do=${act}]`)?.setAttribute("aria-pressed", `${pressed}`);
      }
      bar.querySelector("[data-do=in]")?.toggleAttribute("disabled", to - from <= 7.01);
      bar.querySelector("[data-do=out]")?.toggleAttribute("disabled", from <= index.whole[0] && to >= index.whole[1]);
    },
  };
};
