/* A timeline at work: its parts around one state. On the page of the timeline the address holds that state and the controls
   stand in the page; elsewhere `data-query` gives it, and the picture, the part of it that holds events, stands alone. In a
   frame the address holds it, too, but never gets a step to go back by. What a reader has to turn to first is fetched then. */
import { awaiting, queryOf } from "./element.js";
import { breath, indexAt, namesAt } from "./load.js";
import { Shown, blank, clamp, pan, zoomAt } from "./shown.js";
import { stageOf } from "./stage.js";
import { toolsOf } from "./tools.js";
import { counted, tellerOf, windowWords } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./shown.js").Window} Window */

const REST = 250;

let started = 0;

/** @param {() => void} act */
const rested = (act) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, REST);
  };
};

export class Timeline {
  /** @type {import("./panel.js").Opener | null} */
  opener = null;
  /** @type {ReturnType<typeof import("./form.js").formOf> | null} */
  form = null;
  /** @type {ReturnType<typeof import("./filter.js").sifterOf> | null} */
  narrow = null;
  #frame = 0;
  #drawings = 0;
  #pushes = false;
  /** @type {import("./filter.js").Kept | null} */
  #counted = null;
  /** @type {Promise<void> | null} */
  #named = null;
  /** @type {ReturnType<typeof import("./keys.js").keysOf> | null} */
  #keys = null;
  /** @type {Promise<void> | null} */
  #printed = null;
  /** Brings the filter to life. @type {(() => Promise<void>) | null} */
  filtering = null;

  /**
   * @param {HTMLElement} root
   * @param {Index} index
   * @param {(root: HTMLElement, index: Index, href: (event: number) => string) => import("./rows.js").List} listOf
   * @param {(window: Window, kept: ArrayLike<number> | null) => Index} part gives what of the index is drawn
   */
  constructor(root, index, listOf, part) {
    const href = (/** @type {number} */ event) => this.href(event), { limits } = this.shown = new Shown(index, root.dataset.whole !== undefined);
    this.root = root;
    this.index = index;
    this.part = part;
    this.own = "address" in root.dataset;
    if ("listed" in root.dataset) this.#named = Promise.resolve();
    this.prefix = root.id || `tl${(started += 1)}`;
    /** The field of the filter for words. @type {HTMLInputElement | null} */
    this.field = root.querySelector(".filters [name=q]");
    this.base = new URL(root.dataset.root ?? "", document.baseURI).href;
    this.list = listOf(root, index, href);
    this.teller = tellerOf(root, index);
    this.full = /** @type {HTMLAnchorElement | null} */ (root.querySelector("a.full"));
    this.said = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
    this.speak = rested(() => this.#speak());
    this.stage = stageOf(root, index, href, {
      window: (window) => this.look(window), zoom: (factor, day) => this.look(zoomAt(this.shown.window, factor, day, limits)),
      pan: (days) => this.look(pan(this.shown.window, days, limits)),
      open: async (spot) => (await this.beside()).take(spot), day: (day) => this.asOf(day), name: () => this.name(),
    });
    this.acts = this.#acts();
    this.tools = toolsOf(this);
    this.#turns();
  }

  /** What buttons and keys do alike. */
  #acts() {
    const { shown, shown: { limits } } = this;
    const zoom = (/** @type {number} */ factor) => () => this.look(zoomAt(shown.window, factor, this.#middle, limits));
    const move = (/** @type {number} */ by) => () => this.look(pan(shown.window, by * (shown.window[1] - shown.window[0]), limits));
    return { in: zoom(2), out: zoom(0.5), earlier: move(-0.5), later: move(0.5), all: () => this.look(limits), recent: () => this.look(this.index.recent) };
  }

  /** Around what the zoom goes: the mark that has the focus, or the middle. */
  get #middle() {
    const event = this.stage.current?.events[0], { window: [from, to] } = this.shown;
    return event !== undefined && document.activeElement?.classList.contains("spot") ? this.index.anchor[event] : (from + to) / 2;
  }

  /** Fetch what a reader turns to. */
  #turns() {
    const { root, stage: { plot } } = this, form = /** @type {HTMLFormElement | null} */ (root.querySelector(".filters"));
    /* Whoever turns to the picture or its tools will open something. */
    for (const place of [plot, root.querySelector(".tools")]) for (const turn of ["pointerdown", "focusin"]) place?.addEventListener(turn, () => this.beside(), { once: true });
    plot.addEventListener("focusin", () => this.name(), { once: true });
    const keys = () => import("./keys.js").then(({ keysOf }) => (this.#keys ??= keysOf(this)));
    root.addEventListener("focusin", keys, { once: true });
    root.addEventListener("keydown", (event) => {
      if (this.#keys) return void this.#keys(event);
      keys().then((act) => act(event, true));
      /* What moves the picture moves the page no longer. */
      if (plot.contains(/** @type {Node} */ (event.target)) && /Arrow|Page|Home|End/.test(event.key)) event.preventDefault();
    });
    if (!form) return;
    this.filtering = awaiting(form, async () => {
      const [{ formOf }, narrow] = await Promise.all([import("./form.js"), this.sifting()]);
      this.form = formOf(form, this, narrow);
      this.form.fill(this.shown.state);
      this.count();
      this.form.countRest();
    });
    /* A print that the browser's own menu asks for cannot wait: what lays the sheets out is fetched when a pointer leaves for that
       menu, or at the first key or touch. */
    for (const turn of ["keydown", "pointerdown", "pointerleave"]) document.documentElement.addEventListener(turn, () => this.printable(), { once: true });
  }

  /** What sifts the events, fetched when something is chosen or about to be. */
  async sifting() {
    const { sifterOf } = await import("./filter.js"), { shown } = this, narrow = (this.narrow ??= sifterOf(this.index));
    if (!shown.found) shown.sift(narrow(shown.state));
    return narrow;
  }

  /** What opens beside the picture. */
  async beside() {
    const { Opener } = await import("./panel.js");
    return (this.opener ??= new Opener(this));
  }

  /** Resolves when the page can be printed. */
  printable() {
    return (this.#printed ??= import("./sheets.js").then(({ printing }) => printing(this)));
  }

  /** An event's page. @param {number} event */
  href(event) {
    return `${this.base}events/${this.index.id[event]}/`;
  }

  /** Show what the address or the page asks for. */
  async read() {
    const { shown, index, root } = this, query = queryOf(root), words = new URLSearchParams(query), url = root.dataset.index ?? "";
    let state = blank();
    if (query) {
      const [{ read }, { peopleAt }] = await Promise.all([import("./address.js"), import("./filter.js"), this.sifting()]);
      /* Words are looked for in names, and people by theirs. */
      await Promise.all([words.has("q") && this.#names(), (words.has("q") || words.has("person")) && peopleAt(url, index).catch(() => {})]);
      state = read(query, index);
    }
    shown.show(state);
    if (this.narrow) shown.sift(this.narrow(state, true));
    if (shown.filtered) await this.filtering?.();
    this.form?.fill(state);
    if (this.own) this.open();
    this.render();
  }

  /** Show beside the picture what the state says. */
  open() {
    const { root, shown, list, stage } = this;
    list.mark(shown.selected);
    root.classList.toggle("opened", shown.opened);
    stage.resized();
    if (shown.opened || this.opener) this.beside().then((opener) => opener.fill());
  }

  render() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const { shown, stage, root } = this, { window: [from, to], kept, selected } = shown;
    const wait = stage.fit();
    if (wait) return void wait.then(() => this.render());
    stage.show({ from, to, width: stage.width(), kept, selected, asOf: shown.state.asOf, prefix: this.prefix }, this.part(shown.window, kept));
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
    this.count();
    this.#address();
  }

  /** Say what each choice would leave. */
  count() {
    const { form, shown: { found, state } } = this;
    if (!form || !found || this.#counted === found) return;
    form.count(found, state);
    this.#counted = found;
  }

  /** What follows the picture when nothing moves any more: list, words, counts. */
  #speak() {
    if (this.root.classList.contains("sheeted")) return; // the list is that of the sheets until they are printed
    const { shown } = this, number = shown.events().length;
    this.said.textContent = `${windowWords(...shown.window)}: ${counted(number, "event")}`;
    this.list.show((event) => shown.inView(event));
    this.tell(number, shown.window);
    this.form?.countRest();
  }

  /** @param {number} number @param {Window} window */
  tell(number, window) {
    const { total, filtered, state } = this.shown;
    this.teller({ window, shown: number, found: total, filtered, only: this.form?.sole() ?? "", state });
  }

  /** Remember that the next drawing is a step to go back from, unless a reader is typing. */
  step(typing = false) {
    this.#pushes ||= !typing;
  }

  /** Write the state into the address, behind the drawing: as a step of its own, or in the place of the one before. */
  async #address() {
    const { shown, own, full, root } = this, { state } = shown, pushes = this.#pushes && !root.dataset.address;
    this.#pushes = false;
    state.window = shown.isAt(shown.opening) ? null : shown.window;
    /* As it opens, a timeline says what its address says. */
    if (this.#drawings < 2 && !queryOf(root)) return;
    const { write } = await import("./address.js");
    if (full) full.href = `${this.base}timeline/${write(state, "")}`;
    if (!own) return;
    const here = location.pathname + location.search + location.hash;
    const address = location.pathname + write(state, location.search) + location.hash;
    if (address === here) return;
    if (pushes) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  /** @param {Window} next */
  look(next) {
    this.shown.window = clamp(next, this.shown.limits);
    this.render();
  }

  /** @param {number | null} day */
  async asOf(day) {
    (await this.beside()).asOf(day);
  }

  /** Fetch the names of events, once. */
  #names() {
    return (this.#named ??= namesAt(this.root.dataset.index ?? "", this.index).catch(() => {}));
  }

  /** Fetch the names of events; what was made without them is made anew. */
  name() {
    return (this.#named ?? this.#names().then(() => this.#renamed()));
  }

  /** There is more to look for words in than before. */
  sift() {
    const { shown, narrow } = this;
    if (narrow) shown.sift(narrow(shown.state, true));
    this.count();
  }

  #renamed() {
    if (this.shown.state.text) this.sift();
    this.opener?.renamed();
    this.render();
  }
}

/** Make a timeline live. @param {HTMLElement} root */
export const live = async (root) => {
  const { dataset, classList } = root, listed = "listed" in dataset, inPage = classList.contains("part");
  const url = dataset.index = new URL(dataset.index ?? "", document.baseURI).href;
  const rows = listed ? import("./rows.js") : null, part = inPage ? import("./part.js") : null, { listOf } = await (rows ?? import("./lines.js"));
  const index = await indexAt(url, rows && (await rows).readRows(root)), growing = (await part)?.growing;
  await breath();
  const focused = root.querySelector(".plot a:focus")?.getAttribute("href");
  const timeline = new Timeline(root, index, listOf, growing?.(index) ?? (() => index)), { stage } = timeline;
  await Promise.all([stage.fit(), breath()]);
  await timeline.read();
  await new Promise(requestAnimationFrame);
  if (timeline.own) addEventListener("popstate", () => timeline.read());
  new ResizeObserver(() => {
    stage.resized();
    if (stage.width() !== stage.view?.width) timeline.render();
  }).observe(stage.plot);
  classList.add("live");
  if (focused) stage.reach(stage.spotOf(index.id.findIndex((id) => focused.endsWith(`/${id}/`))), true);
  if (inPage) timeline.name();
  const list = root.querySelector("div.listed");
  if (list) new IntersectionObserver(([seen]) => { if (seen.isIntersecting) timeline.name(); }).observe(list);
};
