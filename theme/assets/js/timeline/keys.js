/* The keys of the timeline. They act only while the focus is inside it; arrows only on the picture. */

/**
 * @param {HTMLElement} root
 * @param {any} to what each key does
 */
export const keysOf = (root, to) => {
  const { stage } = to;
  /** @param {number} by */
  const along = (by) => {
    const next = stage.along(by);
    if (next) stage.reach(next, true);
    else to.beyond(by);
  };
  /** @type {Record<string, () => void>} */
  const onPicture = {
    ArrowRight: () => along(1), ArrowLeft: () => along(-1),
    ArrowDown: () => stage.reach(stage.across(1) ?? stage.current, true),
    ArrowUp: () => stage.reach(stage.across(-1) ?? stage.current, true),
    Home: () => to.end(-1), End: () => to.end(1), PageUp: to.earlier, PageDown: to.later,
  };
  /** @type {Record<string, () => void>} */
  const anywhere = { "+": to.in, "=": to.in, "-": to.out, 0: to.all, "/": to.filter, "?": to.help };

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Escape") {
      const open = target.closest("details[open]");
      if (open) {
        open.removeAttribute("open");
        open.querySelector("summary")?.focus();
      } else if (!stage.panel.hidden) to.close();
      else return;
    } else {
      const act = (stage.plot.contains(target) ? onPicture[event.key] : undefined) ?? anywhere[event.key];
      if (!act || target.closest("input, select, textarea")) return;
      act();
    }
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("click", (event) => {
    for (const open of root.querySelectorAll("details.pick[open]")) {
      if (!open.contains(/** @type {Node} */ (event.target))) open.removeAttribute("open");
    }
  });
};
