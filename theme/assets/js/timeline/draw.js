/* The timeline as a picture: what the record's index and a view of it give. Knows no document. */
import { cursor, grid, horizon, tickLabels } from "./axis.js";
import { band, pieces } from "./bands.js";
import { columns, shades } from "./breaks.js";
import { Layers } from "./marks.js";
import { drawNarrow } from "./narrow.js";
import { crowd, plot, visible } from "./plots.js";
import { scaleOf } from "./scale.js";
import { Paint, path, way } from "./svg.js";
import { drawWide, frame } from "./wide.js";

export { overview } from "./overview.js";

/** @typedef {import("./index.js").Index} Index */
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
/** @typedef {{ events: number[], x: number, middle: number, left: number, right: number, top: number, bottom: number, lane: number, counted: boolean, radius: number }} Spot a mark or a count, and the rectangle by which it is taken */
/** @typedef {{ svg: string, width: number, height: number, left: number, right: number, top: number, bottom: number, spots: Spot[], lanes: { lane: number, top: number, bottom: number, middle: number }[], density: boolean }} Drawing */
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
 * @property {import("./scale.js").Scale} scale
 * @property {import("./plots.js").How} how
 * @property {boolean} close whether all lanes have labels
 * @property {boolean} filtered
 * @property {boolean} crowded
 * @property {import("./plots.js").Plot[][]} plots by lane
 * @property {boolean[]} any by lane, whether it has events at all
 * @property {import("./breaks.js").Column[]} columns
 * @property {number | null} cursorAt the day to mark, where it lies in view
 * @property {(lane: number) => { state: string, last: number }} now a channel's state on the day asked about, empty for none, and its last contact
 */

/** Below this width the picture is drawn for phones. */
export const NARROW = 600;
const INSET = 5;
/* More marks and counts than these are a crowd, and drawn as bars. */
const CROWD = 320;

/* The hatch of a suspended channel, the head of an arrow. */
const defs = (/** @type {string} */ prefix) => `<defs><pattern id="${prefix}hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hb" width="5" height="5"/><rect class="hl" width="2.2" height="5"/></pattern><marker id="${prefix}arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="arrowhead" d="M0 0L8 4L0 8Z"/></marker></defs>`;

/** Sort the events that a scale shows into lanes. @param {Index} index @param {View} view @param {import("./scale.js").Scale} scale */
const sorted = (index, { kept }, scale) => {
  /** @type {number[][]} */
  const shown = index.lanes.map(() => []);
  for (let event = 0; event < index.size && index.anchor[event] <= scale.last; event += 1) {
    if ((!kept || kept[event] > 0) && visible(index, event, scale)) for (const lane of index.lanesOf[event]) shown[lane].push(event);
  }
  return shown;
};

/** Which lanes have events at all. @param {Index} index */
const inhabited = ({ lanes, lanesOf }) => {
  const any = lanes.map(() => false);
  for (const held of lanesOf) for (const lane of held) any[lane] = true;
  return any;
};

/**
 * Work a value out once for an index, and for a key anew when that has changed; `more` is what the key stands for.
 * @template T
 * @param {(index: Index, key: any, more: any) => T} work
 */
const once = (work) => {
  /** @type {WeakMap<Index, { key: any, value: T }>} */
  const known = new WeakMap();
  return (/** @type {Index} */ index, /** @type {any} */ key = null, /** @type {any} */ more = null) => {
    let found = known.get(index);
    if (!found || found.key !== key) known.set(index, found = { key, value: work(index, key, more) });
    return found.value;
  };
};
const anyOf = once(inhabited);

/** Say a channel's state on a day and which contact had been held last; after the last day known, as on that day. @param {Index} index @param {number | null} asOf */
const nowOf = (index, asOf) => {
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
};

const stateOn = once(nowOf);
/* A filter changes no breaks: their names are laid out anew when the window moves. */
const columnsOf = once((index, _, scale) => columns(index.breaks, scale, index.until));

/** @param {Index} index @param {View} view @returns {Scene} */
const sceneOf = (index, view) => {
  const wide = view.width >= NARROW, { left, right } = wide ? frame(view.width) : { left: INSET, right: INSET };
  const scale = scaleOf(view.from, view.to, left, view.width - right);
  const how = { index, scale, radius: scale.zoom ? 4.2 : wide ? 3.6 : 3.2, reach: wide ? 12 : 40, selected: view.selected };
  const shown = sorted(index, view, scale);
  let room = CROWD;
  const plots = shown.map((events) => {
    const spots = room < 0 ? [] : plot(events, how);
    room -= spots.length;
    return spots;
  });
  const crowded = room < 0;
  const { asOf } = view;
  return {
    index, view, scale, how, close: scale.zoom > 0, filtered: view.kept !== null, crowded, any: anyOf(index), plots: crowded ? shown.map((events) => crowd(events, how)) : plots,
    columns: columnsOf(index, `${view.from} ${view.to} ${view.width}`, scale), now: stateOn(index, asOf),
    cursorAt: asOf !== null && scale.first <= asOf && asOf <= scale.last ? Math.max(Math.floor(asOf), scale.first) : null,
  };
};

/** Draw what lies behind the marks. @param {Scene} scene @param {Layout} layout */
const ground = ({ index, view, scale, columns }, { lines, calendar, top, bottom, edges, rules }) => {
  const bands = new Paint();
  for (const { lane, middle } of lines) band(pieces(index.lanes[lane].spans, scale, index.until), middle, view.prefix, bands);
  return shades(columns, top, bottom) + grid(scale, calendar, bottom) + horizon(scale, index.until, calendar, bottom) + edges
    + path("base", lines.map(({ middle }) => way`M${scale.left} ${middle}H${scale.right}`).join("")) + bands
    + path("rule", rules.map((y) => way`M0 ${y}H${view.width}`).join(""));
};

/**
 * Draw the timeline for a view. All marks of one look are one path; what can be pointed at comes beside the drawing.
 * @param {Index} index
 * @param {View} view
 * @param {typeof import("./arcs.js").tied | null} tied draws what ties a selected event to others
 * @returns {Drawing}
 */
export const draw = (index, view, tied = null) => {
  const scene = sceneOf(index, view), { scale, how, cursorAt } = scene, wide = view.width >= NARROW;
  const layout = (wide ? drawWide : drawNarrow)(scene), { lines, calendar, bottom, foot, baselines, words } = layout;
  const layers = new Layers(how, scene.crowded ? Math.max(...scene.plots.flat().map(({ events }) => events.length)) : 0);
  for (const line of lines) layers.add(line);
  return {
    svg: defs(view.prefix) + ground(scene, layout) + layers.under + (tied?.(scene, lines, wide) ?? "") + layers.over
      + tickLabels(scale, baselines, cursorAt) + words + cursor(scale, cursorAt, baselines[0], calendar, bottom),
    width: view.width, height: bottom + foot, left: scale.left, right: scale.right, top: calendar, bottom, density: scene.crowded,
    spots: lines.flatMap(({ spots, middle, top, bottom, lane }) => spots.map(({ events, x, left, right }) => ({
      events, x, middle, left, right, top, bottom, lane, counted: events.length > 1, radius: how.radius,
    }))).sort((one, other) => one.events[0] - other.events[0]),
    lanes: lines.map(({ lane, top, bottom, middle }) => ({ lane, top, bottom, middle })),
  };
};
