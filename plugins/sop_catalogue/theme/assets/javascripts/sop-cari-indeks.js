/* The catalogue's texts as a search sees them: which word stands in which text, and what a text is to its page.
   The lists of hits are made here and not sent: MiniSearch, tried beside it on 1,000 SOPs, needs 2.8 MB and 190 ms
   to know single steps, this 0.5 MB and 70 ms, with every text at hand for phrases and for the results. */
var SopIndeks = (() => {
  "use strict";

  const FIRST = 0x30,
    DOUBLE = 0xd800;
  const [ITEM_END, SLOT_END, PART_END, PAGE_END] = [0x2c, 0x20, 0x21, 0x23];
  const SPELLED = "\x7f";

  /** Kinds of texts: of the head, then of the boxes, then of the places (steps, sections). */
  const [TITLE, NUMBER, NAMES] = [0, 1, 2];
  const BOX = 16;
  const [ANCHOR, STEP, LANES, TEXT, CELL] = [32, 33, 34, 35, 36];

  /** The members of every key, those of one key together: from `start[key]` to `start[key + 1]`. */
  function grouped(keys, values, count, size) {
    const start = new Uint32Array(size + 1);
    for (let i = 0; i < count; i++) start[keys[i] + 1]++;
    for (let i = 0; i < size; i++) start[i + 1] += start[i];
    const next = start.slice(0, size);
    const members = new Uint32Array(count);
    for (let i = 0; i < count; i++) members[next[keys[i]]++] = values[i];
    return { start, members };
  }

  /** The number that stands at `i`: as one character, or as two of which the first comes from U+E000 on. */
  function entryAt(text, i) {
    const code = text.charCodeAt(i);
    return code < DOUBLE
      ? code - FIRST
      : DOUBLE - FIRST + (code - 0xe000) * 4096 + text.charCodeAt(i + 1) - FIRST;
  }

  /** The entries that a packed text names. */
  function unpacked(text) {
    const found = [];
    for (let i = 0; i < text.length; i += text.charCodeAt(i) < DOUBLE ? 1 : 2) found.push(entryAt(text, i));
    return found;
  }

  class Index {
    constructor(data) {
      this.pages = data.halaman;
      this.units = data.unit;
      this.boxes = data.kotak;
      this.cells = data.sel;
      this.names = data.sebutan;
      this.entries = data.kata.split(" ");
      this.line = []; // of the text that is looked at, the same array for all
      this._readEntries();
      this._readTexts(data.isi);
    }

    /** The words of every entry; those of a whole text are the words of its entries. */
    _readEntries() {
      this.words = [];
      this.ids = new Map();
      const own = this.entries.map((entry) => (entry[0] === SPELLED ? null : this._take(entry)));
      const parts = this.entries.map((entry, e) => (own[e] ? [e] : unpacked(entry.slice(1))));
      const start = new Uint32Array(parts.length + 1);
      for (let e = 0; e < parts.length; e++) {
        start[e + 1] = start[e];
        for (let k = 0; k < parts[e].length; k++) start[e + 1] += own[parts[e][k]].length;
      }
      const length = start[parts.length];
      const words = new Uint32Array(length),
        entries = new Uint32Array(length);
      for (let e = 0, at = 0; e < parts.length; e++) {
        for (let k = 0; k < parts[e].length; k++) {
          words.set(own[parts[e][k]], at);
          at += own[parts[e][k]].length;
        }
        entries.fill(e, start[e], at);
      }
      Object.assign(this, { entryStart: start, entryWords: words });
      this.byWord = grouped(words, entries, length, this.words.length);
    }

    _take(entry) {
      return SopKata.split(entry).map((word) => {
        let id = this.ids.get(word);
        if (id === undefined) this.ids.set(word, (id = this.words.push(word) - 1));
        return id;
      });
    }

    /** Every text with its page, its place if it stands in one, and its kind. */
    _readTexts(packed) {
      const most = packed.length + 1;
      const codes = new Uint32Array(most),
        textOf = new Uint32Array(most);
      const start = new Uint32Array(most),
        pages = new Uint32Array(most),
        places = new Int32Array(most);
      const kinds = new Uint8Array(most);
      const pageText = [0],
        placeText = [],
        placePage = [];
      let length = 0,
        text = 0,
        page = 0,
        part = 0,
        slot = 0;
      for (let i = 0; i < packed.length; i++) {
        const code = packed.charCodeAt(i);
        if (code >= FIRST) {
          textOf[length] = text;
          codes[length++] = entryAt(packed, i);
          if (code >= DOUBLE) i++;
          continue;
        }
        if (length > start[text]) {
          pages[text] = page;
          places[text] = part > 1 ? placePage.length - 1 : -1;
          kinds[text] = part === 0 ? slot : part === 1 ? BOX + slot : ANCHOR + slot;
          start[++text] = length;
        }
        if (code === ITEM_END) continue;
        if (code === SLOT_END) {
          slot++;
          continue;
        }
        slot = 0;
        part = code === PART_END ? part + 1 : 0;
        if (code === PAGE_END) pageText[++page] = text;
        if (part > 1) placeText[placePage.push(page) - 1] = text;
      }
      Object.assign(this, {
        codes,
        start,
        kinds,
        places,
        textPages: pages,
        pageText,
        placeText,
        placePage,
        texts: text,
      });
      this.byEntry = grouped(codes, textOf, length, this.entries.length);
    }

    /** The unit of its page; -1 for a page that belongs to none. */
    unitOf(text) {
      return this.pages[this.textPages[text]][1];
    }

    /** How many texts hold the word; a text that holds it twice counts twice. */
    weightOf(word) {
      let found = 0;
      this._eachEntry(word, (e) => (found += this.byEntry.start[e + 1] - this.byEntry.start[e]));
      return found;
    }

    /** Every text that holds the word. */
    eachText(word, take) {
      const { start, members } = this.byEntry;
      this._eachEntry(word, (e) => {
        for (let i = start[e]; i < start[e + 1]; i++) take(members[i]);
      });
    }

    _eachEntry(word, take) {
      const { start, members } = this.byWord;
      for (let i = start[word]; i < start[word + 1]; i++)
        if (members[i] !== members[i - 1] || i === start[word]) take(members[i]);
    }

    /** Into `found`, which may be used again and again. */
    wordsIn(text, found = []) {
      const { codes, entryStart, entryWords } = this;
      let length = 0;
      for (let i = this.start[text]; i < this.start[text + 1]; i++) {
        for (let k = entryStart[codes[i]]; k < entryStart[codes[i] + 1]; k++) found[length++] = entryWords[k];
      }
      found.length = length;
      return found;
    }

    /** Whether the text holds the words side by side; instead of its id, a word may be a test of one. */
    holds(text, phrase) {
      const line = this.wordsIn(text, this.line);
      for (let from = 0; from + phrase.length <= line.length; from++) {
        let k = 0;
        while (
          k < phrase.length &&
          (typeof phrase[k] === "number" ? phrase[k] === line[from + k] : phrase[k](line[from + k]))
        )
          k++;
        if (k === phrase.length) return true;
      }
      return false;
    }

    /** The text as it was written. */
    written(text) {
      const found = [];
      for (let i = this.start[text]; i < this.start[text + 1]; i++) found.push(this._spelled(this.codes[i]));
      return found.join(" ");
    }

    _spelled(entry) {
      const said = this.entries[entry];
      if (said[0] !== SPELLED) return said;
      return unpacked(said.slice(1))
        .map((part) => this.entries[part])
        .join(" ");
    }

    /** The numbers of the texts of one kind, of a page's head and boxes, or of a place. */
    ofPage(page, kind) {
      return this._ofKind(this.pageText[page], this.pageText[page + 1], kind);
    }

    ofPlace(place, kind) {
      const next = this.placeText[place + 1] ?? this.texts;
      return this._ofKind(this.placeText[place], next, kind);
    }

    _ofKind(from, to, kind) {
      const found = [];
      for (let i = from; i < to && this.kinds[i] <= kind; i++) if (this.kinds[i] === kind) found.push(i);
      return found;
    }
  }

  return { Index, TITLE, NUMBER, NAMES, BOX, ANCHOR, STEP, LANES, TEXT, CELL };
})();
