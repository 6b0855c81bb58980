/* The table of all SOPs: its fields, its rows, and what is wanted kept in the address bar.
   Without scripts the page is a plain table, or a list of units. */
import { saveButtons } from "../tabel/csv.js";
import { tell, wantedNow } from "./alamat.js";
import { read } from "./data.js";
import { Form } from "./formulir.js";
import { Results } from "./hasil.js";
import { Choice } from "./pilihan.js";

/**
 * @import { Key, Wanted } from "./alamat.js"
 * @import { Sop } from "./data.js"
 */

const SAVED = [
  "Nama SOP",
  "Nomor",
  "Unit kerja",
  "Pemda",
  "Status",
  "Tahun",
  "Langkah",
  "Waktu",
  "Pelaksana",
  "Dasar hukum",
  "Tinjauan",
  "Alamat",
];

export function startList() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-sop-daftar]"));
  if (!place) return;
  const script = document.createElement("script");
  script.src = place.dataset.sopDaftar || "";
  script.onload = () => start(place, /** @type {any} */ (window).sopTabelData);
  document.head.append(script);
}

/**
 * @param {HTMLElement} place
 * @param {unknown} data
 */
function start(place, data) {
  const all = read(data);
  const choice = new Choice(all);
  const results = new Results(/** @type {HTMLTemplateElement} */ (place.querySelector("template")));
  /** @type {Sop[]} */
  let hits = [];
  const saves = saveButtons("daftar-sop", () => [SAVED, ...hits.map(savedRow)]);
  const form = new Form(all, results.columns, saves);
  let wanted = wantedNow();
  /** @type {Key | undefined} */
  let lastTypedIn;

  function show() {
    hits = choice.hits(wanted);
    form.fill(wanted, hits.length);
    results.fill(hits, wanted.urut);
  }

  /**
   * All that is typed in one field is one step to go back over.
   * @param {Partial<Wanted>} part
   * @param {Key} [typedIn]
   */
  function change(part, typedIn) {
    Object.assign(wanted, part);
    tell(wanted, Boolean(typedIn) && typedIn === lastTypedIn);
    lastTypedIn = typedIn;
    show();
  }

  form.listen(change);
  results.listen((urut) => change({ urut }));
  window.addEventListener("popstate", () => {
    wanted = wantedNow();
    lastTypedIn = undefined;
    show();
  });
  place.replaceChildren(form.node, results.node);
  show();
}

/** @param {Sop} sop */
function savedRow(sop) {
  return [
    sop.nama,
    sop.nomor,
    sop.unit.nama,
    sop.unit.pemda.nama,
    sop.status.teks,
    sop.tahun || "",
    sop.langkah,
    sop.waktu,
    sop.names,
    sop.peraturan.map(({ nama }) => nama).join("; "),
    sop.tinjauan,
    new URL(sop.url, document.baseURI).href,
  ];
}
