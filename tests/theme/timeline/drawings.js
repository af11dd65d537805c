/* Draws what a test asks for: reads an index as the site serves it and views, writes the drawings. */
import { text } from "node:stream/consumers";

import { draw } from "../../../theme/assets/js/timeline/draw.js";
import { unpack } from "../../../theme/assets/js/timeline/index.js";

/** @typedef {import("../../../theme/assets/js/timeline/draw.js").View} View */

const { index, views } = JSON.parse(await text(process.stdin)), record = unpack(index);
process.stdout.write(JSON.stringify(views.map((/** @type {View} */ view) => draw(record, view))));
