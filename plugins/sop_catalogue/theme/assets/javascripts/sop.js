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
  /* Material puts a wide table of a hand-written page into a box that scrolls, and lets no keyboard reach the box. */
  function reachTables() {
    document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])").forEach(function (box) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Tabel");
    });
  }
  function mend() {
    unnameCopies();
    reachTables();
  }
  var main = document.querySelector("main");
  if (main) new MutationObserver(mend).observe(main, { childList: true, subtree: true });
  mend();

  /* A label opens the navigation of a narrow window, and no keyboard reaches it. */
  var drawer = document.getElementById("__drawer");
  var label = document.querySelector(".md-header__button[for=__drawer]");
  var opener = document.createElement("button");
  function tell() { opener.setAttribute("aria-expanded", String(drawer.checked)); }
  if (drawer && label) {
    opener.type = "button";
    opener.className = label.className + " sop-buka";
    opener.setAttribute("aria-label", document.querySelector(".md-nav--primary").getAttribute("aria-label"));
    opener.append.apply(opener, label.childNodes);
    label.replaceWith(opener);
    opener.addEventListener("click", function () {
      drawer.click();
      var inside = document.querySelector(".md-sidebar--primary a[href]");
      if (drawer.checked && inside) inside.focus();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      opener.focus();
    });
    drawer.addEventListener("change", tell);
    tell();
  }
})();
