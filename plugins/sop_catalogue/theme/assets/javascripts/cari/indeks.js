/* The catalogue's texts as a search sees them: which word stands in which text, and what a text is to its page.
   The lists of hits are made here and not sent: MiniSearch, tried beside it on 1,000 SOPs, needs 2.8 MB and 190 ms
   to know single steps, this 0.5 MB and 70 ms, with every text at hand for phrases and for the results. */
import { SOP } from "./jenis.js";
import { split } from "./kata.js";
import { grouped, unpacked } from "./paket.js";
import { readTexts } from "./teks.js";

/**
 * @typedef {[name: string, short: string, pemda: string, pemdaShort: string, path: string]} Unit
 * @typedef {number | ((word: number) => boolean)} Wanted a word, or a test of one
 */

const SPELLED = "\x7f";

export class Index {
  /** @param {any} data */
  constructor(data) {
    /** @type {[path: string, unit: number, status: number, time?: number][]} a page that is no SOP has a kind for status */
    this.pages = data.halaman;
    /** @type {string[]} */
    this.times = data.waktu;
    /** @type {Unit[]} */
    this.units = data.unit;
    /** @type {string[]} */
    this.boxes = data.kotak;
    /** @type {string[]} */
    this.cells = data.sel;
    /** @type {string[][]} */
    this.names = data.sebutan;
    /** @type {[string, string][]} words that are never taken for one another */
    this.distinct = data.beda;
    /** @type {string[]} */
    this.entries = data.kata.split(" ");
    /** @type {number[]} of the text that is looked at, the same array for all */
    this.line = [];
    /** @type {string[]} */
    this.words = [];
    /** @type {Map<string, number>} */
    this.ids = new Map();
    const { start, words } = this._readEntries();
    this.entryStart = start;
    this.entryWords = words;
    this.byWord = grouped(words, entriesOf(start), words.length, this.words.length);
    const texts = readTexts(data.isi);
    this.codes = texts.codes;
    this.start = texts.start;
    this.kinds = texts.kinds;
    this.places = texts.places;
    this.textPages = texts.pages;
    this.pageText = texts.pageText;
    this.placeText = texts.placeText;
    this.placePage = texts.placePage;
    this.texts = texts.count;
    this.byEntry = grouped(texts.codes, texts.textOf, texts.length, this.entries.length);
  }

  /** The words of every entry; those of a whole text are the words of its entries. */
  _readEntries() {
    /** @type {(number[] | null)[]} */
    const own = this.entries.map((entry) => (entry[0] === SPELLED ? null : this._take(entry)));
    const parts = this.entries.map((entry, e) => (own[e] ? [e] : unpacked(entry.slice(1))));
    const start = new Uint32Array(parts.length + 1);
    for (let e = 0; e < parts.length; e++) {
      start[e + 1] = start[e];
      for (let k = 0; k < parts[e].length; k++) start[e + 1] += own[parts[e][k]]?.length || 0;
    }
    const words = new Uint32Array(start[parts.length]);
    for (let e = 0, at = 0; e < parts.length; e++) {
      for (let k = 0; k < parts[e].length; k++) {
        const said = own[parts[e][k]] || [];
        words.set(said, at);
        at += said.length;
      }
    }
    return { start, words };
  }

  /** @param {string} entry */
  _take(entry) {
    return split(entry).map((word) => {
      const id = this.ids.get(word) ?? this.words.push(word) - 1;
      this.ids.set(word, id);
      return id;
    });
  }

  /**
   * None, berlaku, konsep, diganti, dicabut.
   * @param {number} page
   */
  statusOf(page) {
    const [, unit, status] = this.pages[page];
    return unit < 0 ? 0 : status;
  }

  /** @param {number} page */
  kindOf(page) {
    const [, unit, kind] = this.pages[page];
    return unit < 0 ? kind : SOP;
  }

  /**
   * The unit of its page; -1 for a page that belongs to none.
   * @param {number} text
   */
  unitOf(text) {
    return this.pages[this.textPages[text]][1];
  }

  /**
   * How many texts hold the word; a text that holds it twice counts twice.
   * @param {number} word
   */
  weightOf(word) {
    let found = 0;
    this._eachEntry(word, (e) => {
      found += this.byEntry.start[e + 1] - this.byEntry.start[e];
    });
    return found;
  }

  /**
   * Every text that holds the word.
   * @param {number} word
   * @param {(text: number) => void} take
   */
  eachText(word, take) {
    const { start, members } = this.byEntry;
    this._eachEntry(word, (e) => {
      for (let i = start[e]; i < start[e + 1]; i++) take(members[i]);
    });
  }

  /**
   * @param {number} word
   * @param {(entry: number) => void} take
   */
  _eachEntry(word, take) {
    const { start, members } = this.byWord;
    for (let i = start[word]; i < start[word + 1]; i++)
      if (members[i] !== members[i - 1] || i === start[word]) take(members[i]);
  }

  /**
   * @param {number} text
   * @param {number[]} [found] what they are put into; it may be used again and again
   */
  wordsIn(text, found = []) {
    const { codes, entryStart, entryWords } = this;
    let length = 0;
    for (let i = this.start[text]; i < this.start[text + 1]; i++) {
      for (let k = entryStart[codes[i]]; k < entryStart[codes[i] + 1]; k++) found[length++] = entryWords[k];
    }
    found.length = length;
    return found;
  }

  /**
   * Whether the text holds the words side by side.
   * @param {number} text
   * @param {Wanted[]} phrase
   */
  holds(text, phrase) {
    const line = this.wordsIn(text, this.line);
    for (let from = 0; from + phrase.length <= line.length; from++) {
      let k = 0;
      while (k < phrase.length && isWanted(line[from + k], phrase[k])) k++;
      if (k === phrase.length) return true;
    }
    return false;
  }

  /**
   * The text as it was written.
   * @param {number} text
   */
  written(text) {
    const found = [];
    for (let i = this.start[text]; i < this.start[text + 1]; i++) found.push(this._spelled(this.codes[i]));
    return found.join(" ");
  }

  /** @param {number} entry */
  _spelled(entry) {
    const said = this.entries[entry];
    if (said[0] !== SPELLED) return said;
    return unpacked(said.slice(1))
      .map((part) => this.entries[part])
      .join(" ");
  }

  /**
   * The texts of one kind, of a page's head and boxes.
   * @param {number} page
   * @param {number} kind
   */
  ofPage(page, kind) {
    return this._ofKind(this.pageText[page], this.pageText[page + 1], kind);
  }

  /**
   * @param {number} place
   * @param {number} kind
   */
  ofPlace(place, kind) {
    const next = this.placeText[place + 1] ?? this.texts;
    return this._ofKind(this.placeText[place], next, kind);
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {number} kind
   */
  _ofKind(from, to, kind) {
    const found = [];
    for (let i = from; i < to && this.kinds[i] <= kind; i++) if (this.kinds[i] === kind) found.push(i);
    return found;
  }
}

/**
 * Which entry each word of all entries belongs to.
 * @param {Uint32Array} start
 */
function entriesOf(start) {
  const entries = new Uint32Array(start[start.length - 1]);
  for (let e = 0; e + 1 < start.length; e++) entries.fill(e, start[e], start[e + 1]);
  return entries;
}

/**
 * @param {number} word
 * @param {Wanted} wanted
 */
function isWanted(word, wanted) {
  return typeof wanted === "number" ? wanted === word : wanted(word);
}
