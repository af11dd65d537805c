import assert from "node:assert/strict";
import { test } from "node:test";

import { columns, pieces } from "../../../theme/assets/js/timeline/draw.js";
import { spread } from "../../../theme/assets/js/timeline/narrow.js";
import { clusters, fades, pillWidth, place, steps, stretch } from "../../../theme/assets/js/timeline/plots.js";
import { scaleOf } from "../../../theme/assets/js/timeline/scale.js";
import { clean, fitted, textWidth, way } from "../../../theme/assets/js/timeline/svg.js";
import { chances } from "./made.js";

/** @typedef {import("../../../theme/assets/js/timeline/index.js").When} When */

const SCALE = scaleOf(0, 1000, 0, 1000);

test("Text is escaped, and what XML forbids is replaced", () => {
  assert.equal(clean("a<b> & \"c\"\u0001\ud800"), "a&lt;b&gt; &amp; &quot;c&quot;\ufffd\ufffd");
  assert.equal(clean("国防部 𠮷"), "国防部 𠮷");
});

test("The numbers of a path are written to a tenth, without a zero at the end and without a minus before one", () => {
  assert.equal(way`M${1.04} ${-0.04}h${12.349}`, "M1 0h12.3");
});

test("A text is shortened until it fits, and goes where not even two letters do", () => {
  assert.equal(fitted("Taiwan", 100), "Taiwan");
  assert.equal(fitted("Taiwan arms", 54), "Taiwan…");
  assert.equal(fitted("Taiwan arms", 8), "");
  assert.ok(textWidth("国防") > 24 && textWidth("国防") < 25);
  assert.equal(textWidth("e\u0301"), textWidth("e"));
});

test("Marks nearer than a diameter are counted, a pair that fits side by side stays two, and one may stay alone", () => {
  for (const [places, alone, members] of /** @type {[number[], number, number[][]][]} */ ([
    [[10, 50], -1, [[0], [1]]], [[50, 10], -1, [[1], [0]]], [[10, 12], -1, [[0, 1]]], [[10, 17], -1, [[0], [1]]],
    [[10, 12, 14], -1, [[0, 1, 2]]], [[10, 12, 14], 1, [[0], [1], [2]]], [[10, 11, 22, 23], -1, [[0, 1, 2, 3]]], [[], -1, []],
  ])) assert.deepEqual(clusters(places, 4.2, alone).map((cluster) => cluster.members), members);
});

test("However marks lie, each is in one cluster, and no count overlaps its neighbour", () => {
  const chance = chances(3);
  for (let time = 0; time < 200; time += 1) {
    const places = Array.from({ length: Math.floor(chance() * 80) }, () => chance() * 400);
    const found = clusters(places, 4.2);
    assert.deepEqual(found.flatMap(({ members }) => members).sort((one, other) => one - other), places.map((_, at) => at));
    const half = (/** @type {number} */ count) => (count > 1 ? pillWidth(count) / 2 : 4.2);
    for (let at = 1; at < found.length; at += 1) {
      const [one, other] = [found[at - 1], found[at]];
      if (one.members.length === 1 && other.members.length === 1) continue;
      assert.ok((one.start + one.end) / 2 + half(one.members.length) <= (other.start + other.end) / 2 - half(other.members.length) - 1 + 1e-9);
    }
  }
});

test("No label lies over another or out of the picture, and the highest rank goes first", () => {
  const chance = chances(5);
  for (let time = 0; time < 100; time += 1) {
    const candidates = Array.from({ length: 40 }, (_, key) => ({ key, x: chance() * 500, width: 20 + chance() * 120, rank: Math.ceil(chance() * 3) }));
    const found = place([...candidates], 0, 500, 2);
    for (const one of found) {
      assert.ok(one.left >= 0 && one.right <= 500);
      for (const other of found) assert.ok(one === other || one.row !== other.row || one.right + 7 <= other.left || other.right + 7 <= one.left);
    }
    assert.equal(candidates.find(({ key }) => key === found[0].key)?.rank, Math.max(...candidates.map(({ rank }) => rank)));
  }
});

test("A date lies where it can have been, and fades where nobody knows", () => {
  const sure = (/** @type {number} */ day) => ({ earliest: day, latest: day, unsure: false }), unsure = { earliest: 100, latest: 130, unsure: true };
  for (const [when, anchor, bar] of /** @type {[When | null, number, number[]][]} */ ([
    [null, 100, [100, 100, 100, 100, 100]],
    [{ form: "within", lower: unsure, upper: unsure, openEnd: false }, 100, [115.5, 100, 115.5, 115.5, 131]],
    [{ form: "past", lower: null, upper: sure(100), openEnd: false }, 100, [96, 80, 100, 100, 100]],
    [{ form: "future", lower: sure(100), upper: null, openEnd: false }, 100, [104, 100, 100, 100, 120]],
    [{ form: "interval", lower: sure(100), upper: sure(140), openEnd: false }, 100, [120, 100, 100, 140, 140]],
    [{ form: "interval", lower: sure(100), upper: sure(400), openEnd: false }, 100, [100, 100, 100, 400, 400]],
    [{ form: "interval", lower: sure(100), upper: null, openEnd: true }, 100, [100, 100, 100, 500, 516]],
    [{ form: "interval", lower: sure(100), upper: null, openEnd: false }, 100, [100, 100, 100, 104, 120]],
    [{ form: "interval", lower: null, upper: sure(100), openEnd: false }, 100, [100, 80, 100, 100, 100]],
  ])) {
    const found = stretch(when, anchor, SCALE, 500, 4);
    assert.deepEqual([found.mark, found.start, found.sureFrom, found.sureTo, found.end], bar);
    assert.equal(steps(found).some(([, , opacity]) => opacity < 0.75), fades(found));
  }
});

test("A band ends with the last day known, that day included, and is light where its beginning is not sure", () => {
  const spans = [{ state: "open", start: 100, sureFrom: 140, end: 300, disputed: false, cause: 0 }, { state: "suspended", start: 300, sureFrom: 300, end: null, disputed: true, cause: 1 }];
  assert.deepEqual(pieces(spans, SCALE, 499).map(({ state, start, end, opacity, disputed }) => [state, start, end, opacity, disputed]), [
    ["open", 100, 110, 0.2, false], ["open", 110, 120, 0.4, false], ["open", 120, 130, 0.6, false], ["open", 130, 140, 0.8, false], ["open", 140, 300, 1, false],
    ["suspended", 300, 500, 1, true],
  ]);
});

test("Names of breaks never overlap, and a break outside has none", () => {
  const gap = (/** @type {number} */ startDay, endDay = startDay + 20) => ({ name: `Break of day ${startDay}`, party: "North", months: 1, start: 0, end: 0, startDay, endDay });
  const found = columns([gap(-500, -400), gap(100), gap(130), gap(160), gap(190), gap(700)], SCALE, 900);
  assert.deepEqual(found.map(({ number }) => number), [2, 3, 4, 5, 6]);
  for (const one of found) for (const other of found) assert.ok(one === other || one.row !== other.row || !one.lines.length || !other.lines.length || one.right < other.left || other.right < one.left);
});

test("Names of breaks take as many rows as they need to stand there in full", () => {
  const gap = (/** @type {number} */ startDay) => ({ name: `A break that began on day ${startDay}`, party: "North", months: 1, start: 0, end: 0, startDay, endDay: startDay + 20 });
  const found = columns([100, 130, 160].map(gap), SCALE, 900);
  assert.deepEqual(found.map(({ lines: [name], row }) => [name, row]), [100, 130, 160].map((day, row) => [`A break that began on day ${day}`, row]));
});

test("Boxes that overlap move apart as little as it takes, between their edges", () => {
  assert.deepEqual(spread([50, 55, 200], 14, 0, 300), [50, 64, 200]);
  assert.deepEqual(spread([1, 295, 299], 14, 0, 300), [7, 279, 293]);
});
