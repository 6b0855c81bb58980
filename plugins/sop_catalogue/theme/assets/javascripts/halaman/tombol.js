/* Buttons that only scripts make work: they stand hidden in the page. */

export function showPrintButtons() {
  show("[data-sop-cetak]", () => window.print());
}

/**
 * @param {string} selector
 * @param {() => void} press
 */
function show(selector, press) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))) {
    button.hidden = false;
    button.addEventListener("click", press);
  }
}
