/* Tables that readers sort, narrow down and take away as CSV; without scripts they are plain tables.

   <table class="sop-tabel" data-urut>          a button in every column head sorts by that column
     data-csv="daftar-peran"                    adds a button that saves the rows shown as daftar-peran.csv
     data-saring                                adds a field that keeps only rows with the words typed
   <th data-saring>                             and, where the table has it, a choice of this column's values
   <th data-urut="tidak">                       this column is not sorted
   <th aria-sort="descending">                  how the rows stand already
   <td data-nilai="90">                         what the cell is sorted by and saved as, instead of its words */
import { save } from "./csv.js";
import { rowsOf } from "./isi.js";
import { makeNarrow } from "./saring.js";
import { button, element } from "./unsur.js";
import { makeSortable } from "./urut.js";

export function dressTables() {
  const tables = document.querySelectorAll("table[data-urut], table[data-csv]");
  for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (tables)) dress(table);
}

/** @param {HTMLTableElement} table */
function dress(table) {
  const bar = element("div", "sop-tabel-alat");
  if (table.dataset.saring !== undefined) makeNarrow(table, bar);
  if (table.dataset.urut !== undefined) makeSortable(table);
  if (table.dataset.csv) makeSavable(table, table.dataset.csv, bar);
  if (bar.firstChild) (table.closest(".sop-gulir") || table).before(bar);
}

/**
 * @param {HTMLTableElement} table
 * @param {string} name
 * @param {HTMLElement} bar
 */
function makeSavable(table, name, bar) {
  const press = button("Unduh CSV", "unduh");
  press.addEventListener("click", () => save(name, rowsOf(table)));
  bar.append(press);
}
