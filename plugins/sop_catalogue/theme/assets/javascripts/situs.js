/* What scripts add to the pages of a site and of an export; every page is complete without them. */
import { startList } from "./daftar/daftar.js";
import { lightCharts } from "./halaman/alur.js";
import { showOwnSection } from "./halaman/bagian.js";
import { answerSheet } from "./halaman/edisi.js";
import { openDrawerByKeyboard } from "./halaman/laci.js";
import { nameReports } from "./halaman/lapor.js";
import { mindFolds } from "./halaman/lipat.js";
import { mendMaterial } from "./halaman/material.js";
import { narrowLists } from "./halaman/saring.js";
import { showPrintButtons } from "./halaman/tombol.js";
import { dressTables } from "./tabel/tabel.js";
import { helpSearch } from "./temuan/temuan.js";

const PARTS = [
  showPrintButtons,
  helpSearch,
  mendMaterial,
  openDrawerByKeyboard,
  showOwnSection,
  mindFolds,
  dressTables,
  narrowLists,
  nameReports,
  startList,
  lightCharts,
  answerSheet,
];

/* Each by itself: where one fails, the others still work. On a site Material's script runs between this and them. */
for (const part of PARTS) document.addEventListener("DOMContentLoaded", part);
