/* Days up to the reader's own. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { counted, daysSince } from "../../theme/assets/js/since.js";

test("days are whole ones of the calendar, and never fewer than none", () => {
  assert.equal(daysSince("2024-01-31", new Date(2024, 1, 1, 0, 5)), 1);
  assert.equal(daysSince("2024-01-31", new Date(2024, 0, 31, 23, 59)), 0);
  assert.equal(daysSince("2024-01-31", new Date(2024, 0, 1)), 0);
  assert.equal(daysSince("2023-02-28", new Date(2024, 1, 29)), 366);
});

test("the number stands in the words", () => {
  assert.equal(counted(" (000 days ago)", 1), " (1 day ago)");
  assert.equal(counted("000 days", 1234), "1,234 days");
});
