/* A channel's state through time as the texture of a band. */
import { block, way } from "./svg.js";

/** @typedef {import("./draw.js").Span} Span */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./svg.js").Paint} Paint */
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
