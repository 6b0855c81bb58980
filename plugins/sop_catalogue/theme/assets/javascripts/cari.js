/* The search behind Material's search box, instead of its own worker and in its language:
   github.com/squidfunk/mkdocs-material, src/templates/assets/javascripts/integrations/search/worker/message/index.ts
   On file:// this runs in a frame of the page, see iframe-worker.js; there `importScripts` is a promise. */
import { Engine } from "./cari/mesin.js";

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
/** @type {import("./cari/persempit.js").Narrow} */
let wanted = {};

async function load() {
  await scope.importScripts(new URL("../../search/sop-cari.js", here).href);
  const engine = new Engine(scope.SOP_CARI);
  delete scope.SOP_CARI;
  return engine;
}

scope.addEventListener("message", async (/** @type {MessageEvent} */ { data: { type, data } }) => {
  if (type === NARROW) wanted = data;
  else if (type === QUERY)
    scope.postMessage({ type: RESULT, data: data.trim() ? (await loading).search(data, wanted) : NOTHING });
});
scope.postMessage({ type: READY });
/* Whoever made this worker is about to ask. */
const loading = load();
