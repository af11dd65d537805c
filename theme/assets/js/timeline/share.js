/* What a reader takes along: a link, the code of an embed, the events shown as data, the picture. Fetched when it is
   asked for; the data come from the files that the site publishes, narrowed to what is shown. */
import { write } from "./address.js";

/** Properties of style that a drawing needs where no stylesheet goes with it. */
const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order", "opacity", "font-weight", "visibility", "shape-rendering"];

/** @param {BlobPart} content @param {string} type @param {string} name */
const save = (content, type, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

/** @param {string} text */
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied.";
  } catch {
    prompt("Copy this:", text);
    return "";
  }
};

/**
 * Cut a table into its records, without looking into them: a record ends at a line end outside quotes.
 * @param {string} text
 */
export const recordsOf = (text) => text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+(?:\r?\n|$)/g) ?? [];

/**
 * Keep the rows of a table whose first cell is one of the ids.
 * @param {string} text @param {Set<string>} ids
 */
export const rowsOf = (text, ids) => {
  const [head, ...rows] = recordsOf(text);
  return [head, ...rows.filter((row) => ids.has(row.slice(0, row.search(/,|\r|\n|$/)).replace(/^"|"$/g, "")))].join("");
};

/**
 * Keep the events of a calendar whose UID begins with one of the ids.
 * @param {string} text @param {Set<string>} ids
 */
export const eventsOf = (text, ids) => text.replace(/BEGIN:VEVENT\r?\n[\s\S]*?END:VEVENT\r?\n/g, (event) => {
  const uid = event.replace(/\r?\n[ \t]/g, "").match(/^UID:([^@\r\n]+)/m)?.[1] ?? "";
  return ids.has(uid) ? event : "";
});

/**
 * Give the picture as a file of its own, with the colours of the page.
 * @param {import("./live.js").Timeline["stage"]} stage
 */
const alone = ({ svg, drawn: { width, height } }) => {
  const own = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const theirs = svg.querySelectorAll("*");
  own.querySelectorAll("*").forEach((one, at) => {
    const style = getComputedStyle(theirs[at]);
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value && value !== "normal") one.setAttribute(name, value);
    }
    one.removeAttribute("class");
  });
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) own.setAttribute(name, `${value}`);
  own.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const name of ["aria-hidden", "class"]) own.removeAttribute(name);
  own.setAttribute("font-family", getComputedStyle(svg).fontFamily);
  own.setAttribute("font-size", "12");
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width, height, fill: getComputedStyle(document.body).backgroundColor })) ground.setAttribute(name, `${value}`);
  own.prepend(ground);
  for (const pattern of document.querySelectorAll("svg defs pattern")) if (own.innerHTML.includes(`#${pattern.id}`)) own.prepend(inked(pattern));
  return { text: new XMLSerializer().serializeToString(own), width, height };
};

/** @param {Element} pattern */
const inked = (pattern) => {
  const own = /** @type {Element} */ (pattern.cloneNode(true));
  const theirs = pattern.querySelectorAll("*");
  own.querySelectorAll("*").forEach((one, at) => {
    one.setAttribute("fill", getComputedStyle(theirs[at]).fill);
    one.removeAttribute("class");
  });
  return own;
};

/** @param {string} url */
const text = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
};

/**
 * Deliver what was asked for; gives the words that tell of it.
 * @param {string} what
 * @param {import("./live.js").Timeline} timeline
 * @returns {Promise<string>}
 */
export const give = async (what, timeline) => {
  const { index, shown, stage, base } = timeline, ids = new Set(shown.events().map((event) => index.id[event]));
  const name = `timeline-${ids.size}-events`;
  const query = write({ ...shown.state, window: shown.window }, "");
  /** @type {Record<string, () => Promise<string>>} */
  const ways = {
    link: () => copy(`${base}timeline/${query}`),
    embed: () => copy(`<iframe src="${base}embed/${query.replaceAll("&", "&amp;")}" title="Timeline" width="100%" height="640" loading="lazy"></iframe>`),
    csv: async () => {
      save(rowsOf(await text(`${base}data/events.csv`), ids), "text/csv", `${name}.csv`);
      return "Saved as CSV.";
    },
    json: async () => {
      const all = JSON.parse(await text(`${base}api/v1/events.json`));
      const events = all.events.filter((/** @type {{ id: string }} */ event) => ids.has(event.id));
      save(JSON.stringify({ ...all, count: events.length, events }, null, 1), "application/json", `${name}.json`);
      return "Saved as JSON.";
    },
    ics: async () => {
      save(eventsOf(await text(`${base}calendar/all.ics`), ids), "text/calendar", `${name}.ics`);
      return "Saved as iCalendar.";
    },
    svg: async () => {
      save(alone(stage).text, "image/svg+xml", `${name}.svg`);
      return "Saved as SVG.";
    },
    png: async () => {
      const { text: drawn, width, height } = alone(stage);
      const picture = new Image();
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`;
      await picture.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [2 * width, 2 * height];
      canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
      save(/** @type {Blob} */ (blob), "image/png", `${name}.png`);
      return "Saved as PNG.";
    },
    print: async () => {
      await timeline.printable();
      print();
      return "";
    },
  };
  return ways[what]();
};
