/* The table of all SOPs: its fields, its rows, and what is wanted kept in the address bar.
   Without this script the page is a plain table, or a list of units. */
(function () {
  "use strict";

  var STEP = 50; /* rows put up at once */
  var place = document.querySelector("[data-sop-daftar]");
  var tabel = window.sopTabel;
  var daftar = window.sopDaftar;
  var COLUMNS = daftar.columns;
  var KEYS = daftar.keys;
  if (!place || !tabel || !window.history.pushState) return;

  var script = document.createElement("script");
  script.src = place.dataset.sopDaftar;
  script.onload = function () { start(window.sopTabelData); };
  document.head.appendChild(script);

  function start(data) {
    var all = daftar.read(data);
    var rankOf = daftar.ranks(all);
    var wanted = daftar.wantedNow();
    var lastField = null;
    var form = buildForm(all);
    var list = buildTable();
    var hits = [];
    place.textContent = "";
    place.append(form.node, list.node);

    /* What is wanted has changed: `field` is where, so that typing on in one field is one step back. */
    function change(part, field) {
      Object.assign(wanted, part);
      var address = window.location.pathname + daftar.asQuery(wanted);
      var typing = field && field === lastField;
      lastField = field || null;
      try {
        window.history[typing ? "replaceState" : "pushState"](null, "", address);
      } catch (error) {
        /* Some browsers keep the address of a file as it is. */
      }
      show();
    }

    function show() {
      var questions = daftar.tests(wanted, all);
      hits = all.sops.filter(function (s) { return questions.every(function (ask) { return ask(s); }); });
      var descending = wanted.urut.charAt(0) === "-";
      var column = COLUMNS.find(function (c) { return c.key === wanted.urut.replace("-", ""); });
      if (column) {
        var rank = rankOf(column, descending);
        hits.sort(function (a, b) { return rank[a.place] - rank[b.place]; });
      }
      form.fill(wanted, hits.length, all.sops.length);
      list.fill(hits, column, descending, all.pemdas.length > 1);
    }

    function saved() {
      var head = ["Nama SOP", "Nomor", "Unit kerja", "Pemda", "Status", "Tahun", "Langkah", "Waktu", "Pelaksana", "Dasar hukum", "Tinjauan", "Alamat"];
      return [head].concat(hits.map(function (s) {
        return [s.name, s.number, s.unit.name, s.unit.pemda.name, s.status.text, s.year || "", s.steps, s.time, s.names,
          s.laws.map(function (l) { return l.name; }).join("; "), s.markText, new URL(s.url, document.baseURI).href];
      }));
    }

    form.listen(change, function () { tabel.save("daftar-sop", saved()); });
    list.listen(function (key, descending) { change({ urut: (descending ? "-" : "") + key }); });
    window.addEventListener("popstate", function () {
      wanted = daftar.wantedNow();
      lastField = null;
      show();
    });
    show();
  }

  function labelled(key, text, field) {
    var box = tabel.element("div", "sop-isian sop-isian--" + key);
    var label = box.appendChild(tabel.element("label", "", text));
    label.htmlFor = field.id = "sop-saring-" + key;
    box.appendChild(field);
    return box;
  }

  function select(options) {
    var made = document.createElement("select");
    made.add(new Option("Semua", ""));
    options.forEach(function (option) { made.add(new Option(option[1], option[0])); });
    return made;
  }

  /* Names to choose from while typing. */
  function choices(key, values) {
    var list = document.createElement("datalist");
    list.id = "sop-pilihan-" + key;
    Array.from(new Set(values)).sort(tabel.collate).forEach(function (value) {
      list.appendChild(new Option("", value));
    });
    return list;
  }

  function buildForm(all) {
    var names = {};
    function input(key, values) {
      var made = document.createElement("input");
      made.type = "search";
      if (values) made.setAttribute("list", (names[key] = choices(key, values)).id);
      return made;
    }
    var fields = {
      cari: input("cari"),
      pemda: select(all.pemdas.map(function (p) { return [p.id, p.name]; })),
      unit: select([]),
      pelaksana: input("pelaksana", all.people.map(function (p) { return p.role; })),
      peraturan: input("peraturan", all.laws.map(function (l) { return l.label; })),
      status: select(all.statuses.map(function (s) { return [s.key, s.text]; })),
      tahun: select(years(all.sops)),
      tinjau: select([["ya", "Perlu ditinjau"], ["dicabut", "Ada yang dicabut"], ["diubah", "Ada yang diubah"]]),
      urut: select([].concat.apply([], COLUMNS.map(function (c) {
        return [[c.key, c.title + " ↑"], ["-" + c.key, c.title + " ↓"]];
      })))
    };
    var titles = { cari: "Kata dalam nama, nomor, unit, atau pelaksana", pemda: "Pemerintah daerah", unit: "Unit kerja", pelaksana: "Pelaksana",
      peraturan: "Peraturan", status: "Status", tahun: "Tahun", tinjau: "Dasar hukum", urut: "Urutkan" };
    fields.urut.options[0].text = "Urutan katalog";
    var node = tabel.element("form", "sop-saring");
    node.setAttribute("role", "search");
    node.setAttribute("aria-label", "Saring daftar SOP");
    var more = tabel.element("details", "sop-saring-lagi");
    var summary = more.appendChild(tabel.element("summary"));
    var grid = tabel.element("div", "sop-saring-kisi");
    KEYS.forEach(function (key) {
      if (key === "pemda" && all.pemdas.length < 2) return;
      var box = labelled(key, titles[key], fields[key]);
      if (names[key]) box.appendChild(names[key]);
      (key === "cari" ? node : grid).appendChild(box);
    });
    more.appendChild(grid);
    more.open = window.matchMedia("(min-width: 45em)").matches;
    var foot = tabel.element("div", "sop-tabel-alat");
    var count = tabel.element("output", "sop-jumlah");
    count.setAttribute("role", "status");
    var reset = tabel.button("Hapus saringan");
    var csv = tabel.button("Unduh CSV", "unduh");
    foot.append(count, reset, csv);
    node.append(more, foot);

    function fillUnits(pemda) {
      if (fields.unit.dataset.pemda === pemda) return;
      fields.unit.dataset.pemda = pemda;
      fields.unit.length = 1;
      all.pemdas.forEach(function (p) {
        if (pemda && p.id !== pemda) return;
        var group = document.createElement("optgroup");
        group.label = p.name;
        all.units.forEach(function (u) { if (u.pemda === p) group.appendChild(new Option(u.name, u.id)); });
        fields.unit.appendChild(group);
      });
    }

    return {
      node: node,
      fill: function (wanted, found, whole) {
        fillUnits(wanted.pemda);
        KEYS.forEach(function (key) {
          var law = key === "peraturan" && all.laws.find(function (l) { return l.id === wanted[key]; });
          var value = law ? law.label : wanted[key];
          if (fields[key].value !== value && !(fields[key] === document.activeElement && fields[key].value.trim() === value)) fields[key].value = value;
        });
        count.textContent = found === whole ? counted(whole) + " SOP" : counted(found) + " dari " + counted(whole) + " SOP";
        var used = KEYS.filter(function (key) { return key !== "urut" && wanted[key]; });
        var inside = used.filter(function (key) { return key !== "cari"; }).length;
        summary.textContent = "Saringan" + (inside ? " (" + inside + ")" : "");
        reset.hidden = !used.length;
      },
      listen: function (change, save) {
        KEYS.forEach(function (key) {
          fields[key].addEventListener("input", function () {
            var part = {};
            part[key] = fields[key].value.trim();
            if (key === "peraturan") {
              var law = all.laws.find(function (l) { return l.label === part[key]; });
              if (law) part[key] = law.id;
            }
            if (key === "pemda") part.unit = "";
            change(part, fields[key].tagName === "INPUT" ? key : "");
          });
        });
        node.addEventListener("submit", function (event) { event.preventDefault(); });
        csv.addEventListener("click", save);
        reset.addEventListener("click", function () {
          var none = {};
          KEYS.forEach(function (key) { if (key !== "urut") none[key] = ""; });
          change(none);
          fields.cari.focus();
        });
      }
    };
  }

  function years(sops) {
    var found = Array.from(new Set(sops.map(function (s) { return s.year; }))).filter(Boolean);
    return found.sort(function (a, b) { return b - a; }).map(function (year) { return [year, year]; });
  }

  function counted(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  function buildTable() {
    var table = tabel.element("table", "sop-daftar sop-daftar--sop sop-daftar--semua");
    table.setAttribute("role", "table");
    var head = table.createTHead().insertRow();
    var body = table.createTBody();
    var heads = COLUMNS.map(function (column) {
      var cell = tabel.element("th", "", column.title);
      cell.scope = "col";
      cell.setAttribute("role", "columnheader");
      head.appendChild(cell);
      return cell;
    });
    var foot = tabel.element("p", "sop-lagi");
    var more = tabel.button("");
    var rest = tabel.button("");
    foot.append(more, rest);
    var empty = tabel.element("p", "sop-kosong", "Tidak ada SOP yang cocok. Ubah atau hapus saringannya.");
    var note = tabel.element("p", "sop-ket sop-catatan-tabel", "Tanda + pada waktu: ada langkah yang waktunya belum terhitung.");
    var node = tabel.element("div", "sop-hasil");
    node.append(table, empty, foot, note);
    [table.tHead, body].forEach(function (part) { part.setAttribute("role", "rowgroup"); });
    head.setAttribute("role", "row");
    var hits = [];
    var up = 0;
    var several = false;

    function put(count) {
      var rows = document.createDocumentFragment();
      hits.slice(up, up + count).forEach(function (s) { rows.appendChild(row(s, several)); });
      body.appendChild(rows);
      up = Math.min(hits.length, up + count);
      foot.hidden = up === hits.length;
      more.textContent = "Tampilkan " + counted(Math.min(STEP, hits.length - up)) + " lagi";
      rest.textContent = "Tampilkan semua (" + counted(hits.length) + ")";
      rest.hidden = hits.length - up <= STEP;
    }

    /* The keyboard goes on at the first of the new rows. */
    function putMore(count) {
      var first = up;
      put(count);
      body.rows[first].querySelector("a").focus({ preventScroll: true });
    }
    more.addEventListener("click", function () { putMore(STEP); });
    rest.addEventListener("click", function () { putMore(hits.length); });

    return {
      node: node,
      fill: function (found, column, descending, manyPemdas) {
        hits = found;
        up = 0;
        several = manyPemdas;
        body.textContent = "";
        tabel.mark(heads, column ? heads[COLUMNS.indexOf(column)] : null, descending);
        table.hidden = !hits.length;
        empty.hidden = hits.length > 0;
        note.hidden = !hits.some(function (s) { return s.time.endsWith("+"); });
        put(STEP);
      },
      listen: function (turn) {
        heads.forEach(function (cell, i) {
          tabel.sortable(cell, function (descending) { turn(COLUMNS[i].key, descending); });
        });
      }
    };
  }

  function row(sop, several) {
    var made = tabel.element("tr");
    made.setAttribute("role", "row");
    var name = tabel.element("th");
    name.scope = "row";
    name.setAttribute("role", "rowheader");
    var link = tabel.element("a", "", sop.name);
    link.href = sop.url;
    name.appendChild(link);
    if (sop.number) name.append(" ", tabel.element("span", "sop-nomor", sop.number));
    if (sop.markText) name.append(" ", tabel.element("span", "sop-status sop-status--" + sop.mark, sop.markText));
    made.appendChild(name);
    var unit = cell(made, "unit", sop.unit.name);
    if (several) unit.append(" ", tabel.element("span", "sop-ket", sop.unit.pemda.short));
    cell(made, "").appendChild(tabel.element("span", "sop-status sop-status--" + sop.status.key, sop.status.text));
    cell(made, "angka", sop.year || "–", "Tahun");
    cell(made, "angka", sop.steps || "–", "Langkah");
    cell(made, "waktu", sop.time || "–", "Waktu");
    cell(made, "siapa", sop.names || "–", "Pelaksana");
    return made;
  }

  function cell(row, css, text, label) {
    var made = tabel.element("td", css, text === undefined ? "" : String(text));
    made.setAttribute("role", "cell");
    if (label) made.dataset.l = label;
    row.appendChild(made);
    return made;
  }
})();
