/* The fields that narrow down the table of all SOPs. */
import { collate } from "../tabel/nilai.js";
import { element } from "../tabel/unsur.js";

/**
 * @import { Catalogue, Sop } from "./data.js"
 * @import { Key } from "./alamat.js"
 */

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @type {Record<Key, string>} */
const TITLES = {
  cari: "Kata dalam nama, nomor, unit, atau pelaksana",
  pemda: "Pemerintah daerah",
  unit: "Unit kerja",
  pelaksana: "Pelaksana",
  peraturan: "Peraturan",
  status: "Status",
  jenis: "Jenis",
  tahun: "Tahun",
  tinjau: "Dasar hukum",
  urut: "Urutkan",
};

/**
 * @param {Catalogue} all
 * @param {Map<string, string>} columns titles by keys
 * @returns {Record<Key, Field>}
 */
export function makeFields(all, columns) {
  const orders = [...columns].flatMap(([key, title]) => [
    [key, `${title} ↑`],
    [`-${key}`, `${title} ↓`],
  ]);
  /** @type {Map<string, string>} what is only likely is found with what is sure */
  const status = new Map();
  for (const { kunci, teks } of all.status)
    if (teks.length < (status.get(kunci)?.length ?? Number.POSITIVE_INFINITY)) status.set(kunci, teks);
  return {
    cari: input(),
    pemda: select(all.pemda.map(({ id, nama }) => [id, nama])),
    unit: select([]),
    pelaksana: input(),
    peraturan: input(),
    status: select([...status]),
    jenis: select([...all.jenis].sort(collate).map((kind) => [kind, kind])),
    tahun: select(years(all.sop).map((year) => [year, year])),
    tinjau: select([
      ["ya", "Perlu ditinjau"],
      ["dicabut", "Ada yang dicabut"],
      ["diubah", "Ada yang diubah"],
    ]),
    urut: select(orders, "Urutan katalog"),
  };
}

/**
 * A field below its title; a few of the `names` are offered while typing.
 * @param {Key} key
 * @param {Field} field
 * @param {string[]} [names]
 */
export function labelled(key, field, names) {
  const box = element("div", `sop-isian sop-isian--${key}`);
  const label = element("label", "", TITLES[key]);
  label.htmlFor = field.id = `sop-saring-${key}`;
  box.append(label, field);
  if (names) {
    const list = element("datalist");
    list.id = `sop-pilihan-${key}`;
    list.append(...[...new Set(names)].sort(collate).map((name) => new Option("", name)));
    field.setAttribute("list", list.id);
    box.append(list);
  }
  return box;
}

/**
 * The units of a pemda, or of all.
 * @param {HTMLSelectElement} field
 * @param {Catalogue} all
 * @param {string} wanted
 */
export function offerUnits(field, all, wanted) {
  if (field.dataset.pemda === wanted) return;
  field.dataset.pemda = wanted;
  field.length = 1;
  for (const pemda of all.pemda) {
    if (wanted && pemda.id !== wanted) continue;
    const group = element("optgroup");
    group.label = pemda.nama;
    const units = all.unit.filter((unit) => unit.pemda === pemda);
    group.append(...units.map(({ id, nama }) => new Option(nama, id)));
    field.append(group);
  }
}

function input() {
  const made = element("input");
  made.type = "search";
  return made;
}

/**
 * @param {string[][]} options value and words of each
 * @param {string} [none] what it means that none is chosen
 */
function select(options, none = "Semua") {
  const made = element("select");
  made.append(new Option(none, ""), ...options.map(([value, text]) => new Option(text, value)));
  return made;
}

/** @param {Sop[]} sops */
function years(sops) {
  const found = new Set(sops.flatMap(({ tahun }) => tahun || []));
  return [...found].sort((a, b) => b - a).map(String);
}
