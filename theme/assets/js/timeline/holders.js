/* Who held an office through time, as a band: held, only seen in post, vacant, not known. */
import { textWidth } from "./metrics.js";
import { Paint, block, text } from "./svg.js";

/** @typedef {import("./draw.js").Holding} Holding */
/** @typedef {import("./scale.js").Scale} Scale */

/** Of a row with a band, in pixels. */
export const HEIGHT = 17;
const PAD = 2;
const FOOT = 1.5;
const STEPS = 4;
const FADE = 12;
const AIR = 5;

/** The name that fits: in full in a window, the family name else, or none. @param {Holding} holding @param {number} room @param {number} zoom */
const nameOf = ({ kind, name, family }, room, zoom) => {
  const names = kind === "vacant" ? ["vacant"] : zoom ? [name, family] : [family];
  return names.find((one) => textWidth(one) <= room) ?? "";
};

/** The bands of offices, gathered. */
export class Holders {
  #vacant = new Paint();
  #posts = new Paint();
  #feet = new Paint();
  #words = "";

  /** Draw the holders of an office in a row below `top`, up to the last day that is known. @param {Holding[]} held @param {Scale} scale @param {number} until @param {number} top */
  add(held, scale, until, top) {
    for (const holding of held) {
      const first = holding.start ?? scale.first, last = holding.end ?? until;
      if (last < scale.first || first > Math.min(scale.last, until)) continue;
      const start = scale.inside(first), end = scale.inside(Math.min(last, until) + 1);
      if (holding.kind === "vacant") this.#vacant.add("vac", block(start + 0.5, top + PAD + 0.5, Math.max(end - start - 1, 2), HEIGHT - 2 * PAD - 1));
      else this.#held(holding, start, end, scale, top);
      const name = nameOf(holding, end - start - 2 * AIR, scale.zoom);
      if (name) this.#words += text(name, (start + end) / 2, top + HEIGHT - 5, "t", "middle");
    }
  }

  toString() {
    return `${this.#posts}${this.#feet}${this.#vacant}${this.#words}`;
  }

  /** An end whose day is not certain fades in steps. @param {Holding} holding @param {number} start @param {number} end @param {Scale} scale @param {number} top */
  #held({ sureStart, sureEnd }, start, end, scale, top) {
    const fade = Math.min(FADE, (end - start) / 3);
    const left = start + (sureStart || start <= scale.left ? 0 : fade), right = end - (sureEnd || end >= scale.right ? 0 : fade);
    const whole = Math.max(right - left - 1.4, 1);
    this.#feet.add("postline", block(left + 0.7, top + HEIGHT - PAD - FOOT, whole, FOOT));
    this.#piece(left + 0.7, whole, 1, top);
    for (const [from, way] of [[left, start - left], [right, end - right]]) {
      const cut = way / STEPS;
      for (let at = 0; way && at < STEPS; at += 1) this.#piece(from + cut * (at + (cut < 0 ? 1 : 0)) + 0.2, Math.max(Math.abs(cut) - 0.6, 1), 0.8 - 0.2 * at, top);
    }
  }

  /** @param {number} x @param {number} width @param {number} opacity @param {number} top */
  #piece(x, width, opacity, top) {
    this.#posts.add("post", block(x, top + PAD, width, HEIGHT - 2 * PAD), opacity < 1 ? `opacity="${opacity.toFixed(1)}"` : "");
  }
}
