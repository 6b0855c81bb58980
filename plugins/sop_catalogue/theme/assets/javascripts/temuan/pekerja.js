/* A line to the worker behind Material's search box. Material makes it and keeps it to itself, so that this script must
   run before Material's: it hands out every worker that is made. */

/** In Material's words, and one of ours; see cari.js. */
export const QUERY = 2;
export const RESULT = 3;
export const NARROW = 4;

/** @type {((worker: Worker) => void)[]} */
const waiting = [];
const Own = window.Worker;

window.Worker = class extends Own {
  /**
   * @param {string | URL} url
   * @param {WorkerOptions} [options]
   */
  constructor(url, options) {
    super(url, options);
    for (const take of waiting) take(this);
  }
};

/** @param {(worker: Worker) => void} take */
export function whenMade(take) {
  waiting.push(take);
}
