/* Tables that readers sort, narrow down and take away as CSV; without this script they are plain tables.

   <table class="sop-tabel" data-urut>          a button in every column head sorts by that column
     data-csv="daftar-peran"                    adds a button that saves the rows shown as daftar-peran.csv
     data-saring                                adds a field that keeps only rows with the words typed
   <th data-saring>                             and, where the table has it, a choice of this column's values
   <th data-urut="tidak">                       this column is not sorted
   <th aria-sort="descending">                  how the rows stand already
   <td data-nilai="90">                         what the cell is sorted by and saved as, instead of its words */
(function () {
  "use strict";

  var collator = new Intl.Collator("id", { numeric: true, sensitivity: "base" });
  var MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];
  var EMPTY = /^[-–—]?$/;

  function words(node) {
    return node.textContent.replace(/\s+/g, " ").trim();
  }

  /* 1.234,5 → 1234.5; null for what is no number. */
  function number(text) {
    if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{1,3}\.\d{3}$/.test(text)) return Number(text);
    if (!/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+,\d+$/.test(text)) return null;
    return Number(text.replace(/\./g, "").replace(",", "."));
  }

  /* 3 Januari 2024, Januari 2024, 2024-01-03 → a number that grows with the days; null for what is no date. */
  function day(text) {
    var iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
    if (iso) return Number(iso[1]) * 10000 + Number(iso[2]) * 100 + Number(iso[3] || 0);
    var said = /^(?:(\d{1,2})\s+)?([a-z]{3,})\.?\s+(\d{4})$/i.exec(text);
    var month = said ? MONTHS.indexOf(said[2].slice(0, 3).toLowerCase()) + 1 : 0;
    return month ? Number(said[3]) * 10000 + month * 100 + Number(said[1] || 0) : null;
  }

  /* The texts of one column as what can be compared: all numbers, all dates, or words. Empty ones are null. */
  function comparable(texts) {
    var full = texts.filter(function (text) { return !EMPTY.test(text); });
    var read = [number, day].filter(function (reader) {
      return full.length && full.every(function (text) { return reader(text) !== null; });
    })[0];
    return texts.map(function (text) {
      return EMPTY.test(text) ? null : read ? read(text) : text;
    });
  }

  /* Empty ones stand last, whichever way the rest is turned. */
  function compare(a, b, descending) {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    var way = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b);
    return descending ? -way : way;
  }

  /* A spreadsheet runs what begins like a formula; an apostrophe makes it text. Where a comma is part of numbers, it
     parts cells at semicolons, quotes or no quotes. */
  function csvCell(value) {
    var text = String(value === null || value === undefined ? "" : value);
    if (/^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) && number(text) === null && !EMPTY.test(text)) text = "'" + text;
    text = text.replace(/([;\t\r\n])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
    return /[",;\r\n\t]|^\s|\s$/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(rows) {
    return rows.map(function (row) { return row.map(csvCell).join(","); }).join("\r\n") + "\r\n";
  }

  function save(name, rows) {
    var link = document.createElement("a");
    /* The mark at the start tells Excel that this is UTF-8. */
    link.href = URL.createObjectURL(new Blob(["\ufeff" + csv(rows)], { type: "text/csv;charset=utf-8" }));
    link.download = name + ".csv";
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function element(tag, css, text) {
    var made = document.createElement(tag);
    if (css) made.className = css;
    if (text) made.textContent = text;
    return made;
  }

  function button(text, icon) {
    var made = element("button", "sop-tombol");
    made.type = "button";
    if (icon) made.appendChild(element("span", "sop-ikon sop-ikon--" + icon));
    made.appendChild(document.createTextNode(text));
    return made;
  }

  function heads(table) {
    var rows = table.tHead ? table.tHead.rows : [];
    return rows.length ? Array.prototype.slice.call(rows[rows.length - 1].cells) : [];
  }

  function bodyRows(table) {
    return Array.prototype.concat.apply([], Array.prototype.map.call(table.tBodies, function (body) {
      return Array.prototype.slice.call(body.rows);
    }));
  }

  function cellText(cell) {
    if (!cell) return "";
    if (cell.dataset.nilai !== undefined) return cell.dataset.nilai;
    var items = cell.querySelectorAll("li");
    return items.length ? Array.prototype.map.call(items, words).join("; ") : words(cell);
  }

  function sortBy(table, column, descending) {
    Array.prototype.forEach.call(table.tBodies, function (body) {
      var rows = Array.prototype.slice.call(body.rows);
      var values = comparable(rows.map(function (row) { return cellText(row.cells[column]); }));
      rows
        .map(function (row, i) { return { row: row, value: values[i], place: i }; })
        .sort(function (a, b) { return compare(a.value, b.value, descending) || a.place - b.place; })
        .forEach(function (item) { body.appendChild(item.row); });
    });
  }

  /* A button in the head; `turn` is told which way the column is to be sorted. */
  function sortable(head, turn) {
    var press = element("button", "sop-urut");
    press.type = "button";
    while (head.firstChild) press.appendChild(head.firstChild);
    head.appendChild(press);
    press.addEventListener("click", function () {
      turn(head.getAttribute("aria-sort") === "ascending");
    });
  }

  function mark(all, head, descending) {
    all.forEach(function (other) { other.removeAttribute("aria-sort"); });
    if (head) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }

  function makeSortable(table) {
    var all = heads(table);
    if (table.querySelector("tbody [rowspan]") || bodyRows(table).length < 2) return;
    all.forEach(function (head, column) {
      if (head.dataset.urut === "tidak" || !words(head)) return;
      sortable(head, function (descending) {
        sortBy(table, column, descending);
        mark(all, head, descending);
      });
    });
  }

  function shownRows(table) {
    return bodyRows(table).filter(function (row) { return !row.hidden; });
  }

  function tableAsRows(table) {
    return [heads(table)].concat(shownRows(table).map(function (row) {
      return Array.prototype.slice.call(row.cells);
    })).map(function (cells) { return cells.map(cellText); });
  }

  function choices(table, column, name) {
    var values = bodyRows(table).map(function (row) { return words(row.cells[column]); });
    var select = element("select");
    select.setAttribute("aria-label", name);
    select.add(new Option(name + ": semua", ""));
    Array.from(new Set(values)).sort(collator.compare).forEach(function (value) {
      select.add(new Option(value, value));
    });
    return select;
  }

  function makeNarrow(table, bar) {
    var field = element("input");
    var count = element("output", "sop-jumlah");
    var selects = heads(table).map(function (head, column) {
      return head.dataset.saring === undefined ? null : choices(table, column, words(head));
    });
    field.type = "search";
    field.placeholder = "Saring";
    field.setAttribute("aria-label", "Saring baris tabel");
    count.setAttribute("role", "status");
    var rows = bodyRows(table).map(function (row) {
      return { row: row, text: words(row).toLowerCase() };
    });
    function narrow() {
      var wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      var left = 0;
      rows.forEach(function (item) {
        var fits = wanted.every(function (word) { return item.text.includes(word); }) &&
          selects.every(function (select, column) {
            return !select || !select.value || words(item.row.cells[column]) === select.value;
          });
        item.row.hidden = !fits;
        left += fits;
      });
      count.textContent = left === rows.length ? rows.length + " baris" : left + " dari " + rows.length + " baris";
    }
    [field].concat(selects.filter(Boolean)).forEach(function (input) {
      input.addEventListener("input", narrow);
      bar.appendChild(input);
    });
    bar.appendChild(count);
    narrow();
  }

  function makeSavable(table, bar) {
    var press = button("Unduh CSV", "unduh");
    press.addEventListener("click", function () { save(table.dataset.csv, tableAsRows(table)); });
    bar.appendChild(press);
  }

  function dress(table) {
    var bar = element("div", "sop-tabel-alat");
    if (table.dataset.saring !== undefined) makeNarrow(table, bar);
    if (table.dataset.urut !== undefined) makeSortable(table);
    if (table.dataset.csv) makeSavable(table, bar);
    var place = table.closest(".sop-gulir") || table;
    if (bar.firstChild) place.parentNode.insertBefore(bar, place);
  }

  window.sopTabel = { button: button, collate: collator.compare, compare: compare, csv: csv, element: element, mark: mark, save: save, sortable: sortable };
  document.querySelectorAll("table[data-urut], table[data-csv]").forEach(dress);
})();
