/* Where labels stand: by rank, beside their marks, in rows, never over each other. Pixels alone. */

/** @typedef {{ key: number, x: number, width: number, rank: number }} Candidate a label that would like to be drawn */
/** @typedef {{ key: number, row: number, left: number, right: number, fromRight: boolean, x: number }} Place row 0 is next to the marks */

const GAP = 7;
const OVER = 4;
/** From a row of labels to the next, in pixels. */
export const ROW = 14;

/**
 * Place labels between two edges in so many rows: left edge at the mark, else right edge, else the next row, else none.
 * @param {Candidate[]} candidates
 * @param {number} left
 * @param {number} right
 * @param {number} rows
 */
export const place = (candidates, left, right, rows) => {
  /** @type {Place[]} */
  const taken = [];
  for (const { key, x, width } of candidates.sort((one, other) => other.rank - one.rank || one.x - other.x || one.key - other.key)) {
    for (let spot = 0; spot < 2 * rows; spot += 1) {
      const row = spot >> 1, fromRight = spot % 2 > 0;
      const start = fromRight ? x + OVER - width : x - OVER, end = start + width;
      if (start < left || end > right || taken.some((other) => row === other.row && end + GAP > other.left && other.right + GAP > start)) continue;
      taken.push({ key, row, left: start, right: end, fromRight, x });
      break;
    }
  }
  return taken;
};
