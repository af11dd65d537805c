/* `<event-timeline>`: what the page needs at once. Where the server has drawn what is asked for, its picture stands and the
   page is ready; what makes it live (`live.js`) is fetched when the browser has time, or at the first gesture, which then
   is not lost; only then where a reader asks browsers to save data. Where another view is asked for it is fetched at once. */

/** The query that a timeline begins with. @param {HTMLElement} root */
export const queryOf = (root) => ("address" in root.dataset ? location.search : (root.dataset.query ?? ""));

/** Whether the server's picture is what is asked for, as wide as there is room. @param {HTMLElement} root */
export const standsIn = (root) => {
  const own = "address" in root.dataset && location.search, plot = root.querySelector(".plot");
  return !own && [...plot?.querySelectorAll("svg") ?? []].some((svg) => svg.checkVisibility() && +(svg.getAttribute("width") ?? 0) === plot?.clientWidth);
};

/** Keep what a reader does until a timeline is live. @param {HTMLElement} root @param {() => void} start */
const holding = (root, start) => {
  /** @type {(() => void)[]} */
  const held = [];
  const over = new AbortController(), options = { capture: true, signal: over.signal };
  for (const gesture of ["pointerover", "pointerdown", "focusin"]) root.addEventListener(gesture, start, options);
  root.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".plot a, button"));
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    /* The server's picture goes when the timeline is live, its place stays. */
    const { detail, clientX, clientY } = event, place = target.closest(".plot") ?? target;
    held.push(() => (detail ? place : document.activeElement)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail, clientX, clientY })));
  }, options);
  root.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target), { value, checked } = field;
    held.push(() => {
      Object.assign(field, { value, checked });
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    });
  }, options);
  /** Let go; do now what was kept, unless the timeline cannot. @param {boolean} live */
  return (live) => {
    over.abort();
    if (live) for (const act of held) act();
  };
};

/** A timeline: it takes over the picture and the controls that it holds. */
class EventTimeline extends HTMLElement {
  connectedCallback() {
    if (this.dataset.started !== undefined) return;
    this.dataset.started = "";
    const stands = standsIn(this);
    let begun = false;
    const start = () => {
      if (begun) return;
      begun = true;
      for (const list of /** @type {NodeListOf<HTMLTemplateElement>} */ (document.querySelectorAll("template.modules"))) list.replaceWith(list.content);
      import("./live.js").then(({ live }) => live(this)).then(() => release(true), () => {
        /* Without the index the picture and the list of the server stay: they are whole. */
        this.classList.add("failed");
        for (const part of controls) part.classList.add("needs-script");
        release(false);
      });
    };
    const release = holding(this, start), controls = [...this.querySelectorAll(".needs-script")];
    const saves = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData;
    if (!stands) start();
    else if (!saves) (window.requestIdleCallback ?? setTimeout)(start);
    this.dataset.drawn = stands ? "1" : "0";
    for (const part of controls) part.classList.remove("needs-script");
  }
}

customElements.define("event-timeline", EventTimeline);
