/* Paper: before the page of the timeline is printed it gets the whole timeline as sheets, afterwards it loses them. */

/**
 * @param {HTMLElement} root
 * @param {{ lay: (lay: typeof import("./sheets.js").lay) => HTMLElement, back: () => void }} to lays the sheets out and lists all that
 *   they hold; goes back to what the screen showed
 * @returns {() => Promise<void>} resolves when the page can be printed
 */
export const printingOf = (root, { lay, back }) => {
  /** @type {typeof import("./sheets.js").lay | null} */
  let layer = null;
  /** @type {HTMLElement | null} */
  let sheets = null;
  const ready = () => import("./sheets.js").then((module) => { layer = module.lay; });
  addEventListener("beforeprint", () => {
    if (!layer || sheets) return;
    sheets = lay(layer);
    root.querySelector(".stage")?.before(sheets);
    root.classList.add("sheeted");
  });
  addEventListener("afterprint", () => {
    sheets?.remove();
    sheets = null;
    root.classList.remove("sheeted");
    back();
  });
  /* A print that the browser's own menu asks for cannot wait: what lays the sheets out is fetched while nothing is to do. */
  (window.requestIdleCallback ?? setTimeout)(() => { ready().catch(() => {}); });
  return ready;
};
