/* What the script of the status says of any day. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { answer, board, differing, earlier, later, read, seats, turned, words } from "../../../theme/assets/js/status/board.js";

/** @type {import("../../../theme/assets/js/status/board.js").States} */
const STATES = {
  checked: "2024-01-31",
  channels: [
    { id: "dpct", name: "Talks", level: "Policy", quiet: "silent",
      spans: [["2005-01-31", "open", 0, "", 0], ["2022-08-05", "suspended", 1, "", 0], ["2023-11-15", "agreed", 2, "", 0]],
      held: [["2005-01-31", "Jan 2005"], ["2021-09-28", "Sept 2021"]] },
    { id: "mmca", name: "Maritime", level: "Operational", quiet: "silent", spans: [["2022-08-05", "suspended", 1, "about August 2022", 1]], held: [] },
  ],
  answers: [["2005-01-31", "One."], ["2022-08-05", "None."], ["2023-11-15", "Agreed."]],
  pairs: [{ name: "Minister", seats: [[["2021-01-22", 0, ""]], [["2023-03-12", 1, ""], ["2023-10-25", -1, "vacant since 25 October 2023"]]] }],
  causes: [["a", "First round"], ["b", "Halt"], ["c", "Summit"]],
  people: [["austin", "Lloyd Austin", "", ""], ["li", "Li Shangfu", "李尚福", "zh-Hans"]],
};
/** @param {string} day */
const told = (day) => board(STATES, day).map(({ span, held }) => [span?.[1], held]);

test("a channel is in its last state that had begun, and its last contact is named", () => {
  assert.deepEqual(told("2005-01-30"), [[undefined, ""], [undefined, ""]]);
  assert.deepEqual(told("2022-08-04"), [["open", "Sept 2021"], [undefined, ""]]);
  assert.deepEqual(told("2022-08-05"), [["suspended", "Sept 2021"], ["suspended", ""]]);
});

test("the sentence of a day is that of the last change", () => {
  assert.deepEqual(["1999-01-01", "2022-08-04", "2022-08-05"].map((day) => answer(STATES, day)), ["No channel was on record.", "One.", "None."]);
});

test("what nobody is known to hold is not known", () => {
  assert.deepEqual(seats(STATES.pairs[0], "2020-01-01").map((seat) => seat[2]), ["not known", "not known"]);
  assert.deepEqual(seats(STATES.pairs[0], "2023-12-01").map((seat) => seat[1]), [0, -1]);
});

test("two days differ in the channels whose state or dispute differs", () => {
  assert.deepEqual(differing(STATES, "2022-08-04", "2022-08-05").map(([one]) => one.channel.id), ["dpct", "mmca"]);
  assert.deepEqual(differing(STATES, "2022-08-05", "2023-12-01").map(([one]) => one.channel.id), ["dpct"]);
  assert.deepEqual(differing(STATES, "2022-08-05", "2022-12-01"), []);
});

test("an address is read strictly, and knows nothing after the last day checked", () => {
  for (const asked of [null, "", "today", "2022-13-01", "2022-02-30", "2022-8-5", "+022-08-05"]) assert.equal(read(asked, "2024-01-31"), null);
  assert.equal(read("2022-08-05", "2024-01-31"), "2022-08-05");
  assert.equal(read("2030-01-01", "2024-01-31"), "2024-01-31");
});

test("keys lead to changes, years and ends, and never out", () => {
  assert.deepEqual([earlier(STATES, "2022-08-05"), later(STATES, "2022-08-05")], ["2005-01-31", "2023-11-15"]);
  const from = (/** @type {string} */ day) => (/** @type {string} */ key) => turned(STATES, day, key, "2005-01-01");
  assert.deepEqual(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "a"].map(from("2022-08-05")),
    ["2005-01-31", "2023-11-15", "2023-08-05", "2021-08-05", "2005-01-01", "2024-01-31", null]);
  assert.deepEqual(["ArrowLeft", "PageDown"].map(from("2005-01-10")), ["2005-01-10", "2005-01-01"]);
  assert.equal(from("2024-01-31")("PageUp"), "2024-01-31");
});

test("days are said in words", () => {
  assert.equal(words("2022-08-05"), "5 August 2022");
});
