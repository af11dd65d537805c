import assert from "node:assert/strict";
import { test } from "node:test";

import { marked, quote } from "../../../theme/assets/js/search/quote.js";
import { asked } from "../../../theme/assets/js/search/words.js";

/** @param {string} text @param {string} query */
const said = (text, query) => marked(text, asked(query)).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join("");

test("The words that answer are marked as they are written, and nothing is lost", () => {
  for (const [text, query, expected] of [
    ["Léi said: hotlines, again.", "lei hotline", "[Léi] said: [hotlines], again."],
    ["中美国防部工作会晤", "国防部", "中美[国防部]工作会晤"],
    ["Dong Jun 董军", "董军", "Dong Jun [董军]"],
    ["The defence minister", "Defense", "The [defence] minister"],
    ["<b>bold</b> & so on", "bold", "<b>[bold]</b> & so on"],
    ["Nothing here", "zzz", "Nothing here"],
  ]) assert.equal(said(text, query), expected);
});

test("The part is quoted that says what the title does not, and a long one around the word", () => {
  const long = `${"Before it much was said. ".repeat(20)}Then the hotline rang. ${"After it no more. ".repeat(20)}`;

  assert.equal(quote("Talks", ["First part.", "Of a hotline."], ["hotline"]), "Of a hotline.");
  assert.equal(quote("The hotline", ["First part.", "Of a hotline."], ["hotline"]), "First part.");
  assert.equal(quote("", [], ["x"]), "");
  const cut = quote("", [long], ["hotline"]);
  assert.match(cut, /^… .*Then the hotline rang\. .* …$/);
  assert.ok(cut.length <= 250);
});
