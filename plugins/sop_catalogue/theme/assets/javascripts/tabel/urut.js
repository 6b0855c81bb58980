/* A button in every column head sorts by that column. */
import { bodyRows, cellText, heads, words } from "./isi.js";
import { comparable, compare } from "./nilai.js";

/**
 * @param {HTMLTableElement} table
 * @param {() => void} changed
 */
export function makeSortable(table, changed) {
  if (table.querySelector("tbody [rowspan]") || bodyRows(table).length < 2) return;
  const all = heads(table);
  for (const [column, head] of all.entries()) {
    if (head.dataset.urut === "tidak" || !words(head)) continue;
    sortable(head, (descending) => {
      for (const body of table.tBodies) sortBy(body, column, descending);
      mark(all, head, descending);
      changed();
    });
  }
}

/**
 * @param {HTMLElement} head
 * @param {(descending: boolean) => void} turn is told which way the column is to be sorted
 */
export function sortable(head, turn) {
  const press = document.createElement("button");
  press.className = "sop-urut";
  press.type = "button";
  press.append(...head.childNodes);
  head.append(press);
  press.addEventListener("click", () => turn(head.getAttribute("aria-sort") === "ascending"));
}

/**
 * Say of one head how its column is sorted, and of the others that theirs are not.
 * @param {HTMLElement[]} all
 * @param {HTMLElement | null} head
 * @param {boolean} descending
 */
export function mark(all, head, descending) {
  for (const other of all) other.removeAttribute("aria-sort");
  head?.setAttribute("aria-sort", descending ? "descending" : "ascending");
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {number} column
 * @param {boolean} descending
 */
function sortBy(body, column, descending) {
  const rows = [...body.rows];
  const values = comparable(rows.map((row) => cellText(row.cells[column])));
  const order = rows.map((_, i) => i).sort((a, b) => compare(values[a], values[b], descending) || a - b);
  body.append(...order.map((i) => rows[i]));
}
