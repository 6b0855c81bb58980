/* What is pointed at, or has the focus, shows its arrows and the rows they join; the chart is complete without. */
(function () {
  "use strict";

  document.querySelectorAll(".sop-alur").forEach(function (table) {
    var body = table.tBodies[0];
    var rowOf = {};
    var arrows = {};
    var lit = [];
    var moved = [];
    var shown = "";

    body.querySelectorAll(".sop-simbol").forEach(function (symbol) {
      rowOf[symbol.dataset.simbol] = symbol.closest("tr");
    });
    body.querySelectorAll(".sop-panah").forEach(function (piece) {
      var arrow = (arrows[piece.dataset.panah] ||= { from: piece.dataset.dari, to: piece.dataset.ke, pieces: [] });
      arrow.pieces.push(piece);
    });
    body.querySelectorAll(".sop-ulur > path").forEach(function (stretch) {
      stretch.dataset.panah.split(" ").forEach(function (number) {
        if (arrows[number]) arrows[number].pieces.push(stretch);
      });
    });

    function light(element) {
      element.classList.add("sop-nyala");
      lit.push(element);
    }

    /* Above the other arrows, where they share a line, and under the symbols. */
    function raise(piece) {
      if (!piece.classList.contains("sop-panah")) return;
      moved.push([piece, piece.nextSibling]);
      piece.parentNode.insertBefore(piece, piece.parentNode.querySelector(":scope > .sop-simbol"));
    }

    function clear() {
      shown = "";
      lit.splice(0).forEach(function (element) { element.classList.remove("sop-nyala"); });
      moved.splice(0).reverse().forEach(function (was) { was[0].parentNode.insertBefore(was[0], was[1]); });
    }

    function show(keys) {
      if (keys.join(" ") === shown) return;
      clear();
      shown = keys.join(" ");
      var touched = new Set(keys);
      Object.keys(arrows).forEach(function (number) {
        var arrow = arrows[number];
        if (!keys.includes(arrow.from) && !keys.includes(arrow.to)) return;
        touched.add(arrow.from).add(arrow.to);
        arrow.pieces.forEach(function (piece) {
          raise(piece);
          light(piece);
        });
      });
      var rows = new Set();
      touched.forEach(function (key) { if (rowOf[key]) rows.add(rowOf[key]); });
      rows.forEach(light);
      body.querySelectorAll(".sop-simbol").forEach(function (symbol) {
        if (touched.has(symbol.dataset.simbol)) light(symbol);
      });
    }

    /* The symbol itself or the words that stand for it; elsewhere in a row, all of the row's symbols. */
    function keysAt(element) {
      var one = element && element.closest(".sop-simbol, [data-kata]");
      if (one) return [one.dataset.simbol || one.dataset.kata];
      var row = element && element.closest("tbody > tr");
      return row ? Array.from(row.querySelectorAll(".sop-simbol"), function (s) { return s.dataset.simbol; }) : [];
    }

    function focused() {
      var element = document.activeElement;
      return body.contains(element) && element.matches(":focus-visible") ? element : null;
    }

    body.addEventListener("pointerover", function (event) { show(keysAt(event.target)); });
    body.addEventListener("pointerleave", function () { show(keysAt(focused())); });
    body.addEventListener("focusin", function (event) {
      show(keysAt(focused()));
      /* Firefox does not by itself scroll to what stands in a column that sticks. */
      if (focused()) event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    body.addEventListener("focusout", clear);
    body.addEventListener("click", function (event) {
      var symbol = event.target.closest(".sop-simbol");
      var link = symbol && symbol.closest("tr").querySelector("th a[href]");
      if (!link) return;
      /* A click on the link would be followed only after this, and Firefox would take the focus from it. */
      location.hash = link.hash;
      link.focus({ preventScroll: true });
    });
    table.classList.add("sop-alur--hidup");
  });
})();
