/* The files as they stand, to copy, to save, or to begin on the repository's host. */
import { element } from "../dom.js";
import { beginning } from "./files.js";

/** @typedef {import("./files.js").Made} Made @typedef {import("./rules.js").NewFile} NewFile */

/** @param {Made} made */
const save = ({ path, text }) => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  const link = /** @type {HTMLAnchorElement} */ (element("a", { href: address, download: path.slice(path.lastIndexOf("/") + 1) || "event.yml" }));
  link.click();
  URL.revokeObjectURL(address);
};

/** @param {string} words @param {() => void} act */
const button = (words, act) => {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
};

/** @param {NewFile} host @param {Made} made */
const start = (host, made) => {
  const { href, whole } = beginning(host, made);
  const link = element("a", { href, rel: "external noopener", target: "_blank", class: "chip" }, `Open as a new file on ${host.host}`);
  return whole ? [link] : [link, element("span", { class: "note" }, "It is too long to go along in an address: copy the text and paste it there.")];
};

/** @param {Made} made @param {NewFile | null} host */
const one = (made, host) => {
  const { path, text, part } = made, code = element("code", {}, text), said = element("span", { role: "status", class: "note" });
  const copy = async () => {
    said.textContent = ""; // or the same words are not heard once more
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "Copied.";
    } catch {
      getSelection()?.selectAllChildren(code);
      said.textContent = "Marked: copy it with the keys of your system.";
    }
  };
  const acts = [button("Copy", copy), ...(part ? [] : [button("Download", () => save(made))]), ...(host && !part && path ? start(host, made) : []), said];
  const heading = path || "No name yet: the date is missing";
  return element("section", { class: "file" }, element("h3", {}, ...(part ? ["To be added to ", element("code", {}, heading)] : [path ? element("code", {}, heading) : heading])),
    element("pre", { tabindex: "0", "aria-label": heading }, code), element("p", { class: "acts" }, ...acts));
};

/** Show the files. @param {HTMLElement} box @param {Made[]} all @param {NewFile | null} host */
export const output = (box, all, host) => {
  const text = JSON.stringify(all);
  if (box.dataset.shown === text) return;
  box.dataset.shown = text;
  box.replaceChildren(...all.map((made) => one(made, host)));
};
