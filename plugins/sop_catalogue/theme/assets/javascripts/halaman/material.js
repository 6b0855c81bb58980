/* What the theme's pages lack for those who do not see them, mended; also in what Material adds later. */

export function mendMaterial() {
  nameNavigations();
  const main = document.querySelector("main");
  if (main) new MutationObserver(mend).observe(main, { childList: true, subtree: true });
  mend();
}

/** Material leaves the navigation of a section with an index page without a name. */
function nameNavigations() {
  for (const nav of document.querySelectorAll("nav.md-nav[aria-labelledby]")) {
    const title = nav.querySelector(".md-nav__title");
    if (!title) continue;
    nav.removeAttribute("aria-labelledby");
    nav.setAttribute("aria-label", title.textContent.trim());
  }
}

function mend() {
  unnameCopies();
  reachTables();
}

/** Nor has each copy button's navigation a name. */
function unnameCopies() {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
}

/** Material puts a wide table of a hand-written page into a box that scrolls, and lets no keyboard reach the box. */
function reachTables() {
  const boxes = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")
  );
  for (const box of boxes) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Tabel");
  }
}
