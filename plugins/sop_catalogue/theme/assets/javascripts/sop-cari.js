/* The search behind Material's search box, instead of its own worker and in its language:
   github.com/squidfunk/mkdocs-material, src/templates/assets/javascripts/integrations/search/worker/message/index.ts
   On file:// this runs in a frame of the page, see iframe-worker.js; there `importScripts` is a promise. */
"use strict";

const HERE = self.document ? self.document.currentScript.src : self.location.href;
const OWN = ["kata", "kosakata", "indeks", "tanya", "nilai", "urut", "hasil"];
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

const own = self.importScripts(...OWN.map((name) => new URL(`sop-cari-${name}.js`, HERE).href));
let search = null,
  loading = null;

/** On file:// the box asks late, and the thread is the page's own: read before, once the page has nothing else to do. */
if (self.document) {
  const page = self.parent;
  const whenIdle = () => (page.requestIdleCallback || setTimeout)(() => (loading ||= load()));
  if (page.document.readyState === "complete") whenIdle();
  else page.addEventListener("load", whenIdle);
}

async function load() {
  await own;
  await self.importScripts(new URL("../../search/sop-cari.js", HERE).href);
  const index = new SopIndeks.Index(self.SOP_CARI);
  const names = new SopTanya.Names(index),
    vocabulary = new SopKosakata.Vocabulary(index);
  const ranking = new SopUrut.Ranking(index),
    titles = new SopHasil.Titles(index);
  delete self.SOP_CARI;
  search = (text) => {
    const query = new SopTanya.Query(index, names, vocabulary, text);
    const results = new SopHasil.Results(index, titles, ranking.ranked(query.parts));
    return { items: results.items(), suggest: query.completed() };
  };
}

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    await (loading ||= load());
    self.postMessage({ type: READY });
  } else if (type === QUERY) {
    self.postMessage({ type: RESULT, data: search(data) });
  }
});
