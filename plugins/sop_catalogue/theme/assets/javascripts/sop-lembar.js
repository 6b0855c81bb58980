/* A sheet's code leads here with its revision: of the answers that stand ready in the page, the right one is shown. */
(function () {
  "use strict";

  var ready = document.querySelector("[data-sop-lembar]");
  if (!ready) return;
  var asked = new URLSearchParams(location.search);
  if (!asked.has("rev")) return;

  var now = Number(ready.dataset.rev);
  var said = asked.get("rev");
  var content = asked.get("isi");
  var revision = /^\d{1,4}$/.test(said) ? Number(said) : null;

  function answer() {
    var state = ready.dataset.keadaan;
    if (state === "dicabut" || state === "diganti") return state;
    if (revision === null || (content !== null && !/^[0-9a-f]{6}$/.test(content))) return "asing";
    if (revision < now) return "lama";
    if (revision > now) return "baru";
    if (content !== null && content !== ready.dataset.isi) return "berubah";
    return state === "konsep" ? "konsep" : "berlaku";
  }

  ready.querySelectorAll("[data-lembar-rev]").forEach(function (place) {
    place.textContent = revision;
  });
  var shown = ready.querySelector('[data-jawab="' + answer() + '"]');
  if (shown.dataset.rupa) ready.classList.add("sop-pita--" + shown.dataset.rupa);
  shown.hidden = false;
  ready.hidden = false;
})();
