/* The picture on the page: it stands in the place of the one that the server drew, and has fewer elements. One link lies over the
   mark under the pointer and another, the only stop of the Tab key, over the mark that the keyboard has reached.
   It hears what pointers and the wheel do over it. */
import { draw } from "./draw.js";
import { NARROW, formatFor } from "./element.js";
import { ROW } from "./plots.js";
import { number } from "./svg.js";
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
/* What the overview shows of a view. */
const KEYS = /** @type {const} */ (["from", "to", "width", "kept"]);

/* So many new texts one frame takes in, the names of the calendar and of lanes first; the others come with the next. */
const AT_ONCE = 40;
/* A text as `text` in svg.js writes it: its place, and the rest. */
const TEXT = /<text x="(.*?)" y="(.*?)"(.*?<\/text>)/gs;
/* A shape as it stands in a drawing; definitions alone have others in them. */
const SHAPE = /<defs.*?<\/defs>|<.*?>/gs;

/**
 * Give what puts shapes into a place, in the place of others: what the two have in common stays, as it mostly has under a filter.
 * @param {Element} place
 */
const shapesIn = (place) => {
  /** The shapes that stand there, from the ground up. @type {string[]} */
  let standing = [];
  /** @param {string} drawn */
  return (drawn) => {
    const wanted = drawn.match(SHAPE) ?? [], stand = [...place.children];
    let from = 0, fresh = "";
    const clear = (/** @type {number} */ to) => { while (from < to) stand[from++].remove(); };
    for (const shape of wanted) {
      const at = standing.indexOf(shape, from);
      if (at < 0) fresh += shape;
      else {
        clear(at);
        stand[from++].insertAdjacentHTML("beforebegin", fresh);
        fresh = "";
      }
    }
    clear(stand.length);
    place.insertAdjacentHTML("beforeend", fresh);
    standing = wanted;
  };
};

/** Give an element attributes that it has not. @param {Element} one @param {Record<string, string>} values */
const set = (one, values) => { for (const name in values) if (one.getAttribute(name) !== values[name]) one.setAttribute(name, values[name]); };

/**
 * Give what puts drawings into a picture, one in the place of the other: shapes below, texts above them, those of a lane in a group
 * that moves with it. What a drawing has in common with the one before stays, above all its texts, which cost a browser most.
 * @param {SVGElement} svg
 */
const sheetOf = (svg) => {
  const made = () => /** @type {Element} */ (document.createElementNS(svg.namespaceURI, "g"));
  const shapes = made(), texts = made(), beside = made(), shape = shapesIn(shapes);
  svg.append(shapes, texts);
  /** The groups by the numbers of lanes, and below 0 of what is above all lanes, at the heads of breaks, and below all. @type {Map<number, Element>} */
  const groups = new Map();
  /** The texts that stand, by their lane and all but their places; nothing for one that waits. @type {Map<string, Element | undefined>} */
  let standing = new Map();
  let waiting = 0;
  /** @param {Drawing} drawing */
  return ({ svg: drawn, lines, head, bottom: foot }) => {
    cancelAnimationFrame(waiting);
    const parts = [{ lane: -1, middle: 0, bottom: (lines[0]?.top ?? 0) - ROW }, ...lines, { lane: -2, middle: head, bottom: head }, { lane: -3, middle: foot, bottom: Infinity }].sort((one, other) => one.bottom - other.bottom);
    for (const { lane, middle } of parts) {
      const place = groups.get(lane) ?? texts.appendChild(made());
      groups.set(lane, place);
      set(place, { transform: `translate(0 ${middle})` });
    }
    /** @type {typeof standing} */
    const next = new Map(), fresh = /** @type {[key: string, lane: number, text: string][]} */ ([]), most = standing.size ? AT_ONCE : Infinity;
    shape(drawn.replace(TEXT, (_, x, height, rest) => {
      const { lane, middle } = /** @type {typeof parts[0]} */ (parts.find(({ bottom }) => height <= bottom)), y = number(height - middle);
      let key = lane + rest;
      while (next.has(key)) key += " ";
      const one = standing.get(key);
      if (one) set(one, { x, y });
      else fresh.push([key, lane, `<text x="${x}" y="${y}"${rest}`]);
      next.set(key, one);
      standing.delete(key);
      return "";
    }));
    for (const left of standing.values()) left?.remove();
    const write = (/** @type {number} */ most) => {
      const now = fresh.splice(-most);
      beside.innerHTML = now.map(([, , text]) => text).join("");
      for (const [key, lane] of now) {
        const one = /** @type {Element} */ (beside.firstChild);
        groups.get(lane)?.append(one);
        next.set(key, one);
      }
      if (fresh.length) waiting = requestAnimationFrame(() => write(Infinity));
    };
    write(most);
    standing = next;
  };
};

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} look @param {Element} parent
 */
export const add = (tag, look, parent) => {
  const made = document.createElement(tag);
  made.className = look;
  parent.append(made);
  return made;
};

/** Make an empty picture, which is not shown before it is drawn. @param {Element} parent @param {string} look */
export const pictureIn = (parent, look) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", look);
  svg.ariaHidden = "true";
  svg.style.display = "none";
  parent.append(svg);
  return svg;
};

/** Give a picture a size where it has another one, and show it. @param {SVGSVGElement} svg @param {number} width @param {number} height */
export const sized = (svg, width, height) => {
  set(svg, { width: `${width}`, height: `${height}`, viewBox: `0 0 ${width} ${height}` });
  svg.style.display = "";
};

/* A pointer that moves no further, in pixels, drags nothing. */
const SLOP = 5;

/** @typedef {{ zoom: (factor: number, x: number) => void, pan: (pixels: number) => void, tap: (x: number, y: number, touch: boolean) => void, hover: (x: number, y: number) => void, leave: () => void }} Moves places in pixels from the picture's left and top edge; a zoom above 1 looks closer */
/**
 * Tell what pointers and the wheel do over the picture: drag, pinch, tap, hover. The page's own scroll is never taken: the wheel
 * zooms with Ctrl, or after a click into the picture until the pointer leaves it; fingers pan sideways only.
 * @param {HTMLElement} plot
 * @param {Moves} moves
 */
const listen = (plot, moves) => {
  /** @type {Map<number, { x: number, y: number }>} */
  const down = new Map();
  let dragged = false, inside = false;

  /** @param {MouseEvent} event */
  const place = (event) => {
    const box = plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  /** @param {{ x: number }[]} fingers */
  const spread = ([one, two]) => Math.max(Math.abs(one.x - two.x), 10);

  plot.addEventListener("wheel", (event) => {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!event.ctrlKey && !inside) return;
    event.preventDefault();
    const unit = event.deltaMode ? 16 : 1;
    if (sideways) moves.pan(event.deltaX * unit);
    else moves.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY * unit)) / 200), place(event).x);
  }, { passive: false });

  plot.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!down.size) dragged = false;
    down.set(event.pointerId, place(event));
  });
  plot.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    const now = place(event);
    if (!before) {
      if (event.pointerType !== "touch") moves.hover(now.x, now.y);
      return;
    }
    if (!dragged && Math.abs(now.x - before.x) < SLOP) return;
    if (!dragged) plot.setPointerCapture(event.pointerId);
    dragged = true;
    if (down.size === 1) moves.pan(before.x - now.x);
    else if (down.size === 2) {
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1] ?? now;
      moves.zoom(spread([now, other]) / spread([before, other]), (now.x + other.x) / 2);
    }
    down.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    plot.addEventListener(end, (event) => down.delete(/** @type {PointerEvent} */ (event).pointerId));
  }
  plot.addEventListener("pointerleave", () => {
    inside = false;
    moves.leave();
  });
  plot.addEventListener("dragstart", (event) => event.preventDefault());
  /* A plain click on a link opens its event beside the picture; with a key held it is the browser's, as is the keyboard's. */
  plot.addEventListener("click", (event) => {
    if (!event.detail || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (dragged) return;
    inside = true;
    const { x, y } = place(event);
    moves.tap(x, y, /** @type {PointerEvent} */ (event).pointerType === "touch");
  });
};

/**
 * @param {HTMLElement} root the timeline
 * @param {Index} index
 * @param {(event: number) => string} href of an event's page
 * @param {Acts} acts
 */
export const stageOf = (root, index, href, acts) => {
  const box = /** @type {HTMLElement} */ (root.querySelector(".pic")), over = /** @type {HTMLElement | null} */ (box.querySelector(".over"));
  const plot = /** @type {HTMLElement} */ (box.querySelector(".plot"));
  const stood = root.dataset.drawn === "1";
  /* Of the server's pictures the one of the years stays that can be seen, until another one takes its place. */
  const served = [...box.querySelectorAll(".plot > div, .over > div")].filter((one) => plot.contains(one) || !one.checkVisibility());
  /* A browser lays all texts of a picture out anew when its size changes: it stays as high as it once had to be, behind a pane. */
  const pane = add("div", "pane", plot), svg = pictureIn(pane, "tl"), sheet = sheetOf(svg);
  const [first, second, under] = ["spot", "spot", "spot hover"].map((look) => {
    /* A link without an address is none, to those who look for links. */
    const link = add("a", look, plot);
    link.href = "./";
    link.hidden = true;
    return link;
  });
  const stops = [first, second];
  under.tabIndex = -1;
  under.ariaHidden = "true";
  plot.role = "group";

  /** @type {Drawing} */
  let drawn;
  /** @type {View} */
  let view;
  /** @type {typeof import("./arcs.js").tied | null} */
  let tied = null;
  /** @type {import("./draw.js").Format} */
  let format;
  /** @type {Promise<ReturnType<typeof import("./brush.js").brushOf>> | null} */
  let brush = null;
  /** The view that the overview shows; at first the server's. @type {View | null} */
  let seen = null;
  let room = 0;
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
    link.ariaLabel = name;
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
    if (focus) stops.reverse();
    const [link, other] = stops;
    lay(link, spot);
    link.tabIndex = 0;
    if (focus) {
      link.focus({ preventScroll: true });
      acts.name();
    }
    other.hidden = true;
    if (focus) link.scrollIntoView({ block: "nearest" });
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

  /** Room for the picture, in whole pixels: measured once, as measuring makes the browser lay the page out. */
  const width = () => (room ||= Math.max(280, Math.floor(plot.clientWidth)));
  /** Put a drawing in the place of what stands there. */
  const paint = () => {
    for (const one of served.splice(0)) one.remove();
    pane.style.height = `${drawn.height}px`;
    sized(svg, drawn.width, Math.max(drawn.height, +(svg.getAttribute("height") ?? 0)));
    sheet(drawn);
  };
  /** Bring the overview to the view where another one stands there; what draws it is fetched when a reader turns to it. */
  const follow = async (turned = false) => {
    const shown = seen, same = shown && KEYS.every((key) => shown[key] === view[key]);
    if (!over || !(turned || (brush && !same))) return;
    seen = view;
    brush ??= import("./brush.js").then(({ brushOf }) => brushOf(over, index, acts.window));
    (await brush).show(view);
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
    stood,
    box,
    plot,
    svg,
    follow,
    width,
    get drawn() { return drawn; },
    get view() { return view; },
    get current() { return current; },
    /** Measure anew. */
    resized: () => { room = 0; },
    /** Fetch the way to draw for another width; nothing where it is there. */
    fit: () => (format?.wide === width() >= NARROW ? null : formatFor(width()).then((module) => { ({ format } = module); })),
    /** @param {View} next @param {Index} part of the index, that is shown */
    show: (next, part) => {
      view = next;
      if (stood) seen ??= view;
      drawn = draw(part, view, format, tied);
      tie();
      paint();
      plot.ariaLabel = `Timeline, ${windowWords(view.from, view.to)}`;
      hover(null);
      const focused = stops.some((link) => link === document.activeElement);
      const holds = current ? drawn.spots.filter((spot) => spot.events.includes(current?.events[0] ?? -1)) : [];
      const same = holds.find((spot) => spot.lane === current?.lane) ?? holds[0];
      reach(same ?? (focused ? drawn.spots.at(-1) : drawn.spots[0]) ?? null, false);
    },
    reach,
    /** The mark that shows an event, if one does. @param {number} event */
    spotOf: (event) => drawn.spots.find((spot) => spot.events.includes(event)) ?? null,
  };
};
