/* Which pages answer a query, and in what order. */
var SopUrut = (() => {
  "use strict";

  /** By status: none, berlaku, konsep, diganti, dicabut. */
  const STANDING = [1, 1, 0.95, 0.75, 0.7];
  const OFTEN = 0.12,
    ONE_STEP = 0.6,
    EVERYDAY = 0.5;
  /** Where fewer pages than these hold the whole of a query, others follow that hold this much of it. */
  const FEW = 3,
    LEAST_COVER = 0.3,
    WHOLE = 0.999;

  class Ranking {
    constructor(index) {
      this.index = index;
      this.worth = new SopNilai.Worth(index);
      this.titleLengths = Float32Array.from(index.pages, (_, page) => this._titleLength(page));
    }

    /** How many words the title has beside little ones and the office's. */
    _titleLength(page) {
      const unit = this.index.pages[page][1];
      const own = this.index
        .wordsIn(this.index.pageText[page])
        .filter((word) => !this.worth.little.has(word) && !this.worth.nameOffice([word], unit));
      return Math.max(1, own.length);
    }

    /** The pages that answer, best first. Those that lack a part come last, and only where few have all. */
    ranked(asked) {
      const { parts, all } = this._hits(asked);
      const beside = this._beside(parts, all);
      const steps = stepValues(this.index, [...all, ...beside]);
      const order = (a, b) =>
        b.value - a.value || this.titleLengths[a.page] - this.titleLengths[b.page] || a.page - b.page;
      const valued = this._valued(all, beside, steps);
      const found = valued.filter((one) => one.cover > WHOLE).sort(order);
      if (found.length < FEW) {
        const rest = valued.filter((one) => one.cover <= WHOLE && one.cover >= LEAST_COVER);
        found.push(...rest.sort((a, b) => b.cover * b.value - a.cover * a.value || order(a, b)));
      }
      return { parts, all, steps, found: found.sort((a, b) => turn(a) - turn(b)) };
    }

    /** A name that no SOP writes as one is asked for word by word. */
    _hits(asked) {
      const found = { parts: [], all: [] };
      for (const part of asked) {
        const hits = new SopNilai.Hits(this.worth, part);
        const words = part.offices || hits.together ? [] : part.apart || part.pieces || [];
        found.parts.push(...(words.length ? words : [part]));
        found.all.push(...(words.length ? words.map((word) => new SopNilai.Hits(this.worth, word)) : [hits]));
      }
      return found;
    }

    /** All words are needed but everyday ones, and those too where an SOP has them beside their neighbour. */
    _beside(parts, all) {
      const found = [];
      all.forEach((hits, i) => (hits.needed = !parts[i].everyday));
      for (let i = 1; i < parts.length; i++) {
        const pair = parts.slice(i - 1, i + 1);
        if (pair.some((part) => !part.words.size || part.offices)) continue;
        const beside = new SopNilai.SideBySide(this.worth, pair, all.slice(i - 1, i + 1));
        found.push(beside);
        if (beside.inSop) all[i - 1].needed = all[i].needed = true;
      }
      if (!all.some((hits) => hits.needed)) for (const hits of all) hits.needed = true;
      all.forEach((hits, i) => parts[i].everyday && (hits.weight *= EVERYDAY));
      return found;
    }

    /** Each page with how much of the query it holds, and how well. */
    _valued(all, beside, steps) {
      const whole = all.reduce((sum, hits) => sum + (hits.needed ? hits.weight : 0), 0);
      const found = [];
      this.index.pages.forEach(([, unit, status], page) => {
        let value = 0,
          cover = 0,
          titled = 0;
        for (const hits of all) {
          if (!hits.page[page]) continue;
          if (hits.needed) cover += hits.weight;
          value += hits.weight * hits.page[page] * (1 + OFTEN * Math.log(1 + hits.count[page]));
          titled += hits.weight * Math.min(1, Math.max(hits.title[page], hits.heading[page]) / SopNilai.MOST);
        }
        if (!cover) return;
        value += (titled * titled) / whole + titled * Math.min(1, all.length / this.titleLengths[page]);
        for (const pair of beside) value += pair.weight * pair.page[page];
        value += ONE_STEP * steps.best[page];
        found.push({
          page,
          cover: cover / whole,
          value: value * STANDING[status],
          titled,
          aside: unit < 0 && titled < 0.5 * whole,
        });
      });
      return found;
    }
  }

  /** Hand-written pages come behind the SOPs, unless a title or heading is what was asked for, or helps to hold it all. */
  function turn({ aside, cover, titled }) {
    if (!aside) return cover > WHOLE ? 0 : 2;
    return cover > WHOLE && titled ? 1 : 3;
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
