import assert from "node:assert/strict";
import { test } from "node:test";

import { read, write } from "../../../theme/assets/js/timeline/address.js";

const CHOICES = { channel: ["navy", "talks"], person: ["an-bei", "carl-south"], status: ["held", "refused"] };
const NONE = { channel: [], kind: [], party: [], person: [], topic: [], status: [], standing: [] };

test("A query is read into the words and the choices that it names", () => {
  for (const [query, text, chosen] of /** @type {[string, string, Record<string, string[]>][]} */ ([
    ["", "", {}],
    ["?channel=talks&channel=navy", "", { channel: ["navy", "talks"] }],
    ["?q=+nuclear%20risk+&status=held", "nuclear risk", { status: ["held"] }],
    ["?q=%E5%90%B4", "吴", {}],
  ])) assert.deepEqual(read(query, CHOICES), { text, chosen: { ...NONE, ...chosen } }, query);
});

test("A value that no choice has, and a field that the page has not, are left out", () => {
  assert.deepEqual(read("?channel=army&channel=navy&kind=visit&colour=red", CHOICES).chosen, { ...NONE, channel: ["navy"] });
});

test("A field that holds one value takes the first that is a choice", () => {
  assert.deepEqual(read("?person=nobody&person=carl-south&person=an-bei", CHOICES).chosen.person, ["an-bei"]);
});

test("A state is written in the order of the fields, the words last, and nothing for what is not chosen", () => {
  for (const [text, chosen, query] of /** @type {[string, Record<string, string[]>, string][]} */ ([
    ["", {}, ""],
    ["", { status: [], channel: [] }, ""],
    ["", { status: ["held"], channel: ["navy", "talks"] }, "?channel=navy&channel=talks&status=held"],
    ["risk & a=b", { person: ["an-bei"] }, "?person=an-bei&q=risk+%26+a%3Db"],
  ])) assert.equal(write({ text, chosen }, ""), query, query);
});

test("Writing replaces what the filter said before and keeps the rest of the query", () => {
  assert.equal(write({ text: "", chosen: { channel: ["talks"] } }, "?channel=navy&q=risk&from=1998"), "?from=1998&channel=talks");
  assert.equal(write({ text: "", chosen: {} }, "?channel=navy&q=risk&from=1998"), "?from=1998");
});

test("What is written is read again as it was", () => {
  for (const text of ["", "nuclear risk", "a+b=c&d?#%", "吴谦"]) {
    for (const channel of [[], ["navy"], ["navy", "talks"]]) {
      const state = { text, chosen: { ...NONE, channel, person: ["carl-south"] } };

      assert.deepEqual(read(write(state, "?as-of=2022-08-05"), CHOICES), state);
    }
  }
});
