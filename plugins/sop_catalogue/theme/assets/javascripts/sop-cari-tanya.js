/* What a reader typed, as parts that each must be found: a word, a phrase, a name with its other names, an office. */
var SopTanya = (() => {
  "use strict";

  const MOST_LETTERS = 200,
    MOST_PARTS = 12,
    MOST_ENDINGS = 60;
  const { SAME, OTHER_NAME, FAMILY, BEGINNING, SLIP } = SopKosakata;

  const GOVERNMENT = /^(pemerintah|pemkab|pemkot|pemprov)$/;
  const KIND_OF_PLACE = /^(pemerintah|kabupaten|kota|provinsi|kab|prov|kepulauan)$/;

  /** All names of the catalogue: roles, abbreviations, and the offices that a name narrows to. */
  class Names {
    constructor(index) {
      this.others = new Map();
      this.offices = new Map();
      this.longest = 1;
      for (const group of index.names) {
        const names = group.map((name) => SopKata.split(name));
        for (const name of names) this._add(this.others, name, names);
      }
      index.units.forEach((unit, number) => {
        for (const name of officeNames(unit)) this._add(this.offices, name, [number]);
      });
      for (const group of index.names) this._shareOffices(group.map((name) => SopKata.split(name).join(" ")));
      this.alone = [...this.others.keys(), ...this.offices.keys()].filter((name) => !name.includes(" "));
    }

    /** Disdik narrows as Dinas Pendidikan does, where no office calls itself Disdik. */
    _shareOffices(names) {
      const meant = names.flatMap((name) => this.offices.get(name) || []);
      for (const name of meant.length ? names : []) if (!this.offices.has(name)) this.offices.set(name, meant);
    }

    _add(map, name, what) {
      const key = name.join(" ");
      map.set(key, [...(map.get(key) || []), ...what]);
      this.longest = Math.max(this.longest, name.length);
    }
  }

  /** In full, in short, by its first words; a government also without what kind it is. */
  function officeNames([unit, unitShort, pemda, pemdaShort]) {
    const names = [unit, unitShort, pemda, pemdaShort].map((name) => SopKata.split(name));
    for (let length = 2; length < names[0].length; length++) names.push(names[0].slice(0, length));
    for (const left of [GOVERNMENT, KIND_OF_PLACE]) names.push(names[2].filter((word) => !left.test(word)));
    return new Map(names.filter((name) => name.length).map((name) => [name.join(" "), name])).values();
  }

  /** The chunks of a query: quoted ones are phrases, and so is what is written in one piece (005/SOP). */
  function chunks(query) {
    const found = [];
    const text = query.slice(0, MOST_LETTERS);
    for (const [, quoted, bare] of text.matchAll(/["“”«»]([^"“”«»]*)["“”«»]?|([^\s"“”«»]+)/g)) {
      const words = SopKata.split(quoted ?? bare);
      const doubled = quoted === undefined && words.length === 2 && words[0] === words[1];
      if (words.length) found.push({ words: doubled ? words.slice(1) : words, fixed: quoted !== undefined });
    }
    if (found.length && !/\s$/.test(text)) found[found.length - 1].open = true;
    return found.slice(0, MOST_PARTS * 2);
  }

  class Query {
    constructor(index, names, vocabulary, text) {
      Object.assign(this, { index, names, vocabulary });
      const all = chunks(text);
      const telling = all.filter(
        (chunk) => chunk.fixed || chunk.words.length > 1 || !SopKata.LITTLE.has(chunk.words[0]),
      );
      this.parts = this._parts(all, telling.length ? telling : all).slice(0, MOST_PARTS);
      const last = all[all.length - 1];
      this.unfinished = last && last.open && !last.fixed ? last.words[last.words.length - 1] : "";
    }

    /** Names are looked for among all words, also the little ones that stand in them. */
    _parts(all, telling) {
      const parts = [];
      for (let i = 0, taken; i < all.length; i += taken) {
        const several = this._name(all, i) || (telling.includes(all[i]) && this._joined(all[i], all[i + 1]));
        if (several) parts.push(several.part);
        else if (telling.includes(all[i])) parts.push(this._part(all[i]));
        taken = several ? several.length : 1;
      }
      return parts;
    }

    /** The longest run of chunks from `i` on that is a known name. */
    _name(all, i) {
      const words = [];
      let found = null;
      for (let k = i; k < all.length && !all[k].fixed && words.length < this.names.longest; k++) {
        words.push(...all[k].words);
        const key = words.join(" ");
        const others = this.names.others.get(key),
          offices = this.names.offices.get(key);
        if (!offices && (!others || words.length === 1)) continue; // a lone word has relatives as well
        found = { length: k - i + 1, part: this._named([...words], others || [], offices) };
      }
      return found;
    }

    _named(words, others, offices) {
      const said = words.join(" ");
      const again = new Set([said]);
      const other = others.filter((name) => !again.has(name.join(" ")) && again.add(name.join(" ")));
      const phrases = [[words, SAME], ...other.map((name) => [name, OTHER_NAME])];
      const part = {
        said,
        words: this._asWords(phrases),
        phrases: phrases.filter(([name]) => name.length > 1),
      };
      if (offices) part.offices = new Set(offices);
      if (words.length > 1)
        part.apart = words
          .filter((word) => !SopKata.LITTLE.has(word))
          .map((word) => this._expanded(word, false));
      return part;
    }

    /** Names that are a word, and those of two that the catalogue also writes as one: tanda tangan, menandatangani. */
    _asWords(names) {
      const found = new Map();
      for (const [name, quality] of names) {
        if (name.length === 1 && this.index.ids.has(name[0])) note(found, this.index.ids.get(name[0]), quality);
        if (name.length !== 2 || name.some((word) => word.length < 4)) continue;
        for (const [id, near] of this.vocabulary.family(name.join("")))
          note(found, id, Math.min(near, OTHER_NAME));
      }
      return found;
    }

    /** Two words that no list of names holds, and the catalogue writes as one. */
    _joined(first, second) {
      if ([first, second].some((chunk) => !chunk || chunk.fixed || chunk.words.length > 1)) return null;
      const part = this._named([...first.words, ...second.words], [], null);
      return part.words.size ? { length: 2, part } : null;
    }

    _part({ words, fixed, open }) {
      if (words.length > 1) return this._inOnePiece(words, fixed, open);
      const [word] = words;
      const known = this._named([word], fixed ? [] : this.names.others.get(word) || [], null);
      if (fixed) return known;
      const wide = this._expanded(word, Boolean(open), known.words.size + known.phrases.length > 0);
      for (const [id, quality] of wide.words) note(known.words, id, quality);
      return {
        ...known,
        phrases: [...known.phrases, ...wide.phrases],
        guessed: wide.guessed,
        everyday: SopKata.isEveryday(word),
      };
    }

    /** What was quoted, or written without a space: 005/SOP, surat-menyurat. */
    _inOnePiece(words, fixed, open) {
      const part = { said: words.join(" "), words: new Map(), phrases: [[words, SAME, open && !fixed]] };
      return fixed ? part : { ...part, pieces: words.map((word) => this._expanded(word, false)) };
    }

    /** All words of the catalogue that a typed one may mean. */
    _expanded(word, open, known = false) {
      const words = new Map(this.vocabulary.family(word));
      const phrases = this.vocabulary.halves(word).map((pair) => [pair, FAMILY]);
      if (open || (!words.size && !phrases.length && !known)) {
        for (const id of this.vocabulary.beginning(word).slice(0, MOST_ENDINGS)) note(words, id, BEGINNING);
      }
      const guessed = !words.size && !phrases.length && !known && !SopKata.isEveryday(word);
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

    /** Nothing is like it: perhaps a slip of the finger. */
    _guess(word, words, phrases) {
      for (const near of this.vocabulary.near(word, this.names.alone)) {
        for (const [id, quality] of this.vocabulary.family(near)) note(words, id, quality * SLIP);
        for (const name of this.names.others.get(near) || []) {
          if (name.length > 1) phrases.push([name, SLIP]);
          else if (this.index.ids.has(name[0])) note(words, this.index.ids.get(name[0]), SLIP);
        }
      }
    }
  }

  function note(words, id, quality) {
    words.set(id, Math.max(words.get(id) || 0, quality));
  }

  return { Names, Query };
})();
