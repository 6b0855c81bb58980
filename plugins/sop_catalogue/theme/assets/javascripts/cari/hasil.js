/* Results as the search box takes them. It shows what it is given as HTML: every text is escaped here. */
import { escaped } from "./judul.js";
import { Highlight } from "./sorotan.js";
import { ANCHOR, BOX, CELL, LANES, STEP, TEXT } from "./teks.js";

/**
 * @import { Index } from "./indeks.js"
 * @import { Titles } from "./judul.js"
 * @import { Ranking } from "./urut.js"
 */

const AT_ONCE = 10;
const DETAILED = 30;
const PLACES = 4;
const LONGEST_CELL = 120;

export class Results {
  /**
   * @param {Index} index
   * @param {Titles} titles
   * @param {ReturnType<Ranking["ranked"]>} ranking
   */
  constructor(index, titles, { parts, all, steps, found }) {
    this.index = index;
    this.titles = titles;
    this.parts = parts;
    this.all = all;
    this.steps = steps;
    this.found = found;
    this.highlight = new Highlight(index, parts);
    this.shared = this.highlight.terms(parts);
  }

  items() {
    const places = this._placesByPage();
    return this.found.map(({ page }, rank) => {
      const score = this.found.length - rank;
      const best = places.get(page);
      return best
        ? this._item(page, score, best.slice(0, rank < AT_ONCE ? PLACES : 1))
        : [this._bare(page, score)];
    });
  }

  /**
   * Far down the list: they come by the hundred, and are hardly ever seen.
   * @param {number} page
   * @param {number} score
   */
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
    /** @type {Map<number, number[]>} */
    const found = new Map(this.found.slice(0, DETAILED).map(({ page }) => [page, []]));
    const { placePage } = this.index;
    const { place } = this.steps;
    for (let i = 0; i < place.length; i++) if (place[i] > 0) found.get(placePage[i])?.push(i);
    for (const places of found.values()) places.sort((a, b) => place[b] - place[a] || a - b);
    return found;
  }

  /**
   * @param {number} page
   * @param {number} score
   * @param {number[]} places
   */
  _item(page, score, places) {
    const path = this._path(page);
    const terms = this._terms(page);
    const title = this.titles.marked(page, (text) => this.highlight.marked(text));
    const article = { location: path, title, text: places.length ? "" : this._box(page), score, terms };
    const wholly = this._titled(page);
    const best = places.length ? this.steps.place[places[0]] : 0;
    const sections = places.map((place) => {
      const open = !wholly && this.steps.place[place] > 0.999 * best;
      return { ...this._section(place, path), score: open ? score + 0.5 : score - 0.5, terms };
    });
    return [article, ...sections];
  }

  /** @param {number} page */
  _path(page) {
    const [path, unit] = this.index.pages[page];
    return unit < 0 ? path : this.index.units[unit][4] + path;
  }

  /**
   * Whether the title alone says all that was asked for.
   * @param {number} page
   */
  _titled(page) {
    return this.parts.every((part, i) => part.offices || this.all[i].title[page] > 0);
  }

  /**
   * @param {number} place
   * @param {string} path
   */
  _section(place, path) {
    const { index, highlight } = this;
    const texts = (/** @type {number} */ kind) => index.ofPlace(place, kind);
    const [anchor] = texts(ANCHOR);
    const [number] = texts(STEP);
    const [text] = texts(TEXT);
    const location = `${path}#${index.written(anchor)}`;
    if (number === undefined) {
      const [below] = texts(CELL);
      return {
        location,
        title: highlight.shown(text),
        text: below === undefined ? "" : highlight.shown(below),
      };
    }
    const who = texts(LANES)
      .map((lane) => highlight.shown(lane))
      .join(", ");
    const said = new Set([...texts(LANES), text].flatMap((one) => highlight.inText(one)));
    const cells = index.cells.slice(0, -1).flatMap((name, i) => this._cell(name, texts(CELL + i), said));
    const head = [`Langkah ${escaped(index.written(number))}`, who].filter(Boolean).join(" · ");
    return { location, title: head, text: [highlight.shown(text), ...cells].join(" ") };
  }

  /**
   * A cell is shown where it holds something asked for that was not said before.
   * @param {string} name
   * @param {number[]} texts
   * @param {Set<number | undefined>} said
   */
  _cell(name, texts, said) {
    const telling = texts.find((text) => this.highlight.inText(text).some((id) => !said.has(id)));
    if (telling === undefined) return [];
    for (const id of this.highlight.inText(telling)) said.add(id);
    const shown = this.highlight.shown(telling, LONGEST_CELL);
    return [`<span class="sop-cari-sel">${escaped(name)}: ${shown}</span>`];
  }

  /**
   * Of the boxes around the flow, the text that holds most of what was asked for.
   * @param {number} page
   */
  _box(page) {
    const { boxes } = this.index;
    let best = "";
    let most = 0;
    for (let i = 0; i < boxes.length; i++) {
      for (const text of this.index.ofPage(page, BOX + i)) {
        const held = new Set(this.highlight.inText(text)).size;
        if (held <= most) continue;
        most = held;
        best = (i < boxes.length - 1 ? `${escaped(boxes[i])}: ` : "") + this.highlight.shown(text);
      }
    }
    return best;
  }

  /**
   * What is marked on the page itself, and what the page lacks.
   * @param {number} page
   */
  _terms(page) {
    const missing = this.parts.filter((_, i) => this.all[i].needed && !this.all[i].page[page]);
    return missing.length
      ? { ...this.shared, ...Object.fromEntries(missing.map((part) => [part.said, false])) }
      : this.shared;
  }
}
