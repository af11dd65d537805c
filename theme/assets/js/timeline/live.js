/* A timeline at work: its parts around one state. On the page of the timeline the address holds that state and the controls
   stand in the page; elsewhere `data-query` gives it, and the picture, the part of it that holds events, stands alone. In a
   frame the address holds it, too, but never gets a step to go back by. What a reader has to turn to first is fetched then. */
import { awaiting, queryOf } from "./element.js";
import { breath, indexAt } from "./index.js";
import { Shown, blank, clamp, pan, zoomAt } from "./shown.js";
import { stageOf } from "./stage.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./shown.js").Window} Window */

const REST = 250;
const SOON = 1000;
/* Milliseconds after which what can wait is done in any case. */
const LATEST = 200;
/* A list so far from sight is made ready. */
const NEAR = "400px";

let started = 0;

/** Do what can wait when the browser has nothing to draw. @param {() => unknown} act */
const leisurely = (act) => ("requestIdleCallback" in window ? requestIdleCallback(act, { timeout: LATEST }) : setTimeout(act));

/** Do something when a reader first turns to a place, after what that asks for. @param {Node | null} place @param {string[]} turns @param {() => unknown} act */
const turned = (place, turns, act) => { for (const turn of turns) place?.addEventListener(turn, () => leisurely(act), { once: true }); };

export class Timeline {
  /** @type {import("./panel.js").Opener | null} */
  opener = null;
  /** @type {ReturnType<typeof import("./form.js").formOf> | null} */
  form = null;
  /** @type {ReturnType<typeof import("./filter.js").sifterOf> | null} */
  narrow = null;
  /** @type {import("./rows.js").List | null} */
  list = null;
  /** @type {ReturnType<typeof import("./tools.js").toolsOf> | null} */
  tools = null;
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  #drawings = 0;
  #pushes = false;
  /** @type {typeof import("./asked.js").say | null} */
  #say = null;
  /** @type {import("./shown.js").Shown["found"]} */
  #counted = null;
  #named = /** @type {Promise<void> | null} */ (null);
  /** @type {ReturnType<typeof import("./keys.js").keysOf> | null} */
  #keys = null;
  #printed = /** @type {Promise<void> | null} */ (null);
  /** Brings the filter to life. @type {(() => Promise<void>) | null} */
  filtering = null;

  /** @param {HTMLElement} root @param {Index} index @param {(window: Window, kept: ArrayLike<number> | null) => Index} part gives what is drawn */
  constructor(root, index, part) {
    const href = (/** @type {number} */ event) => this.href(event);
    this.shown = new Shown(index, root.dataset.whole !== undefined);
    this.root = root;
    this.url = root.dataset.index ?? "";
    this.index = index;
    this.part = part;
    this.own = "address" in root.dataset;
    if ("listed" in root.dataset) this.#named = Promise.resolve();
    this.prefix = root.id || `tl${(started += 1)}`;
    /** The field of the filter for words. @type {HTMLInputElement | null} */
    this.field = root.querySelector(".filters [name=q]");
    this.base = new URL(root.dataset.root ?? "", document.baseURI).href;
    this.stage = stageOf(root, index, href, {
      window: (window) => this.look(window), zoom: (factor, day) => this.zoom(factor, day), pan: (days) => this.pan(days),
      open: async (spot) => (await this.beside()).take(spot), day: async (day) => (await this.beside()).asOf(day), name: () => this.name(),
    });
    this.acts = this.#acts();
    this.#turns();
  }

  /** What buttons and keys do alike. */
  #acts() {
    const half = () => (this.shown.window[1] - this.shown.window[0]) / 2;
    return {
      in: () => this.zoom(2), out: () => this.zoom(0.5), earlier: () => this.pan(-half()), later: () => this.pan(half()),
      all: () => this.look(this.shown.limits), recent: () => this.look(this.index.recent),
    };
  }

  /** Whether it shows something else than its page did at first. */
  get #moved() {
    return this.#drawings > 1 || !this.stage.stood;
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
    for (const place of [plot, root.querySelector(".tools")]) turned(place, ["pointerdown", "focusin"], () => this.beside());
    turned(root, ["pointerover", "focusin"], () => this.equip());
    for (const [type, controls] of [["click", "button"], ["change", "[name]"]]) {
      root.querySelector(".tools")?.addEventListener(type, async ({ target }) => {
        const { name = "", value = "", dataset } = /** @type {HTMLInputElement | null} */ (/** @type {Element} */ (target).closest(controls)) ?? {}, act = this.acts[/** @type {keyof Timeline["acts"]} */ (dataset?.do)];
        if (act) act();
        else if (dataset) (await this.equip())?.use(name, value, dataset);
      });
    }
    turned(plot, ["focusin"], () => this.name());
    const keys = () => import("./keys.js").then(({ keysOf }) => (this.#keys ??= keysOf(this)));
    turned(root, ["focusin"], keys);
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
       menu, or at the first key or touch; and with the handles of the overview some time after any sign of a reader. */
    turned(document.documentElement, ["keydown", "pointerdown", "pointerleave"], () => this.printable());
    turned(document, ["pointermove", "scroll"], () => setTimeout(() => { this.printable(); this.equip(); }, SOON));
  }

  /** What sifts the events, fetched when something is chosen or about to be. */
  async sifting() {
    const { sifterOf } = await import("./filter.js"), { shown } = this, narrow = (this.narrow ??= sifterOf(this.index));
    if (!shown.found) shown.sift(narrow(shown.state));
    return narrow;
  }

  /** The list, fetched when it comes into sight. */
  async listing() {
    const { listOf } = await ("listed" in this.root.dataset ? import("./rows.js") : import("./lines.js"));
    if (!this.root.classList.contains("part")) this.name();
    this.list ??= listOf(this.root, this.index, (event) => this.href(event));
    /* From now on the list is that of the window, and its heading says so. */
    if (!this.#moved) for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-now]"))) place.textContent = `${place.dataset.now}`;
  }

  /** What the tools do but move the window, and what they show; what writes the address; the handles of the overview. */
  async equip() {
    const [{ toolsOf }, { say }] = await Promise.all([import("./tools.js"), import("./asked.js")]);
    if (!this.#say) {
      this.#say = say;
      this.stage.follow(true);
    }
    return (this.tools ??= toolsOf(this));
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
    const { shown } = this, query = queryOf(this.root), state = query ? await import("./asked.js").then(({ asked }) => asked(this, query)) : blank();
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
    list?.mark(shown.selected);
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
    this.tools?.show();
    this.speak();
    this.#drawings += 1;
    root.dataset.drawn = `${this.#drawings}`;
    leisurely(() => this.#follow());
  }

  /** What follows each drawing when that is on the screen: the numbers of the filter, the overview. */
  #follow() {
    const { shown, stage } = this;
    shown.state.window = shown.isAt(shown.opening) ? null : shown.window;
    this.count();
    stage.follow();
  }

  /** Say what each choice would leave. */
  count() {
    const { form, shown: { found, state } } = this;
    if (!form || !found || this.#counted === found) return;
    form.count(found, state);
    this.#counted = found;
  }

  /** Let list, words and address follow the picture when nothing moves any more. */
  speak = () => {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#speak(), REST);
  };

  async #speak() {
    const { root, shown, form, list } = this;
    if (root.classList.contains("sheeted")) return; // the list is that of the sheets until they are printed
    list?.show((event) => shown.inView(event));
    form?.countRest();
    if (!this.#moved) return;
    await this.equip();
    (await import("./telling.js")).speak(this);
    this.#say?.(this, this.#pushes);
    this.#pushes = false;
  }

  /** Remember that the next drawing is a step to go back from, unless a reader is typing. */
  step(typing = false) {
    this.#pushes ||= !typing;
  }

  /** @param {number} factor @param {number} [day] that stays where it is */
  zoom(factor, day = this.#middle) {
    this.look(zoomAt(this.shown.window, factor, day, this.shown.limits));
  }

  /** @param {number} days */
  pan(days) {
    this.look(pan(this.shown.window, days, this.shown.limits));
  }

  /** @param {Window} next */
  look(next) {
    this.shown.window = clamp(next, this.shown.limits);
    this.render();
  }

  /** Fetch the names of events, once. */
  names() {
    return (this.#named ??= import("./labels.js").then(({ namesAt }) => namesAt(this.url, this.index)).catch(() => {}));
  }

  /** Fetch the names of events; what was made without them is made anew. */
  name() {
    return (this.#named ?? this.names().then(() => this.#renamed()));
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
  const naming = listed ? import("./rows.js").then(({ readRows }) => readRows(root)) : import("./labels.js").then(({ labelsAt }) => labelsAt(url));
  const part = inPage ? import("./part.js") : null, index = await indexAt(url, naming), growing = (await part)?.growing;
  await breath();
  const focused = root.querySelector(".plot a:focus")?.getAttribute("href"), list = root.querySelector(".listed");
  const timeline = new Timeline(root, index, growing?.(index) ?? (() => index)), { stage } = timeline;
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
  const near = () => timeline.listing().then(timeline.speak);
  if (listed || inPage) near();
  else if (list) new IntersectionObserver(([seen]) => { if (seen.isIntersecting) near(); }, { rootMargin: NEAR }).observe(list);
};
