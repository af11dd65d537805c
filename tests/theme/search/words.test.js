import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { asked, nearness, words } from "../../../theme/assets/js/search/words.js";

/** @type {[string, string[]][]} */
const CASES = JSON.parse(readFileSync(new URL("words.json", import.meta.url), "utf-8"));

test("A text is cut into the words that the generator cuts it into", () => {
  for (const [text, expected] of CASES) assert.deepEqual(words(text), expected);
});

test("A query asks for each of its words once, and for a Chinese run by its pairs", () => {
  for (const [query, expected] of /** @type {[string, string[]][]} */ ([
    ["dong  Dong jun", ["dong", "jun"]], ["国防部", ["国防", "防部"]], ["军", ["军"]], ["董军 call", ["call", "董军"]], [" … ", []],
  ])) assert.deepEqual(asked(query), expected);
});

test("A word answers itself best, then its plural or singular, then what it begins; short words only themselves", () => {
  for (const [word, wanted, expected] of /** @type {[string, string, number][]} */ ([
    ["talks", "talks", 1], ["hotline", "hotlines", 0.9], ["hotlines", "hotline", 0.9], ["exercise", "exerc", 0.5],
    ["countries", "country", 0], ["country", "countries", 0.5], ["office", "of", 0], ["of", "of", 1],
    ["classes", "class", 0.5], ["clas", "class", 0], ["2024", "202", 0.5], ["军队", "军", 0.5], ["国防", "国", 0.5], ["call", "talk", 0],
  ])) assert.equal(nearness(word, wanted), expected, `${word} for ${wanted}`);
});
