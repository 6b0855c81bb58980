/* What a reader may have meant, where nothing in the catalogue holds all that was typed. */
import { LITTLE } from "./kata.js";
import { isOfCatalogue } from "./persempit.js";

/**
 * @import { Index } from "./indeks.js"
 * @import { Part } from "./tanya.js"
 */

const MOST = 4;
const LEAST_LIKE = 0.45;

/**
 * What of a query stands nowhere in the catalogue; everyday words need not.
 * @param {Index} index
 * @param {Part[]} parts
 */
export function lostOf(index, parts) {
  return parts.filter((part) => !part.everyday && !isThere(index, part));
}

/**
 * Texts to ask instead: without the words that stand nowhere, and with such as look like them.
 * @param {Index} index
 * @param {Part[]} parts
 * @param {Part[]} lost
 */
export function meant(index, parts, lost) {
  if (!lost.length) return [];
  const kept = (/** @type {Part} */ part) => (lost.includes(part) ? [] : [part.said]);
  const found = [parts.flatMap(kept).join(" ")];
  for (const one of lost) {
    for (const word of alike(index, one.said))
      found.push(parts.flatMap((part) => (part === one ? [word] : kept(part))).join(" "));
  }
  return [...new Set(found)].filter(Boolean).slice(0, MOST);
}

/**
 * @param {Index} index
 * @param {Part} part
 */
function isThere(index, part) {
  return (
    Boolean(part.offices) ||
    [...part.words.keys()].some((word) => stands(index, word)) ||
    part.phrases.some(([phrase]) => phrase.every((word) => index.ids.has(word)))
  );
}

/**
 * @param {Index} index
 * @param {number} word
 */
function stands(index, word) {
  let found = false;
  index.eachText(word, (text) => {
    found ||= isOfCatalogue(index, index.textPages[text]);
  });
  return found;
}

/**
 * Words of the catalogue that share most of their letters, three by three.
 * @param {Index} index
 * @param {string} said
 */
function alike(index, said) {
  const own = threes(said);
  /** @type {[word: string, id: number, like: number][]} */
  const found = [];
  for (const [id, word] of index.words.entries()) {
    if (word.length < 4 || /\d/.test(word) || LITTLE.has(word)) continue;
    const theirs = threes(word);
    let shared = 0;
    for (const three of theirs) if (own.has(three)) shared++;
    const like = (2 * shared) / (own.size + theirs.size);
    if (like >= LEAST_LIKE) found.push([word, id, like]);
  }
  return found
    .sort((a, b) => b[2] - a[2] || index.weightOf(b[1]) - index.weightOf(a[1]))
    .filter(([, id]) => stands(index, id))
    .slice(0, MOST - 1)
    .map(([word]) => word);
}

/** @param {string} word */
function threes(word) {
  const whole = ` ${word} `;
  const found = new Set();
  for (let i = 0; i + 3 <= whole.length && i < 40; i++) found.add(whole.slice(i, i + 3));
  return found;
}
