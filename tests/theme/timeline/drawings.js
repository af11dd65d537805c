/* Draws what a test asks for: reads an index and views as JSON, writes the drawings and how long each took. */
import { text } from "node:stream/consumers";

import { draw } from "../../../theme/assets/js/timeline/draw.js";

const { index, views } = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(views.map((/** @type {import("../../../theme/assets/js/timeline/draw.js").View} */ view) => draw(index, view))));
