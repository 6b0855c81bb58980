/* Questions for the worker behind the site's search box, in Material's words; see cari.js. */
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/**
 * @typedef {object} Place a page, or a place on it
 * @property {string} location
 * @property {string} title as HTML, every text of the catalogue in it escaped
 * @property {string} text likewise
 * @property {number} score
 * @property {Record<string, boolean>} terms whether the page holds them
 */

/** Asks one question at a time: of what is typed meanwhile, the latest is asked next. */
export class Asker {
  /**
   * @param {string} script
   * @param {(text: string, found: Place[][]) => void} answer the places of each page, the page itself first
   * @param {() => void} fail
   */
  constructor(script, answer, fail) {
    this.answer = answer;
    this.ready = false;
    /** @type {string | null} */
    this.asked = null;
    /** @type {string | null} */
    this.next = null;
    this.worker = new Worker(new URL(script, document.baseURI).href);
    this.worker.addEventListener("error", fail);
    this.worker.addEventListener("message", ({ data: { type, data } }) => this.hear(type, data));
  }

  /** @param {string} text */
  ask(text) {
    this.next = text;
    this.send();
  }

  send() {
    if (!this.ready || this.asked !== null || this.next === null) return;
    this.asked = this.next;
    this.next = null;
    this.worker.postMessage({ type: QUERY, data: this.asked });
  }

  /**
   * @param {number} type
   * @param {{items: Place[][]}} data
   */
  hear(type, data) {
    if (type === READY) this.ready = true;
    if (type === RESULT) {
      const asked = /** @type {string} */ (this.asked);
      this.asked = null;
      if (this.next === null) this.answer(asked, data.items);
    }
    this.send();
  }
}
