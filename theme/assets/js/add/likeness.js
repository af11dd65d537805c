/* Events of the record that a new one may repeat: wider than the warnings W8, for the eye of whoever adds it.
   The twin of generator/checks/likeness.py, as far as the ids tell. Knows no document. */
import { anchor, end, readable, words } from "./edtf.js";
import { alikeInWords } from "./nearest.js";
import { listOf, textOf, textsOf } from "./rules.js";
import { dateText } from "./values.js";

/** @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Rules} Rules @typedef {import("./rules.js").Ids} Ids @typedef {import("./edtf.js").Edtf} Edtf */
/** @typedef {{ id: string, title: string, why: string }} Likeness */

const DAY = 864e5, MONTH = 31, ALIKE = 80, MOST = 4;

/** Give the days between two dates: none where they may be the same. @param {Edtf} one @param {Edtf} other */
const apart = (one, other) => {
  const between = (/** @type {string} */ last, /** @type {string} */ first) => (Date.parse(first) - Date.parse(last)) / DAY;
  return Math.max(between(end(one), anchor(other)), between(end(other), anchor(one)), 0);
};

/**
 * @param {Mapping} event
 * @param {Rules} rules
 * @param {Ids} ids
 * @returns {Likeness[]} the nearest in time first
 */
export const likenesses = (event, rules, ids) => {
  const date = readable(dateText(event.date), rules), title = textOf(event, "title").toLowerCase();
  const related = listOf(event.related).map((link) => textOf(link, "event")), channels = textsOf(event.channel);
  if (!date) return [];
  const found = (ids.events ?? []).flatMap(([id, name, , written = "", held = ""]) => {
    const other = readable(written, rules), far = other ? apart(date, other) : Infinity;
    if (!other || far > MONTH || related.includes(id)) return [];
    const shared = far <= rules.limits.week && channels.find((channel) => held.split(" ").includes(channel));
    const why = shared ? `also in the channel \`${shared}\`, ${words(other, rules)}`
      : title && alikeInWords(title, name.toLowerCase()) >= ALIKE ? `nearly the same title, ${words(other, rules)}` : "";
    return why ? [{ id, title: name, why, far }] : [];
  });
  return found.sort((one, other) => one.far - other.far || (one.id < other.id ? -1 : 1)).slice(0, MOST);
};
