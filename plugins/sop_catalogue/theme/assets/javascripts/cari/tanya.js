/* What a reader typed, as parts that each must be found: a word, a phrase, a name with its other names, an office. */
import { LAW, SOP } from "./jenis.js";
import { isEveryday, LITTLE, split } from "./kata.js";
import { BEGINNING, FAMILY, OTHER_NAME, SAME, SLIP } from "./kosakata.js";

/**
 * @import { Index } from "./indeks.js"
 * @import { Vocabulary } from "./kosakata.js"
 * @import { Names } from "./nama.js"
 */

/** @typedef {[words: string[], quality: number, open?: boolean]} Phrase the last word of an open one may be unfinished */

/**
 * @typedef {object} Part
 * @property {string} said
 * @property {Map<number, number>} words that stand for it, each with how well
 * @property {Phrase[]} phrases
 * @property {Set<number>} [offices] that it narrows to
 * @property {Part[]} [apart] a name's words, where they do not stand together
 * @property {Part[]} [pieces] the words of what was written in one piece
 * @property {boolean} [guessed]
 * @property {boolean} [everyday]
 */

const MOST_LETTERS = 200;
const MOST_PARTS = 12;
const MOST_ENDINGS = 60;

/**
 * @typedef {object} Chunk
 * @property {string[]} words
 * @property {boolean} fixed quoted
 * @property {boolean} [open] perhaps not typed to its end
 */

/**
 * Quoted ones are phrases, and so is what is written in one piece (005/SOP).
 * @param {string} query
 */
function chunks(query) {
  /** @type {Chunk[]} */
  const found = [];
  const text = query.slice(0, MOST_LETTERS);
  for (const [, quoted, bare] of text.matchAll(/["“”«»]([^"“”«»]*)["“”«»]?|([^\s"“”«»]+)/g)) {
    const words = split(quoted ?? bare);
    const doubled = quoted === undefined && words.length === 2 && words[0] === words[1];
    if (words.length) found.push({ words: doubled ? words.slice(1) : words, fixed: quoted !== undefined });
  }
  if (found.length && !/\s$/.test(text)) found[found.length - 1].open = true;
  return found.slice(0, MOST_PARTS * 2);
}

/** @param {Chunk} chunk */
function tells({ fixed, words }) {
  return fixed || words.length > 1 || !LITTLE.has(words[0]);
}

/**
 * Whether a box of every SOP is called so: what its legal basis says tells, not these words.
 * @param {Chunk[]} all
 * @param {number} i
 */
function isBox(all, i) {
  const [first, second] = all.slice(Math.max(0, i), i + 2);
  return i >= 0 && first?.words[0] === "dasar" && second?.words[0] === "hukum";
}

export class Query {
  /**
   * @param {Index} index
   * @param {Names} names
   * @param {Vocabulary} vocabulary
   * @param {string} text
   */
  constructor(index, names, vocabulary, text) {
    this.index = index;
    this.names = names;
    this.vocabulary = vocabulary;
    const all = chunks(text);
    const telling = all.filter((chunk, i) => tells(chunk) && !isBox(all, i) && !isBox(all, i - 1));
    /** Of which kind the answer is meant to be. */
    this.kind = all.some((_, i) => isBox(all, i)) ? LAW : SOP;
    this.parts = this._parts(all, telling.length ? telling : all).slice(0, MOST_PARTS);
    const last = all[all.length - 1];
    this.unfinished = last?.open && !last.fixed ? last.words[last.words.length - 1] : "";
  }

  /**
   * Names are looked for among all words, also the little ones that stand in them.
   * @param {Chunk[]} all
   * @param {Chunk[]} telling
   */
  _parts(all, telling) {
    const parts = [];
    for (let i = 0, taken = 1; i < all.length; i += taken) {
      const several = this._name(all, i) || (telling.includes(all[i]) && this._joined(all[i], all[i + 1]));
      if (several) parts.push(several.part);
      else if (telling.includes(all[i])) parts.push(this._part(all[i]));
      taken = several ? several.length : 1;
    }
    return parts;
  }

  /**
   * The longest run of chunks from `i` on that is a known name.
   * @param {Chunk[]} all
   * @param {number} i
   * @returns {{ length: number, part: Part } | null}
   */
  _name(all, i) {
    /** @type {string[]} */
    const words = [];
    let found = null;
    for (let k = i; k < all.length && !all[k].fixed && words.length < this.names.longest; k++) {
      words.push(...all[k].words);
      const key = words.join(" ");
      const others = this.names.others.get(key);
      const offices = this.names.offices.get(key);
      if (!offices && (!others || words.length === 1)) continue; // a lone word has relatives as well
      found = { length: k - i + 1, part: this._named([...words], others || [], offices) };
    }
    return found;
  }

  /**
   * @param {string[]} words
   * @param {string[][]} others
   * @param {number[]} [offices]
   */
  _named(words, others, offices) {
    const said = words.join(" ");
    const again = new Set([said]);
    const other = others.filter((name) => !again.has(name.join(" ")) && again.add(name.join(" ")));
    /** @type {Phrase[]} */
    const phrases = [[words, SAME], ...other.map((name) => /** @type {Phrase} */ ([name, OTHER_NAME]))];
    /** @type {Part} */
    const part = {
      said,
      words: this._asWords(phrases),
      phrases: phrases.filter(([name]) => name.length > 1),
    };
    if (offices) part.offices = new Set(offices);
    if (words.length > 1)
      part.apart = words.filter((word) => !LITTLE.has(word)).map((word) => this._expanded(word, false));
    return part;
  }

  /**
   * Names that are a word, and those of two that the catalogue also writes as one: tanda tangan, menandatangani.
   * @param {Phrase[]} names
   */
  _asWords(names) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const [name, quality] of names) {
      const id = name.length === 1 ? this.index.ids.get(name[0]) : undefined;
      if (id !== undefined) note(found, id, quality);
      if (name.length !== 2 || name.some((word) => word.length < 4)) continue;
      for (const [id, near] of this.vocabulary.family(name.join("")))
        note(found, id, Math.min(near, OTHER_NAME));
    }
    return found;
  }

  /**
   * Two words that no list of names holds, and the catalogue writes as one.
   * @param {Chunk} first
   * @param {Chunk | undefined} second
   */
  _joined(first, second) {
    if (!second || [first, second].some((chunk) => chunk.fixed || chunk.words.length > 1)) return null;
    const part = this._named([...first.words, ...second.words], []);
    return part.words.size ? { length: 2, part } : null;
  }

  /**
   * @param {Chunk} chunk
   * @returns {Part}
   */
  _part({ words, fixed, open }) {
    if (words.length > 1) return this._inOnePiece(words, fixed, open);
    const [word] = words;
    const known = this._named([word], fixed ? [] : this.names.others.get(word) || []);
    if (fixed) return known;
    const wide = this._expanded(word, Boolean(open), known.words.size + known.phrases.length > 0);
    for (const [id, quality] of wide.words) note(known.words, id, quality);
    return {
      ...known,
      phrases: [...known.phrases, ...wide.phrases],
      guessed: wide.guessed,
      everyday: isEveryday(word),
    };
  }

  /**
   * What was quoted, or written without a space: 005/SOP, surat-menyurat.
   * @param {string[]} words
   * @param {boolean} fixed
   * @param {boolean} [open]
   * @returns {Part}
   */
  _inOnePiece(words, fixed, open) {
    /** @type {Part} */
    const part = { said: words.join(" "), words: new Map(), phrases: [[words, SAME, open && !fixed]] };
    return fixed ? part : { ...part, pieces: words.map((word) => this._expanded(word, false)) };
  }

  /**
   * All words of the catalogue that a typed one may mean.
   * @param {string} word
   * @param {boolean} open
   * @param {boolean} [known]
   * @returns {Part}
   */
  _expanded(word, open, known = false) {
    const words = new Map(this.vocabulary.family(word));
    const phrases = this.vocabulary.halves(word).map((pair) => /** @type {Phrase} */ ([pair, FAMILY]));
    if (open || (!words.size && !phrases.length && !known)) {
      for (const id of this.vocabulary.beginning(word).slice(0, MOST_ENDINGS)) note(words, id, BEGINNING);
    }
    const guessed = !words.size && !phrases.length && !known && !isEveryday(word);
    if (guessed) this._guess(word, words, phrases);
    return { said: word, words, phrases, guessed };
  }

  /** How the last word may go on, as the search box offers it. */
  completed() {
    if (this.unfinished.length < 2) return [];
    const [id] = this.vocabulary.beginning(this.unfinished);
    const whole = this.index.words[id];
    return whole === undefined || whole === this.unfinished ? [] : [whole];
  }

  /**
   * Nothing is like it: perhaps a slip of the finger.
   * @param {string} word
   * @param {Map<number, number>} words
   * @param {Phrase[]} phrases
   */
  _guess(word, words, phrases) {
    for (const near of this.vocabulary.near(word, this.names.alone)) {
      for (const [id, quality] of this.vocabulary.family(near)) note(words, id, quality * SLIP);
      for (const name of this.names.others.get(near) || []) {
        const id = this.index.ids.get(name[0]);
        if (name.length > 1) phrases.push([name, SLIP]);
        else if (id !== undefined) note(words, id, SLIP);
      }
    }
  }
}

/**
 * @param {Map<number, number>} words
 * @param {number} id
 * @param {number} quality
 */
function note(words, id, quality) {
  words.set(id, Math.max(words.get(id) || 0, quality));
}
