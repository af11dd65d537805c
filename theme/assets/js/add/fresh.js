/* Entries of the registry that the event needs and the record lacks: a person, a publisher, a place, a topic. */
import { listOf, pairsOf, textOf, textsOf } from "./rules.js";
import { fill, find, read, wire } from "./sheet.js";
import { shapeFaults } from "./shape.js";
import { knownIds } from "./faults.js";
import { tidy } from "./values.js";

/** @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Ids} Ids @typedef {import("./rules.js").Rules} Rules @typedef {import("./rules.js").Row} Row @typedef {import("./files.js").Entries} Entries */
/** @typedef {import("./told.js").Placed} Placed */

const NOUNS = /** @type {Record<string, string>} */ ({ people: "person", publishers: "publisher", places: "place", topics: "topic" });

/** Give the ids that an event names, by kind, each with what is known of it. @param {Mapping} event @returns {[kind: string, id: string, known: Mapping][]} */
export const wanted = (event) => [
  ...pairsOf(event.participants).flatMap(([party, side]) => listOf(side).map((part) => /** @type {[string, string, Mapping]} */ (["people", typeof part === "string" ? part : textOf(part, "person"), { party }]))),
  ...listOf(event.sources).flatMap((source) => ["publisher", "copy_of"].map((name) => /** @type {[string, string, Mapping]} */ (["publishers", textOf(source, name), {}]))),
  ...textsOf(event.place).map((id) => /** @type {[string, string, Mapping]} */ (["places", id, {}])),
  ...textsOf(event.topics).map((id) => /** @type {[string, string, Mapping]} */ (["topics", id, {}])),
];

/** @param {HTMLElement} section @param {HTMLElement} page @param {Rules} rules @param {Ids} ids */
export const fresh = (section, page, rules, ids) => {
  const box = /** @type {HTMLElement} */ (section.querySelector(".entries")), known = knownIds(ids);
  /** @type {Map<string, string>} names that were typed in the place of ids */
  const names = new Map();
  const all = () => /** @type {HTMLElement[]} */ ([...box.children]);

  /** @param {string} kind @param {string} id @param {Mapping} given */
  const begin = (kind, id, given) => {
    const kept = /** @type {HTMLTemplateElement} */ (page.querySelector(`template.newly[data-kind=${kind}]`));
    const made = /** @type {HTMLElement} */ (/** @type {Element} */ (kept.content.firstElementChild).cloneNode(true));
    made.dataset.id = id;
    made.querySelector("legend")?.replaceChildren(`New ${NOUNS[kind]}: ${names.get(id) ?? id}`);
    box.append(made);
    fill(made, { name: names.get(id) ?? "", ...given });
    wire(made);
  };

  return {
    /** Note the name that was typed for an id. @param {string} id @param {string} name */
    called: (id, name) => { names.set(id, name); },
    /** Tell whether an entry is being written for an id. @param {string} id */
    has: (id) => all().some((one) => one.dataset.id === id),
    /** Begin the entries that an event needs, and drop those that it no longer does. @param {Mapping} event */
    update: (event) => {
      const needed = wanted(event).filter(([kind, id]) => id && rules.is.id.test(id) && !known[kind].has(id));
      for (const one of all()) if (!needed.some(([kind, id]) => kind === one.dataset.kind && id === one.dataset.id)) one.remove();
      for (const [kind, id, given] of needed) if (!all().some((one) => one.dataset.kind === kind && one.dataset.id === id)) begin(kind, id, given);
      section.hidden = !box.children.length;
    },
    /** Give all ids, those of the entries included. @returns {Record<string, Row[]>} */
    rows: () => {
      const added = all().map((one) => /** @type {[string, Row]} */ ([one.dataset.kind ?? "", [one.dataset.id ?? "", textOf(read(one), "name") || (one.dataset.id ?? ""), textOf(read(one), "native")]]));
      return Object.fromEntries(Object.entries(ids).map(([kind, rows]) => [kind, [...rows, ...added.filter(([other]) => other === kind).map(([, row]) => row)]]));
    },
    /** Give the entries as they stand. @returns {Entries} */
    read: () => {
      /** @type {Entries} */
      const made = {};
      for (const one of all()) (made[one.dataset.kind ?? ""] ??= {})[one.dataset.id ?? ""] = /** @type {Mapping} */ (read(one));
      return made;
    },
    /** Put kept entries back. @param {Entries} entries */
    fill: (entries) => {
      for (const [kind, some] of Object.entries(entries)) for (const [id, values] of Object.entries(some)) begin(kind, id, values);
    },
    /** Find what is wrong with the entries. @returns {Placed[]} */
    faults: () => all().flatMap((one) => {
      const fields = rules.entries[one.dataset.kind ?? ""].fields;
      return shapeFaults(fields, tidy(fields, read(one), rules), { rules, known }).map((fault) => ({ fault, node: find(one, fault.way) }));
    }),
  };
};
