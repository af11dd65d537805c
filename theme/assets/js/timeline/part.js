/* The part of the index that a picture within a text or on a sheet shows: lanes that hold an event. Knows no document. */
import { visible } from "./index.js";

/** @typedef {import("./index.js").Index} Index */

/**
 * Say which lanes hold an event that is kept and lies in a window.
 * @param {Index} index
 * @param {number} from @param {number} to
 * @param {ArrayLike<number> | null} kept
 * @returns {Set<number>}
 */
export const occupied = (index, from, to, kept) => {
  const window = /** @type {[number, number]} */ ([from, to]);
  /** @type {Set<number>} */
  const found = new Set();
  for (let event = 0; event < index.size; event += 1) {
    if ((!kept || kept[event] > 0) && visible(index, event, window)) for (const lane of index.lanesOf[event]) found.add(lane);
  }
  return found;
};

/**
 * Give an index with some of its lanes, and events in those alone. The holders of offices stay where nothing is filtered
 * or somebody came or went.
 * @param {Index} index
 * @param {Set<number>} lanes
 * @param {boolean} filtered
 * @returns {Index}
 */
export const withLanes = (index, lanes, filtered) => {
  const places = index.lanes.map((_, lane) => lanes.has(lane)).map((held, lane, all) => (held ? all.slice(0, lane).filter(Boolean).length : -1));
  const own = index.lanes.findIndex(({ group }) => group === "offices");
  return {
    ...index,
    lanes: index.lanes.filter((_, lane) => lanes.has(lane)),
    lanesOf: index.lanesOf.map((held) => held.map((lane) => places[lane]).filter((lane) => lane >= 0)),
    offices: filtered && !lanes.has(own) ? [] : index.offices,
  };
};

/**
 * Give the part of an index that holds events in a window. Lanes that were shown once stay, so that nothing jumps while
 * the picture is moved.
 * @param {Index} index
 */
export const growing = (index) => {
  /** @type {Set<number>} */
  const lanes = new Set();
  let part = withLanes(index, lanes, true);
  /** @param {[number, number]} window @param {ArrayLike<number> | null} kept */
  return ([from, to], kept) => {
    const size = lanes.size;
    for (const lane of occupied(index, from, to, kept)) lanes.add(lane);
    if (lanes.size > size) part = withLanes(index, lanes, kept !== null);
    return part;
  };
};
