/* What cells say, as what can be compared: numbers and dates as Indonesians write them, or words. */

/** @typedef {number | string | null} Value null for what is empty */

const COLLATOR = new Intl.Collator("id", { numeric: true, sensitivity: "base" });
const MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

export const collate = COLLATOR.compare;

/** @param {string} text */
export function isEmpty(text) {
  return /^[-–—]?$/.test(text);
}

/**
 * 1.234,5 → 1234.5; null for what is no number.
 * @param {string} text
 */
export function number(text) {
  if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{1,3}\.\d{3}$/.test(text)) return Number(text);
  if (!/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+,\d+$/.test(text)) return null;
  return Number(text.replace(/\./g, "").replace(",", "."));
}

/**
 * 3 Januari 2024, Januari 2024, 2024-01-03 → a number that grows with the days; null for what is no date.
 * @param {string} text
 */
function day(text) {
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (iso) return Number(iso[1]) * 10000 + Number(iso[2]) * 100 + Number(iso[3] || 0);
  const said = /^(?:(\d{1,2})\s+)?([a-z]{3,})\.?\s+(\d{4})$/i.exec(text);
  const month = said ? MONTHS.indexOf(said[2].slice(0, 3).toLowerCase()) + 1 : 0;
  return said && month ? Number(said[3]) * 10000 + month * 100 + Number(said[1] || 0) : null;
}

/**
 * The texts of one column: all numbers, all dates, or words.
 * @param {string[]} texts
 * @returns {Value[]}
 */
export function comparable(texts) {
  const full = texts.filter((text) => !isEmpty(text));
  const read = [number, day].find((reader) => full.length && full.every((text) => reader(text) !== null));
  return texts.map((text) => (isEmpty(text) ? null : read ? read(text) : text));
}

/**
 * Empty ones stand last, whichever way the rest is turned.
 * @param {Value} a
 * @param {Value} b
 * @param {boolean} descending
 */
export function compare(a, b, descending) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const way = typeof a === "number" && typeof b === "number" ? a - b : collate(String(a), String(b));
  return descending ? -way : way;
}
