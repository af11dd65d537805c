/* A timeline at work: its parts around one state. On the page of the timeline the address holds that state and the controls
   stand in the page; elsewhere `data-query` gives it, and the picture, the part of it that holds events, stands alone. In a
   frame the address holds it, too, but never gets a step to go back by. */
import { write } from "./address.js";
import { queryOf } from "./element.js";
import { formOf } from "./form.js";
import { keysOf } from "./keys.js";
import { linesOf, listOf } from "./list.js";
import { breath, indexAt, namesAt, peopleAt } from "./load.js";
import { growing } from "./part.js";
import { printingOf } from "./printing.js";
import { readRows } from "./rows.js";
import { clamp, pan, zoomAt } from "./scale.js";
import { Shown } from "./shown.js";
import { stageOf } from "./stage.js";
import { tellerOf } from "./telling.js";
import { toolsOf } from "./tools.js";
import { chosenWords, counted, windowWords } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./scale.js").Window} Window */
/** @typedef {import("./address.js").State} State */

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

/** Two frames later what was drawn can be reached. @param {() => void} act */
const afterwards = (act) => requestAnimationFrame(() => requestAnimationFrame(act));

export class Timeline {
  /** @type {ReturnType<typeof import("./panel.js").panelOf> | null} */
  #panel = null;
  #frame = 0;
  #drawings = 0;
  #pushes = false;
  #peopled = false;
  /** @type {import("./filter.js").Kept | null} */
  #counted = null;
  /** @type {Promise<void> | null} */
  #named = null;

  /** @param {HTMLElement} root @param {Index} index */
  constructor(root, index) {
    const place = root.classList.contains("part") ? "part" : "page";
    this.root = root;
    this.index = index;
    this.own = "address" in root.dataset;
    this.prefix = root.id || `tl${(started += 1)}`;
    this.base = new URL(root.dataset.root ?? "", document.baseURI).href;
    this.shown = new Shown(index, root.dataset.whole !== undefined);
    this.drawn = place === "part" ? growing(index) : () => index;
    this.list = "listed" in root.dataset ? listOf(root) : linesOf(root, index, (event) => this.href(event), place);
    this.teller = tellerOf(root, index, place === "part");
    this.full = /** @type {HTMLAnchorElement | null} */ (root.querySelector("a.full"));
    this.said = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
    this.speak = rested(() => this.#speak());
    this.stage = stageOf(root, index, (event) => this.href(event), {
      window: (window) => this.look(window), zoom: (factor, day) => this.look(zoomAt(this.shown.window, factor, day, this.shown.limits)),
      pan: (days) => this.look(pan(this.shown.window, days, this.shown.limits)),
      open: (spot) => (spot.counted ? this.count(spot.events) : this.select(spot.events[0])), day: (day) => this.asOf(day), name: () => this.name(),
    });
    /* Whoever turns to the picture will open something in it. */
    for (const turn of ["pointerdown", "focusin"]) this.stage.plot.addEventListener(turn, () => this.panel(), { once: true });
    this.stage.plot.addEventListener("focusin", () => this.name(), { once: true });
    this.#controls();
  }

  /** The controls, where the page has them. */
  #controls() {
    const { root, index, shown } = this, form = /** @type {HTMLFormElement | null} */ (root.querySelector(".filters"));
    this.form = form && formOf(form, index, { changed: (asked, typing) => this.#choose(asked, typing), wanted: () => this.#people() });
    const printable = form && printingOf(root, {
      lay: (lay) => {
        this.list.show((event) => shown.found.kept[event] > 0);
        this.#tell(shown.found.total, shown.limits);
        return lay(index, shown.kept, chosenWords(index, shown.state));
      },
      back: this.speak,
    });
    const acts = this.#acts();
    this.tools = toolsOf(root, index, {
      ...acts, asOf: (/** @type {number | null} */ day) => this.asOf(day),
      tour: (/** @type {string} */ id) => {
        Object.assign(shown.state, { tour: id, step: 1, asOf: null });
        this.open();
      },
      shown: () => shown.events(), state: () => ({ ...shown.state, window: shown.window }), stage: this.stage, base: this.base, printable,
    });
    keysOf(root, {
      ...acts, stage: this.stage, close: () => this.close(), filter: this.form && (() => this.form?.field.focus()),
      help: root.querySelector("dialog.help") && (() => this.tools?.help()),
      /* Beyond the last mark of the window the picture moves on to the next event, if there is one. */
      beyond: (/** @type {number} */ by) => this.#reach(shown.outermost(by, true), true),
      end: (/** @type {number} */ by) => this.#reach(shown.outermost(by, false), false),
    });
  }

  /** What buttons and keys do alike. */
  #acts() {
    const { shown } = this, { limits } = shown;
    const half = () => (shown.window[1] - shown.window[0]) / 2;
    const zoom = (/** @type {number} */ factor) => () => this.look(zoomAt(shown.window, factor, this.#middle, limits));
    const move = (/** @type {number} */ by) => () => this.look(pan(shown.window, by * half(), limits));
    return { in: zoom(2), out: zoom(0.5), earlier: move(-1), later: move(1), all: () => this.look(limits), recent: () => this.look(this.index.recent) };
  }

  /** Around what the zoom goes: the mark that has the focus, or the middle. */
  get #middle() {
    const event = this.stage.current?.events[0], { window: [from, to] } = this.shown;
    return event !== undefined && document.activeElement?.classList.contains("spot") ? this.index.anchor[event] : (from + to) / 2;
  }

  /** An event's page. @param {number} event */
  href(event) {
    return `${this.base}events/${this.index.id[event]}/`;
  }

  /** Show what the address or the page asks for. */
  read() {
    this.shown.read(queryOf(this.root));
    this.form?.fill(this.shown.state);
    if (this.own) this.open();
    this.render();
  }

  render() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const { shown, stage, root } = this, [from, to] = shown.window;
    stage.show({
      from, to, width: stage.width(), kept: shown.kept, selected: shown.selected, asOf: shown.state.asOf, prefix: this.prefix,
    }, this.drawn(shown.window, shown.kept));
    root.classList.toggle("tall", stage.drawn.height > innerHeight / 2);
    this.tools?.show(shown.state, shown.window);
    this.speak();
    this.#drawings += 1;
    root.dataset.drawn = `${this.#drawings}`;
    setTimeout(() => this.#follow());
  }

  /** What follows each drawing when that is on the screen: the overview, the numbers of the filter, the address. */
  #follow() {
    this.stage.follow();
    this.#count();
    this.#address();
  }

  /** Say what each choice would leave. */
  #count() {
    const { found, state } = this.shown;
    if (this.#counted !== found) this.form?.count(found, state);
    this.#counted = found;
  }

  /** What follows the picture when nothing moves any more: list, words, counts, address. */
  #speak() {
    if (this.root.classList.contains("sheeted")) return; // the list is that of the sheets until they are printed
    const { shown } = this, number = shown.events().length;
    this.said.textContent = `${windowWords(...shown.window)}: ${counted(number, "event")}`;
    this.list.show((event) => shown.inView(event));
    this.#tell(number, shown.window);
    this.form?.countRest();
    this.#address();
    if (this.full) this.full.href = `${this.base}timeline/${write(shown.state, "")}`;
  }

  /** @param {number} number @param {Window} window */
  #tell(number, window) {
    const { found, filtered, state } = this.shown;
    this.teller({ window, shown: number, found: found.total, filtered, only: this.form?.sole() ?? "", state });
  }

  /** Remember that the next drawing is a step to go back from, unless a reader is typing. @param {boolean} typing */
  #step(typing = false) {
    this.#pushes ||= !typing;
  }

  /** Write the state into the address, behind the drawing: as a step of its own, or in the place of the one before. */
  #address() {
    const { shown } = this, pushes = this.#pushes && !this.root.dataset.address;
    this.#pushes = false;
    shown.state.window = shown.isAt(shown.opening) ? null : shown.window;
    if (!this.own) return;
    const here = location.pathname + location.search + location.hash;
    const address = location.pathname + write(shown.state, location.search) + location.hash;
    if (address === here) return;
    if (pushes) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  /** @param {Window} next */
  look(next) {
    this.shown.window = clamp(next, this.shown.limits);
    this.render();
  }

  /** @param {import("./form.js").Asked} asked @param {boolean} typing */
  #choose(asked, typing) {
    const { shown } = this;
    shown.choose(asked);
    this.#step(typing);
    this.render();
  }

  /** Show an event: bring it into the window, and its accounts beside the picture. @param {number} event */
  select(event) {
    const { shown, index } = this;
    shown.state.event = index.id[event];
    this.#step();
    shown.meet(index.anchor[event], index.ends[event]);
    this.open();
    this.render();
  }

  /** Show what a count holds. @param {number[]} events */
  async count(events) {
    this.root.classList.add("opened");
    this.stage.resized();
    (await this.panel()).count(events);
    this.name();
    this.render();
  }

  /** The panel, which is fetched when something is opened first. */
  async panel() {
    if (this.#panel) return this.#panel;
    const { panelOf } = await import("./panel.js");
    return (this.#panel ??= panelOf(this.stage.panel, this.index, {
      select: (event) => this.select(event), close: () => this.close(), nearer: (events) => this.#nearer(events),
      numberOf: (id) => this.shown.numberOf(id), href: (event) => this.href(event),
    }));
  }

  /** Fill the panel from the state. */
  async open() {
    const { shown, root } = this;
    const opened = () => shown.selected >= 0 || shown.state.asOf !== null || Boolean(shown.state.tour);
    this.list.mark(shown.selected);
    root.classList.toggle("opened", opened());
    this.stage.resized();
    if (!opened()) return this.#panel?.clear();
    const panel = await this.panel(), { state } = shown;
    if (state.tour) return import("./tour.js").then(({ tourOf }) => tourOf(panel, this.base, state, { go: (to) => this.#go(to), leave: () => this.close() })).catch(() => this.close());
    if (shown.selected >= 0) return panel.event(shown.selected);
    if (state.asOf !== null) return panel.day(state.asOf, (id) => `${this.base}channels/${id}/`);
    return panel.clear();
  }

  close() {
    Object.assign(this.shown.state, { event: "", tour: "", asOf: null });
    this.open();
    this.#panel?.clear();
    this.#step();
    this.render();
    if (this.stage.current) this.stage.reach(this.stage.current, true);
  }

  /** Go to a step of a tour. @param {{ step: number, event: string, window: Window }} to */
  #go({ step, event, window }) {
    Object.assign(this.shown.state, { step, event });
    this.shown.window = clamp(window, this.shown.limits);
    this.#step();
    this.open();
    this.render();
  }

  /** @param {number | null} day */
  asOf(day) {
    Object.assign(this.shown.state, { asOf: day, event: "", tour: "" });
    if (day !== null) this.shown.meet(day);
    this.#step();
    this.open();
    this.render();
  }

  /** @param {number[]} events */
  #nearer(events) {
    const { anchor, ends } = this.index;
    const from = Math.min(...events.map((event) => anchor[event])), to = Math.max(...events.map((event) => ends[event]));
    const air = Math.max(10, (to - from) * 0.15);
    this.look([from - air, to + air]);
  }

  /** Bring the keyboard to an event. @param {number} event @param {boolean} moves whether the window moves on anyway */
  #reach(event, moves) {
    const { shown, index, stage } = this;
    if (event < 0) return;
    if (moves) shown.window = shown.around(index.anchor[event]);
    else shown.meet(index.anchor[event], index.ends[event]);
    this.render();
    afterwards(() => stage.reach(stage.spotOf(event), true));
  }

  /** Fetch the names of events, once; what was made without them is made anew. */
  name() {
    this.#named ??= "listed" in this.root.dataset ? Promise.resolve() : namesAt(this.root.dataset.index ?? "", this.index).then(() => this.#renamed(), () => {});
  }

  /** A reader turns to the filter: the people, whom its words and one of its fields look for, and the names. */
  #people() {
    if (this.#peopled) return;
    this.#peopled = true;
    this.name();
    peopleAt(this.root.dataset.index ?? "", this.index).then(() => {
      this.form?.offer();
      this.#sift();
      if (this.shown.state.text) this.render();
      else this.form?.countRest();
    }, () => {});
  }

  #sift() {
    this.shown.sift(true);
    this.#count();
  }

  #renamed() {
    if (this.shown.state.text) this.#sift();
    if (this.root.classList.contains("opened") && this.#panel) {
      this.#panel.stale();
      this.open();
    }
    this.render();
  }
}

/** What has to be there before a query is understood: words are looked for in names, and people by theirs. @param {HTMLElement} root @param {Index} index */
const understood = (root, index) => {
  const asked = new URLSearchParams(queryOf(root)), url = root.dataset.index ?? "";
  const words = asked.has("q"), names = words && !("listed" in root.dataset);
  return Promise.all([names && namesAt(url, index).catch(() => {}), (words || asked.has("person")) && peopleAt(url, index).catch(() => {})]);
};

/** Make a timeline live. @param {HTMLElement} root */
export const live = async (root) => {
  root.dataset.index = new URL(root.dataset.index ?? "", document.baseURI).href;
  const index = await indexAt(root.dataset.index, "listed" in root.dataset ? readRows(root) : null);
  await understood(root, index);
  await breath();
  const focused = root.querySelector(".plot a:focus")?.getAttribute("href");
  const timeline = new Timeline(root, index);
  if (index.choices.person) timeline.form?.offer();
  await breath();
  timeline.read();
  await new Promise(requestAnimationFrame);
  if (timeline.own) addEventListener("popstate", () => timeline.read());
  const { stage } = timeline;
  new ResizeObserver(() => {
    stage.resized();
    if (stage.width() !== stage.view.width) timeline.render();
  }).observe(stage.plot);
  root.classList.add("live");
  if (focused) stage.reach(stage.spotOf(index.id.findIndex((id) => focused.endsWith(`/${id}/`))), true);
  if (root.classList.contains("part")) timeline.name();
  const listed = root.querySelector("div.listed");
  if (listed) new IntersectionObserver(([seen]) => { if (seen.isIntersecting) timeline.name(); }).observe(listed);
};
