/* vis-timeline as it comes: a group for each lane, its own stacking, its own widths. */
import { control, drawn, load, place } from "./common.js";

const { lanes, events } = await load();
const items = new vis.DataSet(events.map(({ id, title, summary, lane, start, end }) => (
  { id, group: lane, content: title, title: summary, start, ...(end ? { end } : { type: "box" }) })));
let shows = () => true;
const shown = new vis.DataView(items, { filter: (item) => shows(item.group) });
const groups = new vis.DataSet(lanes.map((lane) => ({ id: lane, content: lane })));
const chart = new vis.Timeline(place, shown, groups, { height: 560 });
chart.on("changed", drawn);
control(lanes, {
  zoom: (factor) => (factor > 1 ? chart.zoomIn(0.5, { animation: false }) : chart.zoomOut(1, { animation: false })),
  filter: (keeps) => {
    shows = keeps;
    shown.refresh();
  },
});
