/* The search field at the head of every page. */

export const field = /** @type {HTMLInputElement} */ (document.querySelector(".ekspor-cari input"));

export function reachField() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/** @type {Element} */ (event.target).closest("input, select, textarea")) return;
    event.preventDefault();
    field.focus();
  });
}
