import assert from "node:assert/strict";
import { test } from "node:test";

import { Cells, narrow } from "../../../theme/assets/js/timeline/filter.js";

/** @typedef {import("../../../theme/assets/js/timeline/filter.js").Searched} Searched */

const TITLES = ["Visit to the navy", "Talks on nuclear risk", "Talks refused", "Sanctions"];

/** @param {number[][]} cells */
const column = (cells) => Cells.of(cells.length, (event, into) => into.push(...cells[event]));

/** Four events: the second belongs to two channels, the last to none. */
const index = /** @type {Searched} */ ({
  size: TITLES.length,
  choices: { channel: ["navy", "talks"], status: ["held", "refused", "planned"] },
  met: { channel: column([[0], [0, 1], [1], []]), status: column([[0], [0], [1], []]) },
  text: (event) => TITLES[event].toLowerCase(),
});

/**
 * @param {Record<string, string[]>} chosen
 * @param {string} [text]
 */
const found = (chosen, text = "") => narrow(index, { text, chosen });

/** @param {import("../../../theme/assets/js/timeline/filter.js").Kept} result */
const numbers = (result) => [...result.kept].flatMap((keep, event) => (keep ? [event] : []));

test("A filter keeps what meets one choice of each of its fields and has each of its words", () => {
  for (const [chosen, text, kept] of /** @type {[Record<string, string[]>, string, number[]][]} */ ([
    [{}, "", [0, 1, 2, 3]],
    [{ channel: [], status: [] }, "  ", [0, 1, 2, 3]],
    [{ channel: ["navy"] }, "", [0, 1]],
    [{ channel: ["navy", "talks"] }, "", [0, 1, 2]],
    [{ channel: ["talks"], status: ["held"] }, "", [1]],
    [{ channel: ["navy"], status: ["refused"] }, "", []],
    [{}, "TALKS", [1, 2]],
    [{}, "risk  talks", [1]],
    [{ status: ["held"] }, "talks", [1]],
  ])) {
    const result = found(chosen, text);

    assert.deepEqual(numbers(result), kept, JSON.stringify([chosen, text]));
    assert.equal(result.total, kept.length);
  }
});

test("A choice that does not exist keeps nothing", () => {
  assert.deepEqual(numbers(found({ channel: ["army"] })), []);
});

test("A choice counts what it would leave if it were the only one of its field", () => {
  for (const [chosen, text, counts] of /** @type {[Record<string, string[]>, string, Record<string, number[]>][]} */ ([
    [{}, "", { channel: [2, 2], status: [2, 1, 0] }],
    [{ channel: ["navy"] }, "", { channel: [2, 2], status: [2, 0, 0] }],
    [{ channel: ["navy"], status: ["refused"] }, "", { channel: [0, 1], status: [2, 0, 0] }],
    [{}, "talks", { channel: [1, 2], status: [1, 1, 0] }],
  ])) assert.deepEqual(found(chosen, text).counts, counts, JSON.stringify([chosen, text]));
});

test("What a choice counts is what choosing it alone in its field gives", () => {
  const starts = [{}, { channel: ["navy"] }, { status: ["held", "refused"] }, { channel: ["talks"], status: ["refused"] }];
  for (const chosen of /** @type {Record<string, string[]>[]} */ (starts)) {
    for (const [field, values] of Object.entries(index.choices)) {
      const given = values.map((value) => found({ ...chosen, [field]: [value] }).total);

      assert.deepEqual(found(chosen).counts[field], given, JSON.stringify([chosen, field]));
    }
  }
});
