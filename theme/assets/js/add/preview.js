/* The event's page as it will look, drawn of values. Whatever they hold stays text: no markup is made of it. */
import { element, native } from "../dom.js";
import { readable, words } from "./edtf.js";
import { listOf, textOf, textsOf, under } from "./rules.js";
import { dateText } from "./values.js";

/** @typedef {import("./rules.js").Plain} Plain @typedef {import("./rules.js").Mapping} Mapping @typedef {import("./rules.js").Rules} Rules @typedef {import("./rules.js").Row} Row */
/** @typedef {{ event: Mapping, rules: Rules, rows: Record<string, Row[]> }} Shown */
/** @typedef {Node | string} Inner */

const INLINE = /\\([\\`*_{}[\]()>#+\-.!])|\[([^\]]+)\]\(([^()\s]*)\)|\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`/;
const ADDRESS = /^https?:\/\//i;

/** Give a text with its links and emphasis; a link leads out to the web only. @param {string} text @returns {Inner[]} */
const inline = (text) => {
  const found = text.match(INLINE);
  if (!found) return text ? [text] : [];
  const [all, literal, name, target, strong, light, code] = found, at = found.index ?? 0;
  const link = () => (ADDRESS.test(target) ? element("a", { href: target, rel: "external noopener" }, name) : element("u", {}, name));
  const made = literal ? literal : name ? link() : strong ? element("strong", {}, strong) : light ? element("em", {}, light) : element("code", {}, code);
  return [text.slice(0, at), made, ...inline(text.slice(at + all.length))];
};

/** @param {Shown} shown @param {string} kind @param {string} id @returns {Inner[]} */
const named = ({ rows }, kind, id) => {
  const [, name = id, other = ""] = rows[kind]?.find(([one]) => one === id) ?? [];
  return other && (kind === "people" || kind === "parties") ? [name, " ", native(other)] : [name];
};

/** @param {Shown} shown @param {Plain | undefined} value */
const dated = ({ rules }, value) => {
  const text = dateText(value), date = readable(text, rules);
  return date ? words(date, rules) : text;
};

/** @param {string} name @param {Inner[]} said */
const fact = (name, ...said) => (said.some((one) => one) ? [element("div", {}, element("dt", {}, name), element("dd", {}, element("span", {}, ...said)))] : []);

const between = (/** @type {Inner[][]} */ many) => many.flatMap((one, at) => (at ? [", ", ...one] : one));

/** @param {Shown} shown */
const facts = (shown) => {
  const { event, rules } = shown, kind = textOf(event, "kind"), party = textOf(event, "declined_by");
  const outcome = rules.kinds[kind] === rules.contact ? textOf(event, "status") || rules.held : "";
  return element("dl", { class: "facts" },
    ...fact("Date", dated(shown, event.date)), ...fact("First made public", dated(shown, event.disclosed)), ...fact("What it was", rules.words.kind[kind] ?? ""),
    ...fact("Status", outcome, ...(party ? [" by ", named(shown, "parties", party)[0]] : [])),
    ...fact("Channel", ...between(textsOf(event.channel).map((id) => named(shown, "channels", id)))),
    ...fact("Place", ...(event.place ? named(shown, "places", textOf(event, "place")) : [])),
    ...fact("Standing", rules.words.standing[textOf(event, "standing")] ?? rules.words.standing.confirmed),
    ...fact("Topics", ...between(textsOf(event.topics).map((id) => named(shown, "topics", id)))));
};

/** @param {Shown} shown @param {Plain | undefined} cited */
const numbers = ({ event }, cited) => {
  const ids = listOf(event.sources).map((source) => (typeof source === "string" ? source : textOf(source, "id")));
  return textsOf(cited).map((id) => ids.indexOf(id) + 1).filter(Boolean).join(", ");
};

/** @param {string} text @param {Record<string, string>} [given] */
const paragraph = (text, given = {}) => (text ? [element("p", given, ...inline(text))] : []);
const quotation = (/** @type {string} */ text, given = {}) => (text ? [element("blockquote", given, element("p", {}, `“${text}”`))] : []);

/** @param {Shown} shown */
const accounts = (shown) => {
  const { event, rules } = shown;
  const side = (/** @type {[string, string, string]} */ [id, name, other]) => {
    const account = under(event.accounts, id), zh = under(account, "zh"), cited = numbers(shown, under(account, "sources"));
    const said = [...paragraph(textOf(account, "text")), ...quotation(textOf(account, "quote")), ...paragraph(textOf(zh, "text"), { lang: "zh-Hans" }), ...quotation(textOf(zh, "quote"), { lang: "zh-Hans" }),
      ...(under(account, "date") ? [element("p", { class: "src" }, `Dated ${dated(shown, under(account, "date"))} by this side`)] : []), ...(cited ? [element("p", { class: "src" }, `Source: ${cited}`)] : [])];
    return element("section", {}, element("h3", {}, name, ...(other ? [" ", native(other)] : [])), ...(said.length ? said : [element("p", { class: "none" }, "No account published by this side has been found.")]));
  };
  return event.accounts ? [element("section", { class: "accounts" }, element("h2", {}, "What each government said"), element("div", { class: "two" }, ...rules.parties.map(side)))] : [];
};

/** @param {Shown} shown */
const press = (shown) => {
  const found = listOf(shown.event.reported);
  const said = (/** @type {Plain} */ one) => element("p", {}, ...inline(textOf(one, "text")), element("span", { class: "att" }, ` ${numbers(shown, under(one, "sources"))}`));
  return found.length ? [element("section", { class: "press" }, element("h2", {}, "Reported by the press only"), ...found.map(said))] : [];
};

/** @param {string} heading @param {Inner[][]} lines */
const list = (heading, lines) => (lines.length ? [element("section", {}, element("h2", {}, heading), element("ul", {}, ...lines.map((line) => element("li", {}, ...line))))] : []);

/** @param {Shown} shown */
const lists = (shown) => {
  const { event, rules } = shown;
  const figure = (/** @type {Plain} */ one) => [`${textOf(one, "label")}: ${textOf(one, "value")} ${textOf(one, "unit")}`.trim(), ...(textOf(one, "by") ? [`, counted by ${textOf(one, "by")}`] : [])];
  return [
    ...list("Reported figures", listOf(event.figures).map(figure)),
    ...list("Effect on channels", listOf(event.effects).map((one) => [...named(shown, "channels", textOf(one, "channel")), `: ${textOf(one, "state")}${textOf(one, "disputed") ? ", which one side denies" : ""}`])),
    ...list("What led here", listOf(event.related).map((one) => [...named(shown, "events", textOf(one, "event")), element("span", { class: "when" }, ` ${rules.words.relation[textOf(one, "relation")] ?? ""}`)])),
  ];
};

/** @param {Shown} shown */
const people = (shown) => {
  const { event, rules } = shown;
  const part = (/** @type {Plain} */ one) => {
    const person = typeof one === "string" ? one : textOf(one, "person"), office = textOf(one, "office");
    const who = person ? named(shown, "people", person) : named(shown, "offices", office);
    return element("p", {}, element("b", {}, ...who), ...(textOf(one, "role") ? [element("br"), textOf(one, "role")] : []));
  };
  const side = (/** @type {[string, string, string]} */ [id, name]) => element("section", {}, element("h3", {}, name), ...listOf(under(event.participants, id)).map(part));
  return event.participants ? [element("section", {}, element("h2", {}, "Who took part"), element("div", { class: "two who" }, ...rules.parties.map(side)))] : [];
};

/** @param {Shown} shown */
const sources = (shown) => {
  const line = (/** @type {Plain} */ one) => {
    if (typeof one === "string") return named(shown, "shared-sources", one);
    const title = textOf(one, "described") ? `[${textOf(one, "title")}]` : textOf(one, "title");
    const rest = [named(shown, "publishers", textOf(one, "publisher"))[0], dated(shown, under(one, "published"))].filter(Boolean);
    return [title, ...rest.flatMap((part) => [", ", part])];
  };
  const found = listOf(shown.event.sources);
  return found.length ? [element("section", {}, element("h2", {}, "Sources"), element("ol", {}, ...found.map((one) => element("li", {}, ...line(one)))))] : [];
};

/** Draw the page of an event. @param {HTMLElement} box @param {Shown} shown */
export const preview = (box, shown) => {
  const { event } = shown, zh = textOf(event.zh, "title");
  box.replaceChildren(
    element("h2", { class: "name" }, textOf(event, "title") || "The title"), ...(zh ? [element("p", { class: "zh", lang: "zh-Hans" }, zh)] : []), facts(shown),
    ...paragraph(textOf(event, "summary"), { class: "lede" }), ...paragraph(textOf(event.zh, "summary"), { class: "zh", lang: "zh-Hans" }),
    ...accounts(shown), ...press(shown), ...lists(shown), ...people(shown), ...sources(shown));
};
