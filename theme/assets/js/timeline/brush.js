/* The overview of all years, with a window that is dragged, resized, and driven by keys as three sliders. */
import { iso, monthName } from "./days.js";
import { overview, reaches } from "./overview.js";
import { NARROWEST } from "./shown.js";
import { add, pictureIn, sized } from "./stage.js";
import { windowWords } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./draw.js").View} View */

const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -1e4, End: 1e4 };
const MONTH = 30.44;

/**
 * @param {HTMLElement} box
 * @param {Index} index
 * @param {(window: [number, number]) => void} move
 */
export const brushOf = (box, index, move) => {
  const served = [...box.children], svg = pictureIn(box, "tl ov");
  /** @type {View} */
  let view;
  /** @type {import("./scale.js").Scale} */
  let scale;
  const [first, last] = index.whole;

  /** @type {Record<string, (days: number, window: [number, number]) => [number, number]>} */
  const WAYS = {
    all: (days, [from, to]) => {
      const moved = Math.max(first - from, Math.min(last - to, days));
      return [from + moved, to + moved];
    },
    from: (days, [from, to]) => [Math.max(first, Math.min(to - NARROWEST, from + days)), to],
    to: (days, [from, to]) => [from, Math.min(last, Math.max(from + NARROWEST, to + days))],
  };
  const handles = Object.keys(WAYS).map((name) => {
    const handle = add("span", `handle on-${name}`, box);
    handle.tabIndex = 0;
    handle.role = "slider";
    handle.ariaLabel = { all: "Window", from: "Beginning of the window", to: "End of the window" }[name] ?? "";
    handle.ariaValueMin = `${first}`;
    handle.ariaValueMax = `${last}`;
    handle.addEventListener("keydown", (event) => {
      const step = STEPS[/** @type {keyof typeof STEPS} */ (event.key)];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      move(WAYS[name](step * MONTH, [view.from, view.to]));
    });
    handle.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.stopPropagation();
      handle.setPointerCapture(event.pointerId);
      const began = event.clientX;
      const window = /** @type {[number, number]} */ ([view.from, view.to]);
      const drag = (/** @type {PointerEvent} */ moved) => move(WAYS[name](scale.day(scale.left + moved.clientX - began) - first, window));
      handle.addEventListener("pointermove", drag);
      handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", drag), { once: true });
    });
    return { name, handle };
  });
  box.addEventListener("pointerdown", (event) => {
    const x = event.clientX - box.getBoundingClientRect().left;
    if (event.button || x < scale.left || x > scale.right) return;
    move(WAYS.all(scale.day(x) - (view.from + view.to) / 2, [view.from, view.to]));
  });

  return {
    /** Show a view: years and handles. @param {View} next */
    show: (next) => {
      view = next;
      const drawn = overview(index, view);
      for (const one of served.splice(0)) one.remove();
      sized(svg, drawn.width, drawn.height);
      svg.innerHTML = drawn.svg;
      ({ scale } = drawn);
      const places = reaches(drawn.start, drawn.end);
      const values = { all: (view.from + view.to) / 2, from: view.from, to: view.to };
      const said = { all: windowWords(view.from, view.to), from: monthName(view.from), to: monthName(view.to) };
      for (const { name, handle } of handles) {
        const key = /** @type {keyof typeof values} */ (name);
        handle.style.left = `${places[key][0]}px`;
        handle.style.width = `${places[key][1]}px`;
        handle.style.setProperty("--inwards", `${places.inwards}px`);
        handle.ariaValueNow = `${Math.round(values[key])}`;
        handle.ariaValueText = said[key];
        handle.title = key === "all" ? said.all : iso(values[key]);
      }
    },
  };
};
