/* Bands: a channel's states through time as a texture, and who held an office. */
import { Paint, block, text, textWidth, way } from "./svg.js";

/** @typedef {import("./index.js").Span} Span */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {{ state: string, start: number, end: number, opacity: number, disputed: boolean }} Piece of a band in one state; lighter where it is not known whether the state had begun */

/** Of a band, in pixels. */
export const HEIGHT = 13;
const SEEN = 2;
const STEPS = 4;

/** Cut a channel's spans into the pieces that lie in a scale, up to a day, that day included. @param {Span[]} spans @param {Scale} scale @param {number} until @returns {Piece[]} */
export const pieces = (spans, scale, until) => spans.flatMap(({ state, start: begins, sureFrom, end: ends, disputed }) => {
  const last = Math.min(until + 1, scale.last), stops = Math.min(ends ?? last, last);
  if (stops <= scale.first || begins >= stops) return [];
  const start = scale.inside(begins), end = scale.inside(stops);
  const given = Math.min(scale.inside(Math.min(sureFrom, stops)), end), sure = given - start < SEEN ? start : given;
  const cut = (sure - start) / STEPS;
  const found = Array.from({ length: sure > start ? STEPS : 0 }, (_, at) => ({ state, start: start + cut * at, end: start + cut * (at + 1), opacity: (at + 1) / 5, disputed }));
  return end > sure ? [...found, { state, start: sure, end, opacity: 1, disputed }] : found;
});

/** Draw pieces around a middle line. @param {Piece[]} found @param {number} middle @param {string} prefix with which the hatch's id begins @param {Paint} paint */
export const band = (found, middle, prefix, paint) => {
  const top = middle - HEIGHT / 2;
  for (const { state, start, end, opacity, disputed } of found) {
    const width = end - start;
    const light = opacity < 1 ? `opacity="${opacity}"` : "", more = (disputed ? 'stroke-dasharray="4 3" ' : "") + light;
    if (state === "open") {
      paint.add("s-open", block(start, top, width, HEIGHT), light);
      paint.add("s-edge", way`M${start} ${top + 0.5}h${width}M${start} ${top + HEIGHT - 0.5}h${width}`, more);
    } else if (state === "suspended") paint.add("s-sus", block(start, top + 0.5, Math.max(width, 2), HEIGHT - 1), `fill="url(#${prefix}hatch)" ${more}`);
    else if (state === "agreed") paint.add("s-agreed", block(start, top + 0.5, width, HEIGHT - 1), light);
    else if (state === "dormant") paint.add("s-dormant", block(start, middle - 1.5, width, 3), light);
    else if (state === "proposed") paint.add("s-agreed", way`M${start} ${middle}h${width}`, light);
    else if (state === "ended" && opacity === 1) paint.add("s-edge", way`M${start} ${top}v${HEIGHT}`);
  }
};

/** @typedef {import("./index.js").Holding} Holding */

/** Of a row with a band, in pixels. */
export const OFFICE = 17;
const PAD = 2;
const FOOT = 1.5;
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
      if (holding.kind === "vacant") this.#vacant.add("vac", block(start + 0.5, top + PAD + 0.5, Math.max(end - start - 1, 2), OFFICE - 2 * PAD - 1));
      else this.#held(holding, start, end, scale, top);
      const name = nameOf(holding, end - start - 2 * AIR, scale.zoom);
      if (name) this.#words += text(name, (start + end) / 2, top + OFFICE - 5, "t", "middle");
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
    this.#feet.add("postline", block(left + 0.7, top + OFFICE - PAD - FOOT, whole, FOOT));
    this.#piece(left + 0.7, whole, 1, top);
    for (const [from, way] of [[left, start - left], [right, end - right]]) {
      const cut = way / STEPS;
      for (let at = 0; way && at < STEPS; at += 1) this.#piece(from + cut * (at + (cut < 0 ? 1 : 0)) + 0.2, Math.max(Math.abs(cut) - 0.6, 1), 0.8 - 0.2 * at, top);
    }
  }

  /** @param {number} x @param {number} width @param {number} opacity @param {number} top */
  #piece(x, width, opacity, top) {
    this.#posts.add("post", block(x, top + PAD, width, OFFICE - 2 * PAD), opacity < 1 ? `opacity="${opacity.toFixed(1)}"` : "");
  }
}
