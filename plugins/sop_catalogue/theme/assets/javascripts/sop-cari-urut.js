/* Which pages answer a query, and in what order. */
var SopUrut = (() => {
  "use strict";

  const { TITLE, NUMBER, NAMES, BOX, BOXES, LANES, TEXT, CELL } = SopIndeks;

  /** What a word is worth by where it stands. */
  const WEIGHT = new Float32Array(64).fill(1.1);
  WEIGHT.fill(0.7, BOX, BOX + BOXES);
  WEIGHT[TITLE] = 3;
  WEIGHT[NUMBER] = 3;
  WEIGHT[NAMES] = 2;
  WEIGHT[LANES] = 1.8;
  WEIGHT[TEXT] = 1.6;
  WEIGHT[CELL] = 1.2;
  const OFFICE = 0.9,
    LIST = 1.5,
    QUIET = 0.35,
    APART = 0.6,
    GUESSED = 0.5;
  /** By status: none, berlaku, konsep, diganti, dicabut. */
  const STANDING = [1, 1, 0.95, 0.75, 0.7];
  const FEW = 3,
    LEAST_COVER = 0.3;

  /** How one part of a query fares, page by page and place by place. */
  class Hits {
    constructor(ranking, part) {
      const { index } = ranking;
      this.index = index;
      this.ranking = ranking;
      this.page = new Float32Array(index.pages.length);
      this.place = new Float32Array(index.placePage.length);
      this.title = new Float32Array(index.pages.length);
      this.count = new Uint16Array(index.pages.length);
      if (part.offices) this._offices(part);
      else this._texts(part, 1);
      this.together = this._found((page) => index.pages[page][1] >= 0);
      if (part.apart?.length && !part.offices) this._apart(part.apart);
      this.found = this._found(() => true);
      this.weight = this.found
        ? Math.log(1 + index.pages.length / this.found) * (part.guessed ? GUESSED : 1)
        : 0;
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
      this._texts(part, 1, (text) => this.index.kinds[text] <= NAMES);
    }

    _texts(part, factor, fits = () => true) {
      for (const [word, quality] of part.words) {
        this.index.eachText(word, (text) => fits(text) && this._note(text, quality * factor, [word]));
      }
      for (const [phrase, quality, open] of part.phrases) this._phrase(phrase, quality * factor, open, fits);
      this._units(part, factor);
    }

    _note(text, quality, words) {
      const { kinds, textPages, places, pages } = this.index;
      const kind = kinds[text],
        page = textPages[text],
        unit = pages[page][1];
      const value =
        quality *
        (kind === TITLE && this._namesOffice(unit, words) ? OFFICE : WEIGHT[kind]) *
        (unit < 0 && kind !== TITLE ? QUIET : 1);
      if (kind <= NUMBER && value > this.title[page]) this.title[page] = value;
      if (value > this.page[page]) this.page[page] = value;
      if (places[text] >= 0 && value > this.place[places[text]]) this.place[places[text]] = value;
      if (this.count[page] < 999) this.count[page]++;
    }

    /** Many titles end with the name of the office: that tells its SOPs from no other. */
    _namesOffice(unit, words) {
      return unit >= 0 && words.every((word) => this.ranking.offices[unit].has(word));
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
    _units(part, factor) {
      const phrases = part.phrases.map(([phrase, quality]) => [` ${phrase.join(" ")} `, quality]);
      const worth = this.ranking.officeNames.map(({ ids, said }) => {
        const words = ids.map((id) => part.words.get(id) || 0);
        return Math.max(
          0,
          ...words,
          ...phrases.map(([phrase, quality]) => (said.includes(phrase) ? quality : 0)),
        );
      });
      if (!worth.some(Boolean)) return;
      this.index.pages.forEach(([, unit], page) => {
        if (unit >= 0) this.page[page] = Math.max(this.page[page], worth[unit] * OFFICE * factor);
      });
    }

    /** The words of a name where they do not stand together. */
    _apart(parts) {
      const each = parts.map((part) => new Hits(this.ranking, part));
      for (const kind of ["page", "title", "place"]) {
        const least = each[0][kind];
        for (const hits of each)
          for (let i = 0; i < least.length; i++) if (hits[kind][i] < least[i]) least[i] = hits[kind][i];
        for (let i = 0; i < least.length; i++)
          if (APART * least[i] > this[kind][i]) this[kind][i] = APART * least[i];
      }
    }
  }

  class Ranking {
    constructor(index) {
      this.index = index;
      this.offices = index.units.map(
        ([name]) => new Set(SopKata.split(name).map((word) => index.ids.get(word))),
      );
      this.officeNames = index.units.map((unit) => {
        const words = SopKata.split(unit.slice(0, 4).join(" "));
        return { ids: words.map((word) => index.ids.get(word)), said: ` ${words.join(" ")} ` };
      });
      this.titleLengths = Float32Array.from(index.pages, (_, page) => this._titleLength(page));
    }

    /** How many words the title has beside little ones and the office's. */
    _titleLength(page) {
      const unit = this.index.pages[page][1];
      const words = this.index.wordsIn(this.index.pageText[page]);
      const own = words.filter(
        (id) => !SopKata.LITTLE.has(this.index.words[id]) && !(unit >= 0 && this.offices[unit].has(id)),
      );
      return Math.max(1, own.length);
    }

    /** The pages that answer, best first. Those that lack a part come last, and only where few have all. */
    ranked(asked) {
      const { parts, all } = this._hits(asked);
      if (!all.length) return { parts, all, found: [] };
      const steps = stepValues(this.index, all);
      const order = (a, b) =>
        b.value - a.value || this.titleLengths[a.page] - this.titleLengths[b.page] || a.page - b.page;
      const valued = this._valued(all, steps);
      const found = valued.filter((one) => one.cover > 0.999).sort(order);
      if (found.length < FEW) {
        const rest = valued.filter((one) => one.cover <= 0.999 && one.cover >= LEAST_COVER);
        found.push(...rest.sort((a, b) => b.cover * b.value - a.cover * a.value || order(a, b)));
      }
      return {
        parts,
        all,
        steps,
        found: [...found.filter((one) => !one.aside), ...found.filter((one) => one.aside)],
      };
    }

    /** A name that no SOP writes as one is asked for word by word. */
    _hits(asked) {
      const found = { parts: [], all: [] };
      for (const part of asked) {
        const hits = new Hits(this, part);
        const words = part.offices || hits.together ? [] : part.apart || part.pieces || [];
        found.parts.push(...(words.length ? words : [part]));
        found.all.push(...(words.length ? words.map((word) => new Hits(this, word)) : [hits]));
      }
      return found;
    }

    /** Each page with how much of the query it holds, and how well. */
    _valued(all, steps) {
      const whole = all.reduce((sum, hits) => sum + hits.weight, 0);
      const found = [];
      this.index.pages.forEach(([, unit, status], page) => {
        let value = 0,
          cover = 0,
          titled = 0;
        for (const hits of all) {
          if (!hits.page[page]) continue;
          cover += hits.weight;
          value += hits.weight * hits.page[page] * (1 + 0.12 * Math.log(1 + hits.count[page]));
          titled += hits.weight * Math.min(1, hits.title[page] / WEIGHT[TITLE]);
        }
        if (!cover) return;
        value += (titled * titled) / whole + titled * Math.min(1, all.length / this.titleLengths[page]);
        value += 0.6 * steps.best[page];
        found.push({
          page,
          cover: cover / whole,
          value: value * STANDING[status],
          aside: unit < 0 && titled < 0.5 * whole,
        });
      });
      return found;
    }
  }

  /** How well each place answers by itself, and the best of every page. */
  function stepValues(index, all) {
    const place = new Float32Array(index.placePage.length),
      best = new Float32Array(index.pages.length);
    for (const hits of all) for (let i = 0; i < place.length; i++) place[i] += hits.weight * hits.place[i];
    for (let i = 0; i < place.length; i++) {
      const page = index.placePage[i];
      if (index.pages[page][1] >= 0 && place[i] > best[page]) best[page] = place[i];
    }
    return { place, best };
  }

  return { Ranking };
})();
