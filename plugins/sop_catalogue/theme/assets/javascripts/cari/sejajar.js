/* How two parts that were asked for one after the other fare where a text holds them so. */

/**
 * @import { Index } from "./indeks.js"
 * @import { Hits, Worth } from "./nilai.js"
 * @import { Part } from "./tanya.js"
 */

const BESIDE = 0.5;

export class SideBySide {
  /**
   * @param {Worth} worth
   * @param {[Part, Part]} parts
   * @param {[Hits, Hits]} hits
   */
  constructor(worth, parts, hits) {
    const { index } = worth;
    this.page = new Float32Array(index.pages.length);
    this.place = new Float32Array(index.placePage.length);
    this.inSop = false;
    this.weight = (BESIDE * (hits[0].weight + hits[1].weight)) / 2;
    const [rarer] = parts.map(({ words }) => words).sort((a, b) => weightOf(index, a) - weightOf(index, b));
    for (const word of rarer.keys()) {
      index.eachText(word, (text) => {
        const page = index.textPages[text];
        const place = index.places[text];
        if (!hits[0].page[page] || !hits[1].page[page]) return;
        const value = this._value(worth, text, parts);
        if (!value) return;
        if (index.unitOf(text) >= 0) this.inSop = true;
        if (value > this.page[page]) this.page[page] = value;
        if (place >= 0 && value > this.place[place]) this.place[place] = value;
      });
    }
  }

  /**
   * Little words may stand between them.
   * @param {Worth} worth
   * @param {number} text
   * @param {[Part, Part]} parts
   */
  _value(worth, text, [first, second]) {
    let found = 0;
    let before = 0;
    let last = 0;
    for (const word of worth.index.wordsIn(text)) {
      if (worth.little.has(word)) continue;
      const quality = before && before * (second.words.get(word) || 0);
      if (quality) found = Math.max(found, quality * worth.of([last, word], text));
      before = first.words.get(word) || 0;
      last = word;
    }
    return found;
  }
}

/**
 * @param {Index} index
 * @param {Map<number, number>} words
 */
function weightOf(index, words) {
  let found = 0;
  for (const word of words.keys()) found += index.weightOf(word);
  return found;
}
