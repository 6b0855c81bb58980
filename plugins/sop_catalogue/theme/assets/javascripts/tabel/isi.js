/* What stands in a table of the page. */

/** @param {Node} node */
export function words(node) {
  return (node.textContent || "").replace(/\s+/g, " ").trim();
}

/**
 * What a cell is sorted by and saved as.
 * @param {HTMLTableCellElement | undefined} cell
 */
export function cellText(cell) {
  if (!cell) return "";
  if (cell.dataset.nilai !== undefined) return cell.dataset.nilai;
  const items = [...cell.querySelectorAll("li")];
  return items.length ? items.map(words).join("; ") : words(cell);
}

/** @param {HTMLTableElement} table */
export function heads(table) {
  return [...([...(table.tHead?.rows || [])].pop()?.cells || [])];
}

/** @param {HTMLTableElement} table */
export function bodyRows(table) {
  return [...table.tBodies].flatMap((body) => [...body.rows]);
}

/**
 * As it is shown.
 * @param {HTMLTableElement} table
 */
export function rowsOf(table) {
  const shown = bodyRows(table).filter((row) => !row.hidden);
  return [heads(table), ...shown.map((row) => [...row.cells])].map((cells) => cells.map(cellText));
}
