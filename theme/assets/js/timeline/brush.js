/* The overview of all years, with a window that is dragged, resized, and driven by keys as three sliders. */
import { iso, monthName } from "./days.js";
import { margins } from "./overview.js";
import { windowWords } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./draw.js").View} View */

const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -1e4, End: 1e4 };
const MONTH = 30.44;
const LEAST = 7;

/**
 * @param {HTMLElement} box
 * @param {Index} index
 * @param {(window: [number, number]) => void} move
 */
export const brushOf = (box, index, move) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.classList.add("tl", "ov");
  svg.setAttribute("aria-hidden", "true");
  svg.style.display = "none";
  box.append(svg);
  /** @type {View} */
  let view;
  let left = 0;
  let right = 1;
  const [first, last] = index.whole;

  /** @param {number} x */
  const dayAt = (x) => first + ((x - left) / (right - left)) * (last - first);
  /** @param {number} day */
  const xOf = (day) => left + ((day - first) / (last - first)) * (right - left);

  /** @type {Record<string, (days: number, window: [number, number]) => [number, number]>} */
  const WAYS = {
    all: (days, [from, to]) => {
      const moved = Math.max(first - from, Math.min(last - to, days));
      return [from + moved, to + moved];
    },
    from: (days, [from, to]) => [Math.max(first, Math.min(to - LEAST, from + days)), to],
    to: (days, [from, to]) => [from, Math.min(last, Math.max(from + LEAST, to + days))],
  };
  const handles = Object.keys(WAYS).map((name) => {
    const handle = document.createElement("span");
    handle.className = `handle on-${name}`;
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", { all: "Window", from: "Beginning of the window", to: "End of the window" }[name] ?? "");
    handle.setAttribute("aria-valuemin", `${first}`);
    handle.setAttribute("aria-valuemax", `${last}`);
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
      const drag = (/** @type {PointerEvent} */ moved) => move(WAYS[name](dayAt(left + moved.clientX - began) - first, window));
      handle.addEventListener("pointermove", drag);
      handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", drag), { once: true });
    });
    box.append(handle);
    return { name, handle };
  });
  box.addEventListener("pointerdown", (event) => {
    const x = event.clientX - box.getBoundingClientRect().left;
    if (event.button || x < left || x > right) return;
    move(WAYS.all(dayAt(x) - (view.from + view.to) / 2, [view.from, view.to]));
  });

  return {
    /** Put a drawing in the place of what stands there. @param {{ svg: string, width: number, height: number }} drawn */
    paint: (drawn) => {
      for (const name of /** @type {const} */ (["width", "height"])) svg.setAttribute(name, `${drawn[name]}`);
      svg.setAttribute("viewBox", `0 0 ${drawn.width} ${drawn.height}`);
      svg.innerHTML = drawn.svg;
      svg.style.display = "";
    },
    /** Bring the handles to a window. @param {View} next */
    show: (next) => {
      view = next;
      ({ left, right } = margins(next.width));
      const [start, end] = [xOf(Math.max(first, view.from)), xOf(Math.min(last, view.to))];
      const places = { all: [start, end - start], from: [start - 22, 44], to: [end - 22, 44] };
      const values = { all: (view.from + view.to) / 2, from: view.from, to: view.to };
      const said = { all: windowWords(view.from, view.to), from: monthName(view.from), to: monthName(view.to) };
      for (const { name, handle } of handles) {
        const key = /** @type {keyof typeof places} */ (name);
        handle.style.left = `${places[key][0]}px`;
        handle.style.width = `${places[key][1]}px`;
        handle.setAttribute("aria-valuenow", `${Math.round(values[key])}`);
        handle.setAttribute("aria-valuetext", said[key]);
        handle.title = key === "all" ? said.all : iso(values[key]);
      }
    },
  };
};
