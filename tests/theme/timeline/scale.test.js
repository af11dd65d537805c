import assert from "node:assert/strict";
import { test } from "node:test";

import { calendar, dayName, dayOf, monthName } from "../../../theme/assets/js/timeline/days.js";
import { scaleOf, ticks } from "../../../theme/assets/js/timeline/scale.js";
import { NARROWEST, clamp, pan, zoomAt } from "../../../theme/assets/js/timeline/shown.js";
import { chances } from "./made.js";

/** @typedef {import("../../../theme/assets/js/timeline/shown.js").Window} Window */

/** @type {Window} */
const WHOLE = [dayOf(1971), dayOf(2026, 11, 31)];
const AIR = (WHOLE[1] - WHOLE[0]) / 50;
/** @type {Window} */
const LIMITS = [WHOLE[0] - AIR, WHOLE[1] + AIR];

/** @param {string} first @param {string} last @param {number} width */
const named = (first, last, width) => ticks(scaleOf(Date.parse(first) / 864e5, Date.parse(last) / 864e5, 0, width)).flatMap(({ label }) => (label ? [label] : []));

test("Days are counted from 1970 and named by the calendar, in leap years and before 1970 too", () => {
  for (const [day, name, month] of /** @type {[number, string, string][]} */ ([
    [0, "1 Jan 1970", "Jan 1970"], [-1, "31 Dec 1969", "Dec 1969"], [19782, "29 Feb 2024", "Feb 2024"], [19782.99, "29 Feb 2024", "Feb 2024"], [19996, "30 Sept 2024", "Sept 2024"],
  ])) assert.deepEqual([dayName(day), monthName(day)], [name, month]);
  assert.equal(dayOf(2024, 1, 29), 19782);
  assert.deepEqual(calendar(19782), { year: 2024, month: 1, date: 29, weekday: 4 });
});

test("A day has a place and a place its day; outside the scale it moves to the nearer end", () => {
  const scale = scaleOf(100, 200, 20, 220);
  assert.deepEqual([scale.x(100), scale.x(150), scale.x(200), scale.x(210), scale.inside(210), scale.inside(90)], [20, 120, 220, 240, 220, 20]);
  const chance = chances(7);
  for (let time = 0; time < 100; time += 1) {
    const day = chance() * 300;
    assert.ok(Math.abs(scale.day(scale.x(day)) - day) < 1e-9);
  }
});

test("Ticks follow the calendar, from decades to days", () => {
  for (const [first, last, width, labels] of /** @type {[string, string, number, string[]][]} */ ([
    ["1971-01-01", "2026-12-31", 348, ["1980", "1990", "2000", "2010", "2020"]],
    ["2015-01-01", "2018-12-31", 300, ["2015", "2016", "2017", "2018"]],
    ["2021-01-01", "2022-12-31", 348, ["2021", "Apr", "July", "Oct", "2022", "Apr", "July", "Oct"]],
    ["2023-03-10", "2023-08-20", 350, ["Apr 2023", "May", "June", "July", "Aug"]],
    ["2022-12-10", "2023-03-20", 854, ["12 Dec", "19 Dec", "26 Dec", "2023", "2 Jan", "9 Jan", "16 Jan", "23 Jan", "30 Jan", "Feb", "6 Feb", "13 Feb", "20 Feb", "27 Feb", "Mar", "6 Mar", "13 Mar", "20 Mar"]],
    ["2024-01-08", "2024-01-15", 854, ["8 Jan 2024", "9 Jan", "10 Jan", "11 Jan", "12 Jan", "13 Jan", "14 Jan", "15 Jan"]],
  ])) assert.deepEqual(named(first, last, width), labels);
});

test("A window stays within its limits and is never narrower than a week", () => {
  for (const [window, found] of /** @type {[Window, Window][]} */ ([
    [[100, 110], [100, 110]], [[100, 101], [97, 104]], [[-50, 0], [0, 50]], [[990, 1010], [980, 1000]], [[-500, 5000], [0, 1000]],
  ])) assert.deepEqual(clamp(window, [0, 1000]), found);
});

test("Whatever a reader does, the window lies within the limits, and zooming keeps the day under the pointer", () => {
  const chance = chances(11);
  /** @type {Window} */
  let window = WHOLE;
  for (let time = 0; time < 2000; time += 1) {
    const [from, to] = window, at = from + chance() * (to - from), factor = 0.4 + chance() * 2;
    const next = chance() < 0.7 ? zoomAt(window, factor, at, LIMITS) : pan(window, (chance() - 0.5) * 2 * (to - from), LIMITS);
    const span = next[1] - next[0];
    assert.ok(next[0] >= LIMITS[0] - 1e-6 && next[1] <= LIMITS[1] + 1e-6 && span >= NARROWEST - 1e-6, `${next}`);
    const inner = zoomAt(window, 1 + chance(), at, LIMITS), before = (at - from) / (to - from), after = (at - inner[0]) / (inner[1] - inner[0]);
    const wide = inner[0] > LIMITS[0] && inner[1] < LIMITS[1];
    if (wide) assert.ok(Math.abs(before - after) < 1e-6);
    window = next;
  }
});

test("Zooming in and out again leads back", () => {
  const [from, to] = zoomAt(zoomAt([10000, 12000], 2, 10500, LIMITS), 0.5, 10500, LIMITS);
  assert.deepEqual([Math.round(from), Math.round(to)], [10000, 12000]);
});
