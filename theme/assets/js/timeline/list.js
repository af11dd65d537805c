/* The list under the picture and the years above it: they hold what the picture shows. */

/**
 * @param {HTMLElement} root
 * @param {string[]} ids of all events, in the order of time
 */
export const listOf = (root, ids) => {
  const rows = ids.map((id) => /** @type {HTMLElement | null} */ (root.querySelector(`#${CSS.escape(`e-${id}`)}`)));
  const years = [...root.querySelectorAll("section.year")].map((section) => ({
    section: /** @type {HTMLElement} */ (section),
    link: /** @type {HTMLElement | null} */ (root.querySelector(`.years a[href="#${section.id}"]`)),
    events: [...section.querySelectorAll("tr[id]")].map((row) => rows.indexOf(/** @type {HTMLElement} */ (row))),
  }));
  return {
    whole: rows.every(Boolean),
    /** @param {(event: number) => boolean} shown */
    show: (shown) => {
      rows.forEach((row, event) => {
        const out = !shown(event);
        if (row && row.hidden !== out) row.hidden = out;
      });
      for (const { section, link, events } of years) {
        const out = !events.some(shown);
        if (section.hidden !== out) section.hidden = out;
        if (link) link.hidden = out;
      }
    },
    /** @param {number} event */
    mark: (event) => rows.forEach((row, at) => row?.toggleAttribute("data-selected", at === event)),
  };
};
