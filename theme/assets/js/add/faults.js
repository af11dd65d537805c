/* Faults of values that do not go together, beside those of each by itself. Knows no document. */
import { documentOf } from "./addresses.js";
import { anchor, bounds, dayWords, end, isDay, readable, words } from "./edtf.js";
import { listOf, pairsOf, textOf, textsOf, under } from "./rules.js";
import { fault, shapeFaults } from "./shape.js";
import { dateText } from "./values.js";

/** @typedef {import("./rules.js").Plain} Plain @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Rules} Rules @typedef {import("./rules.js").Ids} Ids @typedef {import("./rules.js").Field} Field */
/** @typedef {import("./shape.js").Fault} Fault @typedef {import("./shape.js").Way} Way @typedef {import("./edtf.js").Edtf} Edtf */
/**
 * @typedef {object} Case an event as far as it can be read
 * @property {Mapping} event
 * @property {Rules} rules
 * @property {Ids} ids
 * @property {string} today
 * @property {Edtf | null} date
 * @property {string} kind
 * @property {string} outcome what became of a contact; empty for what is none
 * @property {boolean} expected whether it could be told of before its day
 */
/** @typedef {(one: Case) => Fault[]} Check */

const DAY = 864e5;

/** @param {string} day @param {number} days */
const later = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** @param {Edtf} date @param {Case} one */
const isPlausible = (date, { rules, today }) => bounds(date).flatMap((bound) => [bound.earliest, bound.latest])
  .every((day) => +day.slice(0, 4) >= rules.limits.year && +day.slice(0, 4) <= +today.slice(0, 4) + 1);

/** @param {Plain} part */
const personOf = (part) => (typeof part === "string" ? part : textOf(part, "person"));

/** @type {Check} */
const status = ({ event, rules, kind, outcome }) => {
  const given = textOf(event, "status");
  if (given && kind && !outcome) {
    const contacts = Object.keys(rules.kinds).filter((one) => rules.kinds[one] === rules.contact);
    const hint = `Remove \`status\`, or choose a kind that is a contact: ${contacts.slice(0, -1).join(", ")} or ${contacts.at(-1)}.`;
    return [fault(rules, ["status"], { code: "E209", message: `only a contact has a status, and \`${kind}\` is none`, hint })];
  }
  if (!event.declined_by || rules.declined.includes(given)) return [];
  const hint = "Write `status: refused` or `status: cancelled`, or remove `declined_by`.";
  return [fault(rules, ["declined_by"], { code: "E209", message: "`declined_by` says who refused or cancelled, and the status says neither", hint })];
};

/** @type {Check} */
const disclosed = ({ event, rules, date, expected }) => {
  const known = readable(dateText(event.disclosed), rules), first = date?.lower?.earliest, last = known?.upper?.latest;
  if (!known || !first || !last || last >= first || expected) return [];
  return [fault(rules, ["disclosed"], { code: "E209", message: `disclosed ${known.text}, before the event began`, hint: "Correct one of the two dates." })];
};

/** @type {Check} */
const figures = ({ event, rules }) => listOf(event.figures).flatMap((figure, at) => {
  const low = textOf(figure, "low"), high = textOf(figure, "high");
  if (!low || !high || !(+low > +high)) return [];
  return [fault(rules, ["figures", at, "low"], { code: "E209", message: `the least, ${low}, is more than the most, ${high}`, hint: "Swap the two." })];
});

/** @type {Check} */
const participants = ({ event, rules }) => pairsOf(event.participants).flatMap(([party, side]) => listOf(side).flatMap((part, at) => {
  if (typeof part === "string" || Boolean(under(part, "person")) !== Boolean(under(part, "office"))) return [];
  const way = ["participants", party, at];
  if (under(part, "person")) {
    const hint = "Remove `office`: the person's file in the registry says which office it was. Else write `role`.";
    return [fault(rules, [...way, "office"], { code: "E209", message: "a participant is a person, or an office whose holder is not named", hint })];
  }
  return [fault(rules, way, { code: "E209", message: "nobody is named here", hint: "Write `person:` with an id, or `office:` where the holder is not named." })];
}));

/** Every date with its way, as far as it can be read. @param {Field[]} fields @param {Plain | undefined} value @param {Rules} rules @param {Way} [way] @returns {[Way, Edtf][]} */
const dates = (fields, value, rules, way = []) => pairsOf(value).flatMap(([name, one]) => {
  const field = fields.find((known) => known.name === name) ?? fields[0], here = [...way, name];
  if (field.type === "Date" || field.type === "Day") {
    const read = readable(dateText(one), rules);
    return read ? [/** @type {[Way, Edtf]} */ ([here, read])] : [];
  }
  if (field.type === "sides") return field.several ? [] : pairsOf(one).flatMap(([party, side]) => dates(field.fields ?? [], side, rules, [...here, party]));
  if (!field.fields) return [];
  return Array.isArray(one) ? one.flatMap((each, at) => dates(field.fields ?? [], each, rules, [...here, at])) : dates(field.fields, one, rules, here);
});

/** @type {Check} */
const years = (one) => dates(one.rules.event, one.event, one.rules).flatMap(([way, date]) => {
  const { year: first } = one.rules.limits, last = +one.today.slice(0, 4) + 1;
  const wrong = bounds(date).flatMap((bound) => [bound.earliest, bound.latest]).map((day) => +day.slice(0, 4)).find((year) => year < first || year > last);
  return wrong === undefined ? [] : [fault(one.rules, way, { code: "E304", message: `\`${date.text}\` names the year ${wrong}; years from ${first} to ${last} are recorded` })];
});

/** @type {Check} */
const overdue = (one) => {
  const { event, rules, today, date, outcome } = one;
  const looked = rules.checked && rules.checked < today ? rules.checked : today;
  if (!date || !isPlausible(date, one) || outcome !== rules.planned || later(end(date), rules.limits.grace) >= looked) return [];
  const revised = listOf(event.revised).map((revision) => readable(dateText(textOf(revision, "date")), rules));
  if (revised.some((day) => !day || !isDay(day) || !isPlausible(day, one) || anchor(day) > end(date))) return [];
  return [fault(rules, ["status"], { code: "E306", message: `still \`${outcome}\`, more than ${rules.limits.grace} days after its date, ${words(date, rules)}` })];
};

/** @type {Check} */
const ahead = (one) => {
  const { rules, date, kind, outcome, today } = one, first = date?.lower?.earliest;
  const happened = outcome ? outcome === rules.held : !rules.foreseen.includes(kind);
  if (!kind || !date || !first || first <= later(today, rules.limits.zones) || !happened || !isPlausible(date, one)) return [];
  const hint = outcome ? "" : "Correct the date, or record it when it has happened.";
  return [fault(rules, ["date"], { code: "E307", message: `\`${date.text}\` lies ahead, and the event is ${outcome ? "held" : `of the kind \`${kind}\``}`, hint })];
};

/** @type {Check} */
const keptAhead = (one) => dates(one.rules.event, one.event, one.rules).flatMap(([way, date]) => {
  const day = date.lower?.earliest, name = `${way.at(-1)}`, isKept = one.rules.kept.includes(name) || way[0] === "revised";
  if (!isKept || !day || day <= later(one.today, one.rules.limits.zones) || !isPlausible(date, one)) return [];
  return [fault(one.rules, way, { code: "E308", message: `\`${name}\` is ${date.text}, which lies ahead` })];
});

/** @type {Check} */
const sources = (one) => {
  const { event, rules, ids, date, expected } = one, first = date?.lower?.earliest;
  const shared = new Map((ids["shared-sources"] ?? []).map((row) => [row[4], row[0]]));
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {Set<string>} */
  const documents = new Set();
  return listOf(event.sources).flatMap((source, at) => {
    const way = ["sources", at], id = typeof source === "string" ? source : textOf(source, "id"), found = [];
    const address = documentOf(textOf(source, "url")), published = readable(dateText(under(source, "published")), rules);
    if (id && seen.has(id)) found.push(fault(rules, [...way, "id"], { code: "E411", message: `\`${id}\` is the id of an earlier source of this event` }));
    if (typeof source === "string") return (seen.add(id), found);
    if (id && !rules.is.id.test(id)) found.push(fault(rules, [...way, "id"], { code: "E416", message: `the id \`${id}\` has other characters than small letters, digits and single hyphens between them` }));
    if (under(source, "copy_of") && textOf(source, "copy_of") === textOf(source, "publisher")) {
      const hint = "`copy_of` is whose piece it is, `publisher` whose host it stands on.";
      found.push(fault(rules, [...way, "copy_of"], { code: "E209", message: `\`${textOf(source, "publisher")}\` cannot be a copy of its own`, hint }));
    }
    if (address && shared.has(address)) found.push(fault(rules, [...way, "url"], { code: "E510", message: `this document is the shared source \`${shared.get(address)}\``, hint: `Cite it as \`${shared.get(address)}\`.` }));
    else if (documents.has(address)) found.push(fault(rules, [...way, "url"], { code: "E510", message: "this document is already a source of this event", hint: "Keep one of the two." }));
    if (published?.upper && first && date && !expected && !under(source, "supports") && isPlausible(date, one) && later(published.upper.latest, rules.limits.zones) < first) {
      found.push(fault(rules, [...way, "published"], { code: "E505", message: `published on ${dayWords(published.upper.latest)}, and the event is dated ${words(date, rules)}` }));
    }
    seen.add(id);
    if (address) documents.add(address);
    return found;
  });
};

/** @type {Check} */
const unsupported = ({ event, rules }) => {
  /** @type {[Way, string, Plain][]} */
  const stated = [
    ...pairsOf(event.accounts).map(([party, account]) => /** @type {[Way, string, Plain]} */ ([["accounts", party, "sources"], `the account of \`${party}\``, account])),
    ...listOf(event.reported).map((report, at) => /** @type {[Way, string, Plain]} */ ([["reported", at, "sources"], "this report", report])),
    ...listOf(event.figures).map((figure, at) => /** @type {[Way, string, Plain]} */ ([["figures", at, "sources"], `the figure \`${textOf(figure, "label")}\``, figure])),
  ];
  return stated.filter(([, , one]) => !listOf(under(one, "sources")).length).map(([way, what]) => fault(rules, way, { code: "E506", message: `${what} names no source` }));
};

/** @type {Check} */
const oneSided = ({ event, rules, date, outcome }) => {
  const parties = pairsOf(event.accounts).map(([party]) => party);
  if (outcome !== rules.held || !date || +anchor(date).slice(0, 4) < rules.limits.both || parties.length !== 1) return [];
  return [fault(rules, ["accounts", parties[0]], { code: "E508", message: `only the account of \`${parties[0]}\` is recorded` })];
};

/** @type {Check} */
const otherParty = ({ event, rules, ids }) => {
  const [people, offices] = [ids.people, ids.offices].map((rows = []) => new Map(rows.map(([id, , , party]) => [id, party])));
  const parties = rules.parties.map(([id]) => id);
  return pairsOf(event.participants).flatMap(([list, side]) => listOf(side).flatMap((part, at) => {
    /** @type {[string, string, string | undefined][]} */
    const named = [["person", personOf(part), people.get(personOf(part))], ["office", textOf(part, "office"), offices.get(textOf(part, "office"))]];
    return named.flatMap(([field, id, party]) => (!party || party === list || !parties.includes(list) ? [] : [
      fault(rules, ["participants", list, at, field], { code: "E602", message: `\`${id}\` belongs to the party \`${party}\`, and stands in the list of \`${list}\`` })]));
  }));
};

/** @type {Check} */
const twice = ({ event, rules }) => {
  const people = pairsOf(event.participants).map(([party, side]) => listOf(side).map((part, at) => /** @type {[Way, string]} */ ([["participants", party, at, "person"], personOf(part)])));
  /** @param {string} name @param {string} key @returns {[Way, string][]} */
  const keyed = (name, key) => listOf(event[name]).map((one, at) => [[name, at, key], textOf(one, key)]);
  /** @param {string} name @returns {[Way, string][]} */
  const plain = (name) => textsOf(event[name]).map((id, at) => [[name, at], id]);
  return [plain("channel"), plain("topics"), keyed("effects", "channel"), keyed("related", "event"), ...people, plain("formerly")].flatMap((named) => {
    const ids = named.map(([, id]) => id);
    return named.filter(([, id], at) => id && ids.indexOf(id) < at).map(([way, id]) => fault(rules, way, { code: "E418", message: `\`${id}\` stands here for the second time` }));
  });
};

/** @type {Check} */
const formers = ({ event, rules }) => textsOf(event.formerly).flatMap((id, at) => (rules.is.id.test(id) ? [] : [
  fault(rules, ["formerly", at], { code: "E416", message: `the id \`${id}\` has other characters than small letters, digits and single hyphens between them` })]));

/** @type {Check[]} */
const CHECKS = [status, disclosed, figures, participants, years, overdue, ahead, keptAhead, sources, unsupported, oneSided, otherParty, twice, formers];

/** Give the known ids by kind. @param {Ids} ids @returns {Record<string, Set<string>>} */
export const knownIds = (ids) => Object.fromEntries(Object.entries(ids).map(([kind, rows]) => [kind, new Set(rows.map(([id]) => id))]));

/** Read of an event what many checks ask. @param {Mapping} event @param {Rules} rules @param {Ids} ids @param {string} today @returns {Case} */
export const caseOf = (event, rules, ids, today) => {
  const kind = textOf(event, "kind");
  const outcome = rules.kinds[kind] === rules.contact ? textOf(event, "status") || rules.held : "";
  const expected = !["", rules.held].includes(outcome) || rules.announced.includes(kind);
  return { event, rules, ids, today, kind, outcome, expected, date: readable(dateText(event.date), rules) };
};

/**
 * Find what is wrong with an event, as far as that can be told without the rest of the record.
 * @param {Mapping} event
 * @param {Rules} rules
 * @param {Ids} ids
 * @param {string} today
 * @returns {Fault[]}
 */
export const faults = (event, rules, ids, today) => {
  const one = caseOf(event, rules, ids, today);
  const found = shapeFaults(rules.event, event, { rules, known: knownIds(ids) });
  return [...found, ...(found.some(({ code }) => code === "E113") ? [] : CHECKS.flatMap((check) => check(one)))];
};
