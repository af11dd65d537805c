/* The row of tools over the picture: windows, zoom, the day, tours, sharing, help. */
import { fromIso, iso } from "./days.js";

/** @param {import("./live.js").Timeline} timeline */
export const toolsOf = (timeline) => {
  const { root, index, acts } = timeline, bar = root.querySelector(".tools");
  if (!bar) return null;
  const day = /** @type {HTMLInputElement | null} */ (bar.querySelector("[name=as-of]"));
  const tours = /** @type {HTMLSelectElement | null} */ (bar.querySelector("[name=tour]"));
  const dialog = /** @type {HTMLDialogElement | null} */ (root.querySelector("dialog.help"));
  const help = dialog ? () => dialog.showModal() : undefined;
  /** @param {string} words */
  const answer = (words) => { for (const place of bar.querySelectorAll(".done")) place.textContent = words; };

  bar.addEventListener("click", (event) => {
    const { do: act, give } = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"))?.dataset ?? {};
    if (act === "help") help?.();
    else if (act) acts[/** @type {keyof typeof acts} */ (act)]();
    if (give) import("./share.js").then((share) => share.give(give, timeline)).then(answer, () => answer("That did not work."));
  });
  dialog?.querySelector("button")?.addEventListener("click", () => dialog.close());
  day?.addEventListener("change", () => {
    const chosen = fromIso(day.value);
    timeline.asOf(Number.isNaN(chosen) ? null : chosen);
  });
  tours?.addEventListener("change", () => { if (tours.value) timeline.beside().then((opener) => opener.tour(tours.value)); });

  return {
    help,
    /** @param {import("./address.js").State} state @param {[number, number]} window */
    show: ({ asOf, tour }, [from, to]) => {
      if (day && document.activeElement !== day) day.value = asOf === null ? "" : iso(asOf);
      if (tours) tours.value = tour;
      for (const [act, [first, last]] of /** @type {[string, [number, number]][]} */ ([["all", index.whole], ["recent", index.recent]])) {
        bar.querySelector(`[data-do=${act}]`)?.setAttribute("aria-pressed", `${Math.abs(first - from) < 1 && Math.abs(last - to) < 1}`);
      }
      bar.querySelector("[data-do=in]")?.toggleAttribute("disabled", to - from <= 7.01);
      bar.querySelector("[data-do=out]")?.toggleAttribute("disabled", from <= index.whole[0] && to >= index.whole[1]);
    },
  };
};
