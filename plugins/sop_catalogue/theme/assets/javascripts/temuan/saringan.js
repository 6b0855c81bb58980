/* The choices above the results: of which office, which status, which kind. */
import { element } from "../tabel/unsur.js";

/** @import { Key, Narrow, Option } from "../cari/persempit.js" */

/** @type {Record<Key, string>} */
const NAMES = { unit: "Unit kerja", status: "Status", jenis: "Jenis" };

export class Choices {
  /** @param {(wanted: Narrow) => void} changed */
  constructor(changed) {
    this.node = element("div", "sop-cari-saring");
    this.node.setAttribute("role", "group");
    this.node.setAttribute("aria-label", "Saring hasil pencarian");
    this.node.hidden = true;
    /** @type {Map<Key, HTMLSelectElement>} */
    this.selects = new Map();
    for (const key of /** @type {Key[]} */ (Object.keys(NAMES))) {
      const select = element("select");
      select.setAttribute("aria-label", NAMES[key]);
      select.addEventListener("change", () => changed(this.wanted));
      this.selects.set(key, select);
      this.node.append(select);
    }
  }

  /** @returns {Narrow} */
  get wanted() {
    return Object.fromEntries([...this.selects].map(([key, select]) => [key, select.value]));
  }

  clear() {
    for (const select of this.selects.values()) select.value = "";
  }

  /**
   * A choice between less than two things is none, unless it was made.
   * @param {Record<Key, Option[]>} offered
   */
  fill(offered) {
    let shown = false;
    for (const [key, select] of this.selects) {
      const { value } = select;
      const options = offered[key].map(([of, label, count]) => new Option(`${label} (${count})`, of));
      select.replaceChildren(new Option(`${NAMES[key]}: semua`, ""), ...options);
      select.value = value;
      select.hidden = options.length < 2 && !value;
      shown ||= !select.hidden;
    }
    this.node.hidden = !shown;
  }
}
