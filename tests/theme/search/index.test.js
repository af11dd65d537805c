import assert from "node:assert/strict";
import { test } from "node:test";

import { counts, filesOf, find, narrowed, sorted, unpack } from "../../../theme/assets/js/search/index.js";

/* Three events of 2024, 2023 and 2023, a person, and a page; two files of words. */
const index = unpack({
  state: "s", words: ["austin", "talks"], texts: 2,
  what: [["event", "person"], [[0, 3], [1, 2]]],
  kind: [["call", "talks"], "1,0,0,,"], channel: [["dpct", "line"], "0,0 1,,,"], year: [[2024, 1], [2023, 2], [0, 2]],
});
/** @type {Map<number, Record<string, string>>} */
const files = new Map(/** @type {[number, Record<string, string>][]} */ ([[0, { austin: "CA2A", call: "2B2A" }], [1, { talks: "L", talkative: "2A", war: "2A2A" }]]));
const ALL = { what: "", kind: "", channel: "", year: "" };
/** @param {string[]} query */
const numbers = (...query) => find(index, files, query).hits.map((hit) => hit.number);

test("The files are named in which a word, or one that it begins, may stand", () => {
  for (const [wanted, expected] of /** @type {[string, number[]][]} */ ([
    ["austin", [0]], ["call", [0]], ["t", [0, 1]], ["talk", [0, 1]], ["talks", [0, 1]], ["war", [1]], ["aaa", []],
  ])) assert.deepEqual(filesOf(index, wanted), expected, wanted);
});

test("What holds every word is found, the heavier first; a word that nothing holds is named", () => {
  assert.deepEqual(numbers("austin"), [0, 1, 3]);
  assert.deepEqual(numbers("austin", "call"), [1, 3]);
  assert.deepEqual(numbers("talk"), [0, 1]);
  assert.deepEqual(find(index, files, ["austin", "zzz"]), { hits: [], missing: ["zzz"] });
  assert.deepEqual(numbers(), [0, 1, 2, 3, 4]);
});

test("A word of the query weighs more the fewer things hold it", () => {
  const { hits } = find(index, files, ["austin", "war"]);

  assert.deepEqual(hits.map((hit) => hit.number), [1, 3]);
  assert.ok(hits[0].score > find(index, files, ["austin"]).hits[1].score);
});

test("Filters keep what meets all of them, and count what each choice would leave", () => {
  const { hits } = find(index, files, []);

  assert.deepEqual(narrowed(index, hits, { ...ALL, year: "2023", channel: "line" }).map((hit) => hit.number), [1]);
  const counted = counts(index, hits, { ...ALL, year: "2023" });
  assert.deepEqual([...counted.kind], [["", 2], ["call", 2]]);
  assert.deepEqual([...counted.year], [["", 5], ["2024", 1], ["2023", 2]]);
});

test("By time events come newest or oldest first, and what has no year last", () => {
  const hits = [4, 2, 0, 3, 1].map((number) => ({ number, score: 1 }));

  assert.deepEqual(sorted(index, hits, "new").map((hit) => hit.number), [0, 1, 2, 3, 4]);
  assert.deepEqual(sorted(index, hits, "old").map((hit) => hit.number), [2, 1, 0, 3, 4]);
  assert.equal(sorted(index, hits, "best"), hits);
});
