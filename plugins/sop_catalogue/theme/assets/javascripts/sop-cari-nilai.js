/* What it is worth where a page holds what was asked for: word by word, and side by side. */
var SopNilai = (() => {
  "use strict";

  const { TITLE, NUMBER, NAMES, BOX, ANCHOR, LANES, TEXT, CELL } = SopIndeks;

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
  const HEADING = 2,
    QUIET = 0.35;
  /** The name of an office on its SOPs, and on the lists of them. */
  const OFFICE = 0.9,
    LIST = 1.5;
  const APART = 0.6,
    BESIDE = 0.5,
    GUESSED = 0.5;

  class Worth {
    constructor(index) {
      this.index = index;
      this.offices = index.units.map(
        ([name]) => new Set(SopKata.split(name).map((word) => index.ids.get(word))),
      );
      this.officeNames = index.units.map((unit) => {
        const words = SopKata.split(unit.slice(0, 4).join(" "));
        return { ids: words.map((word) => index.ids.get(word)), said: ` ${words.join(" ")} ` };
      });
      this.little = new Set([...SopKata.LITTLE].map((word) => index.ids.get(word)));
    }

    /** Of words in a text. */
    of(words, text) {
      const kind = this.index.kinds[text],
        unit = this.index.unitOf(text);
      if (kind === TITLE) return this.nameOffice(words, unit) ? OFFICE : WEIGHT[TITLE];
      if (unit >= 0) return WEIGHT[kind];
      return kind === TEXT ? HEADING : WEIGHT[kind] * QUIET;
    }

    /** Many titles end with the name of the office: that tells its SOPs from no other. */
    nameOffice(words, unit) {
      return unit >= 0 && words.every((word) => this.offices[unit].has(word));
    }
  }

  /** How one part of a query fares, page by page and place by place. */
  class Hits {
    constructor(worth, part) {
      const { index } = worth;
      this.index = index;
      this.worth = worth;
      this.page = new Float32Array(index.pages.length);
      this.place = new Float32Array(index.placePage.length);
      this.title = new Float32Array(index.pages.length);
      this.heading = new Float32Array(index.pages.length);
      this.count = new Uint16Array(index.pages.length);
      if (part.offices) this._offices(part);
      else this._texts(part);
      this.together = this._found((page) => index.pages[page][1] >= 0);
      if (part.apart?.length && !part.offices) this._apart(part.apart);
      const found = this._found(() => true);
      this.weight = found ? Math.log(1 + index.pages.length / found) * (part.guessed ? GUESSED : 1) : 0;
    }

    _found(counts) {
      let found = 0;
      for (let page = 0; page < this.page.length; page++) if (this.page[page] > 0 && counts(page)) found++;
      return found;
    }

    /** A name of an office narrows to its SOPs, to the list of them, and to what is called so. */
    _offices(part) {
      const lists = [...part.offices].map((unit) => this.index.units[unit][4]);
      this.index.pages.forEach(([path, unit], page) => {
        if (part.offices.has(unit)) this.page[page] = OFFICE;
        else if (unit < 0 && lists.some((list) => path.startsWith(list)))
          this.page[page] = this.title[page] = LIST;
      });
      const { kinds } = this.index;
      this._texts(part, (text) => kinds[text] === TITLE || kinds[text] === NAMES);
    }

    _texts(part, fits = () => true) {
      for (const [word, quality] of part.words) {
        const words = [word];
        this.index.eachText(word, (text) => fits(text) && this._note(text, quality, words));
      }
      for (const [phrase, quality, open] of part.phrases) this._phrase(phrase, quality, open, fits);
      this._units(part);
    }

    _note(text, quality, words) {
      const { kinds, textPages, places } = this.index;
      const kind = kinds[text],
        page = textPages[text];
      const value = quality * this.worth.of(words, text);
      if (kind <= NUMBER && value > this.title[page]) this.title[page] = value;
      if (kind === TEXT && value > this.heading[page] && this.index.unitOf(text) < 0)
        this.heading[page] = value;
      if (value > this.page[page]) this.page[page] = value;
      if (places[text] >= 0 && value > this.place[places[text]]) this.place[places[text]] = value;
      if (this.count[page] < 999) this.count[page]++;
    }

    /** Texts that hold the words in their order, side by side; the last may be unfinished. */
    _phrase(phrase, quality, open, fits) {
      const { ids, words } = this.index;
      const known = phrase.slice(0, open ? -1 : undefined).map((word) => ids.get(word));
      if (!known.length || known.includes(undefined)) return;
      const start = phrase[phrase.length - 1];
      const wanted = open ? [...known, (id) => words[id].startsWith(start)] : known;
      const weight = new Map(known.map((id) => [id, this.index.weightOf(id)]));
      const rarest = known.reduce((a, b) => (weight.get(a) <= weight.get(b) ? a : b));
      this.index.eachText(rarest, (text) => {
        if (fits(text) && this.index.holds(text, wanted)) this._note(text, quality, known);
      });
    }

    /** What the offices of the SOPs are called. */
    _units(part) {
      const phrases = part.phrases.map(([phrase, quality]) => [` ${phrase.join(" ")} `, quality]);
      const worth = this.worth.officeNames.map(({ ids, said }) => {
        const words = ids.map((id) => part.words.get(id) || 0);
        return Math.max(
          0,
          ...words,
          ...phrases.map(([phrase, quality]) => (said.includes(phrase) ? quality : 0)),
        );
      });
      if (!worth.some(Boolean)) return;
      this.index.pages.forEach(([, unit], page) => {
        if (unit >= 0) this.page[page] = Math.max(this.page[page], worth[unit] * OFFICE);
      });
    }

    /** The words of a name where they do not stand together. */
    _apart(parts) {
      const each = parts.map((part) => new Hits(this.worth, part));
      for (const kind of ["page", "title", "heading", "place"]) {
        const least = each[0][kind];
        for (const hits of each)
          for (let i = 0; i < least.length; i++) if (hits[kind][i] < least[i]) least[i] = hits[kind][i];
        for (let i = 0; i < least.length; i++)
          if (APART * least[i] > this[kind][i]) this[kind][i] = APART * least[i];
      }
    }
  }

  /** How two parts that were asked for one after the other fare where a text holds them so. */
  class SideBySide {
    constructor(worth, parts, hits) {
      const { index } = worth;
      this.page = new Float32Array(index.pages.length);
      this.place = new Float32Array(index.placePage.length);
      this.inSop = false;
      this.weight = (BESIDE * (hits[0].weight + hits[1].weight)) / 2;
      const [rarer] = parts.map(({ words }) => words).sort((a, b) => weightOf(index, a) - weightOf(index, b));
      for (const word of rarer.keys()) {
        index.eachText(word, (text) => {
          const page = index.textPages[text],
            place = index.places[text];
          if (!hits[0].page[page] || !hits[1].page[page]) return;
          const value = this._value(worth, text, parts);
          if (!value) return;
          if (index.unitOf(text) >= 0) this.inSop = true;
          if (value > this.page[page]) this.page[page] = value;
          if (place >= 0 && value > this.place[place]) this.place[place] = value;
        });
      }
    }

    /** Little words may stand between them. */
    _value(worth, text, [first, second]) {
      let found = 0,
        before = 0,
        last = 0;
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

  function weightOf(index, words) {
    let found = 0;
    for (const word of words.keys()) found += index.weightOf(word);
    return found;
  }

  return { Worth, Hits, SideBySide, MOST: WEIGHT[TITLE] };
})();
