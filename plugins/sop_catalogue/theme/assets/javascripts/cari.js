/* The search behind Material's search box, instead of its own worker and in its language:
   github.com/squidfunk/mkdocs-material, src/templates/assets/javascripts/integrations/search/worker/message/index.ts
   On file:// this runs in a frame of the page, see iframe-worker.js; there `importScripts` is a promise. */
import { Engine } from "./cari/mesin.js";

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const NOTHING = {
  items: [],
  suggest: [],
  choices: { unit: [], status: [], jenis: [] },
  answered: true,
  meant: [],
};
/** Not of Material: what results are narrowed down to from now on. */
const NARROW = 4;

/** @type {any} a worker's scope, or a frame's */
const scope = self;
/** @type {string} */
const here = scope.document ? scope.document.currentScript.src : scope.location.href;
/** @type {Promise<Engine> | undefined} */
let loading;
/** @type {import("./cari/persempit.js").Narrow} */
let wanted = {};

async function load() {
  await scope.importScripts(new URL("../../search/sop-cari.js", here).href);
  const engine = new Engine(scope.SOP_CARI);
  delete scope.SOP_CARI;
  return engine;
}

/* Not before something is asked for, which every page does for nothing: most visits never search, and the index is large. */
function loaded() {
  loading ||= load();
  return loading;
}

/** On file:// the box asks late, and the thread is the page's own: read before, once the page has nothing else to do. */
function loadWhenIdle() {
  const page = scope.parent;
  const whenIdle = () => (page.requestIdleCallback || setTimeout)(loaded);
  if (page.document.readyState === "complete") whenIdle();
  else page.addEventListener("load", whenIdle);
}

if (scope.document) loadWhenIdle();
scope.addEventListener("message", async (/** @type {MessageEvent} */ { data: { type, data } }) => {
  if (type === SETUP) scope.postMessage({ type: READY });
  else if (type === NARROW) wanted = data;
  else if (type === QUERY)
    scope.postMessage({ type: RESULT, data: data.trim() ? (await loaded()).search(data, wanted) : NOTHING });
});
