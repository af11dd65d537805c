/* The timeline as a picture: what the record's index and a view of it give. Knows no document. */
import { columns, ground } from "./ground.js";
import { Layers } from "./marks.js";
import { visible } from "./index.js";
import { crowd, plot } from "./plots.js";
import { cursor, scaleOf, tickLabels } from "./scale.js";

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
/**
 * @typedef {object} Format a way to draw: for wide pages or for phones
 * @property {(width: number) => { left: number, right: number }} sides the margins beside the axis, for a width
 * @property {number} radius of marks where the picture shows many years
 * @property {number} reach how far a pointer still takes a mark
 * @property {boolean} wide whether there is room for arcs
 * @property {(scene: Scene) => Layout} lay
 */
/** @typedef {{ events: number[], x: number, middle: number, left: number, right: number, top: number, bottom: number, lane: number, counted: boolean, radius: number }} Spot a mark or a count, and the rectangle by which it is taken */
/** @typedef {{ svg: string, width: number, height: number, left: number, right: number, top: number, bottom: number, spots: Spot[], lines: import("./marks.js").Line[], density: boolean }} Drawing */
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
 * @property {import("./ground.js").Column[]} columns
 * @property {number | null} cursorAt the day to mark, where it lies in view
 * @property {(lane: number) => { state: string, last: number }} now a channel's state on the day asked about, empty for none, and its last contact
 */

/* More marks and counts than these are a crowd, and drawn as bars. */
const CROWD = 320;

/* The hatch of a suspended channel, the head of an arrow. */
const defs = (/** @type {string} */ prefix) => `<defs><pattern id="${prefix}hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hb" width="5" height="5"/><rect class="hl" width="2.2" height="5"/></pattern><marker id="${prefix}arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="arrowhead" d="M0 0L8 4L0 8Z"/></marker></defs>`;

/** Sort the events in view into lanes. @param {Index} index @param {View} view */
const sorted = (index, { from, to, kept }) => {
  /** @type {number[][]} */
  const shown = index.lanes.map(() => []), window = /** @type {[number, number]} */ ([from, to]);
  for (let event = 0; event < index.size && index.anchor[event] <= to; event += 1) {
    if ((!kept || kept[event] > 0) && visible(index, event, window)) for (const lane of index.lanesOf[event]) shown[lane].push(event);
  }
  return shown;
};

/**
 * Work a value out once for an index, and for a key anew when that has changed; `more` is what the key stands for.
 * @template T
 * @param {(index: Index, key: any, more: any) => T} work
 */
const once = (work) => {
  /** @type {WeakMap<Index, { key: any, value: T }>} */
  const known = new WeakMap();
  return (/** @type {Index} */ index, /** @type {any} */ key, /** @type {any} */ more = null) => {
    let found = known.get(index);
    if (!found || found.key !== key) known.set(index, found = { key, value: work(index, key, more) });
    return found.value;
  };
};

/** Say a channel's state on a day and which contact had been held last; after the last day known, as on that day. */
const stateOn = once((index, /** @type {number | null} */ asOf) => {
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
/* A filter changes no breaks: their names are laid out anew when the window moves. */
const columnsOf = once((index, _, scale) => columns(index.breaks, scale, index.until));

/** @param {Index} index @param {View} view @param {Format} format @returns {Scene} */
const sceneOf = (index, view, { sides, radius, reach }) => {
  const { from, to, width, kept, selected, asOf } = view, { left, right } = sides(width);
  const scale = scaleOf(from, to, left, width - right), close = scale.zoom > 0;
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
    columns: columnsOf(index, `${from} ${to} ${width}`, scale), now: stateOn(index, asOf),
    cursorAt: asOf !== null && scale.first <= asOf && asOf <= scale.last ? Math.max(Math.floor(asOf), scale.first) : null,
  };
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
  const layout = format.lay(scene), { lines, calendar, bottom, foot, baselines, words } = layout;
  const layers = new Layers(how, crowded ? Math.max(...scene.plots.flat().map(({ events }) => events.length)) : 0);
  for (const line of lines) layers.add(line);
  return {
    svg: defs(prefix) + ground(scene, layout) + layers.under + (tied?.(scene, lines, format.wide) ?? "") + layers.over
      + tickLabels(scale, baselines, cursorAt) + words + cursor(scale, cursorAt, baselines[0], calendar, bottom),
    width, height: bottom + foot, left: scale.left, right: scale.right, top: calendar, bottom, density: crowded, lines,
    spots: lines.flatMap(({ spots, middle, top, bottom, lane }) => spots.map(({ events, x, left, right }) => ({
      events, x, middle, left, right, top, bottom, lane, counted: events.length > 1, radius: how.radius,
    }))).sort((one, other) => one.events[0] - other.events[0]),
  };
};
