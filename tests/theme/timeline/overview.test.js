import assert from "node:assert/strict";
import { test } from "node:test";

import { dayOf } from "../../../theme/assets/js/timeline/days.js";
import { FINGER, frameOf, margins, overview, reaches } from "../../../theme/assets/js/timeline/overview.js";
import { scaleOf } from "../../../theme/assets/js/timeline/scale.js";
import { chances, made, viewOf } from "./made.js";

/** @typedef {[left: number, width: number]} Reach */

test("The ends of the window and what lies between them are taken beside each other, each by a finger and on the page", () => {
  const chance = chances(5), first = dayOf(1971), last = dayOf(2027);
  for (const width of [280, 288, 320, 358, 599, 600, 728, 960, 1216]) {
    const { left, right } = margins(width), scale = scaleOf(first, last, left, right);
    for (const days of [7, 31, 400, 4000, last - first]) {
      for (const from of [first - 400, first, first + chance() * (last - first - days), last - days, last + 400]) {
        const { from: start, all, to } = reaches(...frameOf(scale, from, from + days));
        const edges = [start, all, to].flatMap(([place, wide]) => [place, place + wide]);
        assert.ok(edges[0] >= 0 && edges[5] <= width, `${edges} of ${width}`);
        for (const [at, edge] of [[1, 2], [3, 4]]) assert.ok(Math.abs(edges[at] - edges[edge]) < 1e-6, `${edges}`);
        for (const at of [0, 2, 4]) assert.ok(edges[at + 1] - edges[at] > FINGER - 1e-6, `${edges}`);
      }
    }
  }
});

test("In a wide frame the ends reach 20 pixels inwards, in a narrow one as far as its middle can be taken", () => {
  const at = (/** @type {number} */ start, /** @type {number} */ end) => {
    const { from, all, to } = reaches(start, end);
    return [from, all, to];
  };
  assert.deepEqual(at(100, 300), [[76, 44], [120, 160], [280, 44]]);
  assert.deepEqual(at(100, 144), [[76, 34], [110, 24], [134, 34]]);
  assert.deepEqual(at(100, 124), [[76, 24], [100, 24], [124, 24]]);
});

test("A frame spans its window, yet 24 pixels at least, and stays within the axis; its grips touch it from outside", () => {
  const scale = scaleOf(dayOf(2000), dayOf(2010), 26, 326);
  const tenths = (/** @type {number[]} */ places) => places.map((place) => Math.round(place * 10) / 10);
  for (const [from, to, frame] of /** @type {[number, number, number[]][]} */ ([
    [dayOf(2000), dayOf(2010), [26, 326]], [dayOf(2005), dayOf(2005) + 3, [164.2, 188.2]], [dayOf(2000), dayOf(2000) + 7, [26, 50]],
    [dayOf(2010) - 7, dayOf(2010), [302, 326]], [dayOf(1999), dayOf(1999) + 90, [26, 50]],
  ])) assert.deepEqual(tenths(frameOf(scale, from, to)), frame);
  const index = { ...made(4), whole: /** @type {[number, number]} */ ([dayOf(2000), dayOf(2010)]) };
  const { svg, start, end } = overview(index, viewOf({ from: dayOf(2004), to: dayOf(2006), width: 352 }));
  const lines = [...(svg.match(/class="gripl" d="([^"]*)"/)?.[1] ?? "").matchAll(/M([\d.]+) /g)].map(([, x]) => +x);
  assert.deepEqual(lines, tenths([start - 4, end + 4]));
});
