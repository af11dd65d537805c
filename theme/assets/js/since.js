/* Days up to the reader's own, which no page that was built before can know. */

const DAY = 864e5;

/**
 * Count the days from one day to another.
 * @param {string} from `2024-01-31`
 * @param {Date} now
 */
export const daysSince = (from, now) => Math.max(0, Math.floor((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.parse(from)) / DAY));

/**
 * Put a number of days into words that hold `000 days` for it, which keep room as long as nobody has counted.
 * @param {string} words
 * @param {number} days
 */
export const counted = (words, days) => words.replace("000 days", `${days.toLocaleString("en")} ${days === 1 ? "day" : "days"}`);

if (typeof document !== "undefined") {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-since]"))) {
    part.textContent = counted(part.dataset.words ?? "", daysSince(part.dataset.since ?? "", new Date()));
  }
}
