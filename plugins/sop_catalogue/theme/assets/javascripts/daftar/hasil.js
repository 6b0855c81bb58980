/* The rows of the table of all SOPs, some at once. The page holds the table with one row of {names}, as it is
   written everywhere; here it is only filled in. */
import { words } from "../tabel/isi.js";
import { button, element } from "../tabel/unsur.js";
import { mark, sortable } from "../tabel/urut.js";
import { counted } from "./angka.js";
import { columnOf, isDescending } from "./pilihan.js";

/** @import { Sop } from "./data.js" */

/** On a phone, where a row is a card, no more than a few screens. */
const AT_ONCE = matchMedia("(max-width: 720px)").matches ? 6 : 50;
const NAME = /\{(\w+)\}/g;

export class Results {
  /** @param {HTMLTemplateElement} template */
  constructor(template) {
    const content = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    this.table = /** @type {HTMLTableElement} */ (content.querySelector("table"));
    this.note = /** @type {HTMLElement} */ (content.querySelector(".sop-catatan-tabel"));
    this.body = this.table.tBodies[0];
    this.model = this.body.rows[0];
    this.model.remove();
    this.heads = [.../** @type {HTMLTableSectionElement} */ (this.table.tHead).rows[0].cells];
    this.keys = [...this.model.cells].map((cell) => words(cell).split(/[{}]/)[1]);
    this.more = button("");
    this.rest = button("");
    this.foot = element("p", "sop-lagi");
    this.foot.append(this.more, this.rest);
    this.empty = element("p", "sop-kosong", "Tidak ada SOP yang cocok. Ubah atau hapus saringannya.");
    this.node = element("div", "sop-hasil");
    this.node.append(this.table, this.empty, this.foot, this.note);
    /** @type {Sop[]} */
    this.hits = [];
    this.up = 0;
  }

  /** What the columns are called, by their keys. */
  get columns() {
    return new Map(this.keys.map((key, i) => [key, words(this.heads[i])]));
  }

  /**
   * @param {Sop[]} hits
   * @param {string} order
   */
  fill(hits, order) {
    this.hits = hits;
    this.up = 0;
    this.body.textContent = "";
    mark(this.heads, this.heads[this.keys.indexOf(columnOf(order))] || null, isDescending(order));
    this.table.hidden = !hits.length;
    this.empty.hidden = hits.length > 0;
    this.note.hidden = !hits.some(({ waktu }) => waktu.endsWith("+"));
    this._put(AT_ONCE);
  }

  /** @param {(order: string) => void} turn */
  listen(turn) {
    for (const [i, head] of this.heads.entries())
      sortable(head, (descending) => turn((descending ? "-" : "") + this.keys[i]));
    this.more.addEventListener("click", () => this._putMore(AT_ONCE));
    this.rest.addEventListener("click", () => this._putMore(this.hits.length));
  }

  /**
   * The keyboard goes on at the first of the new rows.
   * @param {number} count
   */
  _putMore(count) {
    const first = this.up;
    this._put(count);
    this.body.rows[first].querySelector("a")?.focus({ preventScroll: true });
  }

  /** @param {number} count */
  _put(count) {
    const { hits } = this;
    const rows = hits.slice(this.up, this.up + count).map((sop) => rowOf(this.model, sop));
    this.body.append(...rows);
    this.up += rows.length;
    const left = hits.length - this.up;
    this.foot.hidden = !left;
    this.more.textContent = `Tampilkan ${counted(Math.min(AT_ONCE, left))} lagi`;
    this.rest.textContent = `Tampilkan semua (${counted(hits.length)})`;
    this.rest.hidden = left <= AT_ONCE;
  }
}

/**
 * @param {HTMLTableRowElement} model
 * @param {Sop} sop
 */
function rowOf(model, sop) {
  const row = /** @type {HTMLTableRowElement} */ (model.cloneNode(true));
  /** @type {Record<string, string | number>} */
  const values = {
    nama: sop.nama,
    nomor: sop.nomor,
    tanda: sop.tanda,
    tinjauan: sop.tinjauan,
    unit: sop.unit.nama,
    pemda: sop.unit.pemda.singkat,
    kunci: sop.status.kunci,
    status: sop.status.teks,
    tahun: sop.tahun || "–",
    langkah: sop.langkah || "–",
    waktu: sop.waktu || "–",
    lama: sop.lama || "",
    pelaksana: sop.names || "–",
  };
  const filled = (/** @type {string} */ text) => text.replace(NAME, (_, name) => String(values[name]));
  for (const one of row.querySelectorAll("*")) {
    for (const attribute of one.attributes) attribute.value = filled(attribute.value);
    for (const node of one.childNodes) if (node instanceof Text) node.data = filled(node.data);
  }
  for (const span of row.querySelectorAll("span:empty")) span.remove();
  const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
  link.href = sop.url;
  return row;
}
