/* The panel beside the picture, and what opens there: an event with both accounts, what a count holds, a day, a step of a tour. An
   event's texts are fetched from its own page when it is opened, so that they are written in one place. */
import { dayWords } from "./days.js";
import { button, link, make } from "./make.js";
import { adopt, pageAt } from "./pages.js";
import { clamp } from "./shown.js";
import { restOf } from "./words.js";

/** @typedef {import("./index.js").Index} Index */

/* The picture says first what its window holds. */
const AFTER = 500;
const PARTS = ".event .lede, .event .accounts, .event .press, .event .effect, .event .chain";

/**
 * @typedef {object} Ways where the panel's buttons lead
 * @property {(event: number) => void} select
 * @property {() => void} close
 * @property {(events: number[]) => void} nearer
 * @property {(id: string) => number} numberOf
 * @property {(event: number) => string} href
 */

/**
 * @param {HTMLElement} panel
 * @param {Index} index
 * @param {Ways} ways
 */
const panelOf = (panel, index, ways) => {
  let shown = "";

  /** Say what opened, if it still stands there. @param {string} key */
  const say = (key) => {
    const said = panel.closest("event-timeline")?.querySelector("[role=status]"), name = panel.querySelector("h2, h3")?.textContent;
    if (said && name && key === shown) said.textContent = `Beside the picture: ${name}`;
  };

  /** @param {string} key @param {Node[]} content */
  const fill = (key, content) => {
    const { activeElement } = document, held = panel.contains(activeElement), words = activeElement?.textContent;
    shown = key;
    panel.replaceChildren(...content);
    panel.hidden = content.length === 0;
    /* Whoever walks from one to the next by keys stands on the same button again. */
    if (held) ([...panel.querySelectorAll("button")].find((one) => one.textContent === words && !one.disabled) ?? panel).focus({ preventScroll: true });
    setTimeout(say, AFTER, key);
  };

  /** @param {Node[]} more */
  const eyebrow = (...more) => {
    const line = make("p", "", "eyebrow");
    const acts = make("span", "", "pn");
    const close = button("Close", ways.close);
    acts.append(...more, close);
    line.append(acts);
    return line;
  };

  panel.addEventListener("click", (event) => {
    /* The picture of a chain has links, too, whose address is no text. */
    const target = /** @type {Element} */ (event.target).closest(".chain a[href]");
    const id = target?.getAttribute("href")?.match(/\/events\/([^/]+)\/$/)?.[1];
    const number = id ? ways.numberOf(id) : -1;
    if (number < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ways.select(number);
  });

  return {
    panel,
    clear: () => { if (shown) fill("", []); },
    /** What is shown was made before the names were there. */
    stale: () => { shown += " "; },

    /** @param {number} event */
    event: async (event) => {
      const key = index.id[event];
      if (shown === key) return;
      const [lane] = index.lanesOf[event];
      const lanes = index.lanesOf.map((held, at) => (held.includes(lane) ? at : -1)).filter((at) => at >= 0);
      const place = lanes.indexOf(event);
      const [before, after] = [lanes[place - 1] ?? -1, lanes[place + 1] ?? -1];
      const heading = make("h2", "");
      heading.append(link(index.title[event] || index.short[event], ways.href(event)));
      const where = index.lanes[lane]?.name ?? "";
      const [earlier, later] = [button("Earlier", () => ways.select(before), before < 0), button("Later", () => ways.select(after), after < 0)];
      earlier.title = later.title = where;
      earlier.setAttribute("aria-label", `Earlier in ${where}`);
      later.setAttribute("aria-label", `Later in ${where}`);
      const body = make("div", "", "body");
      body.setAttribute("aria-busy", "true");
      fill(key, [eyebrow(earlier, later), heading, make("p", restOf(index, event), "meta"), body]);
      const url = new URL(ways.href(event), document.baseURI).href;
      try {
        body.replaceChildren(...adopt((await pageAt(url)).querySelectorAll(PARTS), url));
      } catch {
        body.append(make("p", "The rest could not be fetched; it stands on the event's own page.", "note"));
      }
      body.setAttribute("aria-busy", "false");
    },

    /** @param {number[]} events */
    count: (events) => {
      const list = make("ul", "", "rel");
      list.append(...events.map((event) => {
        const item = make("li", "");
        const to = link(index.title[event], ways.href(event));
        to.addEventListener("click", (click) => {
          if (click.ctrlKey || click.metaKey || click.shiftKey) return;
          click.preventDefault();
          ways.select(event);
        });
        item.append(to, make("span", restOf(index, event), "when"));
        return item;
      }));
      fill(`n${events.join()}`, [eyebrow(button("Zoom in on these", () => ways.nearer(events))), make("h2", `${events.length} events`), list]);
    },

    /** @param {number} day @param {(lane: string) => string} channelHref */
    day: (day, channelHref) => {
      /** @type {Map<string, HTMLElement[]>} */
      const states = new Map();
      for (const lane of index.lanes) {
        const span = lane.spans.find((one) => one.start <= day && (one.end === null ? day <= index.until : day < one.end));
        if (!span) continue;
        const item = make("li", "");
        item.append(link(lane.name, channelHref(lane.id)), make("span", `since ${dayWords(span.start)}`, "when"));
        states.set(span.state, [...(states.get(span.state) ?? []), item]);
      }
      const parts = [...states].filter(([state]) => state !== "ended").flatMap(([state, items]) => {
        const list = make("ul", "", "rel");
        list.append(...items);
        return [make("h3", `${items.length} ${state}`), list];
      });
      const posts = make("dl", "", "posts");
      for (const office of index.offices.flat()) {
        const held = office.holdings.find((one) => (one.start ?? one.end ?? Infinity) <= day && (one.end ?? index.until) >= day);
        posts.append(make("dt", `${office.party} ${office.title}`), make("dd", held ? `${held.name || "vacant"}${held.role ? `, ${held.role}` : ""}` : "not known"));
      }
      const beyond = day > index.until ? [make("p", `The record was checked up to ${dayWords(index.until)}; nothing is known of later days.`, "note")] : [];
      fill(`d${day}`, [eyebrow(), make("h2", `As of ${dayWords(day)}`), ...beyond, ...parts, make("h3", "In office"), posts]);
    },

    /** Something else: a step of a tour. @param {string} key @param {Node} head @param {Node[]} content */
    other: (key, head, content) => {
      if (shown === key) return;
      const line = eyebrow();
      line.prepend(head);
      fill(key, [line, ...content]);
    },
  };
};

/** What opens beside the picture of a timeline. */
export class Opener {
  /** @param {import("./live.js").Timeline} timeline */
  constructor(timeline) {
    const { stage, index, shown } = timeline, aside = make("aside", "", "panel");
    aside.ariaLabel = "What is selected";
    aside.tabIndex = -1;
    aside.hidden = true;
    stage.box.after(aside);
    this.timeline = timeline;
    this.panel = panelOf(aside, index, {
      select: (event) => this.select(event), close: () => this.close(), nearer: (events) => this.#nearer(events),
      numberOf: (id) => shown.numberOf(id), href: (event) => timeline.href(event),
    });
  }

  /** A state was changed: show it, as a step of its own. @param {Partial<import("./address.js").State>} change */
  #show(change) {
    const { timeline } = this;
    Object.assign(timeline.shown.state, change);
    timeline.step();
    timeline.open();
    timeline.render();
  }

  /** Fill the panel from the state. */
  async fill() {
    const { timeline, panel } = this, { shown: { selected, state }, base } = timeline;
    if (state.tour) {
      const leave = () => this.close();
      return import("./tour.js").then(({ tourOf }) => tourOf(panel, base, state, { go: (to) => this.#go(to), leave })).catch(leave);
    }
    if (selected >= 0) return panel.event(selected);
    if (state.asOf !== null) return panel.day(state.asOf, (id) => `${base}channels/${id}/`);
    return panel.clear();
  }

  /** Show what was taken in the picture. @param {import("./draw.js").Spot} spot */
  take({ counted, events }) {
    if (counted) this.count(events);
    else this.select(events[0]);
  }

  /** Show an event: bring it into the window, and its accounts beside the picture. @param {number} event */
  select(event) {
    const { shown, index } = this.timeline;
    shown.meet(index.anchor[event], index.ends[event]);
    this.#show({ event: index.id[event] });
  }

  /** Show what a count holds, by name. @param {number[]} events */
  async count(events) {
    const { timeline } = this;
    timeline.root.classList.add("opened");
    timeline.stage.resized();
    timeline.render();
    await timeline.name();
    this.panel.count(events);
  }

  /** @param {number | null} asOf */
  asOf(asOf) {
    if (asOf !== null) this.timeline.shown.meet(asOf);
    this.#show({ asOf, event: "", tour: "" });
  }

  /** Begin a tour. @param {string} tour */
  tour(tour) {
    Object.assign(this.timeline.shown.state, { tour, step: 1, asOf: null });
    this.timeline.open();
  }

  close() {
    const { stage, root } = this.timeline;
    this.panel.clear();
    this.#show({ event: "", tour: "", asOf: null });
    if (stage.current) stage.reach(stage.current, true);
    else /** @type {HTMLElement | null} */ (root.querySelector(".spot"))?.focus();
  }

  /** What was made without the names of events is made anew. */
  renamed() {
    if (!this.timeline.shown.opened) return;
    this.panel.stale();
    this.timeline.open();
  }

  /** Go to a step of a tour. @param {{ step: number, event: string, window: [number, number] }} to */
  #go({ step, event, window }) {
    const { shown } = this.timeline;
    shown.window = clamp(window, shown.limits);
    this.#show({ step, event });
  }

  /** @param {number[]} events */
  #nearer(events) {
    const { anchor, ends } = this.timeline.index;
    const from = Math.min(...events.map((event) => anchor[event])), to = Math.max(...events.map((event) => ends[event]));
    const air = Math.max(10, (to - from) * 0.15);
    this.timeline.look([from - air, to + air]);
  }
}
