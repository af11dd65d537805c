/* Answers for days from states.json, as the script of the status gives them. Reads `{states, days}` from its input and
   prints, a day each, the sentence, the rows and who sat in the offices. */
import { readFileSync } from "node:fs";

import { answer, board, seats } from "../../../theme/assets/js/status/board.js";

/** @type {{states: import("../../../theme/assets/js/status/board.js").States, days: string[]}} */
const { states, days } = JSON.parse(readFileSync(0, "utf8"));
const found = days.map((day) => ({
  answer: answer(states, day),
  rows: board(states, day).map(({ channel, span, held }) => [channel.id, span?.[1] ?? "none", span?.[0] ?? "", held]),
  seats: states.pairs.map((pair) => seats(pair, day).map(([, person, words]) => [states.people[person]?.[0] ?? "", words])),
}));
process.stdout.write(JSON.stringify(found));
