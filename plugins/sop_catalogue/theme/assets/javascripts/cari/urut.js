/* Which pages answer a query, and in what order. */
import { GUIDE, SOP } from "./jenis.js";
import { Hits, MOST, Worth } from "./nilai.js";
import { SideBySide } from "./sejajar.js";

/**
 * @import { Index } from "./indeks.js"
 * @import { Part } from "./tanya.js"
 */

/** By status: none, berlaku, konsep, diganti, dicabut. */
const STANDING = [1, 1, 0.95, 0.75, 0.7];
const OFTEN = 0.12;
const ONE_STEP = 0.6;
const EVERYDAY = 0.5;
/** Where fewer pages than these hold the whole of a query, others follow that hold this much of it. */
const FEW = 3;
const LEAST_COVER = 0.3;
export const WHOLE = 0.999;
/** A page whose title says this much of a query answers it, though it lacks a word; how much that word costs it. */
const NAMED = 0.5;
const LACKING = 2;

/** @typedef {{ page: number, cover: number, value: number, titled: number, share: number, aside: boolean }} Found */

export class Ranking {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.worth = new Worth(index);
    this.titleLengths = Float32Array.from(index.pages, (_, page) => this._titleLength(page));
  }

  /**
   * How many words the title has beside little ones and the office's.
   * @param {number} page
   */
  _titleLength(page) {
    const unit = this.index.pages[page][1];
    const own = this.index
      .wordsIn(this.index.pageText[page])
      .filter((word) => !this.worth.little.has(word) && !this.worth.nameOffice([word], unit));
    return Math.max(1, own.length);
  }

  /**
   * The pages that answer, best first. Those that lack a part come last, and only where few have all.
   * @param {Part[]} asked
   * @param {number} kind of pages that are meant; SOPs come first anyway
   */
  ranked(asked, kind) {
    const { parts, all } = this._hits(asked);
    const beside = this._beside(parts, all);
    const steps = stepValues(this.index, [...all, ...beside]);
    const order = (/** @type {Found} */ a, /** @type {Found} */ b) =>
      b.value - a.value || this.titleLengths[a.page] - this.titleLengths[b.page] || a.page - b.page;
    const valued = this._valued(all, beside, steps);
    const isMeant = (/** @type {Found} */ { page, cover }) =>
      kind !== SOP && cover > WHOLE && this.index.kindOf(page) === kind;
    const found = valued.filter((one) => one.cover > WHOLE || isNamed(one));
    for (const one of found) one.value *= one.cover ** LACKING;
    found.sort(order);
    if (found.length < FEW) {
      const rest = valued.filter(
        (one) => one.cover <= WHOLE && one.cover >= LEAST_COVER && !isNamed(one) && !this._isChance(one),
      );
      found.push(...rest.sort((a, b) => b.cover * b.value - a.cover * a.value || order(a, b)));
    }
    return {
      parts,
      all,
      steps,
      found: found.sort((a, b) => Number(isMeant(b)) - Number(isMeant(a)) || turn(a) - turn(b)),
    };
  }

  /**
   * Whether a page that is written around the catalogue only happens to hold some of what was asked for.
   * @param {Found} found
   */
  _isChance({ page, titled }) {
    return this.index.kindOf(page) === GUIDE && !titled;
  }

  /**
   * A name that no SOP writes as one is asked for word by word.
   * @param {Part[]} asked
   */
  _hits(asked) {
    /** @type {{ parts: Part[], all: Hits[] }} */
    const found = { parts: [], all: [] };
    for (const part of asked) {
      const hits = new Hits(this.worth, part);
      const words = part.offices || hits.together ? [] : part.apart || part.pieces || [];
      found.parts.push(...(words.length ? words : [part]));
      found.all.push(...(words.length ? words.map((word) => new Hits(this.worth, word)) : [hits]));
    }
    return found;
  }

  /**
   * All words are needed but everyday ones, and those too where an SOP has them beside their neighbour.
   * @param {Part[]} parts
   * @param {Hits[]} all
   */
  _beside(parts, all) {
    const found = [];
    for (const [i, hits] of all.entries()) hits.needed = !parts[i].everyday;
    for (let i = 1; i < parts.length; i++) {
      if ([parts[i - 1], parts[i]].some((part) => !part.words.size || part.offices)) continue;
      const beside = new SideBySide(this.worth, [parts[i - 1], parts[i]], [all[i - 1], all[i]]);
      found.push(beside);
      if (beside.inSop) all[i - 1].needed = all[i].needed = true;
    }
    if (!all.some((hits) => hits.needed)) for (const hits of all) hits.needed = true;
    for (const [i, hits] of all.entries()) if (parts[i].everyday) hits.weight *= EVERYDAY;
    return found;
  }

  /**
   * Each page with how much of the query it holds, and how well.
   * @param {Hits[]} all
   * @param {SideBySide[]} beside
   * @param {Steps} steps
   */
  _valued(all, beside, steps) {
    const whole = all.reduce((sum, hits) => sum + (hits.needed ? hits.weight : 0), 0);
    /** @type {Found[]} */
    const found = [];
    for (const [page, [, unit]] of this.index.pages.entries()) {
      let value = 0;
      let cover = 0;
      let titled = 0;
      for (const hits of all) {
        if (!hits.page[page]) continue;
        if (hits.needed) cover += hits.weight;
        value += hits.weight * hits.page[page] * (1 + OFTEN * Math.log(1 + hits.count[page]));
        titled += hits.weight * Math.min(1, Math.max(hits.title[page], hits.heading[page]) / MOST);
      }
      if (!cover) continue;
      value += (titled * titled) / whole + titled * Math.min(1, all.length / this.titleLengths[page]);
      for (const pair of beside) value += pair.weight * pair.page[page];
      value += ONE_STEP * steps.best[page];
      found.push({
        page,
        cover: cover / whole,
        value: value * STANDING[this.index.statusOf(page)],
        titled,
        share: titled / whole,
        aside: unit < 0 && titled < 0.5 * whole,
      });
    }
    return found;
  }
}

/**
 * Hand-written pages come behind the SOPs, unless a title or heading is what was asked for, or helps to hold it all.
 * @param {Found} found
 */
function turn(found) {
  const { aside, cover, titled } = found;
  if (!aside) return cover > WHOLE || isNamed(found) ? 0 : 2;
  return cover > WHOLE && titled ? 1 : 3;
}

/** @typedef {{ place: Float32Array, best: Float32Array }} Steps */

/**
 * How well each place answers by itself, and the best of every page.
 * @param {Index} index
 * @param {{ weight: number, place: Float32Array }[]} all
 * @returns {Steps}
 */
function stepValues(index, all) {
  const place = new Float32Array(index.placePage.length);
  const best = new Float32Array(index.pages.length);
  for (const hits of all) for (let i = 0; i < place.length; i++) place[i] += hits.weight * hits.place[i];
  for (let i = 0; i < place.length; i++) {
    const page = index.placePage[i];
    if (index.pages[page][1] >= 0 && place[i] > best[page]) best[page] = place[i];
  }
  return { place, best };
}

/**
 * Whether its title is most of what was asked for.
 * @param {Found} found
 */
function isNamed({ share, cover }) {
  return share >= NAMED && cover >= NAMED;
}
