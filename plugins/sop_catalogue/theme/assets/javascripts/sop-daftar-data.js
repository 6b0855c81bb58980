/* Which SOPs the table of all SOPs shows, and in what order: its data, what is wanted, and the hits. */
(function () {
  "use strict";

  /* The data's lists as things with names. */
  function read(data) {
    var pemdas = data.pemda.map(function (p) { return { id: p[0], name: p[1], short: p[2] }; });
    var units = data.unit.map(function (u) { return { pemda: pemdas[u[0]], id: u[1], name: u[2] }; });
    var people = data.pelaksana.map(function (p) { return { name: p[0], role: p[1], text: (p[0] + " " + p[1]).toLowerCase() }; });
    var laws = data.peraturan.map(function (l) {
      return { id: l[0], name: l[1], label: l[1] + (l[2] ? " tentang " + l[2] : "") };
    });
    var statuses = data.status.map(function (s) { return { key: s[0], text: s[1] }; });
    var sops = data.sop.map(function (r, i) {
      var unit = units[r[0]];
      var performers = r[9].map(function (n) { return people[n]; });
      var names = performers.map(function (p) { return p.name; }).join(", ");
      return {
        place: i, unit: unit, url: unit.id + "/" + r[1] + data.akhiran, name: r[2], number: r[3], year: r[4],
        status: statuses[r[5]], steps: r[6], time: r[7], timeOrder: r[8], performers: performers, names: names,
        laws: r[10].map(function (n) { return laws[n]; }), mark: r[11], markText: data.tanda[r[11]] || "",
        text: [r[2], r[3], unit.name, unit.pemda.short, names].join(" ").toLowerCase()
      };
    });
    return { pemdas: pemdas, units: units, people: people, laws: laws, statuses: statuses, sops: sops };
  }

  var COLUMNS = [
    { key: "nama", title: "SOP", value: function (s) { return s.name; } },
    { key: "unit", title: "Unit kerja", value: function (s) { return s.unit.name + " " + s.unit.pemda.name; } },
    { key: "status", title: "Status", value: function (s) { return s.status.text; } },
    { key: "tahun", title: "Tahun", value: function (s) { return s.year || null; } },
    { key: "langkah", title: "Langkah", value: function (s) { return s.steps || null; } },
    { key: "waktu", title: "Waktu", value: function (s) { return s.timeOrder || null; } },
    { key: "pelaksana", title: "Pelaksana", value: function (s) { return s.names || null; } }
  ];
  var KEYS = ["cari", "pemda", "unit", "pelaksana", "peraturan", "status", "tahun", "tinjau", "urut"];

  function wantedNow() {
    var query = new URLSearchParams(window.location.search);
    var wanted = {};
    KEYS.forEach(function (key) { wanted[key] = (query.get(key) || "").trim(); });
    return wanted;
  }

  function asQuery(wanted) {
    var query = new URLSearchParams();
    KEYS.forEach(function (key) { if (wanted[key]) query.set(key, wanted[key]); });
    var text = query.toString();
    return text ? "?" + text : "";
  }

  function terms(text) {
    return text.toLowerCase().split(/\s+/).filter(Boolean);
  }

  function hasAll(text, words) {
    return words.every(function (word) { return text.includes(word); });
  }

  /* One question for each thing wanted; an SOP is a hit when all say yes. */
  function tests(wanted, all) {
    var found = [];
    var words = terms(wanted.cari);
    if (words.length) found.push(function (s) { return hasAll(s.text, words); });
    if (wanted.pemda) found.push(function (s) { return s.unit.pemda.id === wanted.pemda; });
    if (wanted.unit) found.push(function (s) { return s.unit.id === wanted.unit; });
    if (wanted.status) found.push(function (s) { return s.status.key === wanted.status; });
    if (wanted.tahun) found.push(function (s) { return String(s.year) === wanted.tahun; });
    if (wanted.tinjau) found.push(function (s) { return wanted.tinjau === "ya" ? s.mark !== "" : s.mark === wanted.tinjau; });
    if (wanted.pelaksana) found.push(anyOf("performers", peopleMeant(wanted.pelaksana, all.people)));
    if (wanted.peraturan) found.push(anyOf("laws", lawsMeant(wanted.peraturan, all.laws)));
    return found;
  }

  function anyOf(list, meant) {
    return function (s) { return s[list].some(function (item) { return meant.has(item); }); };
  }

  /* A name in full means those who bear it; anything else, those in whose names its words are. */
  function peopleMeant(text, people) {
    var whole = text.toLowerCase();
    var words = terms(text);
    var exact = people.filter(function (p) { return p.name.toLowerCase() === whole || p.role.toLowerCase() === whole; });
    return new Set(exact.length ? exact : people.filter(function (p) { return hasAll(p.text, words); }));
  }

  function lawsMeant(text, laws) {
    var words = terms(text);
    var exact = laws.filter(function (l) { return l.id === text || l.label === text; });
    return new Set(exact.length ? exact : laws.filter(function (l) { return hasAll(l.label.toLowerCase(), words); }));
  }

  /* The places of all SOPs in the order of a column, worked out when it is first asked for. */
  function ranks(all) {
    var kept = {};
    return function (column, descending) {
      var key = column.key + descending;
      if (!kept[key]) {
        var values = all.sops.map(column.value);
        var order = all.sops.map(function (s) { return s.place; }).sort(function (a, b) {
          return window.sopTabel.compare(values[a], values[b], descending) || a - b;
        });
        kept[key] = [];
        order.forEach(function (n, rank) { kept[key][n] = rank; });
      }
      return kept[key];
    };
  }

  window.sopDaftar = { read: read, columns: COLUMNS, keys: KEYS, wantedNow: wantedNow, asQuery: asQuery, tests: tests, ranks: ranks };
})();
