/* The search as a whole: an index, and what a text that is typed finds in it. */
import { Results } from "./hasil.js";
import { Index } from "./indeks.js";
import { Titles } from "./judul.js";
import { Vocabulary } from "./kosakata.js";
import { lostOf, meant } from "./maksud.js";
import { Names } from "./nama.js";
import { isOfCatalogue, narrowed } from "./persempit.js";
import { Query } from "./tanya.js";
import { Ranking, WHOLE } from "./urut.js";

export class Engine {
  /** @param {unknown} data */
  constructor(data) {
    this.index = new Index(data);
    this.names = new Names(this.index);
    this.vocabulary = new Vocabulary(this.index);
    this.ranking = new Ranking(this.index);
    this.titles = new Titles(this.index);
  }

  /**
   * @param {string} text
   * @param {import("./persempit.js").Narrow} [wanted]
   */
  search(text, wanted = {}) {
    const { index } = this;
    const query = new Query(index, this.names, this.vocabulary, text);
    const ranking = this.ranking.ranked(query.parts, query.kind);
    const { left, choices } = narrowed(index, this.titles.offices, ranking.found, wanted);
    const results = new Results(index, this.titles, { ...ranking, found: left });
    const lost = lostOf(index, query.parts);
    const isAnswer = (/** @type {import("./urut.js").Found} */ { page, cover }) =>
      cover > WHOLE && isOfCatalogue(index, page);
    const answered = !lost.length && ranking.found.some(isAnswer);
    return {
      items: results.items(),
      suggest: query.completed(),
      choices,
      answered,
      meant: meant(index, query.parts, lost),
    };
  }
}
