/* The page of the search: its form, its address, what is found. Nothing is fetched before the reader searches. */
import { counts, FIELDS, filesOf, find, narrowed, sorted, unpack } from "./index.js";
import { marked, quote } from "./quote.js";
import { asked } from "./words.js";

/** @typedef {import("./index.js").Index} Index @typedef {import("./index.js").Hit} Hit */
/** @typedef {[string, string, string, string, ...string[]]} Text address, title, native title, date, parts */

const AT_ONCE = 10;
const PAUSE = 180;

/** @param {string} tag @param {Record<string, string>} given @param {(Node | string)[]} inside */
const element = (tag, given, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
};

/** @param {string} text @param {string[]} query */
const signed = (text, query) => marked(text, query).map((piece) => (piece.marked ? element("mark", {}, piece.text) : piece.text));

/** @param {string} text @returns {Record<string, string>} */
const language = (text) => {
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  return han * 2 > text.length ? { lang: "zh-Hans" } : {};
};

/** @param {HTMLElement} root */
const mount = (root) => {
  const home = new URL(root.dataset.root || "../", location.href).href;
  const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const part = (/** @type {string} */ what) => /** @type {HTMLElement} */ (root.querySelector(what));
  const [told, more, ways] = [".told", ".more", ".elsewhere"].map(part);
  const list = element("ol", {});
  part(".hits").append(list);
  const select = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
  /** @type {Map<string, string>} */
  const labels = new Map(FIELDS.flatMap((name) => [...select(name).options].map((option) => [`${name} ${option.value}`, option.text])));
  const opened = document.title;
  const filters = /** @type {HTMLDetailsElement} */ (part("details"));
  const narrow = matchMedia("(max-width: 760px)");
  /** @type {Map<string, Promise<any>>} */
  const fetched = new Map();
  /** @type {Hit[]} */
  let hits = [];
  let shown = 0, turn = 0, typing = false;

  /** @param {string} name @param {RequestInit} [how] @returns {Promise<any>} */
  const load = (name, how) => {
    const known = fetched.get(name) ?? fetch(`${home}search/${name}`, how).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
    fetched.set(name, known);
    known.catch(() => fetched.delete(name));
    return known;
  };
  /* Of the index a browser asks each time whether it still holds; all else is named after its state. */
  const index = async () => unpack(await load("index.json", { cache: "no-cache" }));

  const state = () => Object.fromEntries(["q", ...FIELDS, "order"].map((name) => [name, /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value.trim()]));
  const chosen = () => /** @type {import("./index.js").Chosen} */ (state());

  const read = () => {
    const said = new URLSearchParams(location.search);
    field.value = said.get("q") ?? "";
    for (const name of [...FIELDS, "order"]) {
      const value = said.get(name) ?? "";
      select(name).value = value;
      if (select(name).selectedIndex < 0) select(name).selectedIndex = 0;
    }
  };
  /** @param {boolean} step whether *back* leads to what was before */
  const write = (step) => {
    const said = new URLSearchParams(Object.entries(state()).filter(([, value]) => value));
    const address = `${location.pathname}${said.size ? `?${said}` : ""}`;
    if (address === location.pathname + location.search) return;
    history[step ? "pushState" : "replaceState"](null, "", address);
  };

  /** @param {Index} index @param {number} number @param {Text} text @param {string[]} query */
  const item = (index, number, [address, title, native, when, ...parts], query) => {
    const name = (/** @type {import("./index.js").Field} */ of) => index.met[of][number].map((value) => labels.get(`${of} ${value}`) ?? value);
    const link = element("a", { href: home + address }, ...signed(title, query));
    const own = native ? [" ", element("span", { class: "zh", ...language(native) }, ...signed(native, query))] : [];
    const sort = index.met.kind[number].length ? [...name("kind"), ...name("channel")] : name("what");
    const said = quote(`${title} ${native} ${address} ${when}`, parts, query);
    return element("li", {}, element("h3", {}, link, ...own), element("p", { class: "note" }, [when, ...sort].filter(Boolean).join(" · ")),
      ...(said ? [element("p", language(said), ...signed(said, query))] : []));
  };

  /** @param {Index} index @param {string[]} query @param {number} own the turn that asks */
  const show = async (index, query, own) => {
    const next = hits.slice(shown, shown + AT_ONCE);
    const texts = await Promise.all(next.map(({ number }) => load(`texts/${Math.floor(number / index.texts)}.json?${index.state}`)));
    if (own !== turn) return;
    const items = next.map(({ number }, at) => item(index, number, texts[at][number % index.texts], query));
    if (shown) list.append(...items);
    else list.replaceChildren(...items);
    shown += items.length;
    more.hidden = shown >= hits.length;
    more.textContent = `Show ${Math.min(AT_ONCE, hits.length - shown)} more`;
  };

  /** @param {Index} index @param {Hit[]} all */
  const count = (index, all) => {
    const counted = counts(index, all, chosen());
    for (const name of FIELDS) {
      for (const option of select(name).options) {
        const number = counted[name].get(option.value) ?? 0;
        option.text = `${labels.get(`${name} ${option.value}`)} (${number.toLocaleString("en")})`;
        option.disabled = !number && !option.selected;
      }
    }
  };

  /** @param {string[]} query @param {string[]} missing @param {number} unfiltered */
  const words = (query, missing, unfiltered) => {
    if (hits.length) return `${hits.length.toLocaleString("en")} found${query.length ? ` for “${field.value.trim()}”` : ""}`;
    if (missing.length) return `Nothing found: no page has ${missing.map((word) => `“${word}”`).join(" or ")}`;
    return unfiltered ? `Nothing found with these filters; ${unfiltered.toLocaleString("en")} without them` : "Nothing found: no page has all of these words";
  };

  const rest = () => {
    [hits, shown] = [[], 0];
    list.replaceChildren();
    [told.textContent, more.hidden, ways.hidden, document.title] = ["", true, false, opened];
    for (const name of FIELDS) for (const option of select(name).options) [option.text, option.disabled] = [labels.get(`${name} ${option.value}`) ?? "", false];
  };

  const search = async () => {
    const own = ++turn;
    const query = asked(field.value);
    if (!query.length && FIELDS.every((name) => !select(name).value)) return rest();
    try {
      const known = await index();
      const files = [...new Set(query.flatMap((wanted) => filesOf(known, wanted)))];
      const read = await Promise.all(files.map((at) => load(`words/${at}.json?${known.state}`)));
      if (own !== turn) return;
      const { hits: all, missing } = find(known, new Map(files.map((at, n) => [at, read[n]])), query);
      hits = sorted(known, narrowed(known, all, chosen()), /** @type {"best" | "new" | "old"} */ (select("order").value || "best"));
      shown = 0;
      count(known, all);
      await show(known, query, own);
      if (own !== turn) return;
      [told.textContent, ways.hidden] = [words(query, missing, all.length), hits.length > 0];
      document.title = query.length ? `${field.value.trim()} · ${opened}` : opened;
    } catch {
      if (own !== turn) return;
      rest();
      told.textContent = "The search could not be loaded. The ways below lead to everything, too.";
    }
  };

  /** @type {number | undefined} */
  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      write(!typing);
      typing = true;
      search();
    }, PAUSE);
  });
  field.addEventListener("blur", () => { typing = false; });
  form.addEventListener("change", (event) => {
    if (event.target === field) return;
    write(true);
    search();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    write(!typing);
    typing = false;
    search();
  });
  more.addEventListener("click", async () => {
    const first = shown;
    await index().then((known) => show(known, asked(field.value), turn)).catch(() => {});
    /** @type {HTMLElement | null} */ (list.children[first]?.querySelector("a"))?.focus();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (event.target));
    if (at < 0 && (event.target !== field || event.key === "ArrowUp")) return;
    const next = event.key === "ArrowDown" ? links[at + 1] : links[at - 1] ?? field;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  /* Where there is room the filters stand open, and what would close them is not shown. */
  const fold = () => { filters.open = !narrow.matches || FIELDS.some((name) => select(name).value); };
  narrow.addEventListener("change", fold);
  addEventListener("popstate", () => {
    read();
    search();
  });
  read();
  fold();
  root.dataset.ready = "";
  if (location.search) search();
  else field.focus();
};

const root = /** @type {HTMLElement | null} */ (document.querySelector(".seek"));
if (root) mount(root);
