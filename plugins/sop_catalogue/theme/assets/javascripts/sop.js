/* Small conveniences; every page is complete without them. */
(function () {
  "use strict";

  document.querySelectorAll("[data-sop-cetak]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  document.querySelectorAll("[data-sop-cari]").forEach(function (button) {
    var field = document.querySelector("[data-md-component=search-query]");
    if (!field) return;
    button.hidden = false;
    button.addEventListener("click", function () { field.focus(); });
  });

  /* Material leaves these navigations without a name: a section's with an index page, and each copy button's. */
  document.querySelectorAll("nav.md-nav[aria-labelledby]").forEach(function (nav) {
    var title = nav.querySelector(".md-nav__title");
    if (title) {
      nav.removeAttribute("aria-labelledby");
      nav.setAttribute("aria-label", title.textContent.trim());
    }
  });
  function unnameCopies() {
    document.querySelectorAll(".md-code__nav:not([role])").forEach(function (nav) {
      nav.setAttribute("role", "none");
    });
  }
  var main = document.querySelector("main");
  if (main) new MutationObserver(unnameCopies).observe(main, { childList: true, subtree: true });
  unnameCopies();
})();
