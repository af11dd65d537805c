/* How alike words are, as the checks measure it (rapidfuzz): the share of letters in common order. Knows no document. */

const LIKENESS = 60;

/** Give the likeness of two texts, of 100. @param {string} one @param {string} other */
export const ratio = (one, other) => {
  if (!one.length && !other.length) return 100;
  let row = new Uint16Array(other.length + 1);
  for (const letter of one) {
    const next = new Uint16Array(other.length + 1);
    for (let at = 0; at < other.length; at += 1) next[at + 1] = letter === other[at] ? row[at] + 1 : Math.max(row[at + 1], next[at]);
    row = next;
  }
  return (200 * row[other.length]) / (one.length + other.length);
};

/**
 * Give how many letters must be put in, left out or exchanged, or with their neighbour, to make one text of the other.
 * @param {string} one @param {string} other @param {boolean} swaps whether neighbours may change places in one step
 */
const steps = (one, other, swaps) => {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let down = 1; down <= one.length; down += 1) {
    const row = [down];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[down - 1] === other[at - 1];
      const isSwap = swaps && one[down - 1] === other[at - 2] && one[down - 2] === other[at - 1];
      row.push(Math.min(row[at - 1] + 1, rows[down - 1][at] + 1, rows[down - 1][at - 1] + Number(!isSame), isSwap ? rows[down - 2][at - 2] + 1 : Infinity));
    }
    rows.push(row);
  }
  return rows[one.length][other.length];
};

/** Give the likeness of two words, of 100: letters that have changed places are one slip and not two. @param {string} one @param {string} other */
const alike = (one, other) => ratio(one, other) + (100 * (steps(one, other, false) - steps(one, other, true))) / (one.length + other.length);

/** Give the known word most like a misspelt one; empty where none is like it. @param {string} word @param {string[]} known */
export const nearest = (word, known) => {
  let best = "", most = LIKENESS;
  for (const one of [...known].sort()) {
    const likeness = alike(word.toLowerCase(), one.toLowerCase());
    if (likeness > most || (likeness === most && !best)) [best, most] = [one, likeness];
  }
  return best;
};

/** @param {string} word @param {string[]} known */
export const didYouMean = (word, known) => {
  const found = nearest(word, known);
  return found && `Did you mean \`${found}\`?`;
};

/** Give the likeness of two texts by their words, whatever their order and whatever one of them has besides. @param {string} one @param {string} other */
export const alikeInWords = (one, other) => {
  const [a, b] = [one, other].map((text) => new Set(text.split(/\s+/).filter(Boolean)));
  const join = (/** @type {Set<string>} */ words) => [...words].sort().join(" ");
  const common = a.intersection(b);
  if (common.size && (common.size === a.size || common.size === b.size)) return 100;
  const shared = join(common);
  const with_ = (/** @type {Set<string>} */ own) => [shared, join(own.difference(common))].filter(Boolean).join(" ");
  const whole = ratio(with_(a), with_(b));
  return shared ? Math.max(whole, ratio(shared, with_(a)), ratio(shared, with_(b))) : whole;
};
