/* The whole timeline on paper. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { iso } from "../../../theme/assets/js/timeline/days.js";
import { sheetsOf } from "../../../theme/assets/js/timeline/sheets.js";
import { made } from "./made.js";

for (const [size, seed] of [[1, 1], [40, 2], [350, 3], [1500, 4]]) {
  const index = made(size, seed);
  const third = Uint8Array.from(index.anchor, (_, event) => +(event % 3 === 0));
  for (const kept of [null, third]) {
    const all = index.id.map((_, event) => event).filter((event) => !kept || kept[event]);
    const sheets = sheetsOf(index, kept);

    test(`${size} events${kept ? ", filtered" : ""}: each that is kept is in a mark or a count of a sheet, and no other`, () => {
      const shown = new Set(sheets.flatMap(({ drawn }) => drawn.spots.flatMap(({ events }) => events)));
      assert.deepEqual([...shown].sort((one, other) => one - other), all);
      for (const { events, drawn } of sheets) assert.deepEqual(new Set(drawn.spots.flatMap((spot) => spot.events)), new Set(events));
    });

    test(`${size} events${kept ? ", filtered" : ""}: sheets begin with a month, follow each other, and lose no lane`, () => {
      sheets.forEach(({ from, to, drawn }, at) => {
        assert.match(iso(from), /-01$/);
        assert.ok(from < to);
        if (at) assert.ok(from > sheets[at - 1].to);
        assert.equal(drawn.width, 840);
        assert.ok(drawn.lines.every(({ top, bottom }) => drawn.spots.some(({ middle }) => middle > top - 30 && middle < bottom)));
      });
    });

    test(`${size} events${kept ? ", filtered" : ""}: a sheet fits a page unless it is a month`, () => {
      for (const { from, to, events, drawn } of sheets) {
        if (to - from > 31) assert.ok(events.length <= 60 && drawn.height <= 1080, `${iso(from)}: ${events.length}, ${drawn.height}`);
      }
    });
  }
}

test("nothing kept is no sheet", () => {
  assert.deepEqual(sheetsOf(made(20), new Uint8Array(20)), []);
});
