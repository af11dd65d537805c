/* A plain D3 chart, as its examples draw one: an axis, a zoom, a bar for each event. */
import { axisBottom } from "d3-axis";
import { scalePoint, scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { zoom } from "d3-zoom";

import { control, drawn, load, place } from "./common.js";

const WIDTH = 1180, HEIGHT = 640, LEFT = 130, RIGHT = WIDTH - 10;

const { lanes, events } = await load();
const marks = events.map((event) => ({ ...event, from: new Date(event.start), to: new Date(event.end ?? event.start) }));
const whole = scaleUtc([marks[0].from, marks.at(-1).to], [LEFT, RIGHT]);
const lane = scalePoint(lanes, [20, HEIGHT - 40]).padding(0.5);
let scale = whole;

const svg = select(place).append("svg").attr("width", WIDTH).attr("height", HEIGHT);
svg.append("clipPath").attr("id", "plot").append("rect").attr("x", LEFT).attr("width", RIGHT - LEFT).attr("height", HEIGHT);
svg.append("g").selectAll("text").data(lanes).join("text").attr("x", 4).attr("y", (name) => lane(name) + 4).attr("font-size", 12).text((name) => name);
const axis = svg.append("g").attr("transform", `translate(0,${HEIGHT - 30})`);
const bars = svg.append("g").attr("clip-path", "url(#plot)").selectAll("rect").data(marks).join("rect")
  .attr("y", (mark) => lane(mark.lane) - 5).attr("height", 10).attr("rx", 3).attr("fill", "#36c");
bars.append("title").text((mark) => mark.title);

const draw = () => {
  bars.attr("x", (mark) => scale(mark.from) - 3).attr("width", (mark) => Math.max(6, scale(mark.to) - scale(mark.from)));
  axis.call(axisBottom(scale));
  drawn();
};
const frame = [[LEFT, 0], [RIGHT, HEIGHT]];
const zooming = zoom().scaleExtent([1, 2000]).translateExtent(frame).extent(frame).on("zoom", (event) => {
  scale = event.transform.rescaleX(whole);
  draw();
});
svg.call(zooming);
control(lanes, {
  zoom: (factor) => svg.call(zooming.scaleBy, factor),
  filter: (shows) => { bars.attr("display", (mark) => (shows(mark.lane) ? null : "none")); drawn(); },
});
draw();
