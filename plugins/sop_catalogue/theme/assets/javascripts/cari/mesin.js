/* The search as a whole: an index, and what a text that is typed finds in it. */
import { Results } from "./hasil.js";
import { Index } from "./indeks.js";
import { Titles } from "./judul.js";
import { Vocabulary } from "./kosakata.js";
import { Names } from "./nama.js";
import { Query } from "./tanya.js";
import { Ranking } from "./urut.js";

export class Engine {
  /** @param {unknown} data */
  constructor(data) {
    this.index = new Index(data);
    this.names = new Names(this.index);
    this.vocabulary = new Vocabulary(this.index);
    this.ranking = new Ranking(this.index);
    this.titles = new Titles(this.index);
  }

  /** @param {string} text */
  search(text) {
    const query = new Query(this.index, this.names, this.vocabulary, text);
    const results = new Results(this.index, this.titles, this.ranking.ranked(query.parts));
    return { items: results.items(), suggest: query.completed() };
  }
}
