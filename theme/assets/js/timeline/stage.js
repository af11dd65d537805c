/* The picture on the page: it stands in the place of the one that the server drew, and has fewer elements. One link lies over the mark under the pointer and another,
   the only stop of the Tab key, over the mark that the keyboard has reached. */
import { brushOf } from "./brush.js";
import { draw, overview } from "./draw.js";
import { listen } from "./gestures.js";
import { sheetOf } from "./sheet.js";
import { countName, eventName, windowWords } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./draw.js").Drawing} Drawing */
/** @typedef {import("./draw.js").Spot} Spot */
/** @typedef {import("./draw.js").View} View */

/**
 * @typedef {object} Acts what the stage asks for
 * @property {(window: [number, number]) => void} window
 * @property {(factor: number, day: number) => void} zoom
 * @property {(days: number) => void} pan
 * @property {(spot: Spot) => void} open a mark or a count was taken
 * @property {(day: number) => void} day a day of the axis was taken
 * @property {() => void} name the names of events are wanted
 */

const AXIS = 24;

/** @param {string} tag @param {string} class_ @param {Element} parent @returns {HTMLElement} */
const add = (tag, class_, parent) => {
  const made = document.createElement(tag);
  made.className = class_;
  parent.append(made);
  return made;
};

/**
 * @param {HTMLElement} root the timeline
 * @param {Index} index
 * @param {(event: number) => string} href of an event's page
 * @param {Acts} acts
 */
export const stageOf = (root, index, href, acts) => {
  const box = /** @type {HTMLElement} */ (root.querySelector(".pic"));
  const plot = /** @type {HTMLElement} */ (box.querySelector(".plot") ?? add("div", "plot", box));
  const served = { plot: [...box.querySelectorAll(".plot > div")], over: [...box.querySelectorAll(".over > div")] };
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.classList.add("tl");
  svg.setAttribute("aria-hidden", "true");
  svg.style.display = "none";
  plot.append(svg);
  const sheet = sheetOf(svg);
  const [first, second, under] = ["spot", "spot", "spot hover"].map((look) => {
    const link = /** @type {HTMLAnchorElement} */ (add("a", look, plot));
    /* A link without an address is none, to those who look for links. */
    link.href = "./";
    link.hidden = true;
    return link;
  });
  const stops = [first, second];
  under.tabIndex = -1;
  under.setAttribute("aria-hidden", "true");
  const over = /** @type {HTMLElement | null} */ (box.querySelector(".over"));
  const panel = add("aside", "panel", /** @type {HTMLElement} */ (box.parentElement));
  panel.setAttribute("aria-label", "What is selected");
  panel.tabIndex = -1;
  panel.hidden = true;
  plot.setAttribute("role", "group");

  /** @type {Drawing} */
  let drawn;
  /** @type {View} */
  let view;
  /** @type {typeof import("./arcs.js").tied | null} */
  let tied = null;
  let room = 0, stop = 0, lags = false;
  /** @type {Spot | null} */
  let current = null;
  /** @type {Spot | null} */
  let hovered = null;

  /** @param {number} x */
  const dayAt = (x) => view.from + ((x - drawn.left) / (drawn.right - drawn.left)) * (view.to - view.from);
  /** @param {number} pixels */
  const days = (pixels) => (pixels / (drawn.right - drawn.left)) * (view.to - view.from);

  /** The nearest mark whose part of its lane holds a place. @param {number} x @param {number} y */
  const spotAt = (x, y) => {
    const near = drawn.spots.filter((spot) => y >= spot.top && y <= spot.bottom && x >= spot.left && x <= spot.right);
    return near.sort((one, two) => Math.abs(one.x - x) - Math.abs(two.x - x))[0] ?? null;
  };

  /** @param {HTMLAnchorElement} link @param {Spot} spot */
  const lay = (link, spot) => {
    const size = Math.max(24, 2 * spot.radius + 10);
    link.style.left = `${spot.x - size / 2}px`;
    link.style.top = `${spot.middle - size / 2}px`;
    link.style.width = link.style.height = `${size}px`;
    link.href = href(spot.events[0]);
    const name = spot.counted ? countName(index, spot.events) : eventName(index, spot.events[0]);
    const tip = link.firstElementChild ?? add("span", "tip", link);
    tip.textContent = name;
    link.setAttribute("aria-label", name);
    tip.classList.toggle("left", spot.x > drawn.width / 2);
    tip.classList.toggle("below", spot.middle < 120);
    link.hidden = false;
  };

  /** @param {Spot | null} spot */
  const hover = (spot) => {
    if (spot === hovered) return;
    hovered = spot;
    if (spot) {
      acts.name();
      lay(under, spot);
    } else under.hidden = true;
  };

  /** Move the keyboard to a mark; a fresh link takes the focus, so that a screen reader says its name.
   * @param {Spot | null} spot @param {boolean} focus */
  const reach = (spot, focus) => {
    current = spot;
    if (!spot) {
      for (const link of stops) link.hidden = true;
      return;
    }
    if (focus) stop = 1 - stop;
    lay(stops[stop], spot);
    stops[stop].tabIndex = 0;
    if (focus) stops[stop].focus({ preventScroll: true });
    if (focus) acts.name();
    stops[1 - stop].hidden = true;
    if (focus) stops[stop].scrollIntoView({ block: "nearest" });
  };

  listen(plot, {
    zoom: (factor, x) => acts.zoom(factor, dayAt(x)),
    pan: (pixels) => acts.pan(days(pixels)),
    hover: (x, y) => hover(spotAt(x, y)),
    leave: () => hover(null),
    tap: (x, y, touch) => {
      const spot = spotAt(x, y);
      if (spot) {
        reach(spot, !touch);
        acts.open(spot);
      } else if (x >= drawn.left && x <= drawn.right && (y < drawn.top + AXIS || y > drawn.bottom - AXIS)) acts.day(Math.round(dayAt(x)));
    },
  });
  for (const link of stops) {
    link.addEventListener("click", (event) => {
      if (event.detail || !current || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      acts.open(current);
    });
  }
  const brush = over && brushOf(over, index, acts.window);

  /** Put a drawing in the place of what stands there. */
  const paint = () => {
    for (const one of served.plot.splice(0)) one.remove();
    svg.setAttribute("width", `${drawn.width}`);
    svg.setAttribute("height", `${drawn.height}`);
    svg.setAttribute("viewBox", `0 0 ${drawn.width} ${drawn.height}`);
    sheet(drawn.svg);
    svg.style.display = "";
    lags = true;
  };
  /** Draw the overview where the picture is ahead of it. */
  const follow = () => {
    if (lags) brush?.paint(overview(index, view));
    lags = false;
    for (const one of served.over.splice(0)) one.remove();
  };
  /** Draw the arcs of a selected event, too; what draws them is fetched when one is selected first. */
  const tie = () => {
    if (view.selected < 0 || tied) return;
    import("./arcs.js").then((module) => {
      ({ tied } = module);
      acts.window([view.from, view.to]);
    }, () => {});
  };

  return {
    plot,
    panel,
    svg,
    follow,
    get drawn() { return drawn; },
    get view() { return view; },
    get current() { return current; },
    /** Room for the picture, in whole pixels: measured once, as measuring makes the browser lay the page out. */
    width: () => (room ||= Math.max(280, Math.floor(plot.clientWidth))),
    /** Measure anew. */
    resized: () => { room = 0; },
    /** @param {View} next @param {Index} part of the index, that is shown */
    show: (next, part) => {
      view = next;
      drawn = draw(part, view, tied);
      tie();
      brush?.show(view);
      paint();
      plot.setAttribute("aria-label", `Timeline, ${windowWords(view.from, view.to)}`);
      hover(null);
      const focused = stops.some((link) => link === document.activeElement);
      const holds = current ? drawn.spots.filter((spot) => spot.events.includes(current?.events[0] ?? -1)) : [];
      const same = holds.find((spot) => spot.lane === current?.lane) ?? holds[0];
      reach(same ?? (focused ? drawn.spots.at(-1) : drawn.spots[0]) ?? null, false);
    },
    reach,
    /** The mark that shows an event, if one does. @param {number} event */
    spotOf: (event) => drawn.spots.find((spot) => spot.events.includes(event)) ?? null,
    /** The mark before or after the current one, in time; one of the same event in another lane is passed over.
     * @param {number} by */
    along: (by) => {
      const { spots } = drawn;
      if (!current) return spots.at(by > 0 ? 0 : -1) ?? null;
      const here = `${current.events}`;
      let at = spots.indexOf(current) + by;
      while (spots[at] && `${spots[at].events}` === here) at += by;
      return spots[at] ?? null;
    },
    /** The nearest mark in the next lane, up or down, that has one. @param {number} by */
    across: (by) => {
      const from = current;
      if (!from) return drawn.spots[0] ?? null;
      const beyond = drawn.spots.filter((spot) => (spot.middle - from.middle) * by > 1);
      const lane = beyond.reduce((best, spot) => Math.min(best, Math.abs(spot.middle - from.middle)), Infinity);
      return beyond.filter((spot) => Math.abs(spot.middle - from.middle) === lane)
        .sort((one, two) => Math.abs(one.x - from.x) - Math.abs(two.x - from.x))[0] ?? null;
    },
  };
};
