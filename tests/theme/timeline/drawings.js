/* Draws what a test asks for: reads an index as the site serves it and views, writes the drawings. */
import { text } from "node:stream/consumers";

import { unpack } from "../../../theme/assets/js/timeline/index.js";
import { label } from "../../../theme/assets/js/timeline/labels.js";
import { overview } from "../../../theme/assets/js/timeline/overview.js";
import { occupied, withLanes } from "../../../theme/assets/js/timeline/part.js";
import { draw } from "./made.js";

/** @typedef {import("../../../theme/assets/js/timeline/draw.js").View & { occupied: boolean }} Wanted */

const { index, labels, views } = JSON.parse(await text(process.stdin)), record = unpack(index);
label(record, labels);
/** @param {Wanted} view */
const shown = (view) => (view.occupied ? withLanes(record, occupied(record, view.from, view.to, view.kept), view.kept !== null) : record);
process.stdout.write(JSON.stringify(views.map((/** @type {Wanted} */ view) => ({ ...draw(shown(view), view), years: overview(record, view) }))));
