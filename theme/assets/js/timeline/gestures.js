/* Pointers and the wheel over the picture, told apart: drag, pinch, tap, hover. The page's own scroll is never taken: the
   wheel zooms with Ctrl, or after a click into the picture until the pointer leaves it; fingers pan sideways only. */

const SLOP = 5;

/**
 * @typedef {object} Moves places in pixels from the picture's left and top edge
 * @property {(factor: number, x: number) => void} zoom above 1 to look closer
 * @property {(pixels: number) => void} pan
 * @property {(x: number, y: number, touch: boolean) => void} tap
 * @property {(x: number, y: number) => void} hover
 * @property {() => void} leave
 */

/**
 * @param {HTMLElement} plot
 * @param {Moves} moves
 */
export const listen = (plot, moves) => {
  /** @type {Map<number, { x: number, y: number }>} */
  const down = new Map();
  let dragged = false;
  let inside = false;

  /** @param {MouseEvent} event */
  const place = (event) => {
    const box = plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  /** @param {{ x: number }[]} fingers */
  const spread = ([one, two]) => Math.max(Math.abs(one.x - two.x), 10);

  plot.addEventListener("wheel", (event) => {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!event.ctrlKey && !inside) return;
    event.preventDefault();
    const unit = event.deltaMode ? 16 : 1;
    if (sideways) moves.pan(event.deltaX * unit);
    else moves.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY * unit)) / 200), place(event).x);
  }, { passive: false });

  plot.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!down.size) dragged = false;
    down.set(event.pointerId, place(event));
  });
  plot.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    const now = place(event);
    if (!before) {
      if (event.pointerType !== "touch") moves.hover(now.x, now.y);
      return;
    }
    if (!dragged && Math.abs(now.x - before.x) < SLOP) return;
    if (!dragged) plot.setPointerCapture(event.pointerId);
    dragged = true;
    if (down.size === 1) moves.pan(before.x - now.x);
    else if (down.size === 2) {
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1] ?? now;
      moves.zoom(spread([now, other]) / spread([before, other]), (now.x + other.x) / 2);
    }
    down.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    plot.addEventListener(end, (event) => down.delete(/** @type {PointerEvent} */ (event).pointerId));
  }
  plot.addEventListener("pointerleave", () => {
    inside = false;
    moves.leave();
  });
  plot.addEventListener("dragstart", (event) => event.preventDefault());
  /* A plain click on a link opens its event beside the picture; with a key held it is the browser's, as is the keyboard's. */
  plot.addEventListener("click", (event) => {
    if (!event.detail || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (dragged) return;
    inside = true;
    const { x, y } = place(event);
    moves.tap(x, y, /** @type {PointerEvent} */ (event).pointerType === "touch");
  });
};
