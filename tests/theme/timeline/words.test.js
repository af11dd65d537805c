import assert from "node:assert/strict";
import { test } from "node:test";

import { fromIso } from "../../../theme/assets/js/timeline/dates.js";
import { heading } from "../../../theme/assets/js/timeline/telling.js";
import { countName, counted, windowWords } from "../../../theme/assets/js/timeline/words.js";

/** @typedef {import("../../../theme/assets/js/timeline/index.js").Index} Index */

const index = /** @type {Index} */ (/** @type {unknown} */ ({
  whole: [fromIso("1971-01-01"), fromIso("2026-12-31")], until: fromIso("2026-05-15"),
  anchor: ["2001-04-01", "2001-04-18", "2003-01-05"].map(fromIso), title: ["One", "Two", "Three"],
  breaks: [
    { startDay: fromIso("2001-04-30"), endDay: fromIso("2002-12-09") },
    { startDay: fromIso("2008-10-06"), endDay: fromIso("2009-06-23") },
    { startDay: fromIso("2022-08-05"), endDay: null },
  ],
}));
const ALL = { filtered: false, shown: 3, only: "" };

test("A window is said as closely as its length asks for", () => {
  for (const [from, to, words] of [
    ["1971-01-01", "2026-12-31", "1971 to 2026"], ["2023-01-01", "2026-07-01", "2023 to 2026"],
    ["2022-08-05", "2024-01-08", "Aug 2022 to Jan 2024"], ["2024-05-03", "2024-05-09", "3 to 9 May 2024"],
    ["2024-05-30", "2024-06-02", "30 May 2024 to 2 June 2024"],
  ]) assert.equal(windowWords(fromIso(from), fromIso(to)), words);
});

test("The heading follows the window: a break that fills it, or the years with their breaks", () => {
  for (const [from, to, words] of [
    ["1971-01-01", "2026-12-31", "1971 to 2026: three breaks"], ["1975-01-01", "1980-01-01", "1975 to 1980: no breaks"],
    ["2001-01-01", "2003-06-30", "The 2001 break and its repair"], ["2001-03-01", "2002-06-30", "The 2001 break"],
    ["2022-07-01", "2026-07-01", "The 2022 break"], ["2002-06-01", "2006-06-01", "2002 to 2006: one break"],
  ]) assert.equal(heading(index, fromIso(from), fromIso(to), ALL), words);
});

test("Under a filter the heading counts what passes it, by its name where it is one", () => {
  const [from, to] = index.whole;

  assert.equal(heading(index, from, to, { filtered: true, shown: 1, only: "Talks" }), "Talks: 1 event, 1971 to 2026");
  assert.equal(heading(index, from, to, { filtered: true, shown: 1234, only: "" }), "1,234 events, 1971 to 2026");
});

test("A count is named by its number, its months and its titles, eight of them at most", () => {
  assert.equal(countName(index, [0, 1]), "2 events, Apr 2001: One; Two");
  assert.equal(countName(index, [0, 1, 2]), "3 events, Apr 2001 to Jan 2003: One; Two; Three");
  assert.match(countName(index, [0, 0, 0, 0, 0, 0, 0, 0, 1, 2]), /^10 events, .*; One; and 2 more$/);
  assert.equal(counted(1, "event"), "1 event");
});
