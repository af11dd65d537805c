/* A column with some small numbers for each event, in two arrays: a list for each event would take many times the memory. */

const [COMMA, ZERO] = [44, 48];

export class Cells {
  /** @param {Uint32Array} starts where the numbers of each event begin, and behind the last one where they end @param {Uint16Array} values */
  constructor(starts, values) {
    this.starts = starts;
    this.values = values;
  }

  /** @param {number} size @param {(event: number, into: number[]) => void} add puts the numbers of an event behind the others */
  static of(size, add) {
    const starts = new Uint32Array(size + 1), values = /** @type {number[]} */ ([]);
    for (let event = 0; event < size; event += 1) {
      add(event, values);
      starts[event + 1] = values.length;
    }
    return new Cells(starts, Uint16Array.from(values));
  }

  /** Read a column as the index carries it, `0,3 4,,1`; without a text it has no events. @param {string} text @param {number} size */
  static read(text, size) {
    const starts = new Uint32Array(size + 1), values = new Uint16Array(text.length);
    let value = -1, number = 0, event = 0;
    for (let at = 0; size && at <= text.length; at += 1) {
      const sign = at < text.length ? text.charCodeAt(at) : COMMA;
      if (sign >= ZERO) value = Math.max(value, 0) * 10 + sign - ZERO;
      else {
        if (value >= 0) values[number++] = value;
        value = -1;
        if (sign === COMMA) starts[event += 1] = number;
      }
    }
    return new Cells(starts, values.slice(0, number));
  }

  /** The numbers of an event. @param {number} event */
  at(event) {
    return this.values.subarray(this.starts[event], this.starts[event + 1]);
  }

  /** Read such a column as a list for each event; events with the same numbers share one. @param {string} text @param {number} size @returns {number[][]} */
  static lists(text, size) {
    /** @type {Map<string, number[]>} */
    const known = new Map();
    return (size ? text.split(",") : []).map((cell) => {
      let list = known.get(cell);
      if (!list) known.set(cell, list = cell ? cell.split(" ").map(Number) : []);
      return list;
    });
  }
}
