/* Does what a test asks of the form's modules: the first line is what the server tells, each further one a task, of which
   what came is written as a line. */
import { createInterface } from "node:readline";

import { anchor, end, isDay, isWrong, read, stem, words } from "../../../theme/assets/js/add/edtf.js";
import { faults } from "../../../theme/assets/js/add/faults.js";
import { nearest } from "../../../theme/assets/js/add/nearest.js";
import { rules as made } from "../../../theme/assets/js/add/rules.js";
import { flaws } from "../../../theme/assets/js/add/addresses.js";
import { tidy } from "../../../theme/assets/js/add/values.js";
import { file, oneLine } from "../../../theme/assets/js/add/yaml.js";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async () => JSON.parse((await lines.next()).value ?? "null");
const { rules, ids } = await next();
const told = made(rules);
/** @param {string} given */
const dated = (given) => {
  const date = read(given, told);
  return isWrong(date) ? [date.code, date.message, date.hint] : [words(date, told), stem(date), anchor(date), end(date), isDay(date)];
};
/** @type {Record<string, (given: any) => unknown>} */
const does = {
  line: ({ given, brackets }) => oneLine(given, told, { brackets, asText: !brackets }),
  date: ({ given }) => dated(given),
  nearest: ({ given, known }) => nearest(given, known),
  address: ({ given }) => flaws(given, told).map(({ code, message, hint = told.codes[code][1] }) => [code, message, hint]),
  entry: ({ given, kind }) => file(told.entries[kind].fields, tidy(told.entries[kind].fields, given, told), told),
  event: ({ given, today }) => {
    const values = tidy(told.event, given, told);
    return { values, file: file(told.event, values, told), faults: faults(values, told, ids, today).map(({ code, message, way }) => [code, message, way]) };
  },
};
for (let task = await next(); task; task = await next()) process.stdout.write(`${JSON.stringify(does[task.do](task))}\n`);
