/* The timeline for wide pages: names left of the lanes, the state on a day right of them. */
import { dayName, monthName } from "./days.js";
import { remembered } from "./index.js";
import { ROW, labelled } from "./plots.js";
import { Paint, block, clean, fitted, number, path, text, textWidth, way } from "./svg.js";

/** @typedef {import("./draw.js").Scene} Scene */
/** @typedef {import("./plots.js").Place} Place */
/** @typedef {import("./marks.js").Line} Line */
/** @typedef {{ lane: number, line: Line, level: string, top: number, bottom: number }} Row a lane with its place; the level is named where this is its first lane */

const LANE = 19;
const LANE_CLOSE = 20;
/* The height of a lane without events in a window: its band, and air. In the whole span no lane moves for a filter. */
const LANE_EMPTY = 17;
const BETWEEN = 4;
/* Of a level's name where it stands above its lanes. */
const HEADING = 14;
/* So many labels a drawing has at most, its counts and names of lanes included. */
const WORDS = 400;

/** Rows of labels that a lane may have. @param {Scene} scene @param {number} lane */
const roomFor = (scene, lane) => {
  if (scene.index.lanes[lane].group === "around") return 2;
  return scene.close || scene.plots[lane].some(({ events }) => events[0] === scene.how.selected) ? 1 : 0;
};

/** Choose the labels of all lanes, those of the lowest rank given up first where there are too many. @param {Scene} scene @returns {Place[][]} */
const labelsOf = (scene) => {
  const { index, how, close, plots } = scene;
  const found = index.lanes.map(({ group }, lane) => {
    const every = close && !scene.crowded ? () => true : group === "around" || close ? (/** @type {number} */ event) => index.labelled[event] > 0 : () => false;
    return labelled(plots[lane], how, roomFor(scene, lane), every);
  });
  const counts = scene.crowded ? 0 : plots.reduce((sum, spots) => sum + spots.filter(({ events }) => events.length > 1).length, 0);
  const room = WORDS - counts - 3 * index.lanes.length;
  const rank = (/** @type {Place} */ { key }) => (key === how.selected ? 9 : index.rank[key]);
  const kept = new Set(found.flat().sort((one, other) => rank(other) - rank(one)).slice(0, Math.max(room, 1)));
  return found.map((places) => places.filter((one) => kept.has(one)));
};

/**
 * Lay a lane out below a height, with at least `lead` pixels above its band.
 * @param {Scene} scene
 * @param {number} lane
 * @param {number} top
 * @param {Place[]} labels
 * @returns {Row}
 */
const rowOf = (scene, lane, top, labels, level = "", lead = 0) => {
  const spots = scene.plots[lane];
  const head = top + Math.max(ROW * Math.max(0, ...labels.map(({ row }) => row + 1)), lead);
  const channel = scene.index.lanes[lane].group === "channels";
  const height = channel && !scene.close ? LANE : channel && !spots.length ? LANE_EMPTY : LANE_CLOSE;
  const bottom = head + height;
  return { lane, line: { lane, spots, labels, middle: head + height / 2, base: head - 3, top: head, bottom }, level, top, bottom };
};

/** Lay the lanes of the channels out below a height; with `headings` levels stand above their lanes. @param {Scene} scene @param {number} top @param {Place[][]} labels @param {boolean} headings @returns {Row[]} */
const channelRows = (scene, top, labels, headings) => {
  /** @type {Row[]} */
  const rows = [];
  let y = top, before = "";
  scene.index.lanes.forEach(({ group, level }, lane) => {
    if (group !== "channels") return;
    const first = level !== before;
    y += first && before ? BETWEEN : 0;
    const row = rowOf(scene, lane, y, labels[lane], first ? level : "", headings && first ? HEADING : 0);
    rows.push(row);
    [y, before] = [row.bottom, level];
  });
  return rows;
};

/** Lay the lanes of context out below a height; in a window or under a filter one without events is left out. @param {Scene} scene @param {number} top @param {Place[][]} labels @returns {Row[]} */
const aroundRows = (scene, top, labels) => {
  /** @type {Row[]} */
  const rows = [];
  scene.index.lanes.forEach(({ group }, lane) => {
    if (group !== "around" || (!scene.plots[lane].length && (scene.close || scene.filtered))) return;
    rows.push(rowOf(scene, lane, rows.at(-1)?.bottom ?? top + BETWEEN, labels[lane]));
  });
  return rows;
};

/** @typedef {import("./draw.js").Layout} Layout */
/** @typedef {import("./index.js").Office} Office */
/** @typedef {import("./index.js").Holding} Holding */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./draw.js").Column} Column */
/** @typedef {{ left: number, right: number, names: number }} Frame the margins, and where the names of lanes begin; levels stand above their lanes where that is 0 */

const TOP = 26;
const PAIR = 5;
const FOOT = 24;
const AIR = 4;
/* The room of the heading over the offices, and of the column with state and last contact. */
const OFFICES = 56;
const COLUMN = 140;

/** Choose the margins for a width: two columns of names on a full page, one below. @param {number} width @returns {Frame} */
const frame = (width) => (width >= 1000 ? { left: 222, right: COLUMN, names: 84 } : { left: 168, right: 76, names: 0 });

/** Where the names of offices begin: further left than lanes where the longest one needs it. @param {Office[][]} offices @param {Frame} sides */
const officesAt = (offices, { left, names }) => {
  const widest = Math.max(0, ...offices.flat().map(({ party, title }) => textWidth(`${party} ${title}`)));
  return Math.max(Math.min(names, left - AIR - widest - 1), Math.min(names, OFFICES));
};

/** Of a row with a band, in pixels. */
const OFFICE = 17;
const PAD = 2;
const LINE = 1.5;
const FADE = 12;
const STEPS = 4;
const WORD_AIR = 5;

/** The name that fits: in full in a window, the family name else, or none. @param {Holding} holding @param {number} room @param {number} zoom */
const holderName = ({ kind, name, family }, room, zoom) => {
  const names = kind === "vacant" ? ["vacant"] : zoom ? [name, family] : [family];
  return names.find((one) => textWidth(one) <= room) ?? "";
};

/** The bands of offices, gathered. */
class Holders {
  #vacant = new Paint();
  #posts = new Paint();
  #feet = new Paint();
  #words = "";

  /** Draw the holders of an office in a row below `top`, up to the last day that is known. @param {Holding[]} held @param {Scale} scale @param {number} until @param {number} top */
  add(held, scale, until, top) {
    for (const holding of held) {
      const first = holding.start ?? scale.first, last = holding.end ?? until;
      if (last < scale.first || first > Math.min(scale.last, until)) continue;
      const start = scale.inside(first), end = scale.inside(Math.min(last, until) + 1);
      if (holding.kind === "vacant") this.#vacant.add("vac", block(start + 0.5, top + PAD + 0.5, Math.max(end - start - 1, 2), OFFICE - 2 * PAD - 1));
      else this.#held(holding, start, end, scale, top);
      const name = holderName(holding, end - start - 2 * WORD_AIR, scale.zoom);
      if (name) this.#words += text(name, (start + end) / 2, top + OFFICE - 5, "t", "middle");
    }
  }

  toString() {
    return `${this.#posts}${this.#feet}${this.#vacant}${this.#words}`;
  }

  /** An end whose day is not certain fades in steps. @param {Holding} holding @param {number} start @param {number} end @param {Scale} scale @param {number} top */
  #held({ sureStart, sureEnd }, start, end, scale, top) {
    const fade = Math.min(FADE, (end - start) / 3);
    const left = start + (sureStart || start <= scale.left ? 0 : fade), right = end - (sureEnd || end >= scale.right ? 0 : fade);
    const whole = Math.max(right - left - 1.4, 1);
    this.#feet.add("postline", block(left + 0.7, top + OFFICE - PAD - LINE, whole, LINE));
    this.#piece(left + 0.7, whole, 1, top);
    for (const [from, way] of [[left, start - left], [right, end - right]]) {
      const cut = way / STEPS;
      for (let at = 0; way && at < STEPS; at += 1) this.#piece(from + cut * (at + (cut < 0 ? 1 : 0)) + 0.2, Math.max(Math.abs(cut) - 0.6, 1), 0.8 - 0.2 * at, top);
    }
  }

  /** @param {number} x @param {number} width @param {number} opacity @param {number} top */
  #piece(x, width, opacity, top) {
    this.#posts.add("post", block(x, top + PAD, width, OFFICE - 2 * PAD), opacity < 1 ? `opacity="${opacity.toFixed(1)}"` : "");
  }
}

/** @param {Scene} scene @param {Frame} sides @param {number} x @returns {[svg: string, bottom: number]} */
const offices = ({ index, scale }, { left, names }, x) => {
  const bands = new Holders();
  let y = TOP, words = "";
  index.offices.forEach((pair, at) => {
    y += at ? PAIR : 0;
    for (const { party, title, holdings } of pair) {
      const rest = fitted(title, left - AIR - x - textWidth(`${party} `));
      words += `<text x="${number(x)}" y="${number(y + 13)}" class="lane"><tspan class="party">${clean(party)}</tspan> ${clean(rest)}</text>`;
      bands.add(holdings, scale, index.until, y);
      y += OFFICE;
    }
  });
  if (words && names) words += text("Offices", 0, TOP + 13, "level");
  return [words + bands, y];
};

/* A filter changes no holders. */
const officesOf = remembered((_, _key, /** @type {[Scene, Frame, number]} */ given) => offices(...given));

/** @param {Row} row @param {Scene} scene @param {Frame} sides */
const nameOf = ({ lane, line, level, top }, { index }, { left, names }) => {
  const { name, group } = index.lanes[lane], baseline = line.middle + 4;
  if (group === "around") return text(fitted(name, left - 4), 0, baseline, "lane ctx");
  const first = level && text(level[0].toUpperCase() + level.slice(1), 0, names ? baseline : top + 11, "level");
  return text(fitted(name, left - names - 6), names, baseline, "lane") + first;
};

/** A channel's state on the day asked about, and the month of its last contact. @param {Row} row @param {Scene} scene @param {boolean} column */
const nowOf = ({ lane, line }, { index, view, scale, now }, column) => {
  const { state, last } = now(lane), baseline = line.middle + 4;
  const word = state && text(state, scale.right + 10, baseline, `now ${state}`);
  if (!column || !index.lanes[lane].rounds || (!state && view.asOf !== null)) return word;
  return word + text(last < 0 ? "none held" : monthName(index.ends[last]), view.width, baseline, "when", "end");
};

/** Give the height of the rows of names, in pixels. @param {Column[]} found */
const namesHeight = (found) => Math.max(8, ...found.map(({ lines, row }) => (lines.length ? 36 + 30 * row : 0)));

/* The lowest row of names ends above the columns. */
const baseline = (/** @type {Column} */ { row }, /** @type {number} */ top) => top - 20 - 30 * row;

/** Draw the line at each break's beginning, up to its name, and the bar over its column. @param {Column[]} found @param {number} top @param {number} bottom */
const edges = (found, top, bottom) => path("brkline", found.map((column) => {
  const begin = column.lines.length ? baseline(column, top) - 10 : top;
  return column.begins ? way`M${column.start} ${begin}V${bottom}` : "";
}).join("")) + path("brktop", found.map(({ start, end }) => way`M${start} ${top}H${end}`).join(""));

/** Write the names of breaks over the columns. @param {Column[]} found @param {number} top */
const titles = (found, top) => found.flatMap((column) => column.lines.map((words, line) => (
  text(words, column.fromRight ? column.right : column.left, baseline(column, top) + 14 * line, `brk${line + 1}`, column.fromRight ? "end" : "")
))).join("");

/** @param {Scene} scene @returns {Layout} */
const lay = (scene) => {
  const { index, view, scale, columns } = scene;
  const sides = frame(view.width), labels = labelsOf(scene), at = officesAt(index.offices, sides);
  const [officeBands, y] = officesOf(index, scene.key, [scene, sides, at]);
  const own = index.lanes.findIndex(({ group }) => group === "offices");
  const appointed = own < 0 ? [] : [rowOf(scene, own, y, labels[own])];
  const names = (appointed[0]?.bottom ?? y) + 6, top = names + Math.max(namesHeight(columns), 24);
  const channels = channelRows(scene, top, labels, !sides.names);
  const around = aroundRows(scene, channels.at(-1)?.bottom ?? top, labels);
  const rows = [...appointed, ...channels, ...around], bottom = Math.max(top, rows.at(-1)?.bottom ?? 0) + 4;
  const column = sides.right === COLUMN;
  const asked = dayName(Math.min(view.asOf ?? index.until, index.until));
  return {
    lines: rows.map(({ line }) => line), calendar: TOP - 4, top: top - 4, bottom, foot: FOOT, baselines: [TOP - 10, bottom + 15],
    edges: edges(columns, top - 4, bottom),
    rules: [...channels.filter(({ level }) => level), ...around.slice(0, 1)].map((row) => row.top - 1.5),
    words: officeBands + titles(columns, top - 4) + appointed.map(({ lane, line }) => text(index.lanes[lane].name, at, line.middle + 4, "lane")).join("")
      + rows.slice(appointed.length).map((row) => nameOf(row, scene, sides)).join("") + channels.map((row) => nowOf(row, scene, column)).join("")
      + (column ? text(asked, scale.right + 10, top - 14, "party") : "") + text(column ? "last held" : asked, view.width, top - 14, "party", "end"),
  };
};

/** @type {import("./draw.js").Format} */
export const format = { sides: frame, radius: 3.6, reach: 12, wide: true, lay };
