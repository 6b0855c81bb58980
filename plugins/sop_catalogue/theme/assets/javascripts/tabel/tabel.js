/* Tables that readers sort, narrow down and take away as CSV; without scripts they are plain tables.

   <table class="sop-tabel" data-urut>          a button in every column head sorts by that column
     data-csv="daftar-peran"                    adds buttons that save the rows that fit as daftar-peran.csv
     data-saring                                adds a field that keeps only rows with the words typed, and shows
                                                the rows of a long table some at once, as a phone does of any
   <th data-saring>                             and, where the table has it, a choice of this column's values
   <th data-urut="tidak">                       this column is not sorted
   <th aria-sort="descending">                  how the rows stand already
   <td data-nilai="90">                         what the cell is sorted by and saved as, instead of its words */
import { makeStepwise, PHONE } from "./bertahap.js";
import { saveButtons } from "./csv.js";
import { rowsOf } from "./isi.js";
import { makeNarrow } from "./saring.js";
import { element } from "./unsur.js";
import { makeSortable } from "./urut.js";

export function dressTables() {
  const tables = document.querySelectorAll("table[data-urut], table[data-csv]");
  for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (tables)) dress(table);
}

/** @param {HTMLTableElement} table */
function dress(table) {
  const bar = element("div", "sop-tabel-alat");
  const narrows = table.dataset.saring !== undefined;
  const changed = narrows || PHONE ? makeStepwise(table) : () => {};
  if (narrows) makeNarrow(table, bar, changed);
  if (table.dataset.urut !== undefined) makeSortable(table, changed);
  if (table.dataset.csv) bar.append(...saveButtons(table.dataset.csv, () => rowsOf(table)));
  if (bar.firstChild) (table.closest(".sop-gulir") || table).before(bar);
}
