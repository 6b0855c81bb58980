/* The form above the table of all SOPs: its fields, how many SOPs they leave, and what takes these away. */
import { button, count, element } from "../tabel/unsur.js";
import { KEYS, NOTHING } from "./alamat.js";
import { counted } from "./angka.js";
import { labelled, makeFields, offerUnits } from "./isian.js";

/**
 * @import { Catalogue } from "./data.js"
 * @import { Key, Wanted } from "./alamat.js"
 */

export class Form {
  /**
   * @param {Catalogue} all
   * @param {Map<string, string>} columns titles by keys
   * @param {HTMLElement[]} saves
   */
  constructor(all, columns, saves) {
    this.all = all;
    this.fields = makeFields(all, columns);
    this.count = count();
    this.reset = button("Hapus saringan");
    this.saves = saves;
    this.summary = element("summary");
    this.node = this._node();
  }

  _node() {
    const { all, fields } = this;
    const node = element("form", "sop-saring");
    node.setAttribute("role", "search");
    node.setAttribute("aria-label", "Saring daftar SOP");
    const grid = element("div", "sop-saring-kisi");
    /** @type {Partial<Record<Key, string[]>>} */
    const names = {
      pelaksana: all.pelaksana.map(({ peran }) => peran),
      peraturan: all.peraturan.map(({ label }) => label),
    };
    /** @param {Key} key */
    const chosen = (key) =>
      key === "pemda" ? all.pemda.length > 1 : key !== "jenis" || all.jenis.length > 0;
    const boxes = KEYS.filter(chosen).map((key) => labelled(key, fields[key], names[key]));
    const [first, ...others] = boxes;
    grid.append(...others);
    const more = element("details", "sop-saring-lagi");
    more.append(this.summary, grid);
    more.open = matchMedia("(min-width: 45em)").matches;
    const foot = element("div", "sop-tabel-alat");
    foot.append(this.count, this.reset, ...this.saves);
    node.append(first, more, foot);
    return node;
  }

  /**
   * @param {Wanted} wanted
   * @param {number} found
   */
  fill(wanted, found) {
    offerUnits(/** @type {HTMLSelectElement} */ (this.fields.unit), this.all, wanted.pemda);
    for (const key of KEYS) this._fillField(key, wanted[key]);
    const whole = counted(this.all.sop.length);
    this.count.textContent =
      found === this.all.sop.length ? `${whole} SOP` : `${counted(found)} dari ${whole} SOP`;
    const used = KEYS.filter((key) => key !== "urut" && wanted[key]);
    const inside = used.filter((key) => key !== "cari").length;
    this.summary.textContent = inside ? `Saringan (${inside})` : "Saringan";
    this.reset.hidden = !used.length;
  }

  /**
   * @param {Key} key
   * @param {string} wanted
   */
  _fillField(key, wanted) {
    const field = this.fields[key];
    const law = key === "peraturan" && this.all.peraturan.find(({ id }) => id === wanted);
    const value = law ? law.label : wanted;
    const typing = field === document.activeElement && field.value.trim() === value;
    if (field.value !== value && !typing) field.value = value;
  }

  /**
   * @param {(part: Partial<Wanted>, typedIn?: Key) => void} change
   */
  listen(change) {
    for (const key of KEYS) {
      const field = this.fields[key];
      field.addEventListener("input", () =>
        change(this._said(key, field.value.trim()), field instanceof HTMLInputElement ? key : undefined),
      );
    }
    this.node.addEventListener("submit", (event) => event.preventDefault());
    this.reset.addEventListener("click", () => {
      const { urut, ...none } = NOTHING;
      change(none);
      this.fields.cari.focus();
    });
  }

  /**
   * @param {Key} key
   * @param {string} value
   * @returns {Partial<Wanted>}
   */
  _said(key, value) {
    if (key === "pemda") return { pemda: value, unit: "" };
    if (key !== "peraturan") return { [key]: value };
    return { peraturan: this.all.peraturan.find(({ label }) => label === value)?.id || value };
  }
}
