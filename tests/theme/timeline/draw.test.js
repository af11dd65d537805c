import assert from "node:assert/strict";
import { test } from "node:test";

import { tied } from "../../../theme/assets/js/timeline/arcs.js";
import { dayOf } from "../../../theme/assets/js/timeline/days.js";
import { overview } from "../../../theme/assets/js/timeline/overview.js";
import { chances, draw, elements, made, viewOf } from "./made.js";

const small = made(60), large = made(3000);
const ELEMENTS = 600;

/** Give the words of a drawing that stand in texts of a class. @param {string} svg @param {string} look */
const words = (svg, look) => [...svg.matchAll(new RegExp(`<text [^>]*class="${look}"[^>]*>([^<]*)<`, "g"))].map(([, said]) => said);

test("Whatever window is shown, its picture and that of all years have at most 600 elements together, and each event in view is in one mark of each lane", () => {
  const chance = chances(17);
  for (const index of [small, made(400), large, made(10000)]) {
    for (let time = 0; time < 25; time += 1) {
      const span = 7 * 3000 ** chance(), from = dayOf(1970) + chance() * (dayOf(2027) - dayOf(1970) - span);
      const view = viewOf({ from, to: from + span, width: [1216, 1000, 812, 700, 358, 320][time % 6], selected: time % 3 ? -1 : Math.floor(chance() * index.size), asOf: time % 2 ? from + span / 2 : null });
      const drawn = draw(index, view), seen = new Set();
      /* The texts of a lane stand in a group on the page, as do those above and below all lanes, all texts, and the shapes. */
      const shown = elements(drawn.svg) + drawn.lines.length + 5 + elements(overview(index, view).svg);
      assert.ok(shown <= ELEMENTS, `${shown} elements of ${index.size} events in ${span} days`);
      for (const { lane, events, counted, left, right, x } of drawn.spots) {
        assert.ok(left <= x && x <= right && counted === events.length > 1);
        for (const event of events) {
          assert.ok(!seen.has(`${lane} ${event}`));
          seen.add(`${lane} ${event}`);
        }
      }
      for (let event = 0; event < index.size; event += 1) {
        if (!index.dates[event] && index.anchor[event] >= view.from && index.anchor[event] <= view.to) for (const lane of index.lanesOf[event]) assert.ok(seen.has(`${lane} ${event}`));
      }
    }
  }
});

test("Spots stand in the order of time, and those of one lane share no place", () => {
  for (const index of [small, large]) {
    const { spots } = draw(index, viewOf({}));
    assert.deepEqual(spots, [...spots].sort((one, other) => one.events[0] - other.events[0]));
    const byLane = Map.groupBy(spots, ({ lane }) => lane);
    for (const all of byLane.values()) all.sort((one, other) => one.x - other.x).forEach(({ left }, at) => assert.ok(!at || left >= all[at - 1].right - 1e-9));
  }
});

test("A crowd is drawn as bars, a few events as marks", () => {
  assert.equal(draw(small, viewOf({})).density, false);
  const crowd = draw(large, viewOf({}));
  assert.equal(crowd.density, true);
  assert.equal(words(crowd.svg, "n").length, 0);
  assert.equal(draw(large, viewOf({ from: dayOf(2024), to: dayOf(2024, 1) })).density, false);
});

test("What a filter does not keep has no mark, and lanes of context that it empties fold away; others keep their places", () => {
  const kept = small.lanesOf.map((lanes) => +lanes.includes(3));
  const all = draw(small, viewOf({})), some = draw(small, viewOf({ kept }));
  assert.ok(some.spots.length > 0 && some.spots.every(({ events }) => events.every((event) => kept[event])));
  assert.ok(some.height < all.height);
  assert.deepEqual([all.lines.length, all.lines.filter(({ lane }) => lane > 33).length], [38, 4]);
  assert.equal(some.lines.filter(({ lane }) => lane > 0 && lane <= 33).length, 33);
  const places = (/** @type {import("../../../theme/assets/js/timeline/draw.js").Drawing} */ { lines }) => lines.filter(({ lane }) => lane <= 33).map(({ lane, top, bottom }) => [lane, top, bottom]);
  assert.deepEqual(places(some), places(all));
});

test("In a window an empty lane shrinks to its band", () => {
  const kept = small.lanesOf.map((lanes) => +lanes.includes(3));
  const { spots, lines } = draw(small, viewOf({ kept, from: dayOf(2023), to: dayOf(2024) }));
  const left = new Set(spots.map(({ lane }) => lane));
  assert.ok(lines.length > left.size);
  assert.ok(lines.every(({ lane, top, bottom }) => left.has(lane) || lane === 0 || (lane <= 33 && bottom - top === 17)));
});

test("A selected event has a halo and a bold label, and is never counted", () => {
  for (const index of [small, large]) {
    for (let selected = 1; selected < 40; selected += 7) {
      for (const width of [1216, 358]) {
        const { svg, spots } = draw(index, viewOf({ selected, width }), tied);
        assert.ok(spots.filter(({ events }) => events.includes(selected)).every(({ counted }) => !counted));
        assert.ok(svg.includes('class="halo"'));
        if (width > 600 && index.short[selected]) assert.ok(words(svg, "lab sel").includes(index.short[selected]));
      }
    }
  }
});

test("The day asked about has a line with its date, and the lanes say its states and what had been held by then", () => {
  const spans = [{ state: "open", start: 100, sureFrom: 100, end: 300, disputed: false, cause: 0 }, { state: "suspended", start: 300, sureFrom: 300, end: null, disputed: false, cause: 0 }];
  const index = {
    ...made(3), anchor: Int32Array.of(90, 200, 400), ends: Int32Array.of(91, 202, 402), dates: [null, null, null], until: 500, contact: Uint8Array.of(1, 1, 0), lanesOf: [[1], [1], [1]], status: ["held", "held", "planned"],
    lanes: [{ id: "a", name: "Offices", group: /** @type {const} */ ("offices"), level: "", rounds: false, spans: [] }, { id: "b", name: "Talks", group: /** @type {const} */ ("channels"), level: "policy", rounds: true, spans }],
  };
  for (const [asOf, state, last, day] of /** @type {[number | null, string[], string[], string][]} */ ([
    [null, ["suspended"], ["July 1970"], "16 May 1971"], [250, ["open"], ["July 1970"], "8 Sept 1970"], [201, ["open"], ["Apr 1970"], "21 July 1970"],
    [450, ["suspended"], ["July 1970"], "27 Mar 1971"], [50, [], [], "20 Feb 1970"], [9000, ["suspended"], ["July 1970"], "16 May 1971"],
  ])) {
    const { svg } = draw(index, viewOf({ from: 0, to: 600, asOf }));
    assert.deepEqual([words(svg, "now [a-z]+"), words(svg, "when"), words(svg, "party")[0]], [state, last, day]);
    assert.equal(svg.includes('class="cursor"'), asOf !== null && asOf <= 600);
    /* A narrower picture says states as well, and of which day. */
    assert.equal(words(draw(index, viewOf({ from: 0, to: 600, asOf, width: 800 })).svg, "party")[0], day);
  }
});

test("Text of the record stays text", () => {
  const hostile = '"><script>alert(1)</script>&amp;';
  const index = { ...small, short: small.short.map(() => hostile), lanes: small.lanes.map((lane) => ({ ...lane, name: hostile })), breaks: small.breaks.map((gap) => ({ ...gap, name: hostile, party: hostile })) };
  for (const width of [1216, 358]) assert.ok(!draw(index, viewOf({ width, selected: 3 }), tied).svg.includes("<script"));
});

test("A record without events or channels is no fault", () => {
  const none = { ...made(0), lanes: [], offices: [], breaks: [], whole: /** @type {[number, number]} */ ([0, 364]) };
  for (const width of [1216, 812, 358]) {
    const drawn = draw(none, viewOf({ from: 0, to: 364, width }));
    assert.deepEqual(drawn.spots, []);
    assert.ok(drawn.height > 0 && !/NaN|undefined|Infinity/.test(drawn.svg + overview(none, viewOf({ from: 0, to: 364, width })).svg));
  }
});

test("No drawing has a place that is not a number", () => {
  const chance = chances(23);
  for (let time = 0; time < 40; time += 1) {
    const from = dayOf(1965) + chance() * 22000, view = viewOf({ from, to: from + 7 + chance() * 4000, width: 320 + chance() * 1300, selected: Math.floor(chance() * 60), asOf: from + chance() * 3000 });
    assert.ok(!/NaN|undefined|Infinity|null/.test(draw(small, view).svg + overview(small, view).svg));
  }
});

test("The overview counts what is kept, year by year", () => {
  const index = { ...made(4), anchor: Int32Array.of(dayOf(2020), dayOf(2020, 5), dayOf(2021), dayOf(2027)), contact: Uint8Array.of(1, 1, 1, 1), strain: Uint8Array.of(0, 0, 2, 0) };
  const at = (/** @type {string} */ svg, /** @type {string} */ look) => [...(svg.match(new RegExp(`class="${look}" d="([^"]*)"`))?.[1] ?? "").matchAll(/v(-?[\d.]+)/g)].map(([, height]) => +height);
  const all = overview(index, viewOf({}));
  assert.deepEqual([at(all.svg, "h-up"), at(all.svg, "h-down"), words(all.svg, "t")], [[22, 11], [22], ["2"]]);
  assert.deepEqual(at(overview(index, viewOf({ kept: [0, 1, 0, 0] })).svg, "h-up"), [44]);
});
