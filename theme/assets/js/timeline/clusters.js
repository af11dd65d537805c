/* Which marks of a lane are drawn alone, and which too close to tell apart become one count. Pixels alone. */

/**
 * @typedef {object} Cluster a mark, or several that are counted
 * @property {number[]} members positions in the sequence that was clustered, from left to right
 * @property {number} start the place of the first mark
 * @property {number} end the place of the last
 */

/** Marks further apart than this never join at once, in pixels. */
export const LONGEST = 26;
const GAP = 1.4;
const BESIDE = 1.3;
const WIDTHS = [0, 16, 22, 30];

/** Give the width of a count in pixels, by its digits. @param {number} count */
export const pillWidth = (count) => WIDTHS[`${count}`.length] ?? 38;

/** Where a mark or a count stands. @param {Cluster} cluster */
export const middleOf = ({ start, end }) => (start + end) / 2;

/** Join what follows too closely, from left to right. @param {number[]} places @param {number[]} order @param {number} radius @param {number} alone @returns {number[][]} */
const runs = (places, order, radius, alone) => {
  /** @type {number[][]} */
  const found = [];
  for (const at of order) {
    const run = found.at(-1), last = run ? /** @type {number} */ (run.at(-1)) : -1;
    const near = run && places[at] - places[last] < 2 * radius + GAP && places[at] - places[run[0]] < LONGEST;
    if (near && at !== alone && last !== alone) run.push(at);
    else found.push([at]);
  }
  return found;
};

/**
 * Join marks of a radius that lie nearer than a diameter, and counts that overlap anything. A pair that fits side by
 * side stays two.
 * @param {number[]} places
 * @param {number} radius
 * @param {number} [alone] the position of a mark that never joins
 * @returns {Cluster[]} from left to right
 */
export const clusters = (places, radius, alone = -1) => {
  const order = places.map((_, at) => at).sort((one, other) => places[one] - places[other] || one - other);
  const half = (/** @type {Cluster} */ { members }) => (members.length > 1 ? pillWidth(members.length) / 2 : radius);
  /** @param {Cluster} one @param {Cluster} other */
  const clash = (one, other) => (one.members.length > 1 || other.members.length > 1)
    && middleOf(one) + half(one) > middleOf(other) - half(other) - 1
    && !one.members.includes(alone) && !other.members.includes(alone);
  let found = runs(places, order, radius, alone).flatMap((run) => {
    const beside = run.length === 2 && places[run[1]] - places[run[0]] > radius * BESIDE;
    return (beside ? run.map((at) => [at]) : [run]).map((members) => ({ members, start: places[members[0]], end: places[/** @type {number} */ (members.at(-1))] }));
  });
  for (let before = -1; before !== found.length;) {
    before = found.length;
    /** @type {Cluster[]} */
    const joined = [];
    for (const cluster of found) {
      const last = joined.at(-1);
      if (last && clash(last, cluster)) {
        for (const member of cluster.members) last.members.push(member);
        last.end = Math.max(last.end, cluster.end);
      } else joined.push(cluster);
    }
    found = joined;
  }
  return found;
};
