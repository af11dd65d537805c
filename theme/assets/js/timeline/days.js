/* Days counted from 1 January 1970, and the calendar that names them. No time zone, no locale. */

/** In milliseconds. */
export const DAY = 864e5;
const LONG = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** @param {number} day @returns {{ year: number, month: number, date: number, weekday: number }} months from 0, Sunday is 0 */
export const calendar = (day) => {
  const then = new Date(Math.floor(day) * DAY);
  return { year: then.getUTCFullYear(), month: then.getUTCMonth(), date: then.getUTCDate(), weekday: then.getUTCDay() };
};

/** Give the day of a date; months from 0, and those past December lie in the next years. */
export const dayOf = (/** @type {number} */ year, month = 0, date = 1) => Date.UTC(year, month, date) / DAY;

/** @param {number} month from 0 */
export const month = (month) => MONTHS[month];

/** @param {number} month from 0 */
export const monthLong = (month) => LONG[month];

/** Give the month of a day in short: `Sept 2024`. @param {number} day */
export const monthName = (day) => {
  const { year, month } = calendar(day);
  return `${MONTHS[month]} ${year}`;
};

/** Give a day in short: `15 May 2026`. @param {number} day */
export const dayName = (day) => `${calendar(day).date} ${monthName(day)}`;

/** Give a day in full: `5 August 2022`. @param {number} day */
export const dayWords = (day) => {
  const { year, month, date } = calendar(day);
  return `${date} ${LONG[month]} ${year}`;
};

/** Write a day as an address does: `2024-01-08`. @param {number} day */
export const iso = (day) => new Date(Math.floor(day) * DAY).toISOString().slice(0, 10);
