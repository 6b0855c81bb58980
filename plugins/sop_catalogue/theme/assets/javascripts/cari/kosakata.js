/* The words of the catalogue, and which of them a typed word may stand for. */
import { distance, isInitials, plain, roots, sameSpelling } from "./kata.js";

/** @import { Index } from "./indeks.js" */

/** How well a word stands for the one that was typed. */
export const SAME = 1;
export const OTHER_NAME = 0.95;
const SPELLING = 0.8;
export const FAMILY = 0.7;
export const BEGINNING = 0.6;
export const SLIP = 0.4;

/** What the words of the catalogue have in common. */
export class Vocabulary {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.sorted = index.words.map((_, id) => id).sort((a, b) => (index.words[a] < index.words[b] ? -1 : 1));
    /** @type {Map<string, Set<string>>} */
    this.roots = new Map();
    /** @type {Map<string, Set<string>>} */
    this.distinct = new Map();
    for (const [one, other] of index.distinct) {
      this._part(plain(one), plain(other));
      this._part(plain(other), plain(one));
    }
  }

  /**
   * @param {string} one
   * @param {string} other
   */
  _part(one, other) {
    this.distinct.set(one, (this.distinct.get(one) || new Set()).add(other));
  }

  /** @param {string} word */
  _roots(word) {
    let found = this.roots.get(word);
    if (!found) {
      found = roots(word);
      this.roots.set(word, found);
    }
    return found;
  }

  /**
   * The word itself, its other spellings, and its relatives, each with how well it stands for it.
   * @param {string} word
   * @returns {[id: number, quality: number][]}
   */
  family(word) {
    /** @type {[number, number][]} */
    const found = [];
    const own = this._roots(word);
    const tails = [...own]
      .map((root) => root.slice(1))
      .filter((tail, i, all) => !all.some((other, k) => k !== i && tail.includes(other) && other !== tail));
    const apart = this.distinct.get(word);
    this.index.words.forEach((other, id) => {
      if (apart?.has(other)) return;
      if (other === word) found.push([id, SAME]);
      else if (sameSpelling(word, other)) found.push([id, SPELLING]);
      else if (
        tails.some((tail) => other.includes(tail)) &&
        [...this._roots(other)].some((root) => own.has(root))
      )
        found.push([id, FAMILY]);
    });
    return found;
  }

  /**
   * Two words of the catalogue that a typed one joins: menandatangani, tanda tangan.
   * @param {string} word
   */
  halves(word) {
    const found = [];
    for (const root of this._roots(word)) {
      for (let cut = 4; cut <= root.length - 4; cut++) {
        const pair = [root.slice(0, cut), root.slice(cut)];
        if (pair.every((half) => this.index.ids.has(half))) found.push(pair);
      }
    }
    return found;
  }

  /**
   * The words that begin so, the commonest first.
   * @param {string} start
   */
  beginning(start) {
    const { words } = this.index;
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[this.sorted[middle]] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = low; i < this.sorted.length && words[this.sorted[i]].startsWith(start); i++)
      found.push(this.sorted[i]);
    const weight = new Map(found.map((id) => [id, this.index.weightOf(id)]));
    return found.sort((a, b) => (weight.get(b) || 0) - (weight.get(a) || 0));
  }

  /**
   * The nearest words within one slip, or two in a long word; none for numbers.
   * @param {string} word
   * @param {string[]} names
   */
  near(word, names) {
    if (word.length < 4 || /\d/.test(word) || word.length > 40 || isInitials(word)) return [];
    let most = word.length < 7 ? 1 : 2;
    /** @type {string[]} */
    let found = [];
    for (const other of [...this.index.words, ...names]) {
      if (word.length < 6 && other[0] !== word[0]) continue;
      const far = distance(word, other, most);
      if (far > most || this.distinct.get(word)?.has(other)) continue;
      if (far < most) [most, found] = [far, []];
      found.push(other);
    }
    return [...new Set(found)];
  }
}
