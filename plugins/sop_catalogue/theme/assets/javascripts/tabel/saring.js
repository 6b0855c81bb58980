/* A field keeps only the rows with the words typed, and a choice those with that value in its column. */
import { bodyRows, heads, words } from "./isi.js";
import { collate } from "./nilai.js";
import { count, element } from "./unsur.js";

/**
 * @param {HTMLTableElement} table
 * @param {HTMLElement} bar
 * @param {() => void} changed
 */
export function makeNarrow(table, bar, changed) {
  const field = element("input");
  field.type = "search";
  field.placeholder = "Saring";
  field.setAttribute("aria-label", "Saring baris tabel");
  const told = count();
  const rows = bodyRows(table).map((row) => ({ row, text: words(row).toLowerCase() }));
  const selects = [...heads(table).entries()]
    .filter(([, head]) => head.dataset.saring !== undefined)
    .map(([column, head]) => ({ column, select: choices(rows, column, words(head)) }));

  function narrow() {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const { row, text } of rows) {
      const fits =
        wanted.every((word) => text.includes(word)) &&
        selects.every(({ column, select }) => !select.value || words(row.cells[column]) === select.value);
      row.hidden = !fits;
      if (fits) left++;
    }
    told.textContent = left === rows.length ? `${rows.length} baris` : `${left} dari ${rows.length} baris`;
    changed();
  }

  for (const input of [field, ...selects.map(({ select }) => select)]) {
    input.addEventListener("input", narrow);
    bar.append(input);
  }
  bar.append(told);
  narrow();
}

/**
 * @param {{ row: HTMLTableRowElement }[]} rows
 * @param {number} column
 * @param {string} name
 */
function choices(rows, column, name) {
  const values = new Set(rows.map(({ row }) => words(row.cells[column])));
  const select = element("select");
  select.setAttribute("aria-label", name);
  select.add(new Option(`${name}: semua`, ""));
  for (const value of [...values].sort(collate)) select.add(new Option(value, value));
  return select;
}
