import assert from "node:assert/strict";
import { test } from "node:test";

import { tied } from "../../../theme/assets/js/timeline/arcs.js";
import { draw, made, viewOf } from "./made.js";

/** @typedef {import("../../../theme/assets/js/timeline/index.js").Index} Index */

const LANES = ["offices", "first", "second", "third"];

/** An index of events on given days in one lane each; the first is selected. @param {[day: number, lane: number][]} events @param {[number, number][]} related @returns {Index} */
const tiedTo = (events, related) => ({
  ...made(events.length), until: 5000, breaks: [], offices: [], anchor: Int32Array.from(events, ([day]) => day), ends: Int32Array.from(events, ([day]) => day), dates: events.map(() => null),
  lanesOf: events.map(([, lane]) => [lane]), status: events.map(() => "held"), rank: new Uint8Array(events.length).fill(1), related,
  lanes: LANES.map((name, at) => ({ id: name, name, group: at ? "channels" : "offices", level: at ? "policy" : "", rounds: false, spans: [] })),
});

/** @param {Index} index @param {object} [view] */
const drawn = (index, view) => draw(index, viewOf({ from: 0, to: 4000, selected: 0, ...view }), tied).svg;
const number = (/** @type {string} */ svg, /** @type {RegExp} */ look) => (svg.match(look) ?? []).length;

test("Causes come in dashed, consequences leave with an arrowhead, and both are level at their ends", () => {
  const svg = drawn(tiedTo([[2000, 2], [500, 1], [3500, 3]], [[0, 1], [2, 0]]));
  assert.deepEqual([number(svg, /class="arc cause"/g), number(svg, /class="arc"/g)], [1, 1]);
  const curves = [...svg.matchAll(/class="arc[^"]*"[^>]* d="M[\d.]+ ([\d.]+)C[\d.]+ ([\d.]+) [\d.]+ ([\d.]+) [\d.]+ ([\d.]+)"/g)];
  assert.equal(curves.length, 2);
  for (const [, y, first, second, end] of curves) assert.deepEqual([first, second], [y, end]);
});

test("What is near branches off one trunk, one head for each consequence and one for all causes", () => {
  const svg = drawn(tiedTo([[2000, 1], [2100, 2], [2120, 3], [1900, 2], [1880, 3]], [[1, 0], [2, 0], [0, 3], [0, 4]]));
  const heads = [...svg.matchAll(/<path class="(arc[^"]*)"( marker-end)?/g)].map(([, look, head]) => `${look}${head ? " head" : ""}`);
  assert.deepEqual(heads.sort(), ["arc", "arc cause", "arc cause", "arc cause head", "arc head", "arc head"]);
});

test("At most twelve are drawn, the most significant first, and the others are told by their number", () => {
  const others = Array.from({ length: 20 }, (_, at) => /** @type {[number, number]} */ ([2300 + at * 80, 1 + (at % 3)]));
  const index = tiedTo([[2000, 2], ...others], others.map((_, at) => [at + 1, 0]));
  assert.ok(number(drawn(index), /marker-end/g) <= 12);
  assert.match(drawn(index), />\+8</);
  const atEdge = (/** @type {Index} */ index) => number(drawn(index, { to: 2400 }), / 1076 [\d.]+"\/>/g);
  assert.equal(atEdge(index), 10);
  assert.equal(atEdge({ ...index, rank: Uint8Array.from({ length: 21 }, (_, event) => (event > 8 ? 3 : 1)) }), 12);
});

test("What lies outside the window is pointed to at its edge", () => {
  const svg = drawn(tiedTo([[2000, 2], [500, 1], [3500, 3]], [[0, 1], [2, 0]]), { from: 1800, to: 2200 });
  assert.match(svg, /class="arc"[^>]* d="M[^"]* 1076 [\d.]+"/);
  assert.match(svg, /class="arc cause"[^>]* d="M221/);
  assert.match(svg, /class="arrowhead" d="M222 [\d.]+l7 -4v8z"/);
});

test("A filter that leaves an event out leaves its arc out", () => {
  const svg = drawn(tiedTo([[2000, 2], [500, 1], [3500, 3]], [[0, 1], [2, 0]]), { kept: [1, 0, 1] });
  assert.deepEqual([number(svg, /class="arc cause"/g), number(svg, /class="arc"/g)], [0, 1]);
});

test("A phone has rings in place of arcs, dashed for causes", () => {
  const svg = drawn(tiedTo([[2000, 2], [500, 1], [3500, 3], [3600, 1]], [[0, 1], [2, 0], [3, 0]]), { width: 358 });
  assert.equal(number(svg, /marker-end/g), 0);
  assert.deepEqual([...svg.matchAll(/class="(arc[^"]*)" d="([^"]*)"/g)].map(([, look, d]) => [look, number(d, /M/g)]), [["arc", 2], ["arc cause", 1]]);
});

test("An event of several lanes is joined by a stem, and a band that it changed has a bar", () => {
  const index = tiedTo([[2000, 1]], []);
  index.lanesOf[0] = [1, 3];
  index.lanes[2].spans = [{ state: "open", start: 2000, sureFrom: 2000, end: null, disputed: false, cause: 0 }, { state: "open", start: 2000, sureFrom: 2000, end: null, disputed: false, cause: 1 }];
  const svg = drawn(index);
  assert.equal(number(svg, /class="leader"/g), 1);
  assert.equal(number(svg.match(/class="fx" d="([^"]*)"/)?.[1] ?? "", /M/g), 1);
});

test("Nothing is tied where the selected event is not in view", () => {
  assert.equal(number(drawn(tiedTo([[2000, 2], [3500, 3]], [[1, 0]]), { from: 3000 }), /class="arc/g), 0);
});
