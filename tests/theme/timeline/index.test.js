import assert from "node:assert/strict";
import { test } from "node:test";

import { fromIso, iso } from "../../../theme/assets/js/timeline/days.js";
import { column, name, unpack } from "../../../theme/assets/js/timeline/index.js";

const RAW = {
  until: 100, whole: [0, 364], recent: [50, 120], states: ["open", "suspended"], families: ["contact", "friction"],
  statuses: ["held", "refused"], lanes: [["Appointments", "Appointments", "offices", 0, []],
    ["talks", "Talks", "policy", 1, [[0, 10, 2, 20, 0, 0], [1, 30, 0, null, 1, 1]]], ["World", "World", "around", 0, []]],
  offices: [[["North", "Minister", [["An Bei", "An", "", "held", 1, null, 1, 0], ["", "", "", "vacant", null, 0, 0, 1]]]]],
  breaks: [["1970 Halt", "North", 2, 1, -1]],
  events: {
    id: "-first\n1970-01-00-second\n-third", short: "First\n\nThird", day: "10,20,5",
    dates: { 1: ["within", [30, 29, 1], [30, 29, 1], 0] }, lanes: "1,1 2,", family: "011", status: "000", strain: "010",
    doubt: "001", rank: "321", labelled: "100", related: "1,0,2,0",
  },
  filters: { kind: [["contact", "friction"], "0,1,1"] },
};

test("The index is unpacked: columns, lanes with states, offices, breaks, relations", () => {
  const index = unpack(RAW);

  assert.deepEqual([...index.anchor], [10, 30, 35]);
  assert.deepEqual([...index.ends], [10, 59, 35]);
  assert.deepEqual(index.id, ["1970-01-11-first", "1970-01-00-second", "1970-02-05-third"]);
  assert.deepEqual(index.short, ["First", "", "Third"]);
  assert.deepEqual(index.lanesOf, [[1], [1, 2], []]);
  assert.deepEqual(index.dates.map((when) => when?.form), [undefined, "within", undefined]);
  assert.deepEqual([...index.contact], [1, 0, 0]);
  assert.deepEqual(index.lanes.map(({ group, level }) => [group, level]), [["offices", ""], ["channels", "policy"], ["around", ""]]);
  assert.deepEqual(index.lanes[1].spans.map(({ state, start, sureFrom, end }) => [state, start, sureFrom, end]),
    [["open", 10, 12, 30], ["suspended", 30, 30, null]]);
  assert.deepEqual(index.offices[0][0].holdings.map(({ name, end }) => [name, end]), [["An Bei", null], ["", 0]]);
  assert.deepEqual(index.breaks.map(({ startDay, endDay }) => [startDay, endDay]), [[30, null]]);
  assert.deepEqual(index.related, [[1, 0], [2, 0]]);
  assert.deepEqual(index.met.kind, [[0], [1], [1]]);
});

test("The names come after the rest", () => {
  const index = unpack(RAW);

  name(index, { events: "First talks\t11 January 1970, held\nSecond\tJanuary 1970\nThird\t", labels: { level: "Policy", person: "An Bei\nCarl" } });

  assert.deepEqual(index.title, ["First talks", "Second", "Third"]);
  assert.deepEqual(index.when, ["11 January 1970, held", "January 1970", ""]);
  assert.deepEqual(index.labels, { level: ["Policy"], person: ["An Bei", "Carl"] });
});

test("A record without events is an index without any", () => {
  const events = { ...RAW.events, id: "", short: "", day: "", dates: {}, lanes: "", family: "", status: "", strain: "",
    doubt: "", rank: "", labelled: "", related: "" };

  const index = unpack({ ...RAW, breaks: [], events, filters: { kind: [[], ""] } });

  assert.deepEqual([index.size, index.id, index.lanesOf, index.met.kind], [0, [], [], []]);
});

test("Days are read and written as in an address, and what is no day is none", () => {
  for (const day of ["1970-01-01", "1971-12-31", "2000-02-29", "1931-05-06"]) assert.equal(iso(fromIso(day)), day);
  for (const text of ["2001-02-29", "2001-2-3", "", null, "x", "2001-01-01T00"]) assert.ok(Number.isNaN(fromIso(text)), `${text}`);
});

test("A column is read cell by cell, an empty cell as none", () => {
  for (const [text, cells] of /** @type {[string, number[][]][]} */ ([
    ["", [[]]], ["3", [[3]]], ["0,3 4,,1", [[0], [3, 4], [], [1]]], [",", [[], []]],
  ])) assert.deepEqual(column(text), cells, text);
});
