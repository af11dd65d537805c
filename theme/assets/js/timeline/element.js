/* `<event-timeline>`: the parts of a timeline at work on one state. On the page of the timeline the address holds that
   state and the controls stand in the page; elsewhere `data-query` gives it, and the picture, the part of it that holds
   events, stands alone. In a frame the address holds it, too, but never gets a step to go back by. */
import { blank, read, write } from "./address.js";
import { narrow } from "./filter.js";
import { formOf } from "./form.js";
import { keysOf } from "./keys.js";
import { linesOf, listOf } from "./list.js";
import { indexAt, namesAt } from "./load.js";
import { panelOf } from "./panel.js";
import { growing } from "./part.js";
import { printingOf } from "./printing.js";
import { clamp, pan, zoomAt } from "./scale.js";
import { stageOf } from "./stage.js";
import { tellerOf } from "./telling.js";
import { toolsOf } from "./tools.js";
import { chosenWords, counted, windowWords } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./index.js").Index} Index */

const REST = 250;

let started = 0;

/** @param {() => void} act */
const rested = (act) => {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, REST);
  };
};

/** The query that a timeline begins with. @param {HTMLElement} root */
const queryOf = (root) => ("address" in root.dataset ? location.search : (root.dataset.query ?? ""));

/**
 * @param {HTMLElement} root
 * @param {Index} index
 * @param {Promise<void>} names
 */
const start = (root, index, names) => {
  const own = "address" in root.dataset;
  const part = root.classList.contains("part");
  const prefix = root.id || `tl${(started += 1)}`;
  const base = new URL(root.dataset.root ?? "", document.baseURI).href;
  const numbers = new Map(index.id.map((id, at) => [id, at]));
  const href = (/** @type {number} */ event) => `${base}events/${index.id[event]}/`;
  const limits = /** @type {[number, number]} */ ([index.whole[0], index.whole[1]]);
  const form = /** @type {HTMLFormElement | null} */ (root.querySelector(".filters"));
  const said = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
  const list = part ? linesOf(root, index, href) : listOf(root, index.id);
  const teller = tellerOf(root, index, part);
  const full = /** @type {HTMLAnchorElement | null} */ (root.querySelector("a.full"));
  const channels = (index.choices.channel ?? []).map((id) => index.lanes.find((lane) => lane.id === id)?.name ?? "");
  /** @type {string[]} */
  const texts = [];
  /** @param {number} event */
  const text = (event) => (texts[event] ??= [
    index.title[event], index.short[event], ...(index.met.channel?.[event] ?? []).map((channel) => channels[channel]),
    ...(index.met.person?.[event] ?? []).map((person) => index.labels.person?.[person]),
  ].join(" ").toLowerCase());

  /** @type {State} */
  let state = blank();
  /** @type {[number, number]} */
  let window_ = limits;
  let found = narrow({ ...index, text }, state);
  /** @type {Uint8Array | null} */
  let kept = null;
  const drawn = part ? growing(index) : () => index;
  let frame = 0;
  let drawings = 0;

  const filtered = () => Boolean(state.text) || Object.values(state.chosen).some((values) => values.length);
  /** What the page opens with: the last years, or all that a filter keeps. @returns {[number, number]} */
  const opening = () => (filtered() || root.dataset.whole !== undefined ? limits : index.recent);
  /** @param {number} event */
  const inView = (event) => found.kept[event] && index.anchor[event] <= window_[1]
    && (index.dates[event]?.openEnd ? Math.max(index.ends[event], index.until) : index.ends[event]) >= window_[0];

  /** @param {number} shown @param {[number, number]} within */
  const tell = (shown, within) => teller({ window: within, shown, found: found.total, filtered: filtered(), only: controls?.sole() ?? "", state });
  const speak = rested(() => {
    const shown = index.id.filter((_, event) => inView(event)).length;
    said.textContent = `${windowWords(window_[0], window_[1])}: ${counted(shown, "event")}`;
    list.show(inView);
    tell(shown, window_);
    remember(true);
    if (full) full.href = `${base}timeline/${write(state, "")}`;
  });

  const render = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      stage.show({
        from: window_[0], to: window_[1], width: stage.width(), kept,
        selected: numbers.get(state.event) ?? -1, asOf: state.asOf, prefix,
      }, drawn(window_, kept));
      root.classList.toggle("tall", stage.drawn.height > innerHeight / 2);
      tools?.show(state, window_);
      speak();
      drawings += 1;
      root.dataset.drawn = `${drawings}`;
    });
  };

  /** Write the state into the address: as a step of its own, or in the place of the one before. @param {boolean} quiet */
  const remember = (quiet) => {
    const [from, to] = opening();
    const opens = Math.abs(window_[0] - from) < 1 && Math.abs(window_[1] - to) < 1;
    state.window = opens ? null : window_;
    if (!own) return;
    const address = location.pathname + write(state, location.search) + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    if (quiet || root.dataset.address) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
  };

  /** A window as long as the present one, around a day. @param {number} day */
  const around = (day) => {
    const half = (window_[1] - window_[0]) / 2;
    return clamp([day - half, day + half], limits);
  };

  /** @param {[number, number]} next */
  const look = (next) => {
    window_ = clamp(next, limits);
    render();
  };

  /** Choose anew what is kept. */
  const sift = () => {
    found = narrow({ ...index, text }, state);
    kept = filtered() ? Uint8Array.from(found.kept, Number) : null;
    controls?.count(found, state);
  };

  /** Show an event: bring it into the window, and its accounts beside the picture. @param {number} event @param {boolean} [focus] */
  const select = (event, focus = false) => {
    state.event = index.id[event];
    remember(false);
    if (index.ends[event] < window_[0] || index.anchor[event] > window_[1]) window_ = around((index.anchor[event] + index.ends[event]) / 2);
    open();
    render();
    if (focus) requestAnimationFrame(() => requestAnimationFrame(() => stage.reach(stage.spotOf(event), true)));
  };

  /** Fill the panel from the state. */
  const open = () => {
    const event = numbers.get(state.event);
    list.mark(event ?? -1);
    root.classList.toggle("opened", event !== undefined || state.asOf !== null || Boolean(state.tour));
    if (state.tour) import("./tour.js").then(({ tourOf }) => tourOf(panel, base, state, { go, leave: close }), () => close());
    else if (event !== undefined) panel.event(event);
    else if (state.asOf !== null) panel.day(state.asOf, (id) => `${base}channels/${id}/`);
    else panel.clear();
  };

  const close = () => {
    state.event = "";
    state.tour = "";
    state.asOf = null;
    open();
    remember(false);
    render();
    if (stage.current) stage.reach(stage.current, true);
  };

  /** Go to a step of a tour. @param {{ step: number, event: string, window: [number, number] }} to */
  const go = ({ step, event, window: span }) => {
    state.step = step;
    state.event = event;
    window_ = clamp(span, limits);
    remember(false);
    open();
    render();
  };

  /** @param {number | null} day */
  const asOf = (day) => {
    Object.assign(state, { asOf: day, event: "", tour: "" });
    if (day !== null && (day < window_[0] || day > window_[1])) window_ = around(day);
    remember(false);
    open();
    render();
  };

  /** @param {number[]} events */
  const nearer = (events) => {
    const from = Math.min(...events.map((event) => index.anchor[event]));
    const to = Math.max(...events.map((event) => index.ends[event]));
    const air = Math.max(10, (to - from) * 0.15);
    look([from - air, to + air]);
  };

  const stage = stageOf(root, index, href, {
    window: look,
    zoom: (factor, day) => look(zoomAt(window_, factor, day, limits)),
    pan: (days) => look(pan(window_, days, limits)),
    open: (spot) => {
      if (!spot.counted) return select(spot.events[0]);
      root.classList.add("opened");
      panel.count(spot.events);
      return render();
    },
    day: (day) => asOf(day),
  });
  const panel = panelOf(stage.panel, index, { select: (event) => select(event), close, nearer, numberOf: (id) => numbers.get(id) ?? -1, href });
  const controls = form && formOf(form, index, (asked, typing) => {
    const was = opening();
    Object.assign(state, asked);
    sift();
    if (window_[0] === was[0] && window_[1] === was[1]) [...window_] = opening();
    remember(typing);
    render();
  });
  const acts = {
    in: () => look(zoomAt(window_, 2, middle(), limits)),
    out: () => look(zoomAt(window_, 0.5, middle(), limits)),
    earlier: () => look(pan(window_, (window_[0] - window_[1]) / 2, limits)),
    later: () => look(pan(window_, (window_[1] - window_[0]) / 2, limits)),
    all: () => look(limits),
    recent: () => look(index.recent),
  };
  const middle = () => {
    const event = stage.current?.events[0];
    return event !== undefined && document.activeElement?.classList.contains("spot") ? index.anchor[event] : (window_[0] + window_[1]) / 2;
  };
  const printable = form && printingOf(root, {
    lay: (lay) => {
      list.show((event) => found.kept[event]);
      tell(found.total, limits);
      return lay(index, kept, chosenWords(index, state));
    },
    back: speak,
  });
  const tools = toolsOf(root, index, {
    ...acts, asOf,
    tour: (/** @type {string} */ id) => {
      Object.assign(state, { tour: id, step: 1, asOf: null });
      open();
    },
    shown: () => index.id.map((_, event) => event).filter((event) => inView(event)),
    state: () => ({ ...state, window: window_ }), stage, base, printable,
  });
  keysOf(root, {
    ...acts, stage, close,
    filter: controls && (() => controls.field.focus()),
    help: root.querySelector("dialog.help") && (() => tools?.help()),
    /** Beyond the last mark of the window the picture moves on to the next event, if there is one. @param {number} by */
    beyond: (by) => {
      const passing = index.id.map((_, event) => event).filter((event) => found.kept[event] && (by > 0 ? index.anchor[event] > window_[1] : index.ends[event] < window_[0]));
      const next = by > 0 ? passing[0] : passing.at(-1);
      if (next === undefined) return;
      look(around(index.anchor[next]));
      requestAnimationFrame(() => requestAnimationFrame(() => stage.reach(stage.spotOf(next), true)));
    },
    /** @param {number} by */
    end: (by) => {
      const passing = index.id.map((_, event) => event).filter((event) => found.kept[event]);
      const to = by > 0 ? passing.at(-1) : passing[0];
      if (to === undefined) return;
      if (index.ends[to] < window_[0] || index.anchor[to] > window_[1]) look(around(index.anchor[to]));
      requestAnimationFrame(() => requestAnimationFrame(() => stage.reach(stage.spotOf(to), true)));
    },
  });

  const back = () => {
    state = read(queryOf(root), index);
    controls?.fill(state);
    sift();
    window_ = clamp(state.window ?? opening(), limits);
    const event = numbers.get(state.event);
    const day = event === undefined ? state.asOf : index.anchor[event];
    if (!state.window && day !== null && (day < window_[0] || day > window_[1])) window_ = around(day);
    if (own) open();
    render();
  };

  names.then(() => {
    texts.length = 0;
    if (state.text) sift();
    if (root.classList.contains("opened")) {
      panel.stale();
      open();
    }
    render();
  }, () => {});
  if (own) addEventListener("popstate", back);
  new ResizeObserver(() => { if (stage.view && stage.width() !== stage.view.width) render(); }).observe(stage.plot);
  back();
  root.classList.add("live");
  for (const part of root.querySelectorAll(".needs-script")) part.classList.remove("needs-script");
};

/** A timeline: it takes over the picture and the controls that it holds. */
class EventTimeline extends HTMLElement {
  connectedCallback() {
    if (this.classList.contains("live") || this.dataset.started !== undefined) return;
    this.dataset.started = "";
    const [index, names] = [this.dataset.index, this.dataset.names].map((file) => new URL(file ?? "", document.baseURI).href);
    const loaded = indexAt(index);
    const named = namesAt(names, loaded);
    /* Words are looked for in the names: without them nothing would be found. */
    const ready = new URLSearchParams(queryOf(this)).has("q") ? named.catch(() => {}) : null;
    Promise.all([loaded, ready]).then(([known]) => start(this, known, named), () => {
      /* Without the index the picture and the list of the server stay: they are whole. */
      this.classList.add("failed");
    });
  }
}

customElements.define("event-timeline", EventTimeline);
