/* What the pages of all peers share: the events, the controls, and the word that something was drawn.
   The controls work as those of the timeline: no lane chosen shows all. */

const size = new URLSearchParams(location.search).get("events");
export const root = document.querySelector(".timeline");
export const place = root.querySelector(".place");

/** @returns {Promise<{lanes: string[], events: {id: string, title: string, summary: string, lane: string, start: string, end?: string}[]}>} */
export const load = async () => (await fetch(`/data/${size}.json`)).json();

export const drawn = () => { root.dataset.drawn = `${Number(root.dataset.drawn ?? 0) + 1}`; };

/**
 * Put in the controls.
 * @param {string[]} lanes
 * @param {{zoom: (factor: number) => void, filter: (shows: (lane: string) => boolean) => void}} chart
 */
export const control = (lanes, chart) => {
  const bar = root.querySelector(".bar");
  for (const [name, factor] of [["in", 2], ["out", 0.5]]) {
    const button = document.createElement("button");
    button.dataset.do = name;
    button.textContent = `Zoom ${name}`;
    button.addEventListener("click", () => chart.zoom(factor));
    bar.append(button);
  }
  const boxes = lanes.map((lane) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = lane;
    box.addEventListener("change", () => {
      const chosen = new Set(boxes.filter((each) => each.checked).map((each) => each.value));
      chart.filter((name) => chosen.size === 0 || chosen.has(name));
    });
    label.append(box, lane);
    bar.append(label);
    return box;
  });
};
