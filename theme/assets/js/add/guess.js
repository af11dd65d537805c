/* What an address alone tells of a document, as generator/views/guesses.py has it. Knows no document. */
import { hostOf } from "./addresses.js";
import { readable } from "./edtf.js";

/** @typedef {import("./rules.js").Rules} Rules @typedef {import("./rules.js").Ids} Ids */

/** Give who publishes most at the host of an address, and the day or month in its path; empty where that is not known. @param {string} url @param {Rules} rules @param {Ids} ids */
export const guess = (url, rules, ids) => {
  const host = hostOf(url), publisher = (ids.hosts ?? []).find(([one]) => one === host)?.[1] ?? "";
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "").split(/[?#]/)[0];
  const days = [...path.matchAll(rules.in.day)].map(([, ...parts]) => parts.filter(Boolean).join("-"));
  return { publisher, published: days.find((day) => readable(day, rules)) ?? "" };
};
