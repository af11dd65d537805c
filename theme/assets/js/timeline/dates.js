/* Days as addresses and fields say them, read. */
import { DAY, iso } from "./days.js";

/** Read a day, `2024-01-08`; NaN where it is none. @param {string | null} text */
export const fromIso = (text) => {
  const found = /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? Date.parse(`${text}T00:00:00Z`) / DAY : NaN;
  return Number.isFinite(found) && iso(found) === text ? found : NaN;
};
