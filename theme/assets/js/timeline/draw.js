/* The timeline as a picture: what the record's index and a view of it give. Behind the marks lie the states of channels through time,
   as textures, and the breaks across them, tinted columns with names above. Knows no document. */
import { remembered, visible } from "./index.js";
import { Layers } from "./marks.js";
import { crowd, plot } from "./plots.js";
import { cursor, grid, horizon, scaleOf, tickLabels } from "./scale.js";
import { Paint, block, fitted, path, textWidth, way } from "./svg.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Span} Span */
/** @typedef {import("./index.js").Break} Break */
/** @typedef {import("./scale.js").Scale} Scale */
/**
 * @typedef {object} View what is to be drawn
 * @property {number} from
 * @property {number} to
 * @property {number} width in pixels
 * @property {ArrayLike<number> | null} kept 1 for events that pass the filter; nothing where all do
 * @property {number} selected -1 for none
 * @property {number | null} asOf a day to mark and to say the states of
 * @property {string} prefix with which the ids of this drawing begin
 */
/**
 * @typedef {object} Format a way to draw: for wide pages or for phones
 * @property {(width: number) => { left: number, right: number }} sides the margins beside the axis, for a width
 * @property {number} radius of marks where the picture shows many years
 * @property {number} reach how far a pointer still takes a mark
 * @property {boolean} wide whether there is room for arcs
 * @property {(scene: Scene) => Layout} lay
 */
/** @typedef {{ events: number[], x: number, middle: number, left: number, right: number, top: number, bottom: number, lane: number, counted: boolean, radius: number }} Spot a mark or a count, and the rectangle by which it is taken */
/** @typedef {{ svg: string, width: number, height: number, left: number, right: number, top: number, head: number, bottom: number, spots: Spot[], lines: import("./marks.js").Line[], density: boolean }} Drawing */
/**
 * @typedef {object} Layout where everything lies, in pixels
 * @property {import("./marks.js").Line[]} lines the lanes, from the top
 * @property {number} calendar where the lines of the calendar begin
 * @property {number} top where the columns of breaks begin
 * @property {number} bottom where lines and columns end
 * @property {number} foot what is below that
 * @property {[number, number]} baselines of the labels of the calendar
 * @property {string} edges of breaks
 * @property {number[]} rules the heights of the rules between levels
 * @property {string} words beside and above the lanes, and the bands of offices
 */
/**
 * @typedef {object} Scene all that a drawing asks for
 * @property {Index} index
 * @property {View} view
 * @property {Scale} scale
 * @property {import("./plots.js").How} how
 * @property {boolean} close whether all lanes have labels
 * @property {boolean} filtered
 * @property {boolean} crowded
 * @property {import("./plots.js").Plot[][]} plots by lane
 * @property {string} key window and width
 * @property {Column[]} columns
 * @property {number | null} cursorAt the day to mark, where it lies in view
 * @property {(lane: number) => { state: string, last: number }} now a channel's state on the day asked about, empty for none, and its last contact
 */

/** @typedef {{ state: string, start: number, end: number, opacity: number, disputed: boolean }} Piece of a band in one state; lighter where it is not known whether the state had begun */

/** Of a band, in pixels. */
export const HEIGHT = 13;
const SEEN = 2;
const STEPS = 4;

/** Cut a channel's spans into the pieces that lie in a scale, up to a day, that day included. @param {Span[]} spans @param {Scale} scale @param {number} until @returns {Piece[]} */
export const pieces = (spans, scale, until) => spans.flatMap(({ state, start: begins, sureFrom, end: ends, disputed }) => {
  const last = Math.min(until + 1, scale.last), stops = Math.min(ends ?? last, last);
  if (stops <= scale.first || begins >= stops) return [];
  const start = scale.inside(begins), end = scale.inside(stops);
  const given = Math.min(scale.inside(Math.min(sureFrom, stops)), end), sure = given - start < SEEN ? start : given;
  const cut = (sure - start) / STEPS;
  const found = Array.from({ length: sure > start ? STEPS : 0 }, (_, at) => ({ state, start: start + cut * at, end: start + cut * (at + 1), opacity: (at + 1) / 5, disputed }));
  return end > sure ? [...found, { state, start: sure, end, opacity: 1, disputed }] : found;
});

/** Draw pieces around a middle line. @param {Piece[]} found @param {number} middle @param {string} prefix with which the hatch's id begins @param {Paint} paint */
export const band = (found, middle, prefix, paint) => {
  const top = middle - HEIGHT / 2;
  for (const { state, start, end, opacity, disputed } of found) {
    const width = end - start;
    const light = opacity < 1 ? `opacity="${opacity}"` : "", more = (disputed ? 'stroke-dasharray="4 3" ' : "") + light;
    if (state === "open") {
      paint.add("s-open", block(start, top, width, HEIGHT), light);
      paint.add("s-edge", way`M${start} ${top + 0.5}h${width}M${start} ${top + HEIGHT - 0.5}h${width}`, more);
    } else if (state === "suspended") paint.add("s-sus", block(start, top + 0.5, Math.max(width, 2), HEIGHT - 1), `fill="url(#${prefix}hatch)" ${more}`);
    else if (state === "agreed") paint.add("s-agreed", block(start, top + 0.5, width, HEIGHT - 1), light);
    else if (state === "dormant") paint.add("s-dormant", block(start, middle - 1.5, width, 3), light);
    else if (state === "proposed") paint.add("s-agreed", way`M${start} ${middle}h${width}`, light);
    else if (state === "ended" && opacity === 1) paint.add("s-edge", way`M${start} ${top}v${HEIGHT}`);
  }
};

/**
 * @typedef {object} Column a break on a scale
 * @property {number} number among all breaks, from 1
 * @property {number} start
 * @property {number} end
 * @property {boolean} begins whether it begins in the scale; one that began earlier has no line at its beginning
 * @property {string[]} lines its name; who broke off and for how long. Empty where there is no room
 * @property {number} row 0 is the lowest row of names
 * @property {number} left where the name begins
 * @property {number} right
 * @property {boolean} fromRight whether the name is set from its right edge
 */

const AIR = 6;
const OVER = 4;
const ROOMS = [210, 180, 150, 130, 110, 95, 80];

/** @param {Break} gap @param {boolean} close */
const linesOf = ({ name, party, months, endDay }, close) => {
  const so = (close ? (months === 1 ? "1 month" : `${months} months`) : `${months} mo`) + (endDay === null ? " so far" : "");
  return [name, party ? `${close ? "broken off by " : ""}${party}, ${so}` : so];
};

/** @typedef {{ lines: string[], width: number }} Fit a name as it fits into a room */

/** Give what shortens a name to a room, by its number; what was asked for once is known. @param {string[]} lines @returns {(room: number) => Fit} */
const shortening = (lines) => {
  /** @type {Fit[]} */
  const known = [];
  return (room) => {
    if (known[room]) return known[room];
    const short = lines.map((words, at) => fitted(words, ROOMS[room], !at));
    return (known[room] = { lines: short, width: Math.max(...short.map((words, at) => textWidth(words, !at))) });
  };
};

/** Set a name right of its line or left of it, in a row, if it finds room there beside others. @param {Column} column @param {Fit} fit @param {number} row @param {boolean} fromRight @param {Column[]} others of that row @param {Scale} scale */
const at = (column, { lines, width }, row, fromRight, others, scale) => {
  const left = fromRight ? column.start - OVER - width : column.start + OVER, right = left + width;
  const free = left >= scale.left - OVER && right <= scale.right + OVER && others.every((other) => left > other.right + AIR || right + AIR < other.left);
  return free ? { ...column, lines, row, left, right, fromRight } : null;
};

/* Where a name may stand: right of its line or left of it, in the lowest row that has room. */
const SPOTS = [false, true].flatMap((fromRight) => [0, 1, 2, 3].map((row) => /** @type {const} */ ([fromRight, row])));

/** Find room for a name, in full or shortened: where its shortest form has no room, none has. @param {Column} column @param {(room: number) => Fit} fit @param {Column[][]} taken by row @param {Scale} scale @param {number} first the number of the widest room */
const named = (column, fit, taken, scale, first) => {
  const last = ROOMS.length - 1, free = SPOTS.filter(([fromRight, row]) => at(column, fit(last), row, fromRight, taken[row], scale));
  for (let room = first; room <= last && free.length; room += 1) {
    for (const [fromRight, row] of free) {
      const found = at(column, fit(room), row, fromRight, taken[row], scale);
      if (found) {
        taken[row].push(found);
        return found;
      }
    }
  }
  return column;
};

/**
 * Lay the breaks out that lie in a scale. Names stand in up to four rows, the lowest first; where one finds no room,
 * all are shortened until it does, then each takes the widest place that the others leave it.
 * @param {Break[]} breaks
 * @param {Scale} scale
 * @param {number} until
 * @returns {Column[]}
 */
export const columns = (breaks, scale, until) => {
  /** @type {[Column, (room: number) => Fit][]} */
  const shown = breaks.flatMap((gap, number) => {
    const ends = gap.endDay ?? until;
    if (ends < scale.first || gap.startDay > scale.last) return [];
    const start = scale.inside(gap.startDay);
    const column = { number: number + 1, start, end: Math.max(scale.inside(ends), start + 1), begins: gap.startDay >= scale.first, lines: [], row: 0, left: start, right: start, fromRight: false };
    return [[column, shortening(linesOf(gap, scale.zoom > 0))]];
  });
  /** @type {Column[]} */
  let chosen = [];
  /** @type {Column[][]} */
  let rows = [];
  let most = -1;
  for (let room = 0; room < ROOMS.length && most < shown.length; room += 1) {
    /** @type {Column[][]} */
    const taken = [[], [], [], []];
    const tried = shown.map(([column, fit]) => named(column, fit, taken, scale, room)), count = taken.flat().length;
    if (count > most) [chosen, rows, most] = [tried, taken, count];
  }
  return chosen.map((column, own) => {
    rows = rows.map((row) => row.filter((other) => other !== column));
    return named(...shown[own], rows, scale, 0);
  });
};

/** Draw the tinted columns under a picture. @param {Column[]} found @param {number} top @param {number} bottom */
export const shades = (found, top, bottom) => path("brk", found.map(({ start, end }) => block(start, top, end - start, bottom - top)).join(""));

/* More marks and counts than these are a crowd, and drawn as bars. */
const CROWD = 320;

/* The hatch of a suspended channel. */
const defs = (/** @type {string} */ prefix) => `<defs><pattern id="${prefix}hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hb" width="5" height="5"/><rect class="hl" width="2.2" height="5"/></pattern></defs>`;

/** Sort the events in view into lanes. @param {Index} index @param {View} view */
const sorted = (index, { from, to, kept }) => {
  /** @type {number[][]} */
  const shown = index.lanes.map(() => []), window = /** @type {[number, number]} */ ([from, to]);
  for (let event = 0; event < index.size && index.anchor[event] <= to; event += 1) {
    if ((!kept || kept[event] > 0) && visible(index, event, window)) for (const lane of index.lanesOf[event]) shown[lane].push(event);
  }
  return shown;
};

/** Say a channel's state on a day and which contact had been held last; after the last day known, as on that day. */
const stateOn = remembered((index, /** @type {number | null} */ asOf) => {
  const day = Math.floor(Math.min(asOf ?? index.until, index.until));
  const last = index.lanes.map(() => -1);
  for (let event = 0; event < index.size && index.anchor[event] <= day; event += 1) {
    if (!index.contact[event] || Math.min(index.ends[event], index.until) > day) continue;
    for (const lane of index.lanesOf[event]) last[lane] = event;
  }
  return (/** @type {number} */ lane) => ({
    state: index.lanes[lane].spans.find(({ start, end }) => start <= day && (end === null || day < end))?.state ?? "",
    last: last[lane],
  });
});
/* A filter changes neither breaks nor bands: they are laid out anew when the window moves, bands as well when their lanes do. */
const columnsOf = remembered((index, _, scale) => columns(index.breaks, scale, index.until));
const bandsOf = remembered((index, _, /** @type {[import("./marks.js").Line[], Scale, string]} */ [lines, scale, prefix]) => {
  const bands = new Paint();
  for (const { lane, middle } of lines) band(pieces(index.lanes[lane].spans, scale, index.until), middle, prefix, bands);
  return `${bands}`;
});

/** @param {Index} index @param {View} view @param {Format} format @returns {Scene} */
const sceneOf = (index, view, { sides, radius, reach }) => {
  const { from, to, width, kept, selected, asOf } = view, { left, right } = sides(width);
  const scale = scaleOf(from, to, left, width - right), close = scale.zoom > 0, key = `${from} ${to} ${width}`;
  const how = { index, scale, radius: close ? 4.2 : radius, reach, selected };
  const shown = sorted(index, view);
  let room = CROWD;
  const plots = shown.map((events) => {
    const spots = room < 0 ? [] : plot(events, how);
    room -= spots.length;
    return spots;
  });
  const crowded = room < 0;
  return {
    index, view, scale, how, close, filtered: kept !== null, crowded, plots: crowded ? shown.map((events) => crowd(events, how)) : plots,
    key, columns: columnsOf(index, key, scale), now: stateOn(index, asOf),
    cursorAt: asOf !== null && scale.first <= asOf && asOf <= scale.last ? Math.max(Math.floor(asOf), scale.first) : null,
  };
};

/** Draw what lies behind the marks. @param {Scene} scene @param {Layout} layout */
const ground = ({ index, view, scale, columns, key }, { lines, calendar, top, bottom, edges, rules }) => {
  const bands = bandsOf(index, `${key} ${view.prefix} ${lines.map(({ lane, middle }) => `${lane} ${middle}`)}`, [lines, scale, view.prefix]);
  return shades(columns, top, bottom) + grid(scale, calendar, bottom) + horizon(scale, index.until, calendar, bottom) + edges
    + path("base", lines.map(({ middle }) => way`M${scale.left} ${middle}H${scale.right}`).join("")) + bands
    + path("rule", rules.map((y) => way`M0 ${y}H${view.width}`).join(""));
};

/**
 * Draw the timeline for a view. All marks of one look are one path; what can be pointed at comes beside the drawing.
 * @param {Index} index
 * @param {View} view
 * @param {Format} format
 * @param {typeof import("./arcs.js").tied | null} tied draws what ties a selected event to others
 * @returns {Drawing}
 */
export const draw = (index, view, format, tied = null) => {
  const scene = sceneOf(index, view, format), { scale, how, cursorAt, crowded } = scene, { width, prefix } = view;
  const layout = format.lay(scene), { lines, calendar, top: head, bottom, foot, baselines, words } = layout;
  const layers = new Layers(how, crowded ? Math.max(...scene.plots.flat().map(({ events }) => events.length)) : 0);
  for (const line of lines) layers.add(line);
  return {
    svg: defs(prefix) + ground(scene, layout) + layers.under + (tied?.(scene, lines, format.wide) ?? "") + layers.over
      + words + tickLabels(scale, baselines, cursorAt) + cursor(scale, cursorAt, baselines[0], calendar, bottom),
    width, height: bottom + foot, left: scale.left, right: scale.right, top: calendar, head, bottom, density: crowded, lines,
    spots: lines.flatMap(({ spots, middle, top, bottom, lane }) => spots.map(({ events, x, left, right }) => ({
      events, x, middle, left, right, top, bottom, lane, counted: events.length > 1, radius: how.radius,
    }))).sort((one, other) => one.events[0] - other.events[0]),
  };
};
