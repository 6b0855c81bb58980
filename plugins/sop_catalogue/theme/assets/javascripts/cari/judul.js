/* What stands above each result: the title, and below it the office, the number, the status, the time; or what kind of
   page it is. The box shows it as HTML. */
import { IN_FORCE, KINDS, STATUS } from "./jenis.js";
import { NUMBER, TITLE } from "./teks.js";

/** @import { Index, Unit } from "./indeks.js" */

/** @type {Record<string, string>} */
const SPECIAL = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text */
export function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => SPECIAL[character]);
}

export class Titles {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    /** @type {string[]} */
    this.kept = [];
    this.offices = index.units.map((unit) => officeName(unit).map(escaped).join(" · "));
  }

  /**
   * Without marks, and without the number.
   * @param {number} page
   */
  bare(page) {
    this.kept[page] ??= this._made(page, escaped, (unit) => this.offices[unit]);
    return this.kept[page];
  }

  /**
   * @param {number} page
   * @param {(text: string) => string} marked
   */
  marked(page, marked) {
    const number = this._written(page, NUMBER);
    return this._made(page, marked, (unit) =>
      [...officeName(this.index.units[unit]), ...number].map(marked).join(" · "),
    );
  }

  /**
   * @param {number} page
   * @param {(text: string) => string} shown
   * @param {(unit: number) => string} place
   */
  _made(page, shown, place) {
    const { index } = this;
    const [, unit, , time] = index.pages[page];
    const title = this._written(page, TITLE).map(shown).join(" ");
    const status = index.statusOf(page);
    const badge = status > IN_FORCE ? ` <span class="sop-cari-status">${STATUS[status]}</span>` : "";
    const below =
      unit < 0
        ? KINDS[index.kindOf(page)]
        : [place(unit), status === IN_FORCE ? STATUS[status] : "", escaped(index.times[time || 0])]
            .filter(Boolean)
            .join(" · ");
    return `${title}${badge} <small class="sop-cari-letak">${below}</small>`;
  }

  /**
   * @param {number} page
   * @param {number} kind
   */
  _written(page, kind) {
    return this.index.ofPage(page, kind).map((text) => this.index.written(text));
  }
}

/**
 * As short as it is known.
 * @param {Unit} unit
 */
function officeName([unit, unitShort, pemda, pemdaShort]) {
  return [unitShort || unit, pemdaShort || pemda];
}
