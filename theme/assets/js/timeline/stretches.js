/* How a date lies on an axis: one place, a time that it lasted, or a time within which it is not known. */

/** @typedef {import("./index.js").When} When */
/** @typedef {import("./index.js").Bound} Bound */
/** @typedef {import("./scale.js").Scale} Scale */
/**
 * @typedef {object} Stretch the place of a mark, and the bar behind it, sure between `sureFrom` and `sureTo`
 * @property {number} mark
 * @property {number} start
 * @property {number} sureFrom
 * @property {number} sureTo
 * @property {number} end
 */
/** @typedef {[start: number, end: number, opacity: number]} Step a piece of a bar */

/* From more days than this, what lasted is marked at its start and no longer in its middle. */
const LONG = 62;
const BEYOND = 16;
const WHISKER = 5;
const SURE = 0.75;

/** @param {number} mark @param {number} start @param {number} sureFrom @param {number} sureTo @param {number} end @returns {Stretch} */
const bar = (mark, start, sureFrom, sureTo, end) => ({ mark, start, sureFrom, sureTo, end });

/** What has no end: sure to the last day known where it is known to run on; then it fades. @param {Bound} lower @param {boolean} known @param {Scale} scale @param {number} until @param {number} radius */
const runningOn = ({ earliest, latest, unsure }, known, scale, until, radius) => {
  const start = scale.x(earliest), sure = scale.x(latest), mark = (start + sure) / 2;
  const sureFrom = unsure ? Math.max(sure, mark + radius) : mark;
  const sureTo = known ? Math.max(scale.x(until), sureFrom) : Math.max(sureFrom, mark + radius);
  return bar(mark, unsure ? Math.min(start, mark - radius - WHISKER) : mark, sureFrom, sureTo, sureTo + BEYOND);
};

/** @param {Bound} lower @param {Bound} upper @param {Scale} scale @param {number} radius */
const fromTo = (lower, upper, scale, radius) => {
  let start = scale.x(lower.earliest), end = scale.x(upper.latest);
  const mark = (start + (upper.latest - lower.earliest <= LONG ? end : scale.x(lower.latest))) / 2;
  let sureFrom = start, sureTo = end;
  if (lower.unsure) {
    start = Math.min(start, mark - radius - WHISKER);
    sureFrom = Math.min(Math.max(scale.x(lower.latest), start + WHISKER), Math.max(mark, start));
  }
  if (upper.unsure) {
    end = Math.max(end, mark + radius + WHISKER);
    sureTo = Math.max(Math.min(scale.x(upper.earliest), end - WHISKER), mark, sureFrom);
  }
  return bar(mark, start, sureFrom, Math.max(sureTo, sureFrom), end);
};

/**
 * Lay a date out on a scale, for marks of a radius; what is open runs on to `until`, the last day known.
 * @param {When | null} when nothing for one certain day
 * @param {number} anchor
 * @param {Scale} scale
 * @param {number} until
 * @param {number} radius
 * @returns {Stretch}
 */
export const stretch = (when, anchor, scale, until, radius) => {
  const x = scale.x(anchor);
  if (!when) return bar(x, x, x, x, x);
  const { form, lower, upper } = when;
  if (form === "interval") {
    if (!lower) return bar(x, x - radius - BEYOND, x, x, x);
    return upper ? fromTo(lower, upper, scale, radius) : runningOn(lower, when.openEnd, scale, until, radius);
  }
  if (!lower) return bar(x - radius, x - radius - BEYOND, x, x, x);
  if (!upper) return bar(x + radius, x, x, x, x + radius + BEYOND);
  const middle = (x + scale.x(upper.latest + 1)) / 2;
  const half = Math.max(middle - x, radius + WHISKER);
  return bar(middle, middle - half, middle, middle, middle + half);
};

/** Whether a bar says that something is not known. @param {Stretch} bar */
export const fades = ({ start, sureFrom, sureTo, end }) => start < sureFrom || sureTo < end;

/** @param {number} sure @param {number} end @param {number} count @returns {Step[]} */
const fading = (sure, end, count) => Array.from({ length: count }, (_, at) => {
  const one = sure + ((end - sure) * at) / count, other = sure + ((end - sure) * (at + 1)) / count;
  return [Math.min(one, other), Math.max(one, other), +(SURE - (0.55 * at) / (count - 1)).toFixed(2)];
});

/** Cut a bar into pieces: one for what is sure, and six fading ones towards the ends that are not. @param {Stretch} bar @returns {Step[]} */
export const steps = ({ start, sureFrom, sureTo, end }) => {
  const left = start < sureFrom, right = sureTo < end, count = left && right ? 3 : 6;
  return [
    ...(left ? fading(sureFrom, start, count).reverse() : []),
    ...(sureFrom < sureTo ? [/** @type {Step} */ ([sureFrom, sureTo, SURE])] : []),
    ...(right ? fading(sureTo, end, count) : []),
  ];
};
