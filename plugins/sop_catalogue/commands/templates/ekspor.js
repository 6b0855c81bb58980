/* The search of an export: a field on every page, and a page of results, asked of the worker of the site's search. */
(function () {
  "use strict";

  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const AT_ONCE = 30;
  const form = document.querySelector(".ekspor-cari");
  const field = form.elements.cari;

  document.addEventListener("keydown", function (event) {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea");
    if (event.key !== "/" || busy) return;
    event.preventDefault();
    field.focus();
  });

  const list = document.querySelector("[data-pekerja]");
  if (!list) return;
  const status = document.querySelector(".ekspor-jumlah");
  const more = document.querySelector(".ekspor-lagi");
  const hints = document.querySelector(".ekspor-petunjuk");
  let ready = false,
    waiting = false,
    asked = null,
    rest = [];

  field.value = new URLSearchParams(location.search).get("cari") || "";
  field.addEventListener("input", ask);
  field.focus({ preventScroll: true });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.target !== field && !list.contains(event.target)) return;
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (turn && step(turn)) event.preventDefault();
    if (event.key === "Escape" && event.target !== field) field.focus();
  });
  more.addEventListener("click", function () {
    const first = list.childElementCount;
    showMore(rest.length);
    list.children[first].querySelector("a").focus();
  });

  const worker = new Worker(new URL(list.dataset.pekerja, document.baseURI).href);
  worker.addEventListener("error", () => tell("Pencarian tidak dapat dijalankan di peramban ini"));
  worker.addEventListener("message", function ({ data: { type, data } }) {
    if (type === READY) ready = true;
    if (type === RESULT) {
      waiting = false;
      if (field.value === asked) show(data.items);
    }
    ask();
  });
  tell("Menyiapkan pencarian");
  worker.postMessage({ type: SETUP });

  /* One question at a time; what was typed meanwhile is asked after it. */
  function ask() {
    if (!ready || waiting || field.value === asked) return;
    asked = field.value;
    if (!asked.trim()) return show([]);
    waiting = true;
    worker.postMessage({ type: QUERY, data: asked });
  }

  function show(items) {
    rest = items;
    list.replaceChildren();
    showMore(AT_ONCE);
    hints.hidden = items.length > 0;
    if (!asked.trim()) tell("Ketik untuk mulai mencari");
    else tell(items.length ? `${items.length} halaman cocok` : "Tidak ada yang cocok");
    try {
      history.replaceState(null, "", asked ? `?${new URLSearchParams({ cari: asked })}` : location.pathname);
    } catch {
      /* Some browsers keep the address of a file as it is. */
    }
  }

  function showMore(number) {
    list.append(...rest.slice(0, number).map(item));
    rest = rest.slice(number);
    more.hidden = !rest.length;
    more.textContent = `Tampilkan ${rest.length} lagi`;
  }

  /* A page, the places on it that answer best, and the others folded away. */
  function item([page, ...places]) {
    const best = places.filter((place) => place.score >= page.score);
    const others = places.filter((place) => place.score < page.score);
    const missing = Object.keys(page.terms).filter((word) => !page.terms[word]);
    const found = element("li", link(page, "h2"), ...best.map((place) => link(place, "h3")));
    if (missing.length) {
      const words = missing.flatMap((word) => [" ", element("s", word)]);
      found.append(element("p", "Tidak memuat:", ...words));
    }
    if (others.length) {
      const summary = element("summary", `${others.length} lagi di halaman ini`);
      found.append(element("details", summary, ...others.map((place) => link(place, "h3"))));
    }
    return found;
  }

  /* Title and text come as HTML, every text of the catalogue in them escaped; see sop-cari-hasil.js. */
  function link({ location: address, title, text }, heading) {
    const [head, below] = [element(heading), element("p")];
    head.innerHTML = title;
    below.innerHTML = text;
    const found = element("a", head, ...(text ? [below] : []));
    found.href = address;
    return found;
  }

  function element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }

  /* From the field to the results, from one to the next, and back. */
  function step(turn) {
    const stops = [field, ...list.querySelectorAll("a, summary")].filter(
      (stop) => stop.matches("summary") || !stop.closest("details:not([open])"),
    );
    const next = stops[stops.indexOf(document.activeElement) + turn];
    if (next) next.focus();
    return Boolean(next);
  }

  function tell(text) {
    status.textContent = text;
  }
})();
