/* What scripts add to the report of an import: its first page, and the page of each SOP inside its frame. */
import { compareSop } from "./impor/banding.js";
import { looks } from "./impor/periksa.js";
import { showCopyButtons } from "./impor/salin.js";
import { takeColours } from "./impor/warna.js";
import { dressTables } from "./tabel/tabel.js";

takeColours();

/* Each by itself: where one fails, the others still work. */
addEventListener("DOMContentLoaded", () => {
  for (const part of [dressTables, showCopyButtons, looks, compareSop]) queueMicrotask(part);
});
