/* What results are narrowed down to, and what there is to choose from among them. */
import { GUIDE, KINDS, STATUS } from "./jenis.js";

/** @import { Index } from "./indeks.js" */

/** @typedef {"unit" | "status" | "jenis"} Key */
/** @typedef {Partial<Record<Key, string>>} Narrow */
/** @typedef {[value: string, label: string, count: number]} Option */

/** @type {Key[]} */
const KEYS = ["unit", "status", "jenis"];

/**
 * The pages that fit, and of every choice what it would leave, were the others to stay.
 * @template {{ page: number }} Found
 * @param {Index} index
 * @param {string[]} offices what the units are called
 * @param {Found[]} found
 * @param {Narrow} wanted
 */
export function narrowed(index, offices, found, wanted) {
  const labels = { unit: offices, status: ["Tanpa status", ...STATUS.slice(1)], jenis: KINDS };
  /** @type {Record<Key, number[]>} */
  const counts = { unit: [], status: [], jenis: [] };
  const left = [];
  for (const one of found) {
    const values = valuesOf(index, one.page);
    const off = KEYS.filter((key) => wanted[key] && wanted[key] !== String(values[key]));
    if (!off.length) left.push(one);
    for (const key of KEYS) {
      const value = values[key];
      if (value >= 0 && off.every((other) => other === key))
        counts[key][value] = (counts[key][value] || 0) + 1;
    }
  }
  /** @type {Partial<Record<Key, Option[]>>} */
  const choices = {};
  for (const key of KEYS) {
    choices[key] = labels[key]
      .map((label, value) => /** @type {Option} */ ([String(value), label, counts[key][value] || 0]))
      .filter(([value, , count]) => count || value === wanted[key]);
  }
  return { left, choices };
}

/**
 * Its places among the labels; -1 where it has none.
 * @param {Index} index
 * @param {number} page
 * @returns {Record<Key, number>}
 */
function valuesOf(index, page) {
  const unit = index.pages[page][1];
  return { unit, status: unit < 0 ? -1 : index.statusOf(page), jenis: index.kindOf(page) };
}

/**
 * Whether it is a page of the catalogue, and not of what is written around it.
 * @param {Index} index
 * @param {number} page
 */
export function isOfCatalogue(index, page) {
  return index.kindOf(page) !== GUIDE;
}
