/* A column with some small numbers for each event, in two arrays: a list for each event would take many times the memory. */

const [COMMA, ZERO] = [44, 48];

export class Cells {
  /** @param {ArrayLike<number>} starts where the numbers of each event begin, and behind the last one where they end @param {ArrayLike<number>} values */
  constructor(starts, values) {
    this.starts = Uint32Array.from(starts);
    this.values = Uint16Array.from(values);
  }

  /** @param {Iterable<Iterable<number>>} cells */
  static of(cells) {
    const starts = [0], values = [];
    for (const cell of cells) {
      values.push(...cell);
      starts.push(values.length);
    }
    return new Cells(starts, values);
  }

  /** Read a column as the index carries it, `0,3 4,,1`; without a text it has no events. @param {string} text @param {number} size */
  static read(text, size) {
    const starts = [0], values = [];
    let value = -1;
    for (let at = 0; size && at <= text.length; at += 1) {
      const sign = at < text.length ? text.charCodeAt(at) : COMMA;
      if (sign >= ZERO) value = Math.max(value, 0) * 10 + sign - ZERO;
      else {
        if (value >= 0) values.push(value);
        value = -1;
        if (sign === COMMA) starts.push(values.length);
      }
    }
    return new Cells(starts, values);
  }

  /** The numbers of an event. @param {number} event */
  at(event) {
    return this.values.subarray(this.starts[event], this.starts[event + 1]);
  }

  /** A list for each event. @returns {number[][]} */
  lists() {
    return Array.from({ length: this.starts.length - 1 }, (_, event) => [...this.at(event)]);
  }
}
