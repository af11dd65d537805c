/* What the form's scripts make of what is typed, apart from what is compared with the checks themselves. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { compose, decompose } from "../../../theme/assets/js/add/compose.js";
import { beginning } from "../../../theme/assets/js/add/files.js";
import { alikeInWords, nearest } from "../../../theme/assets/js/add/nearest.js";
import { chosen, resolved, suggestions, typed } from "../../../theme/assets/js/add/suggest.js";
import { isEmpty, slug } from "../../../theme/assets/js/add/values.js";

/** @type {import("../../../theme/assets/js/add/rules.js").Row[]} */
const PEOPLE = [["an-bei", "An Bei", "安北", "north"], ["bo-an", "Bo An", "", "south"], ["carl-south", "Carl South", "", "south"]];
const ids = (/** @type {string} */ text, first = "") => suggestions(PEOPLE, text, first).map(([id]) => id);

test("ids are suggested by id, by name in either script, and for a side its own first", () => {
  assert.deepEqual(ids("an"), ["an-bei", "bo-an"]);
  assert.deepEqual(ids("an", "south"), ["bo-an", "an-bei"]);
  assert.deepEqual(ids("安"), ["an-bei"]);
  assert.deepEqual(ids("SOUTH carl"), ["carl-south"]);
  assert.deepEqual(ids("nobody"), []);
});

test("a name that one entry alone has is its id", () => {
  assert.deepEqual(["An Bei", "安北", "BO-AN", "an"].map((text) => resolved(PEOPLE, text)), ["an-bei", "an-bei", "bo-an", ""]);
});

test("of several ids the last is completed", () => {
  assert.equal(typed("taiwan, sou", true), "sou");
  assert.equal(chosen("taiwan, sou", "south-china-sea", true), "taiwan, south-china-sea");
  assert.equal(chosen("sou", "south-china-sea", false), "south-china-sea");
});

test("a date that is put together comes apart again", () => {
  for (const text of ["2024-01-08", "2024", "2023-11~", "2024-01-08/2024-01-09", "[..2023-11-15]", "[2023-11..]", "[2023-01..2023-02]", "2022/..", "2022-05/", "../2023", "2019-05?", "2019-05%/2020%"]) {
    assert.equal(compose(decompose(text)), text);
  }
});

test("what the plain answers cannot say is typed", () => {
  for (const text of ["198X", "2001-21", "2019~/2020", "soon", "2023-XX"]) assert.equal(decompose(text).form, "typed");
  assert.equal(decompose("").form, "one");
});

test("a day without a month, and a date without a year, are not written", () => {
  const nothing = { year: "", month: "", day: "" };
  assert.equal(compose({ form: "one", from: { year: "2024", month: "", day: "8" }, to: nothing, sure: "" }), "2024");
  assert.equal(compose({ form: "one", from: { year: "2024", month: "01", day: "8" }, to: nothing, sure: "" }), "2024-01-08");
  assert.equal(compose({ form: "span", from: { year: "2024", month: "", day: "" }, to: nothing, sure: "" }), "");
});

test("a file is begun on its host with its text, unless an address has no room for it", () => {
  const host = { host: "GitHub", address: "https://github.com/a/b/new/main", name: "filename", text: "value" };
  const short = beginning(host, { path: "events/2024/a.yml", text: "title: A & B\nzh: 会\n", part: false });
  assert.equal(new URL(short.href).searchParams.get("value"), "title: A & B\nzh: 会\n");
  assert.equal(new URL(short.href).searchParams.get("filename"), "events/2024/a.yml");
  assert.equal(short.whole, true);
  const long = beginning(host, { path: "a.yml", text: "会".repeat(2000), part: false });
  assert.deepEqual([new URL(long.href).searchParams.has("value"), long.whole], [false, false]);
});

test("words make the end of an id", () => {
  assert.equal(slug("The ministers' call, on “Taiwan” & Café"), "the-ministers-call-on-taiwan-cafe");
  assert.equal(slug("a ".repeat(40)).length <= 40, true);
  assert.equal(slug("会谈"), "");
});

test("lists of nothing say nothing", () => {
  assert.equal(isEmpty({ a: " ", b: [{ c: "" }], d: {} }), true);
  assert.equal(isEmpty({ a: [{ c: "x" }] }), false);
});

test("the nearest word is the likest", () => {
  assert.equal(nearest("micheal-chase", ["michael-chase", "an-bei"]), "michael-chase");
  assert.equal(nearest("dcpt", ["dct", "dpct"]), "dpct");
  assert.equal(nearest("xyz", ["michael-chase"]), "");
  assert.equal(alikeInWords("17th policy talks", "policy talks, the 17th"), alikeInWords("policy talks, the 17th", "17th policy talks"));
  assert.equal(alikeInWords("policy talks", "17th policy talks"), 100);
});
