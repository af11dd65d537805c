/* Faults of single values: what is missing, too long, no date, no known id. Knows no document. */
import { flaws } from "./addresses.js";
import { isDay, isWrong, read } from "./edtf.js";
import { didYouMean } from "./nearest.js";
import { pairsOf } from "./rules.js";
import { invisible, limited, markdown } from "./texts.js";
import { dateText } from "./values.js";

/** @typedef {import("./rules.js").Field} Field @typedef {import("./rules.js").Plain} Plain @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Rules} Rules */
/** @typedef {(string | number)[]} Way from the top of the values to one of them */
/** @typedef {{ code: string, way: Way, message: string, hint: string }} Fault */
/** @typedef {{ rules: Rules, known: Record<string, Set<string>> }} World `known` holds the ids by their kind */

const MARKED = ["Summary", "Prose", "Quote", "Note"];
const LINKS = /** @type {Record<string, string>} */ ({ event: "events", person: "people", channel: "channels", office: "offices", topic: "topics" });

/** Make a fault, with the way out that holds for all of its code where it has none of its own. @param {Rules} rules @param {Way} way @param {{ code: string, message: string, hint?: string }} flaw @returns {Fault} */
export const fault = (rules, way, { code, message, hint }) => ({ code, way, message, hint: hint || (rules.codes[code]?.[1] ?? "") });

/** @param {string} text @param {Field} field @param {Way} way @param {World} world @returns {Fault[]} */
const dateFaults = (text, field, way, { rules }) => {
  const date = read(text, rules);
  if (isWrong(date)) return [fault(rules, way, { ...date, message: `\`${field.name}\`: ${date.message}` })];
  if (field.type === "Date" || isDay(date)) return [];
  return [fault(rules, way, { code: "E301", message: `\`${field.name}\`: \`${text}\` is not one day`, hint: "Write the day in full, such as 2024-01-08." })];
};

/** Tell of an id that names nothing. @param {string} id @param {string} kind @param {Way} way @param {World} world @returns {Fault[]} */
const idFaults = (id, kind, way, { rules, known }) => {
  if (!rules.unknown[kind] || known[kind].has(id)) return [];
  const [noun, code] = rules.unknown[kind], small = id.toLowerCase();
  if (known[kind].has(small)) return [fault(rules, way, { code: "E415", message: `\`${id}\` differs from the id \`${small}\` only by case`, hint: `Write \`${small}\`.` })];
  const others = kind === "places" ? Object.keys(rules.places).map((place) => `\`${place}\``).join(" or ") : "";
  const besides = others && `, nor is it ${others}`;
  return [fault(rules, way, { code, message: `there is no ${noun} \`${id}\` in the record${besides}`, hint: didYouMean(id, [...known[kind]]) })];
};

/** @param {string} text @param {Field} field @param {Way} way @param {Rules} rules @returns {Fault[]} */
const lengthFaults = (text, field, way, rules) => {
  const length = [...text].length;
  if (field.most && length > field.most) return [fault(rules, way, { code: "E205", message: `\`${field.name}\` has ${length} characters; at most ${field.most} have room` })];
  const flaw = limited(text, field.type, rules);
  return flaw ? [fault(rules, way, { ...flaw, message: `\`${field.name}\`: ${flaw.message}` })] : [];
};

/** @param {string} text @param {Field} field @param {Way} way @param {World} world @returns {Fault[]} */
const wordFaults = (text, field, way, { rules }) => {
  if (field.words && !field.words.includes(text)) {
    const message = `\`${text}\` is no word for \`${field.name}\`; it is one of ${field.words.map((word) => `\`${word}\``).join(", ")}`;
    return [fault(rules, way, { code: "E204", message, hint: didYouMean(text, field.words) })];
  }
  if (field.type === "Language" && !rules.is.language.test(text)) return [fault(rules, way, { code: "E204", message: `\`${text}\` is no language code`, hint: "Write a BCP 47 code such as `en` or `zh`." })];
  if (field.type !== "Number" || /^(?:0|[1-9]\d{0,11})$/.test(text)) return [];
  return [fault(rules, way, { code: "E207", message: `\`${field.name}\`: \`${text}\` is not a whole number`, hint: "Write at most twelve digits, without a leading zero, point, comma or exponent." })];
};

/** @param {string} text @param {Field} field @param {Way} way @param {World} world @returns {Fault[]} */
const textFaults = (text, field, way, world) => {
  const { rules, known } = world;
  const unseen = invisible(text, rules);
  if (unseen.length) return unseen.map((flaw) => fault(rules, way, flaw));
  if (field.type === "Date" || field.type === "Day") return dateFaults(text, field, way, world);
  const found = [...lengthFaults(text, field, way, rules), ...wordFaults(text, field, way, world)];
  if (found.length) return found;
  if (field.ids) return idFaults(text, field.ids, way, world);
  if (field.type === "Url") return flaws(text, rules).map((flaw) => fault(rules, way, flaw));
  const isMarked = MARKED.includes(field.type);
  return isMarked ? markdown(text, rules, (kind, id) => known[LINKS[kind]].has(id)).map((flaw) => fault(rules, way, flaw)) : [];
};

/** @param {Plain} value @param {Field} field @param {Way} way @param {World} world @returns {Fault[]} */
const valueFaults = (value, field, way, world) => {
  if (field.type === "Date") return textFaults(dateText(value), field, way, world);
  if (typeof value === "string") return textFaults(value, field, way, world);
  if (field.type === "sides") {
    const side = { ...field, type: field.several ? "list" : "mapping" };
    return pairsOf(value).flatMap(([party, one]) => valueFaults(one, side, [...way, party], world));
  }
  if (!Array.isArray(value)) return shapeFaults(field.fields ?? [], value, world, way);
  return value.flatMap((one, at) => itemFaults(one, field, [...way, at], world));
};

/** @param {Plain} one @param {Field} field @param {Way} way @param {World} world @returns {Fault[]} */
const itemFaults = (one, field, way, world) => {
  if (typeof one !== "string") return shapeFaults(field.fields ?? [], one, world, way);
  return textFaults(one, field.name === "participants" ? (field.fields?.[0] ?? field) : field, way, world);
};

/**
 * Find the faults of a mapping's values, each by itself.
 * @param {Field[]} fields
 * @param {Plain} values
 * @param {World} world
 * @param {Way} [way]
 * @returns {Fault[]}
 */
export const shapeFaults = (fields, values, world, way = []) => {
  const given = Object.fromEntries(pairsOf(values));
  return fields.flatMap((field) => {
    if (field.name in given) return valueFaults(given[field.name], field, [...way, field.name], world);
    return field.needed ? [fault(world.rules, [...way, field.name], { code: "E202", message: `the field \`${field.name}\` is missing`, hint: "This is needed." })] : [];
  });
};
