/* A box on a page of the record: when it is opened, it takes over the timeline of the page for frames, with a query of
   its own. */
import { adopt, pageAt } from "./pages.js";

/**
 * @param {HTMLElement} box
 * @param {HTMLAnchorElement} link to the timeline, with the query that the box is to show
 */
export const fill = async (box, link) => {
  const { href, search } = link;
  const url = new URL("../embed/", href).href;
  const [part] = /** @type {HTMLElement[]} */ (adopt((await pageAt(url)).querySelectorAll("event-timeline"), url));
  for (const file of ["index", "names", "root"]) part.dataset[file] = new URL(part.dataset[file] ?? "", url).href;
  delete part.dataset.address;
  part.dataset.query = search;
  /* What is chosen is what the page is about. */
  part.querySelector("h1")?.remove();
  await import("./element.js");
  box.append(part);
};
