/* Which lanes a picture within a text shows. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { growing, occupied, withLanes } from "../../../theme/assets/js/timeline/part.js";

/** Two lanes around a channel; an event of both, one without end, one in the last lane. */
const index = /** @type {any} */ ({
  size: 3, until: 100, anchor: [10, 20, 50], ends: [12, 20, 50], dates: [null, { openEnd: true }, null], lanesOf: [[0, 1], [1], [2]],
  lanes: [{ id: "a", group: "offices" }, { id: "b", group: "channels" }, { id: "c", group: "around" }], offices: [["one", "two"]],
});

for (const [from, to, kept, lanes] of /** @type {[number, number, number[] | null, number[]][]} */ ([
  [0, 9, null, []],
  [0, 10, null, [0, 1]],
  [12, 15, null, [0, 1]],
  [13, 19, null, []],
  [60, 90, null, [1]],
  [101, 110, null, []],
  [0, 100, [0, 0, 1], [2]],
  [0, 100, [0, 0, 0], []],
])) {
  test(`from ${from} to ${to}, kept ${kept}: the lanes ${lanes} hold an event`, () => {
    assert.deepEqual([...occupied(index, from, to, kept)], lanes);
  });
}

test("an index with some lanes has the events of those, under their new numbers", () => {
  const part = withLanes(index, new Set([2, 1]), true);
  assert.deepEqual(part.lanes.map(({ id }) => id), ["b", "c"]);
  assert.deepEqual(part.lanesOf, [[0], [0], [1]]);
  assert.equal(part.size, 3);
  assert.equal(index.lanes.length, 3);
});

test("holders of offices stay without a filter, or where somebody came or went", () => {
  assert.equal(withLanes(index, new Set([1]), false).offices.length, 1);
  assert.equal(withLanes(index, new Set([0, 1]), true).offices.length, 1);
  assert.equal(withLanes(index, new Set([1]), true).offices.length, 0);
});

test("a lane that was shown stays while the window moves", () => {
  const part = growing(index);
  assert.deepEqual(part([0, 5], null).lanes.map(({ id }) => id), []);
  assert.deepEqual(part([40, 60], null).lanes.map(({ id }) => id), ["b", "c"]);
  assert.deepEqual(part([0, 15], null).lanes.map(({ id }) => id), ["a", "b", "c"]);
  assert.deepEqual(part([13, 19], null).lanes.map(({ id }) => id), ["a", "b", "c"]);
});
