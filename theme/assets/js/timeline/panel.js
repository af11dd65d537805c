/* The panel beside the picture: an event with both accounts, what a count holds, a day. An event's texts are fetched from
   its own page when it is opened, so that they are written in one place. */
import { dayWords } from "./days.js";
import { adopt, button, link, make, pageAt } from "./make.js";
import { restOf } from "./words.js";

/** @typedef {import("./index.js").Index} Index */

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
export const panelOf = (panel, index, ways) => {
  let shown = "";

  /** @param {string} key @param {Node[]} content */
  const fill = (key, content) => {
    shown = key;
    panel.replaceChildren(...content);
    panel.hidden = content.length === 0;
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
    const target = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest(".chain a[href]"));
    const id = target?.pathname.match(/\/events\/([^/]+)\/$/)?.[1];
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
        body.append(make("p", "The rest could not be fetched; it stands on the event’s own page.", "note"));
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
