import assert from "node:assert/strict";
import { test } from "node:test";

import { FIELDS, read, write } from "../../../theme/assets/js/timeline/address.js";
import { fromIso } from "../../../theme/assets/js/timeline/dates.js";
import { blank } from "../../../theme/assets/js/timeline/shown.js";

/** @typedef {import("../../../theme/assets/js/timeline/address.js").State} State */

const KNOWN = {
  choices: { channel: ["navy", "talks"], person: ["an-bei", "carl-south"], status: ["held", "refused"] },
  whole: /** @type {[number, number]} */ ([fromIso("1971-01-01"), fromIso("2026-12-31")]),
};
const NONE = Object.fromEntries(FIELDS.map((field) => [field, /** @type {string[]} */ ([])]));

/** @param {Partial<State>} parts @returns {State} */
const state = (parts) => ({ ...blank(), ...parts, chosen: { ...NONE, ...parts.chosen } });

/** What an address says, and what it means. @type {[string, Partial<State>][]} */
const ADDRESSES = [
  ["", {}],
  ["?from=2001-01-01&to=2002-06-30", { window: [fromIso("2001-01-01"), fromIso("2002-06-30")] }],
  ["?channel=navy&channel=talks&status=held", { chosen: { channel: ["navy", "talks"], status: ["held"] } }],
  ["?person=an-bei&person=carl-south", { chosen: { person: ["an-bei", "carl-south"] } }],
  ["?q=risk+%26+a%3Db", { text: "risk & a=b" }],
  ["?q=%E5%90%B4%E8%B0%A6", { text: "吴谦" }],
  ["?event=2024-01-08-dpct-17", { event: "2024-01-08-dpct-17" }],
  ["?as-of=2022-10-01", { asOf: fromIso("2022-10-01") }],
  ["?tour=pause&step=3", { tour: "pause", step: 3 }],
];

for (const [query, parts] of ADDRESSES) {
  test(`The address "${query}" is read, and written again as it was`, () => {
    assert.deepEqual(read(query, KNOWN), state(parts));
    assert.equal(write(read(query, KNOWN), ""), query);
  });
}

test("What means nothing is left out: an old link shows more, never nothing", () => {
  for (const [query, parts] of /** @type {[string, Partial<State>][]} */ ([
    ["?channel=army&channel=navy&colour=red", { chosen: { channel: ["navy"] } }],
    ["?from=2001-02-30&to=x", {}],
    ["?from=2002-01-01&to=2001-01-01", {}],
    ["?from=2002-01-01", { window: [fromIso("2002-01-01"), KNOWN.whole[1]] }],
    ["?to=1980-01-01", { window: [KNOWN.whole[0], fromIso("1980-01-01")] }],
    ["?as-of=yesterday&event=../../x&tour=<b>&step=-2", {}],
    ["?q=++&step=two", {}],
  ])) assert.deepEqual(read(query, KNOWN), state(parts), query);
});

test("Writing replaces what the timeline said before and keeps the rest of the query", () => {
  const chosen = { channel: ["talks"] };

  assert.equal(write(state({ chosen }), "?channel=navy&q=risk&utm=x&from=1998-01-01"), "?utm=x&channel=talks");
  assert.equal(write(state({}), "?channel=navy&event=a"), "");
});

test("A window that ends within a day is written with that day in it", () => {
  const [from, to] = [fromIso("2001-01-01") + 0.4, fromIso("2001-03-01") + 0.4];

  assert.equal(write(state({ window: [from, to] }), ""), "?from=2001-01-01&to=2001-03-02");
});
