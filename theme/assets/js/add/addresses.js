/* Addresses on the web, looked at as generator/checks/addresses.py and hosts.py do. Knows no document. */
import { holds } from "./rules.js";

/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {{ code: string, message: string, hint?: string }} Flaw */

const MOST_PORT = 65535;

/** @param {string} text */
const numberOf = (text, /** @type {Rules} */ rules) => {
  if (!rules.is.number.test(text) || text.length > 34) return null;
  if (text.startsWith("0x")) return Number.parseInt(text.slice(2) || "0", 16);
  const octal = text.length > 1 && text.startsWith("0");
  return octal && /[89]/.test(text) ? null : Number.parseInt(text, octal ? 8 : 10);
};

/** Read a number as browsers do; null where it is none. @param {string} host @param {Rules} rules */
const ipv4 = (host, rules) => {
  const parts = host.split(".").map((part) => numberOf(part, rules));
  const known = parts.filter((part) => part !== null);
  const last = known.at(-1) ?? NaN;
  if (parts.length > 4 || known.length < parts.length || known.slice(0, -1).some((part) => part > 255)) return null;
  if (!(last < 256 ** (5 - known.length))) return null;
  return known.slice(0, -1).reduce((sum, part, at) => sum + part * 256 ** (3 - at), last);
};

/** @param {string} host with colons, without brackets @returns {string | null} the first group */
const ipv6 = (host) => {
  try {
    return new URL(`http://[${host}]/`).hostname.slice(1).split(":")[0];
  } catch {
    return null;
  }
};

/** @param {number} address @param {string} network such as 10.0.0.0/8 */
const lies = (address, network) => {
  const [base, bits] = network.split("/");
  const start = base.split(".").reduce((sum, part) => sum * 256 + +part, 0), length = 2 ** (32 - +bits);
  return address >= start && address < start + length;
};

/** @param {string} host @param {Rules} rules */
const isPrivate = (host, rules) => {
  if (host.includes(":")) {
    const first = ipv6(host);
    return first !== null && !/^[23]...$/.test(first);
  }
  const address = ipv4(host, rules);
  if (address !== null) return rules.private.some((network) => lies(address, network));
  return !host.includes(".") || rules.reserved.some((end) => host.endsWith(end));
};

/** @param {string} host @param {Rules} rules */
const isHost = (host, rules) => {
  if (host.includes(":")) return ipv6(host) !== null;
  return rules.is.number.test(host.slice(host.lastIndexOf(".") + 1)) ? ipv4(host, rules) !== null : rules.is.host.test(host);
};

/** @param {string} host */
const punycode = (host) => {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return "";
  }
};

/** @param {string} host @param {Rules} rules @returns {Flaw[]} */
const hostFlaws = (host, rules) => {
  const plain = host.normalize("NFKC").replaceAll("。", ".").toLowerCase().replace(/\.$/, "");
  if (isPrivate(plain, rules)) return [{ code: "E504", message: `\`${host}\` lies in a private network or on the reader's own machine` }];
  if (isHost(plain, rules)) {
    return plain === host.replace(/\.$/, "") ? [] : [{ code: "E502", message: `the host \`${host}\` is written in other characters than it has`, hint: `Write \`${plain}\`.` }];
  }
  const ascii = punycode(plain);
  if (ascii && ascii !== plain) return [{ code: "E502", message: `the host \`${host}\` has letters that can be taken for others`, hint: `Write it as \`${ascii}\`.` }];
  return [{ code: "E502", message: `\`${host}\` is no name of a host` }];
};

/** Take an address apart; null where its host cannot be read. @param {string} url */
const split = (url) => {
  const [, scheme = "", rest] = url.match(/^(?:([a-z][a-z0-9+.-]*):)?(.*)$/is) ?? [];
  if (!rest.startsWith("//")) return { scheme: scheme.toLowerCase(), host: "", user: false };
  const net = rest.slice(2).split(/[/?#]/)[0], at = net.lastIndexOf("@");
  const found = net.slice(at + 1).match(/^(?:\[([^[\]]*)\]|([^[\]:]*))(?::([^:]*))?$/);
  if (!found || (found[3] && (!/^\d+$/.test(found[3]) || +found[3] > MOST_PORT)) || (found[1] !== undefined && ipv6(found[1]) === null)) return null;
  return { scheme: scheme.toLowerCase(), host: (found[1] ?? found[2]).toLowerCase(), user: at >= 0 };
};

/** @param {string} url @param {{ scheme: string, host: string }} parts @returns {Flaw} */
const noAddress = (url, { scheme }) => {
  if (scheme === "http" || scheme === "https") return { code: "E502", message: "the address names no host" };
  const bare = url.split("/")[0].includes(".") && (!scheme || scheme.includes("."));
  if (bare) return { code: "E502", message: "the address does not begin with `https://` or `http://`", hint: `Write \`https://${url.replace(/^\/+/, "")}\`.` };
  return { code: "E502", message: `the address ${scheme ? `begins with \`${scheme}:\`` : "does not begin with `https://` or `http://`"}`, hint: "Only http and https lead to documents on the web." };
};

/** Find what is wrong with an address. @param {string} url @param {Rules} rules @returns {Flaw[]} */
export const flaws = (url, rules) => {
  const unsafe = url.match(rules.in.unsafe)?.[0];
  if (unsafe) return [{ code: "E502", message: `${/\s/.test(unsafe) ? "a space" : `\`${unsafe}\``} cannot stand in an address`, hint: "Copy the address from the browser once more." }];
  const parts = split(url);
  if (!parts) return [{ code: "E502", message: "the part of the address that names the host cannot be read" }];
  if (!["http", "https"].includes(parts.scheme) || !parts.host) return [noAddress(url, parts)];
  const user = parts.user ? [{ code: "E503", message: `the address carries a user name before its host \`${parts.host}\`` }] : [];
  return [...user, ...hostFlaws(parts.host, rules), ...trackers(url, rules)];
};

/** @param {string} parameter */
const nameOf = (parameter) => {
  try {
    return decodeURIComponent(parameter.split("=")[0]);
  } catch {
    return parameter.split("=")[0];
  }
};

/** @param {string} url @param {Rules} rules @returns {Flaw[]} */
const trackers = (url, rules) => {
  const clean = withoutTrackers(url, rules);
  if (clean === url) return [];
  const found = url.split("#")[0].split("?").slice(1).join("?").split("&").map(nameOf).find((name) => rules.is.tracker.test(name));
  return [{ code: "E511", message: `\`${found}\` is there to follow readers`, hint: `Write \`${clean}\`.` }];
};

/** Take the parameters out of an address that are there to follow readers. @param {string} url @param {Rules} rules */
export const withoutTrackers = (url, rules) => {
  const [, front, query, fragment] = url.match(/^([^?#]*)(?:\?([^#]*))?(#.*)?$/s) ?? ["", url];
  if (query === undefined || holds(rules.in.holds, front)) return url;
  const kept = query.split("&").filter((part) => !rules.is.tracker.test(nameOf(part))).join("&");
  return kept === query ? url : `${front}${kept && "?"}${kept}${fragment ?? ""}`;
};

/** Give the host of an address without `www.`; empty for what is no address. @param {string} url */
export const hostOf = (url) => split(url)?.host.replace(/^www\./, "") ?? "";

/** Give what tells one document from another. @param {string} url */
export const documentOf = (url) => url.split("#")[0].replace(/\/+$/, "").replace(/^https:\/\//, "").replace(/^http:\/\//, "").replace(/^www\./, "");
