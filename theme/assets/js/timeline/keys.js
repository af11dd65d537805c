/* The keys of the timeline, and where they lead. They act only while the focus is inside it; arrows only on the picture. */

/** @typedef {import("./live.js").Timeline} Timeline */

/** Two frames later what was drawn can be reached. @param {() => void} act */
const afterwards = (act) => requestAnimationFrame(() => requestAnimationFrame(act));

/** The mark before or after the current one, in time; one of the same event in another lane is passed over. @param {Timeline["stage"]} stage @param {number} by */
const beside = ({ drawn: { spots }, current }, by) => {
  if (!current) return spots.at(by > 0 ? 0 : -1);
  const here = `${current.events}`;
  let at = spots.indexOf(current) + by;
  while (spots[at] && `${spots[at].events}` === here) at += by;
  return spots[at];
};

/** The nearest mark in the next lane, up or down, that has one. @param {Timeline["stage"]} stage @param {number} by */
const across = ({ drawn: { spots }, current: from }, by) => {
  if (!from) return spots[0];
  const apart = (/** @type {import("./draw.js").Spot} */ { x, middle }) => 1e5 * Math.abs(middle - from.middle) + Math.abs(x - from.x);
  return spots.filter(({ middle }) => (middle - from.middle) * by > 1).sort((one, other) => apart(one) - apart(other))[0];
};

/** The first or the last of the kept events, on a side of the window or at all. @param {import("./shown.js").Shown} shown @param {number} by @param {boolean} outside */
const outermost = (shown, by, outside) => {
  const { index: { size, anchor, ends }, window: [from, to] } = shown;
  const passing = [...Array(size).keys()].filter((event) => shown.keeps(event) && (!outside || (by > 0 ? anchor[event] > to : ends[event] < from)));
  return passing.at(outside === by > 0 ? 0 : -1) ?? -1;
};

/** Give what a key that is pressed inside a timeline does. @param {Timeline} timeline */
export const keysOf = (timeline) => {
  const { root, index, shown, stage, acts } = timeline;

  /** Bring the keyboard to the outermost event; beyond the last mark of the window the picture moves on to the next one, if there is one. @param {number} by @param {boolean} outside */
  const reach = (by, outside) => {
    const event = outermost(shown, by, outside);
    if (event < 0) return;
    if (outside) shown.window = shown.around(index.anchor[event]);
    else shown.meet(index.anchor[event], index.ends[event]);
    timeline.render();
    afterwards(() => stage.reach(stage.spotOf(event), true));
  };
  /** @param {number} by */
  const along = (by) => {
    const next = beside(stage, by);
    if (next) stage.reach(next, true);
    else reach(by, true);
  };
  /** @type {Record<string, () => void>} */
  const onPicture = {
    ArrowRight: () => along(1), ArrowLeft: () => along(-1),
    ArrowDown: () => stage.reach(across(stage, 1) ?? stage.current, true),
    ArrowUp: () => stage.reach(across(stage, -1) ?? stage.current, true),
    Home: () => reach(-1, false), End: () => reach(1, false), PageUp: acts.earlier, PageDown: acts.later,
  };
  /** @type {Record<string, (() => void) | undefined>} */
  const anywhere = { "+": acts.in, "=": acts.in, "-": acts.out, 0: acts.all, "/": timeline.field ? () => timeline.field?.focus() : undefined, "?": root.querySelector("dialog.help") ? () => { timeline.equip().then((tools) => tools?.help?.()); } : undefined };

  /** @param {KeyboardEvent} event @param {boolean} [late] whether it was kept from the page before */
  return (event, late = false) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.defaultPrevented && !late)) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Escape") {
      const open = target.closest("details[open]");
      if (open) {
        open.removeAttribute("open");
        open.querySelector("summary")?.focus();
      } else if (root.querySelector(".panel:not([hidden])")) timeline.opener?.close();
      else return;
    } else {
      const act = (stage.plot.contains(target) ? onPicture[event.key] : undefined) ?? anywhere[event.key];
      if (!act || target.closest("input, select, textarea")) return;
      act();
    }
    event.preventDefault();
    event.stopPropagation();
  };
};
