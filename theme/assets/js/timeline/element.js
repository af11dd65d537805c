/* `<event-timeline>`: what the page needs at once. Where the server has drawn what is asked for, its picture stands and the
   page is ready; what makes it live (`live.js`) is fetched when the browser has time, or at the first gesture, which then
   is not lost; only then where a reader asks browsers to save data. Where another view is asked for it is fetched at once. */

/** Below this width the picture is drawn for phones. */
export const NARROW = 600;

/** The query that a timeline begins with. @param {HTMLElement} root */
export const queryOf = (root) => ("address" in root.dataset ? location.search : (root.dataset.query ?? ""));

/** Fetch the way to draw that fits a width. @param {number} width @returns {Promise<{ format: import("./draw.js").Format }>} */
export const formatFor = (width) => (width < NARROW ? import("./narrow.js") : import("./wide.js"));

/** Whether the server's picture is what is asked for, as wide as there is room. @param {HTMLElement} root */
const standsIn = (root) => {
  const own = "address" in root.dataset && location.search, plot = root.querySelector(".plot");
  return !own && [...plot?.querySelectorAll("svg") ?? []].some((svg) => svg.checkVisibility() && +(svg.getAttribute("width") ?? 0) === plot?.clientWidth);
};

/**
 * Start a part of the page once a reader turns to it, and then do what was done there meanwhile, unless it cannot start.
 * @param {HTMLElement} part
 * @param {() => Promise<void>} start
 * @returns {() => Promise<void>} starts it now
 */
export const awaiting = (part, start) => {
  /** @type {(() => void)[]} */
  const held = [];
  /** @type {Promise<void> | null} */
  let begun = null;
  const over = new AbortController(), options = { capture: true, signal: over.signal };
  const begin = () => (begun ??= start().finally(() => over.abort()).then(() => { for (const act of held) act(); }, () => {}));
  for (const gesture of ["pointerover", "pointerdown", "focusin", "click", "input"]) part.addEventListener(gesture, begin, options);
  part.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".plot a, button"));
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    /* The server's picture goes when the timeline is live, its place stays. */
    const { detail, clientX, clientY } = event, place = target.closest(".plot") ?? target;
    held.push(() => (detail ? place : document.activeElement)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail, clientX, clientY })));
  }, options);
  part.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target), { value, checked } = field;
    held.push(() => {
      Object.assign(field, { value, checked });
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    });
  }, options);
  return begin;
};

/** A timeline: it takes over the picture and the controls that it holds. */
class EventTimeline extends HTMLElement {
  connectedCallback() {
    if (this.dataset.started !== undefined) return;
    this.dataset.started = "";
    const stands = standsIn(this), controls = [...this.querySelectorAll(".needs-script")];
    const begin = awaiting(this, async () => {
      for (const list of /** @type {NodeListOf<HTMLTemplateElement>} */ (document.querySelectorAll("template.modules"))) list.replaceWith(list.content);
      /* The index comes beside the modules that ask for it, and not after them. */
      for (const file of this.dataset.listed === undefined ? ["index", "labels"] : ["index"]) {
        const href = (this.dataset.index ?? "").replace(/index(?=\.json)/, file);
        document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
      }
      try {
        const format = formatFor((this.querySelector(".plot") ?? this).clientWidth), naming = this.dataset.listed === undefined ? import("./labels.js") : import("./rows.js");
        await Promise.all([import("./live.js").then(({ live }) => live(this)), format, naming]);
      } catch (fault) {
        /* Without the index the picture and the list of the server stay: they are whole. */
        this.classList.add("failed");
        for (const part of controls) part.classList.add("needs-script");
        throw fault;
      }
    });
    const saves = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData;
    if (!stands) begin();
    else if (!saves) (window.requestIdleCallback ?? setTimeout)(begin);
    this.dataset.drawn = stands ? "1" : "0";
    for (const part of controls) part.classList.remove("needs-script");
  }
}

customElements.define("event-timeline", EventTimeline);
