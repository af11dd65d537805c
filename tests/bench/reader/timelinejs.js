/* TimelineJS as it comes, without its animations. It has no filter: one has to make it anew. */
import { control, drawn, load, place } from "./common.js";

const { lanes, events } = await load();
const day = (text) => {
  const [year, month, date] = text.split("-").map(Number);
  return { year, month, day: date };
};
const slides = events.map(({ id, title, summary, lane, start, end }) => (
  { unique_id: id, group: lane, start_date: day(start), ...(end ? { end_date: day(end) } : {}), text: { headline: title, text: summary } }));
let chart;
const make = (shows) => {
  place.replaceChildren();
  const options = { font: null, hash_bookmark: false, initial_zoom: 2, script_path: "/peers/", duration: 0, timenav_height: 300 };
  chart = new TL.Timeline(place, structuredClone({ events: slides.filter((slide) => shows(slide.group)) }), options);
  chart.on("ready", drawn);
};
control(lanes, {
  zoom: (factor) => {
    if (factor > 1) chart.zoomIn();
    else chart.zoomOut();
    drawn();
  },
  filter: make,
});
make(() => true);
