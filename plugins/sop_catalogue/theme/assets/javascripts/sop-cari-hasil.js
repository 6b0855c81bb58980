/* Results as the search box takes them. It shows what it is given as HTML: every text is escaped here. */
var SopHasil = (() => {
  "use strict";

  const { TITLE, NUMBER, BOX, ANCHOR, STEP, LANES, TEXT, CELL } = SopIndeks;
  const STATUS = ["", "", "Konsep", "Diganti", "Dicabut"];
  const AT_ONCE = 10,
    DETAILED = 30,
    PLACES = 4,
    TERMS = 8,
    LONGEST = 220,
    LONGEST_CELL = 120,
    BEFORE = 60;
  const SPECIAL = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

  function escaped(text) {
    return text.replace(/[&<>"']/g, (character) => SPECIAL[character]);
  }

  /** What stands above each result: the title, the status when it is not in force, the office. */
  class Titles {
    constructor(index) {
      this.index = index;
      this.kept = [];
      this.offices = index.units.map((unit) => officeName(unit).map(escaped).join(" · "));
    }

    /** Without marks, and without the number. */
    bare(page) {
      return (this.kept[page] ??= this._made(page, escaped, (unit) => this.offices[unit]));
    }

    marked(page, marked) {
      const number = this._written(page, NUMBER);
      return this._made(page, marked, (unit) =>
        [...officeName(this.index.units[unit]), ...number].map(marked).join(" · "),
      );
    }

    _made(page, shown, place) {
      const [, unit, status] = this.index.pages[page];
      const title = this._written(page, TITLE).map(shown).join(" ");
      if (unit < 0) return title;
      const badge = STATUS[status] ? ` <span class="sop-cari-status">${STATUS[status]}</span>` : "";
      return `${title}${badge} <small class="sop-cari-letak">${place(unit)}</small>`;
    }

    _written(page, kind) {
      return this.index.ofPage(page, kind).map((text) => this.index.written(text));
    }
  }

  /** As short as it is known. */
  function officeName([unit, unitShort, pemda, pemdaShort]) {
    return [unitShort || unit, pemdaShort || pemda];
  }

  class Results {
    constructor(index, titles, ranking) {
      const { parts, all, steps, found } = ranking;
      Object.assign(this, { index, titles, parts, all, steps, found });
      this.lit = new Set();
      this.litIds = new Set();
      this.litPhrases = [];
      for (const part of this.parts) this._light(part);
    }

    /** What is marked in the results, and later on the page. */
    _light(part) {
      for (const id of part.words.keys()) {
        this.litIds.add(id);
        this.lit.add(this.index.words[id]);
      }
      for (const [phrase, , open] of part.phrases) this._lightPhrase(phrase, open);
      for (const single of part.apart || []) this._light(single);
    }

    _lightPhrase(phrase, open) {
      const start = phrase[phrase.length - 1];
      const ids = phrase.map((word, k) =>
        open && k === phrase.length - 1
          ? (id) => this.index.words[id].startsWith(start)
          : this.index.ids.get(word),
      );
      if (!ids.includes(undefined)) this.litPhrases.push({ phrase, open, ids });
    }

    items() {
      const places = this._placesByPage();
      return this.found.map(({ page }, rank) => {
        const score = this.found.length - rank;
        return rank < DETAILED
          ? this._item(page, score, places.get(page).slice(0, rank < AT_ONCE ? PLACES : 1))
          : [this._bare(page, score)];
      });
    }

    /** Far down the list: they come by the hundred, and are hardly ever seen. */
    _bare(page, score) {
      return {
        location: this._path(page),
        title: this.titles.bare(page),
        text: "",
        score,
        terms: this._terms(page),
      };
    }

    /** The best places of the pages that are shown in detail. */
    _placesByPage() {
      const found = new Map(this.found.slice(0, DETAILED).map(({ page }) => [page, []]));
      const { placePage } = this.index;
      const { place } = this.steps;
      for (let i = 0; i < place.length; i++) if (place[i] > 0) found.get(placePage[i])?.push(i);
      for (const places of found.values()) places.sort((a, b) => place[b] - place[a] || a - b);
      return found;
    }

    _item(page, score, places) {
      const path = this._path(page);
      const terms = this._terms(page);
      const title = this.titles.marked(page, (text) => this.marked(text));
      const article = { location: path, title, text: places.length ? "" : this._box(page), score, terms };
      const wholly = this._titled(page);
      const best = places.length ? this.steps.place[places[0]] : 0;
      const sections = places.map((place) => {
        const open = !wholly && this.steps.place[place] > 0.999 * best;
        return { ...this._section(place, path), score: open ? score + 0.5 : score - 0.5, terms };
      });
      return [article, ...sections];
    }

    _path(page) {
      const [path, unit] = this.index.pages[page];
      return unit < 0 ? path : this.index.units[unit][4] + path;
    }

    /** Whether the title alone says all that was asked for. */
    _titled(page) {
      return this.parts.every((part, i) => part.offices || this.all[i].title[page] > 0);
    }

    _section(place, path) {
      const { index } = this;
      const texts = (kind) => index.ofPlace(place, kind);
      const [anchor] = texts(ANCHOR),
        [number] = texts(STEP),
        [text] = texts(TEXT);
      const location = `${path}#${index.written(anchor)}`;
      if (number === undefined) {
        const [below] = texts(CELL);
        return { location, title: this._shown(text), text: below === undefined ? "" : this._shown(below) };
      }
      const who = texts(LANES)
        .map((lane) => this._shown(lane))
        .join(", ");
      const said = new Set([...texts(LANES), text].flatMap((one) => this._litIn(one)));
      const cells = index.cells.slice(0, -1).flatMap((name, i) => this._cell(name, texts(CELL + i), said));
      const head = [`Langkah ${escaped(index.written(number))}`, who].filter(Boolean).join(" · ");
      return { location, title: head, text: [this._shown(text), ...cells].join(" ") };
    }

    /** A cell is shown where it holds something asked for that was not said before. */
    _cell(name, texts, said) {
      const telling = texts.find((text) => this._litIn(text).some((id) => !said.has(id)));
      if (telling === undefined) return [];
      for (const id of this._litIn(telling)) said.add(id);
      return [`<span class="sop-cari-sel">${escaped(name)}: ${this._shown(telling, LONGEST_CELL)}</span>`];
    }

    /** Of the boxes around the flow, the text that holds most of what was asked for. */
    _box(page) {
      const { boxes } = this.index;
      let best = "",
        most = 0;
      for (let i = 0; i < boxes.length; i++) {
        for (const text of this.index.ofPage(page, BOX + i)) {
          const held = new Set(this._litIn(text)).size;
          if (held <= most) continue;
          most = held;
          best = (i < boxes.length - 1 ? `${escaped(boxes[i])}: ` : "") + this._shown(text);
        }
      }
      return best;
    }

    /** The words of the text that were asked for. */
    _litIn(text) {
      const phrases = this.litPhrases.filter(({ ids }) => this.index.holds(text, ids));
      return [
        ...this.index.wordsIn(text).filter((id) => this.litIds.has(id)),
        ...phrases.map(({ phrase }) => this.index.ids.get(phrase[0])),
      ];
    }

    /** A text, or what stands around the first word that was asked for when it is long. */
    _shown(text, longest = LONGEST) {
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

    /** Where in the text stands what was asked for. */
    _spots(text) {
      const words = [...text.matchAll(SopKata.WORD)];
      const plain = words.map(([word]) => SopKata.plain(word));
      const lit = plain.map((word) => this.lit.has(word));
      for (const { phrase, open } of this.litPhrases) {
        for (let i = 0; i + phrase.length <= plain.length; i++) {
          const fits = phrase.every((word, k) =>
            open && k === phrase.length - 1 ? plain[i + k].startsWith(word) : plain[i + k] === word,
          );
          if (fits) lit.fill(true, i, i + phrase.length);
        }
      }
      return words.filter((_, i) => lit[i]);
    }

    marked(text) {
      let html = "",
        end = 0;
      for (const { 0: word, index } of this._spots(text)) {
        html += `${escaped(text.slice(end, index))}<mark data-md-highlight>${escaped(word)}</mark>`;
        end = index + word.length;
      }
      return html + escaped(text.slice(end));
    }

    /** What is marked on the page itself, and what the page lacks. */
    _terms(page) {
      this.shared ||= this._commonTerms();
      const missing = this.parts.filter((_, i) => this.all[i].needed && !this.all[i].page[page]);
      return missing.length
        ? { ...this.shared, ...Object.fromEntries(missing.map((part) => [part.said, false])) }
        : this.shared;
    }

    _commonTerms() {
      const said = this.parts.flatMap((part) => part.said.split(" "));
      const known = new Set([...this.lit, ...this.litPhrases.flatMap(({ phrase }) => phrase)]);
      const words = new Set([...said.filter((word) => known.has(word)), ...known]);
      const telling = [...words].filter((word) => word.length > 2 && !SopKata.LITTLE.has(word));
      return Object.fromEntries(telling.slice(0, TERMS).map((word) => [word, true]));
    }
  }

  return { Results, Titles };
})();
