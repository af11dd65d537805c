/* Any day on the page of the status: by address, field, buttons and slider; and two days side by side. */
import { element } from "../dom.js";
import { answer, board, differing, earlier, last, later, read, seats, turned, words } from "./board.js";
import { fromIso } from "../timeline/dates.js";
import { iso } from "../timeline/days.js";

/** @typedef {import("./board.js").States} States @typedef {import("./board.js").Row} Row */

/** @param {string} word */
const capital = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** @param {HTMLElement} root */
const mount = (root) => {
  const home = new URL(root.dataset.root || "./", location.href).href;
  const own = root.dataset.day ?? "";
  /* The page of one past day stays as it is: what is asked there is answered on the page of all days. */
  const fixed = !root.querySelector("template.signs");
  const find = (/** @type {string} */ what) => /** @type {HTMLElement} */ (root.querySelector(what));
  const form = /** @type {HTMLFormElement} */ (find(".dayform"));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("as-of"));
  const other = /** @type {HTMLInputElement} */ (form.elements.namedItem("with"));
  const [prev, next, now] = ["[rel=prev]", "[rel=next]", ".now"].map((what) => /** @type {HTMLAnchorElement} */ (find(what)));
  const sliders = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("input[type=range]")]);
  const first = iso(+sliders[0].min);
  const lede = find(".lede");
  /* What a field or a button led to is said; the slider says its day itself. */
  const told = root.appendChild(element("p", { class: "vh", role: "status" }));
  const todays = { lede: [...lede.childNodes], lately: root.querySelector(".lately"), title: document.title };
  let day = own;
  /** @type {string | null} */
  let compared = null;
  /** @type {Promise<States> | undefined} */
  let asked;
  const load = () => (asked ??= fetch(`${home}status/states.json`).then((got) => got.json()));

  /** @param {string} kind @param {string} id @param {string} name */
  const link = (kind, id, name) => element("a", { href: `${home}${kind}/${id}/` }, name);
  /** @param {string} state */
  const sign = (state) => {
    const kept = /** @type {HTMLTemplateElement} */ (find("template.signs")).content.querySelector(`[data-state="${state}"]`);
    return [...(kept?.childNodes ?? [])].map((node) => node.cloneNode(true));
  };
  /** @param {States} states @param {Row} row */
  const since = ({ causes }, { channel, span }) => span && {
    when: `since ${span[3] || words(span[0])}${span[4] ? ", disputed" : ""}`,
    by: span[2] < 0 ? channel.quiet : link("events", ...causes[span[2]]),
  };

  /** @param {States} states @param {Row} row */
  const item = (states, row) => {
    const told = since(states, row);
    return element("li", {}, link("channels", row.channel.id, row.channel.name), element("span", { class: "lv" }, row.channel.level),
      element("span", { class: "si" }, told?.when ?? ""), element("span", { class: "lc" }, row.held && `last held ${row.held}`),
      element("span", { class: "by" }, told?.by ?? ""));
  };

  /** @param {States} states @param {import("./board.js").Seat} seat */
  const sitting = ({ people }, [, person, said]) => {
    if (person < 0) return [said];
    const [id, name, native, language] = people[person];
    /** @type {(Node | string)[]} */
    const parts = [link("people", id, name)];
    if (native) parts.push(" ", element("span", language ? { lang: language } : {}, native));
    return said ? [...parts, `, ${said}`] : parts;
  };

  /** @param {States} states */
  const groups = (states) => {
    const rows = board(states, day);
    const order = [.../** @type {HTMLTemplateElement} */ (find("template.signs")).content.children].map((part) => part.getAttribute("data-state") ?? "");
    find(".groups").replaceChildren(...order.flatMap((state) => {
      const found = rows.filter((row) => row.span?.[1] === state);
      if (!found.length) return [];
      const heading = element("h2", {}, ...sign(state), `${capital(state)} `, element("b", {}, `${found.length}`));
      return [element("section", { class: `g ${state}` }, heading, element("ul", {}, ...found.map((row) => item(states, row))))];
    }));
    const unknown = rows.filter((row) => !row.span).length;
    find(".unknown").hidden = !unknown;
    find(".unknown").textContent = `${unknown} further channel${unknown === 1 ? "" : "s"}: nothing on record by that day.`;
  };

  /** @param {States} states */
  const offices = (states) => {
    for (const [at, row] of [...root.querySelectorAll(".off tbody tr")].entries()) {
      seats(states.pairs[at], day).forEach((seat, side) => row.children[side + 1].replaceChildren(...sitting(states, seat)));
    }
  };

  /** @param {States} states @param {string} other */
  const comparison = (states, other) => {
    const [a, b] = [day, other].sort();
    const found = differing(states, a, b);
    const heading = (/** @type {string} */ name) => element("th", { scope: "col" }, name);
    const head = (/** @type {string} */ name) => element("thead", {}, element("tr", {}, ...[name, words(a), words(b)].map(heading)));
    const cell = (/** @type {Row} */ row) => {
      const told = since(states, row);
      if (!row.span || !told) return element("td", {}, "no recorded state");
      return element("td", {}, element("span", { class: `st ${row.span[1]}` }, ...sign(row.span[1]), row.span[1]), ` ${told.when}`, element("br"), element("span", { class: "note" }, told.by));
    };
    const channels = found.map(([one, two]) => element("tr", {}, element("th", { scope: "row" }, link("channels", one.channel.id, one.channel.name)), cell(one), cell(two)));
    const parties = [...root.querySelectorAll(".off thead th")].slice(1).map((party) => party.textContent ?? "");
    const holders = states.pairs.flatMap((pair) => parties.map((party, side) => {
      const [one, two] = [a, b].map((when) => seats(pair, when)[side]);
      const same = one[1] === two[1] && one[2] === two[2];
      return element("tr", same ? { class: "same" } : {}, element("th", { scope: "row" }, `${pair.name}, ${party}`), element("td", {}, ...sitting(states, one)), element("td", {}, ...sitting(states, two)));
    }));
    const box = find(".differ");
    box.hidden = false;
    box.replaceChildren(
      element("h2", {}, found.length ? `${found.length} channel${found.length === 1 ? " differs" : "s differ"} between ${words(a)} and ${words(b)}` : `No channel differs between ${words(a)} and ${words(b)}`),
      ...(found.length ? [element("div", { class: "scroll" }, element("table", {}, head("Channel"), element("tbody", {}, ...channels)))] : []),
      element("h3", {}, "In office on each day, or last seen in office"),
      element("div", { class: "scroll" }, element("table", {}, head("Office"), element("tbody", {}, ...holders))),
    );
  };

  /** @param {HTMLAnchorElement} turn @param {string | undefined} to */
  const lead = (turn, to) => {
    turn.hidden = !to;
    if (to) turn.href = `${home}status/${to}/`;
  };

  /** @param {States} states */
  const show = (states) => {
    const title = `Channels on ${words(day)}`;
    find("h1").textContent = title;
    document.title = day === own ? todays.title : todays.title.replace(/^.*(?= · )/, title);
    const change = last(states.answers, day)?.[0];
    if (day === own) lede.replaceChildren(...todays.lede);
    else lede.replaceChildren(element("span", { class: "answer" }, answer(states, day)), ...(change ? [" The last change up to then was on ", element("a", { href: `${home}status/${change}/` }, words(change)), "."] : []));
    if (todays.lately) /** @type {HTMLElement} */ (todays.lately).hidden = day !== own;
    field.value = day;
    other.value = compared ?? "";
    now.hidden = day === own && !compared;
    lead(prev, earlier(states, day));
    lead(next, later(states, day));
    groups(states);
    offices(states);
    if (compared) comparison(states, compared);
    else find(".differ").hidden = true;
    const moved = sliders.some((slider) => slider === document.activeElement);
    told.textContent = moved ? "" : `${words(day)}: ${answer(states, day)}${compared ? ` ${find(".differ h2").textContent}.` : ""}`;
  };

  /** Show the day on the charts, of which a screen may be narrower, and say it. @param {string} answer */
  const mark = (answer) => {
    for (const slider of sliders) {
      const { min, max, parentElement: chart } = slider;
      slider.value = `${Math.max(+min, Math.min(+max, fromIso(day)))}`;
      slider.setAttribute("aria-valuetext", `${words(day)}: ${answer}`);
      const across = (+slider.value - +min) / Math.max(1, +max - +min);
      const thumb = 16;
      const [left, width] = [Number(slider.dataset.left), Number(slider.dataset.width)];
      const at = left + thumb / 2 + across * (width - thumb);
      chart?.querySelector(".at")?.setAttribute("transform", `translate(${at})`);
      if (chart && Math.abs(at - chart.scrollLeft - chart.clientWidth / 2) > chart.clientWidth / 2) chart.scrollLeft = at - chart.clientWidth / 2;
    }
  };

  const query = () => {
    const said = new URLSearchParams();
    if (day !== own || compared) said.set("as-of", day);
    if (compared) said.set("with", compared);
    return `${said}` && `?${said}`;
  };

  /** @param {string} to @param {string | null} beside @param {boolean} kept whether going back leads to the day before */
  const go = async (to, beside, kept) => {
    const states = await load();
    day = to;
    compared = beside === to ? null : beside;
    mark(answer(states, day));
    if (fixed) {
      if (kept && (day !== own || compared)) location.assign(`${home}status/?${new URLSearchParams({ "as-of": day, ...(compared ? { with: compared } : {}) })}${sliders.includes(/** @type {HTMLInputElement} */ (document.activeElement)) ? "#slider" : ""}`);
      return;
    }
    show(states);
    if (kept) history.pushState(null, "", location.pathname + query());
    else history.replaceState(null, "", location.pathname + query());
    root.dataset.shown = `${day} ${compared ?? ""}`.trim();
  };

  const fromAddress = async () => {
    const said = new URLSearchParams(location.search);
    const { checked } = await load();
    await go(read(said.get("as-of"), checked) ?? own, read(said.get("with"), checked), false);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(read(field.value, field.max) ?? day, read(other.value, field.max), true);
  });
  field.addEventListener("change", () => {
    const to = read(field.value, field.max);
    if (to) go(to, compared, true);
  });
  for (const turn of [prev, next, now]) {
    turn.addEventListener("click", (event) => {
      if (fixed || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const to = turn === now ? own : turn.href.match(/(\d{4}-\d\d-\d\d)\/$/)?.[1];
      if (to) go(to, turn === now ? null : compared, true);
    });
  }
  for (const slider of sliders) {
    for (const kind of ["focus", "pointerenter"]) slider.addEventListener(kind, load, { once: true });
    slider.addEventListener("input", () => go(iso(+slider.value), compared, false));
    slider.addEventListener("change", () => go(iso(+slider.value), compared, true));
    slider.addEventListener("keydown", async (event) => {
      if (!/^(Arrow|Page|Home|End)/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const states = await load();
      const to = turned(states, day, event.key, first);
      if (to && to !== day) await go(to, compared, !fixed ? false : true);
    });
  }
  addEventListener("popstate", fromAddress);
  for (const part of form.querySelectorAll(".needs-script")) part.classList.remove("needs-script");
  for (const slider of sliders) {
    slider.style.left = `${slider.dataset.left}px`;
    slider.style.width = `${slider.dataset.width}px`;
    slider.classList.remove("needs-script");
  }
  mark(find(".answer").textContent ?? "");
  if (!fixed && location.search) fromAddress();
  if (location.hash === "#slider") sliders.find((slider) => slider.checkVisibility())?.focus();
};

const root = /** @type {HTMLElement | null} */ (document.querySelector(".status"));
if (root?.querySelector(".dayform")) mount(root);
