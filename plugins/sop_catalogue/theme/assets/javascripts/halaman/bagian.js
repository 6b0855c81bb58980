/* The row of sections may go on beyond a narrow window: the one that the page stands in is brought into sight. */

export function showOwnSection() {
  const row = document.querySelector(".sop-bagian > ul");
  const own = /** @type {HTMLElement | null | undefined} */ (row?.querySelector("[aria-current]"));
  if (row && own) row.scrollLeft = own.offsetLeft - (row.clientWidth - own.offsetWidth) / 2;
}
