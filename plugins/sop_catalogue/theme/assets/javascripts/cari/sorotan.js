/* What was asked for, marked wherever it stands in the results, and named for the page itself. */
import { escaped } from "./judul.js";
import { LITTLE, plain, WORD } from "./kata.js";

/**
 * @import { Index, Wanted } from "./indeks.js"
 * @import { Part, Phrase } from "./tanya.js"
 */

const TERMS = 8;
const LONGEST = 220;
const BEFORE = 60;

export class Highlight {
  /**
   * @param {Index} index
   * @param {Part[]} parts
   */
  constructor(index, parts) {
    this.index = index;
    /** @type {Set<string>} */
    this.words = new Set();
    /** @type {Set<number>} */
    this.ids = new Set();
    /** @type {{ phrase: string[], open?: boolean, ids: Wanted[] }[]} */
    this.phrases = [];
    for (const part of parts) this._add(part);
  }

  /** @param {Part} part */
  _add(part) {
    for (const id of part.words.keys()) {
      this.ids.add(id);
      this.words.add(this.index.words[id]);
    }
    for (const phrase of part.phrases) this._addPhrase(phrase);
    for (const single of part.apart || []) this._add(single);
  }

  /** @param {Phrase} phrase */
  _addPhrase([phrase, , open]) {
    const start = phrase[phrase.length - 1];
    const whole = open ? phrase.slice(0, -1) : phrase;
    /** @type {Wanted[]} */
    const ids = whole.flatMap((word) => this.index.ids.get(word) ?? []);
    if (ids.length < whole.length) return;
    if (open) ids.push((id) => this.index.words[id].startsWith(start));
    this.phrases.push({ phrase, open, ids });
  }

  /**
   * The words of the text that were asked for.
   * @param {number} text
   */
  inText(text) {
    const phrases = this.phrases.filter(({ ids }) => this.index.holds(text, ids));
    return [
      ...this.index.wordsIn(text).filter((id) => this.ids.has(id)),
      ...phrases.map(({ phrase }) => this.index.ids.get(phrase[0])),
    ];
  }

  /**
   * A text, or what stands around the first word that was asked for when it is long.
   * @param {number} text
   * @param {number} [longest]
   */
  shown(text, longest = LONGEST) {
    const written = this.index.written(text);
    if (written.length <= longest) return this.marked(written);
    const [first] = this._spots(written);
    let from = Math.max(0, (first ? first.index : 0) - BEFORE);
    if (from) from = written.indexOf(" ", from) + 1;
    if (written.length <= from + longest) return `… ${this.marked(written.slice(from))}`;
    const space = written.lastIndexOf(" ", from + longest);
    const to = space > from ? space : from + longest;
    return `${from ? "… " : ""}${this.marked(written.slice(from, to))} …`;
  }

  /**
   * As HTML.
   * @param {string} text
   */
  marked(text) {
    let html = "";
    let end = 0;
    for (const { 0: word, index } of this._spots(text)) {
      html += `${escaped(text.slice(end, index))}<mark data-md-highlight>${escaped(word)}</mark>`;
      end = index + word.length;
    }
    return html + escaped(text.slice(end));
  }

  /**
   * Where in the text stands what was asked for.
   * @param {string} text
   */
  _spots(text) {
    const words = [...text.matchAll(WORD)];
    const said = words.map(([word]) => plain(word));
    const lit = said.map((word) => this.words.has(word));
    for (const { phrase, open } of this.phrases) {
      for (let i = 0; i + phrase.length <= said.length; i++) {
        const fits = phrase.every((word, k) =>
          open && k === phrase.length - 1 ? said[i + k].startsWith(word) : said[i + k] === word,
        );
        if (fits) lit.fill(true, i, i + phrase.length);
      }
    }
    return words.filter((_, i) => lit[i]);
  }

  /**
   * What is marked on the pages themselves.
   * @param {Part[]} parts
   */
  terms(parts) {
    const said = parts.flatMap((part) => part.said.split(" "));
    const known = new Set([...this.words, ...this.phrases.flatMap(({ phrase }) => phrase)]);
    const words = new Set([...said.filter((word) => known.has(word)), ...known]);
    const telling = [...words].filter((word) => word.length > 2 && !LITTLE.has(word));
    return Object.fromEntries(telling.slice(0, TERMS).map((word) => [word, true]));
  }
}
