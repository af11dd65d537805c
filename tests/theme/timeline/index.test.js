import assert from "node:assert/strict";
import { test } from "node:test";

import { fromIso } from "../../../theme/assets/js/timeline/dates.js";
import { iso } from "../../../theme/assets/js/timeline/days.js";
import { Cells, fill, people } from "../../../theme/assets/js/timeline/filter.js";
import { lists, unpack } from "../../../theme/assets/js/timeline/index.js";
import { label, name } from "../../../theme/assets/js/timeline/labels.js";

const RAW = {
  until: 100, whole: [0, 364], recent: [50, 120], states: ["open", "suspended"], families: ["contact", "friction"],
  statuses: ["held", "refused"], standings: ["confirmed", "disputed"], levels: ["leaders", "policy"],
  lanes: [["Appointments", "Appointments", "offices", 0, []],
    ["talks", "Talks", "policy", 1, [[0, 10, 20, 0, 2], [1, 0, null, 1, 0, 1]]], ["World", "World", "around", 0, []]],
  offices: [[["North", "Minister", [["An Bei", "held", 1, null, 1, 0, "", "An"], ["", "vacant", null, 4], ["Carl Dole", "held", 1, 5]]]]],
  breaks: [["1970 Halt", "North", 2, 1, -1]],
  events: { day: "10,20,5", dates: { 1: [0, [0, 29, 1]] }, lanes: "1,1 2,", kind: "133", status: "0..", standing: "001",
    strain: "010", rank: "321", labelled: "100", related: ",1,1 2" },
  filters: { kind: [["contact", "talks", "friction", "drill"]], channel: [["talks"], "0,0,"] },
};

test("The index is unpacked: columns, lanes with states, offices, breaks, relations", () => {
  const index = unpack(RAW);

  assert.deepEqual([...index.anchor], [10, 30, 35]);
  assert.deepEqual([...index.ends], [10, 59, 35]);
  assert.deepEqual(index.lanesOf, [[1], [1, 2], []]);
  assert.deepEqual(index.dates.map((when) => when?.form), [undefined, "within", undefined]);
  assert.deepEqual(index.dates[1]?.upper, { earliest: 30, latest: 59, unsure: true });
  assert.deepEqual([[...index.contact], [...index.family], [...index.doubt]], [[1, 0, 0], [0, 1, 1], [0, 0, 1]]);
  assert.deepEqual([index.status, index.became], [["held", "held", "held"], ["held", "drill", "drill"]]);
  assert.deepEqual(index.lanes.map(({ group, level }) => [group, level]), [["offices", ""], ["channels", "policy"], ["around", ""]]);
  assert.deepEqual(index.lanes[1].spans.map(({ state, start, sureFrom, end, disputed }) => [state, start, sureFrom, end, disputed]),
    [["open", 10, 12, 30, false], ["suspended", 30, 30, null, true]]);
  assert.deepEqual(index.offices[0][0].holdings.map(({ name, family, start, end, sureEnd }) => [name, family, start, end, sureEnd]),
    [["An Bei", "An", 1, null, false], ["", "", null, 5, true], ["Carl Dole", "Dole", 6, 11, true]]);
  assert.deepEqual(index.breaks.map(({ startDay, endDay }) => [startDay, endDay]), [[30, null]]);
  assert.deepEqual(index.related, [[1, 0], [2, 1], [2, 0]]);
});

test("Fields of the filter that other columns say are read off them", () => {
  const index = unpack(RAW);
  fill(index);
  const { choices, met } = index;

  const cells = Object.fromEntries(Object.entries(met).map(([field, column]) => [field, [0, 1, 2].map((event) => [...column.at(event)])]));
  assert.deepEqual(cells, { kind: [[0, 1], [2, 3], [2, 3]], channel: [[0], [0], []], level: [[1], [1], []], status: [[0], [], []], standing: [[0], [0], [1]] });
  assert.deepEqual(choices, { kind: ["contact", "talks", "friction", "drill"], channel: ["talks"], level: ["leaders", "policy"],
    status: ["held", "refused"], standing: ["confirmed", "disputed"] });
});

test("Labels, names and people come after the rest", () => {
  const index = unpack(RAW);
  fill(index);

  label(index, { events: "-first\tFirst\n1970-01-00-second\t\n-third\tThird" });
  name(index, { events: "First talks\nSecond\tJanuary 1970\nThird", labels: { level: "Leaders\nPolicy" } });
  people(index, { person: [["an-bei", "carl"], "0,,0 1"], groups: [["North", 2]], labels: "An Bei\nCarl" });

  assert.deepEqual(index.id, ["1970-01-11-first", "1970-01-00-second", "1970-02-05-third"]);
  assert.deepEqual(index.short, ["First", "", "Third"]);
  assert.deepEqual(index.title, ["First talks", "Second", "Third"]);
  assert.deepEqual(index.date, ["", "January 1970", ""]);
  assert.deepEqual(index.labels, { channel: ["Talks"], level: ["Leaders", "Policy"], person: ["An Bei", "Carl"] });
  assert.deepEqual([index.choices.person, [...index.met.person.at(0)], [...index.met.person.at(2)]], [["an-bei", "carl"], [0], [0, 1]]);
});

test("A record without events is an index without any", () => {
  const events = { ...RAW.events, day: "", dates: {}, lanes: "", kind: "", status: "", standing: "", strain: "", rank: "", labelled: "", related: "" };

  const index = unpack({ ...RAW, breaks: [], events, filters: { kind: [[]], channel: [["talks"], ""] } });
  fill(index);

  assert.deepEqual([index.size, index.id, index.lanesOf, index.met.channel.values.length, index.met.kind.values.length], [0, [], [], 0, 0]);
});

test("Days are read and written as in an address, and what is no day is none", () => {
  for (const day of ["1970-01-01", "1971-12-31", "2000-02-29", "1931-05-06"]) assert.equal(iso(fromIso(day)), day);
  for (const text of ["2001-02-29", "2001-2-3", "", null, "x", "2001-01-01T00"]) assert.ok(Number.isNaN(fromIso(text)), `${text}`);
});

test("A column is read cell by cell, an empty cell as none", () => {
  for (const [text, cells] of /** @type {[string, number[][]][]} */ ([
    ["", [[]]], ["3", [[3]]], ["0,3 4,,1", [[0], [3, 4], [], [1]]], [",", [[], []]], ["12 305,0", [[12, 305], [0]]],
  ])) {
    const read = Cells.read(text, cells.length);

    assert.deepEqual(cells.map((_, event) => [...read.at(event)]), cells, text);
    assert.deepEqual(lists(text, cells.length), cells, text);
  }
  assert.deepEqual([...Cells.read("", 0).values, ...lists("", 0)], []);
});
