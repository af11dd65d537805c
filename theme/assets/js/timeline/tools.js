/* The row of tools over the picture: which windows are shown, the day, tours, sharing, help. Fetched when a reader turns to the
   timeline; what the buttons for windows do, `live.js` does at once. */
import { fromIso } from "./dates.js";
import { iso } from "./days.js";

/** @param {import("./live.js").Timeline} timeline */
export const toolsOf = (timeline) => {
  const { root, index, shown } = timeline, bar = root.querySelector(".tools");
  if (!bar) return null;
  const day = /** @type {HTMLInputElement | null} */ (bar.querySelector("[name=as-of]"));
  const tours = /** @type {HTMLSelectElement | null} */ (bar.querySelector("[name=tour]"));
  const dialog = /** @type {HTMLDialogElement | null} */ (root.querySelector("dialog.help"));
  const help = dialog ? () => dialog.showModal() : undefined;
  /** @param {string} words */
  const answer = (words) => { for (const place of bar.querySelectorAll(".done")) place.textContent = words; };

  dialog?.querySelector("button")?.addEventListener("click", () => dialog.close());

  const show = () => {
    const { state: { asOf, tour }, window: [from, to] } = shown;
    if (day && document.activeElement !== day) day.value = asOf === null ? "" : iso(asOf);
    if (tours) tours.value = tour;
    for (const [act, [first, last]] of /** @type {[string, [number, number]][]} */ ([["all", index.whole], ["recent", index.recent]])) {
      bar.querySelector(`[data-do=${act}]`)?.setAttribute("aria-pressed", `${Math.abs(first - from) < 1 && Math.abs(last - to) < 1}`);
    }
    bar.querySelector("[data-do=in]")?.toggleAttribute("disabled", to - from <= 7.01);
    bar.querySelector("[data-do=out]")?.toggleAttribute("disabled", from <= index.whole[0] && to >= index.whole[1]);
  };
  show();
  return {
    help,
    show,
    /** Do what a button or a field says. @param {string} name @param {string} value @param {DOMStringMap} says */
    use: async (name, value, { do: act, give }) => {
      /* Said once more, the same words are heard only where there were none in between. */
      if (give) {
        answer("");
        import("./share.js").then((share) => share.give(give, timeline)).then(answer, () => answer("That did not work."));
      }
      if (act === "help") help?.();
      if (name === "as-of") (await timeline.beside()).asOf(fromIso(value) || null);
      if (name === "tour" && value) (await timeline.beside()).tour(value);
    },
  };
};
