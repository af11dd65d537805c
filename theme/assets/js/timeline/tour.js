/* A tour over the live timeline: its steps are read from the tour's own page. */
import { fromIso } from "./dates.js";
import { button, link, make } from "./make.js";
import { adopt, pageAt } from "./pages.js";

/**
 * Show the step of a state's tour in the panel, and bring its window and event about once.
 * @param {any} panel
 * @param {string} base the site's root
 * @param {import("./address.js").State} state
 * @param {{ go: (to: { step: number, event: string, window: [number, number] }) => void, leave: () => void }} to
 */
export const tourOf = async (panel, base, state, { go, leave }) => {
  const url = `${base}tours/${state.tour}/`;
  const page = await pageAt(url);
  const steps = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("section[data-event]")]);
  const number = Math.min(state.step, steps.length);
  const step = steps[number - 1];
  if (!step) return leave();
  /** @param {number} at */
  const turn = (at) => {
    const { event = "", from = "", to = "" } = steps[at - 1].dataset;
    go({ step: at, event, window: [fromIso(from), fromIso(to)] });
  };
  const key = `t${state.tour}${number}`;
  const ways = make("p", "", "acts");
  ways.append(
    button("Back", () => turn(number - 1), number === 1), button("Next", () => turn(number + 1), number === steps.length),
    ` Step ${number} of ${steps.length}`,
  );
  const words = make("div", "", "body");
  words.append(...adopt(step.children, url));
  panel.other(key, link(page.querySelector("h1")?.textContent ?? "", url), [words, ways]);
  if (state.event !== step.dataset.event) turn(number);
  return undefined;
};
