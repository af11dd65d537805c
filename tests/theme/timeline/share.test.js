import assert from "node:assert/strict";
import { test } from "node:test";

import { eventsOf, rowsOf } from "../../../theme/assets/js/timeline/share.js";

test("Rows of a table are kept by their first cell, quotes and breaks within cells included", () => {
  const table = 'id,title\r\na,"One, ""two""\r\nthree"\r\nb,Plain\r\n"c",""\r\n';

  assert.equal(rowsOf(table, new Set(["a"])), 'id,title\r\na,"One, ""two""\r\nthree"\r\n');
  assert.equal(rowsOf(table, new Set(["b", "c"])), 'id,title\r\nb,Plain\r\n"c",""\r\n');
  assert.equal(rowsOf(table, new Set()), "id,title\r\n");
});

test("Events of a calendar are kept by what stands before the @ of their UID, folded lines included", () => {
  const event = (/** @type {string} */ uid) => `BEGIN:VEVENT\r\nSUMMARY:x\r\nUID:${uid}\r\nEND:VEVENT\r\n`;
  const [one, two] = [event("2024-01-08-talks@open"), event("2024-02-\r\n 09-call@open")];
  const calendar = `BEGIN:VCALENDAR\r\n${one}${two}END:VCALENDAR\r\n`;

  assert.equal(eventsOf(calendar, new Set(["2024-02-09-call"])), `BEGIN:VCALENDAR\r\n${two}END:VCALENDAR\r\n`);
});
