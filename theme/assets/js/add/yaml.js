/* Values as a file of the record, in the form that `timeline fmt` leaves as it is. Knows no document.
   The twin of generator/record/form/: a test writes the same values with both. */

/** @typedef {import("./rules.js").Field} Field @typedef {import("./rules.js").Plain} Plain @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Rules} Rules */

const STEP = 2;
/* What libyaml takes for the beginning of something else than a plain text, or for its end: on a line, and in brackets. */
const BEGINS = /^[,[\]{}#&*!|>'"%@`]/;
const ON_A_LINE = /^[-?:](?:[ \t]|$)/;
const IN_BRACKETS = /^(?:[?:]|-[ \t])|[,[\]{}]|:\?/;
const ENDS = /:(?:[ \t]|$)|[ \t]#/;
const ESCAPES = /** @type {Record<string, string>} */ ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" });

/** Tell whether a text is read as itself without quotes. @param {string} text @param {boolean} brackets whether it stands in brackets */
export const isPlain = (text, brackets) => {
  if (/^[ \t]|[ \t]$|[\n\r]/.test(text) || BEGINS.test(text) || ENDS.test(text)) return false;
  return !(brackets ? IN_BRACKETS : ON_A_LINE).test(text);
};

/**
 * Write a text on one line.
 * @param {string} text
 * @param {Rules} rules
 * @param {{ brackets?: boolean, asText?: boolean }} where with `asText` what some reader takes for a number or the like is quoted
 */
export const oneLine = (text, rules, { brackets = false, asText = false } = {}) => {
  const other = asText && rules.other.some((one) => one.test(text));
  if (!other && isPlain(text, brackets)) return text;
  if (/[\n\r\t]/.test(text)) return `"${text.replace(/[\\"\n\r\t]/g, (found) => ESCAPES[found])}"`;
  return `'${text.replaceAll("'", "''")}'`;
};

/** @param {string} text */
const size = (text) => [...text].length;

/** @param {string} text @param {number} room @returns {string[]} */
const filled = (text, room) => {
  /** @type {string[]} */
  const lines = [];
  let length = 0;
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const more = size(word);
    if (lines.length && length + 1 + more <= room) {
      lines[lines.length - 1] += ` ${word}`;
      length += 1 + more;
    } else {
      lines.push(word);
      length = more;
    }
  }
  return lines;
};

/** @param {string} text @param {number} room */
const folded = (text, room) => text.split(/(\n+)/).flatMap((part, at) => (at % 2 ? Array(part.length).fill("") : filled(part, room)));

/** @param {string} text */
const hasWholeLines = (text) => !text.includes("\r") && !/[ \t](?:\n|$)/.test(text);

/** Give the sign of the block that a text needs, `>` or `|`; nothing for one that stays on its line. @param {string} text @param {boolean} tooLong */
const block = (text, tooLong) => {
  if (!text.includes("\n") && !tooLong) return "";
  if (/^\S[^\n]*(?:\n+\S[^\n]*)*$/.test(text) && hasWholeLines(text)) return ">";
  return text.includes("\n") && hasWholeLines(text) && !/^\s|\n$/.test(text) ? "|" : "";
};

/** @typedef {[first: string | null, rest: string[]]} Written what stands on the line where a value begins, and the lines below */

/**
 * @param {string} text
 * @param {string | undefined} holds
 * @param {number} indent
 * @param {number} column
 * @param {Rules} rules
 * @returns {Written}
 */
const scalar = (text, holds, indent, column, rules) => {
  const asText = holds === "prose" || holds === "line";
  const line = oneLine(text, rules, { asText });
  const sign = asText ? block(text, holds === "prose" && column + size(line) > rules.limits.width) : "";
  if (!sign) return [line, []];
  const margin = " ".repeat(indent + STEP);
  const body = sign === ">" ? folded(text, rules.limits.width - indent - STEP) : text.split("\n");
  return [`${sign}-`, body.map((one) => (one ? margin + one : ""))];
};

/** Tell whether a list of one stands for a set of dates: `[..2023-11-15]`. @param {Field} field */
const isDate = (field) => field.type === "Date";

/**
 * @param {Plain} value
 * @param {Field} field
 * @param {number} indent
 * @param {number} column
 * @param {Rules} rules
 * @returns {Written}
 */
const written = (value, field, indent, column, rules) => {
  if (typeof value === "string") return scalar(value, field.holds, indent, column, rules);
  if (!Array.isArray(value)) return [null, mapping(field, value, indent + STEP, rules)];
  if (!value.length) return ["[]", []];
  if (field.brackets || isDate(field)) return [`[${value.map((one) => oneLine(`${one}`, rules, { brackets: true })).join(", ")}]`, []];
  return [null, value.flatMap((one) => item(one, field, indent + STEP, rules))];
};

/** @param {Plain} value @param {Field} field @param {number} indent @param {Rules} rules @returns {string[]} */
const item = (value, field, indent, rules) => {
  const margin = " ".repeat(indent);
  if (typeof value === "string") {
    const [first, rest] = scalar(value, field.fields ? undefined : field.holds, indent, indent + STEP, rules);
    return [`${margin}- ${first}`, ...rest];
  }
  const [first = "", ...rest] = mapping({ ...field, type: "mapping" }, /** @type {Mapping} */ (value), indent + STEP, rules);
  return [`${margin}- ${first.slice(indent + STEP)}`, ...rest];
};

/** @param {Field} field @param {Mapping} value @param {number} indent @param {Rules} rules @returns {string[]} */
const mapping = (field, value, indent, rules) => {
  const inner = field.type === "sides" ? Object.keys(value).map((name) => ({ ...field, name, type: field.several ? "list" : "mapping" })) : field.fields ?? [];
  return lines(inner, value, indent, rules);
};

/** @param {Field[]} fields @param {Mapping} values @param {number} indent @param {Rules} rules @returns {string[]} */
const lines = (fields, values, indent, rules) => fields.filter((field) => field.name in values).flatMap((field) => {
  const key = `${" ".repeat(indent)}${oneLine(field.name, rules)}:`;
  const [first, rest] = written(values[field.name], field, indent, size(key) + 1, rules);
  return [first === null ? key : `${key} ${first}`, ...rest];
});

/**
 * Write a file.
 * @param {Field[]} fields in the order in which files have them
 * @param {Mapping} values
 * @param {Rules} rules
 */
export const file = (fields, values, rules) => lines(fields, values, 0, rules).map((line) => `${line}\n`).join("");
