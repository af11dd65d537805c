/* Where the meaning of a term stands beside it. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { beside } from "../../theme/assets/js/terms.js";

const VIEW = { width: 360, height: 600 };
const BOX = { width: 200, height: 80 };
/** @param {number} left @param {number} top */
const at = (left, top) => beside({ left, top, bottom: top + 20 }, BOX, VIEW);

test("it stands under the term, and above it where the window ends", () => {
  assert.deepEqual(at(40, 100), { left: 40, top: 126 });
  assert.deepEqual(at(40, 560), { left: 40, top: 474 });
});

test("it never leaves the window sideways", () => {
  assert.equal(at(300, 100).left, 154);
  assert.equal(at(-20, 100).left, 6);
});

test("where there is room on neither side it stands under the term", () => {
  assert.equal(beside({ left: 0, top: 20, bottom: 40 }, { width: 100, height: 590 }, VIEW).top, 46);
});
