/* Of a long table, some rows at once: the others come when they are asked for, or when an address names one of them. */
import { counted } from "../daftar/angka.js";
import { bodyRows } from "./isi.js";
import { button, element } from "./unsur.js";

/** There a row is a card. */
export const PHONE = matchMedia("(max-width: 720px)").matches;
const AT_ONCE = PHONE ? 6 : 50;
const LATER = "sop-nanti";

/**
 * @param {HTMLTableElement} table
 * @returns {() => void} to be called when other rows fit, or when they stand in another order
 */
export function makeStepwise(table) {
  if (bodyRows(table).length <= AT_ONCE) return () => {};
  const more = button("");
  const rest = button("");
  const foot = element("p", "sop-lagi");
  foot.append(more, rest);
  table.after(foot);
  let shown = AT_ONCE;

  function show() {
    const fitting = bodyRows(table).filter((row) => !row.hidden);
    for (const [i, row] of fitting.entries()) row.classList.toggle(LATER, i >= shown);
    const left = fitting.length - shown;
    foot.hidden = left <= 0;
    more.textContent = `Tampilkan ${counted(Math.min(AT_ONCE, left))} lagi`;
    rest.textContent = `Tampilkan semua (${counted(fitting.length)})`;
    rest.hidden = left <= AT_ONCE;
    return fitting;
  }

  /**
   * The keyboard goes on at the first of the new rows.
   * @param {number} count
   */
  function showMore(count) {
    const first = shown;
    shown += count;
    const row = show()[first];
    /** @type {HTMLElement | null} */ (row?.querySelector("a, button"))?.focus({ preventScroll: true });
  }

  function showNamed() {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row?.classList.contains(LATER) || !table.contains(row)) return;
    shown = AT_ONCE * Math.ceil((show().indexOf(/** @type {HTMLTableRowElement} */ (row)) + 1) / AT_ONCE);
    show();
    row.scrollIntoView();
  }

  more.addEventListener("click", () => showMore(AT_ONCE));
  rest.addEventListener("click", () => showMore(bodyRows(table).length));
  window.addEventListener("hashchange", showNamed);
  show();
  showNamed();
  return () => {
    shown = AT_ONCE;
    show();
  };
}
