/* Marks: a shape for the family of an event, a filling for its status, an outline for its standing; bars and counts. */
import { LONGEST, ROW, barOf, fades, pillWidth, steps } from "./plots.js";
import { Paint, block, path, text, way } from "./svg.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./plots.js").Place} Place */
/** @typedef {import("./plots.js").How} How */
/** @typedef {import("./plots.js").Plot} Plot */
/**
 * @typedef {object} Line a lane's marks with where they are drawn
 * @property {number} lane
 * @property {Plot[]} spots
 * @property {Place[]} labels
 * @property {number} middle the height of the marks
 * @property {number} base the baseline of the first row of labels
 * @property {number} top where the part of the lane that a pointer can take begins
 * @property {number} bottom
 */

const BAR = 3;
const HALO = 6.5;
/** The height of a count and of a full bar in a crowd, in pixels. */
const PILL = 14;
const CROWD = 13;

/** @type {Record<string, string>} */
const FILLINGS = { held: "held", planned: "hollow", proposed: "hollow", postponed: "slashed", refused: "crossed", cancelled: "crossed" };
/** @typedef {(x: number, y: number, radius: number) => string} Shape */
/** @type {Shape} */
export const circle = (x, y, radius) => way`M${x + radius} ${y}a${radius} ${radius} 0 1 1 ${-2 * radius} 0a${radius} ${radius} 0 1 1 ${2 * radius} 0z`;
/** @type {Record<string, Shape>} */
const SHAPES = {
  contact: circle,
  channel: (x, y, radius, reach = radius * 1.25) => way`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}z`,
  friction: (x, y, radius, reach = radius * 1.25) => way`M${x} ${y - reach}L${x + reach} ${y + reach * 0.8}H${x - reach}z`,
  office: (x, y, radius) => block(x - radius * 0.55, y - radius * 1.2, radius * 1.1, radius * 2.4),
  word: (x, y, radius) => block(x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76),
};

/** @param {Index} index @param {number} event */
const familyOf = (index, event) => index.families[index.family[event]];

/** What strikes a mark out: a cross, or one stroke. @param {string} filling @param {number} x @param {number} y @param {number} reach */
const strokes = (filling, x, y, reach) => (filling === "slashed" || filling === "crossed" ? way`M${x - reach} ${y + reach}L${x + reach} ${y - reach}` : "")
  + (filling === "crossed" ? way`M${x - reach} ${y - reach}L${x + reach} ${y + reach}` : "");

/** Give the commonest family among events; of several, the first of the vocabulary. @param {Index} index @param {number[]} events */
const commonest = (index, events) => {
  const numbers = index.families.map(() => 0);
  for (const event of events) numbers[index.family[event]] += 1;
  return index.families[numbers.indexOf(Math.max(...numbers))];
};

/** All layers of the events of a drawing, from the ground up. */
export class Layers {
  #bars = new Paint();
  #stems = "";
  #halo = "";
  #even = new Paint();
  #odd = new Paint();
  #pills = new Paint();
  #words = "";

  /** @param {How} how @param {number} most events in the fullest bin; 0 where there is no crowd */
  constructor(how, most) {
    this.how = how;
    this.most = most;
  }

  /** Draw the events of a lane. @param {Line} line */
  add(line) {
    const { index, radius, selected } = this.how;
    let odd = false, last = -Infinity;
    for (const spot of line.spots) {
      if (this.most && spot.events[0] !== selected) this.#bin(spot, line);
      else if (spot.events.length > 1) this.#count(spot, line.middle);
      else {
        /* Of two marks of one look that touch, the second lies over the first: on another path. */
        odd = spot.x - last < 2.6 * radius && !odd;
        last = spot.x;
        this.#mark(spot, line.middle, odd ? this.#odd : this.#even);
      }
    }
    for (const place of line.labels) {
      const baseline = line.base - place.row * ROW;
      if (place.row) this.#stems += way`M${place.x} ${baseline + 3}V${line.middle - radius - 2}`;
      this.#words += text(index.short[place.key], place.fromRight ? place.right : place.left, baseline,
        place.key === selected ? "lab sel" : "lab", place.fromRight ? "end" : "");
    }
  }

  /** What lies under arcs: bars, and the leaders of labels. */
  get under() {
    return `${this.#bars}${path("leader", this.#stems)}`;
  }

  /** What lies over them. */
  get over() {
    return `${path("halo", this.#halo)}${this.#even}${this.#odd}${this.#pills}${this.#words}`;
  }

  /** @param {Plot} spot @param {number} middle @param {Paint} paint */
  #mark({ events: [event], x }, middle, paint) {
    const { index, radius, selected } = this.how;
    const family = familyOf(index, event), filling = FILLINGS[index.status[event]];
    if (event === selected) this.#halo += circle(x, middle, radius + HALO);
    this.#bar(event, middle);
    paint.add(`m ${family} ${filling}${index.doubt[event] ? " doubt" : ""}`, SHAPES[family](x, middle, radius) + strokes(filling, x, middle, radius * 0.95));
  }

  /** @param {Plot} spot @param {number} middle */
  #count({ events, x, start, end }, middle) {
    const { index } = this.how;
    const family = commonest(index, events), width = pillWidth(events.length), straight = width - PILL;
    for (const event of events) this.#bar(event, middle, LONGEST);
    if (end - start > width) this.#bars.add(`span ${family}`, block(start, middle - BAR / 2, end - start, BAR));
    this.#pills.add(`count ${family}`, way`M${x - straight / 2} ${middle - PILL / 2}h${straight}a7 7 0 0 1 0 14h${-straight}a7 7 0 0 1 0 -14z`);
    this.#words += text(`${events.length}`, x, middle + 4.3, "n", "middle");
  }

  /** @param {Plot} spot @param {Line} line */
  #bin({ events, start, end }, { middle }) {
    /* By the root of the number, so that single events are seen beside the fullest bin. */
    const height = Math.max(Math.sqrt(events.length / this.most) * CROWD, 3);
    this.#pills.add(`span ${commonest(this.how.index, events)}`, block(start + 0.5, middle + CROWD / 2 - height, end - start - 1, height));
  }

  /** The bar of an event, where it is longer than so many pixels; that of what did not take place is lighter. @param {number} event @param {number} middle */
  #bar(event, middle, least = 0) {
    const { index, radius, scale } = this.how, bar = barOf(event, this.how), length = bar.end - bar.start, unsure = fades(bar);
    if (length <= least || (!unsure && length <= 2 * radius)) return;
    const family = familyOf(index, event), part = index.status[event] === "held" ? 1 : 0.6;
    for (const [from, to, opacity] of steps(bar)) {
      const start = Math.max(from, scale.left), end = Math.min(to, scale.right);
      if (end <= start) continue;
      const width = Math.max(end - start - (unsure ? 0.8 : 0), 0.5);
      this.#bars.add(`span ${family}`, block(start, middle - BAR / 2, width, BAR), `opacity="${+(opacity * part).toFixed(2)}"`);
    }
  }
}
