/* The worker behind Material's search box, made when somebody turns to the box: most visits never search. Material makes
   it at once and keeps it to itself, so that this script must run before Material's: it hands out what stands for it. */

/** In Material's words, and one of ours; see cari.js. */
export const QUERY = 2;
export const RESULT = 3;
export const NARROW = 4;

/** @type {((worker: Worker) => void)[]} */
const taking = [];
const Own = window.Worker;
const AS_FILE = location.protocol === "file:";
const HERE = /** @type {HTMLScriptElement} */ (document.currentScript).src;

class LateWorker extends EventTarget {
  /** @param {string | URL} url */
  constructor(url) {
    super();
    this.url = String(url);
    /** @type {any[]} */
    this.unsent = [];
    /** @type {Promise<Worker> | undefined} */
    this.worker = undefined;
    whenWanted(() => {
      this.worker ||= this.start();
    });
  }

  async start() {
    const worker = new (AS_FILE ? await framed() : Own)(this.url);
    worker.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
      this.dispatchEvent(new MessageEvent("message", { data }));
    });
    worker.addEventListener("error", () => this.dispatchEvent(new Event("error")));
    for (const message of this.unsent) worker.postMessage(message);
    return worker;
  }

  /** @param {any} message */
  postMessage(message) {
    if (this.worker) this.worker.then((worker) => worker.postMessage(message));
    else this.unsent.push(message);
  }
}

/** Browsers make no worker of a file; iframe-worker.js runs it in a frame. */
function framed() {
  return new Promise((found) => {
    const script = document.createElement("script");
    script.src = new URL("iframe-worker.js", HERE).href;
    script.addEventListener("load", () => found(/** @type {any} */ (window).IFrameWorker));
    document.head.append(script);
  });
}

/**
 * With its focus the box is about to be asked; where there is none, somebody asks at once. On file:// the worker keeps
 * the page's own thread busy, and so begins before that, once the page has nothing else to do.
 * @param {() => void} start
 */
function whenWanted(start) {
  const field = document.querySelector("[data-md-component=search-query]");
  if (!field || field === document.activeElement) start();
  for (const event of ["focus", "input"]) field?.addEventListener(event, start);
  const whenIdle = () => (window.requestIdleCallback || setTimeout)(start);
  if (AS_FILE) window.addEventListener("load", whenIdle);
}

window.Worker = /** @type {any} */ (
  class extends LateWorker {
    /** @param {string | URL} url */
    constructor(url) {
      super(url);
      for (const take of taking) take(/** @type {any} */ (this));
    }
  }
);

/** @param {(worker: Worker) => void} take */
export function whenMade(take) {
  taking.push(take);
}
