/* What it is worth where a page holds what was asked for, word by word. */
import { GUIDE } from "./jenis.js";
import { LITTLE, split } from "./kata.js";
import { ANCHOR, BOX, CELL, LANES, NAMES, NUMBER, TEXT, TITLE } from "./teks.js";

/**
 * @import { Index } from "./indeks.js"
 * @import { Part, Phrase } from "./tanya.js"
 */

/** What a word is worth by where it stands. */
const WEIGHT = new Float32Array(64).fill(1.1);
WEIGHT.fill(0.7, BOX, ANCHOR);
WEIGHT[TITLE] = 3;
WEIGHT[NUMBER] = 3;
WEIGHT[NAMES] = 2;
WEIGHT[LANES] = 1.8;
WEIGHT[TEXT] = 1.6;
WEIGHT[CELL] = 1.2;
/** On pages that are no SOP: the heading of a section, and what stands below it. */
const HEADING = 2;
const QUIET = 0.35;
/** The name of an office on its SOPs, and on the lists of them. */
const OFFICE = 0.9;
const LIST = 1.5;
const APART = 0.6;
const GUESSED = 0.5;

export class Worth {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.offices = index.units.map(([name]) => new Set(split(name).map((word) => index.ids.get(word))));
    this.officeNames = index.units.map((unit) => {
      const words = split(unit.slice(0, 4).join(" "));
      return { ids: words.map((word) => index.ids.get(word)), said: ` ${words.join(" ")} ` };
    });
    this.little = new Set([...LITTLE].map((word) => index.ids.get(word)));
  }

  /**
   * Of words in a text.
   * @param {number[]} words
   * @param {number} text
   */
  of(words, text) {
    const kind = this.index.kinds[text];
    const unit = this.index.unitOf(text);
    if (kind === TITLE) return this.nameOffice(words, unit) ? OFFICE : WEIGHT[TITLE];
    if (unit >= 0) return WEIGHT[kind];
    if (kind === NAMES && this.index.kindOf(this.index.textPages[text]) !== GUIDE) return WEIGHT[kind];
    return kind === TEXT ? HEADING : WEIGHT[kind] * QUIET;
  }

  /**
   * Many titles end with the name of the office: that tells its SOPs from no other.
   * @param {number[]} words
   * @param {number} unit
   */
  nameOffice(words, unit) {
    return unit >= 0 && words.every((word) => this.offices[unit].has(word));
  }
}

/** How one part of a query fares, page by page and place by place. */
export class Hits {
  /**
   * @param {Worth} worth
   * @param {Part} part
   */
  constructor(worth, part) {
    const { index } = worth;
    this.index = index;
    this.worth = worth;
    this.page = new Float32Array(index.pages.length);
    this.place = new Float32Array(index.placePage.length);
    this.title = new Float32Array(index.pages.length);
    this.heading = new Float32Array(index.pages.length);
    this.count = new Uint16Array(index.pages.length);
    /** Whether a page without it is no answer. */
    this.needed = true;
    if (part.offices) this._offices(part, part.offices);
    else this._texts(part);
    this.together = this._found((page) => index.pages[page][1] >= 0);
    if (part.apart?.length && !part.offices) this._apart(part.apart);
    const found = this._found(() => true);
    this.weight = found ? Math.log(1 + index.pages.length / found) * (part.guessed ? GUESSED : 1) : 0;
  }

  /** @param {(page: number) => boolean} counts */
  _found(counts) {
    let found = 0;
    for (let page = 0; page < this.page.length; page++) if (this.page[page] > 0 && counts(page)) found++;
    return found;
  }

  /**
   * A name of an office narrows to its SOPs, to the list of them, and to what is called so.
   * @param {Part} part
   * @param {Set<number>} offices
   */
  _offices(part, offices) {
    const lists = [...offices].map((unit) => this.index.units[unit][4]);
    for (const [page, [path, unit]] of this.index.pages.entries()) {
      if (offices.has(unit)) this.page[page] = OFFICE;
      else if (unit < 0 && lists.some((list) => path.startsWith(list)))
        this.page[page] = this.title[page] = LIST;
    }
    const { kinds } = this.index;
    this._texts(part, (text) => kinds[text] === TITLE || kinds[text] === NAMES);
  }

  /**
   * @param {Part} part
   * @param {(text: number) => boolean} [fits]
   */
  _texts(part, fits = () => true) {
    for (const [word, quality] of part.words) {
      const words = [word];
      this.index.eachText(word, (text) => {
        if (fits(text)) this._note(text, quality, words);
      });
    }
    for (const phrase of part.phrases) this._phrase(phrase, fits);
    this._units(part);
  }

  /**
   * @param {number} text
   * @param {number} quality
   * @param {number[]} words
   */
  _note(text, quality, words) {
    const { kinds, textPages, places } = this.index;
    const kind = kinds[text];
    const page = textPages[text];
    const value = quality * this.worth.of(words, text);
    const isTitle = kind <= NUMBER || (kind === NAMES && this.index.unitOf(text) < 0);
    if (isTitle && value > this.title[page]) this.title[page] = value;
    if (kind === TEXT && value > this.heading[page] && this.index.unitOf(text) < 0)
      this.heading[page] = value;
    if (value > this.page[page]) this.page[page] = value;
    if (places[text] >= 0 && value > this.place[places[text]]) this.place[places[text]] = value;
    if (this.count[page] < 999) this.count[page]++;
  }

  /**
   * Texts that hold the words in their order, side by side; the last may be unfinished.
   * @param {Phrase} phrase
   * @param {(text: number) => boolean} fits
   */
  _phrase([phrase, quality, open], fits) {
    const { ids, words } = this.index;
    const whole = open ? phrase.slice(0, -1) : phrase;
    const known = whole.flatMap((word) => ids.get(word) ?? []);
    if (!known.length || known.length < whole.length) return;
    const start = phrase[phrase.length - 1];
    const wanted = open ? [...known, (/** @type {number} */ id) => words[id].startsWith(start)] : known;
    const weights = known.map((id) => this.index.weightOf(id));
    const rarest = known[weights.indexOf(Math.min(...weights))];
    this.index.eachText(rarest, (text) => {
      if (fits(text) && this.index.holds(text, wanted)) this._note(text, quality, known);
    });
  }

  /**
   * What the offices of the SOPs are called.
   * @param {Part} part
   */
  _units(part) {
    const phrases = part.phrases.map(([words, quality]) => ({ phrase: ` ${words.join(" ")} `, quality }));
    const worth = this.worth.officeNames.map(({ ids, said }) => {
      const words = ids.map((id) => (id !== undefined && part.words.get(id)) || 0);
      return Math.max(
        0,
        ...words,
        ...phrases.map(({ phrase, quality }) => (said.includes(phrase) ? quality : 0)),
      );
    });
    if (!worth.some(Boolean)) return;
    for (const [page, [, unit]] of this.index.pages.entries())
      if (unit >= 0) this.page[page] = Math.max(this.page[page], worth[unit] * OFFICE);
  }

  /**
   * The words of a name where they do not stand together.
   * @param {Part[]} parts
   */
  _apart(parts) {
    const each = parts.map((part) => new Hits(this.worth, part));
    for (const kind of /** @type {const} */ (["page", "title", "heading", "place"])) {
      const least = each[0][kind];
      for (const hits of each)
        for (let i = 0; i < least.length; i++) if (hits[kind][i] < least[i]) least[i] = hits[kind][i];
      for (let i = 0; i < least.length; i++)
        if (APART * least[i] > this[kind][i]) this[kind][i] = APART * least[i];
    }
  }
}

export const MOST = WEIGHT[TITLE];
