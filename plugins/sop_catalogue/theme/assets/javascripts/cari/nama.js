/* All names of the catalogue: roles, abbreviations, and the offices that a name narrows to. */
import { split } from "./kata.js";

/** @import { Index, Unit } from "./indeks.js" */

const GOVERNMENT = /^(pemerintah|pemkab|pemkot|pemprov)$/;
const KIND_OF_PLACE = /^(pemerintah|kabupaten|kota|provinsi|kab|prov|kepulauan)$/;

/** So many of its first words are enough: laporan akuntabilitas kinerja (instansi pemerintah). */
const LEAST_OF_NAME = 3;

export class Names {
  /** @param {Index} index */
  constructor(index) {
    /** @type {Map<string, string[][]>} */
    this.others = new Map();
    /** @type {Map<string, number[]>} */
    this.offices = new Map();
    this.longest = 1;
    for (const group of index.names) {
      const names = group.map((name) => split(name));
      for (const name of names) this._add(this.others, name, names);
    }
    this._addBegun(index.names.map((group) => group.map((name) => split(name))));
    for (const [number, unit] of index.units.entries())
      for (const name of officeNames(unit)) this._add(this.offices, name, [number]);
    for (const group of index.names) this._shareOffices(group.map((name) => split(name).join(" ")));
    this.alone = [...this.others.keys(), ...this.offices.keys()].filter((name) => !name.includes(" "));
  }

  /**
   * The first words of a long name stand for it, where no other name begins so.
   * @param {string[][][]} groups
   */
  _addBegun(groups) {
    /** @type {Map<string, Set<string[][]>>} */
    const meant = new Map();
    for (const names of groups) {
      for (const name of names) {
        for (let length = LEAST_OF_NAME; length < name.length; length++) {
          const key = name.slice(0, length).join(" ");
          meant.set(key, (meant.get(key) || new Set()).add(names));
        }
      }
    }
    for (const [key, [names, another]] of meant)
      if (!another && !this.others.has(key)) this._add(this.others, key.split(" "), names);
  }

  /**
   * Disdik narrows as Dinas Pendidikan does, where no office calls itself Disdik.
   * @param {string[]} names
   */
  _shareOffices(names) {
    const meant = names.flatMap((name) => this.offices.get(name) || []);
    for (const name of meant.length ? names : []) if (!this.offices.has(name)) this.offices.set(name, meant);
  }

  /**
   * @template What
   * @param {Map<string, What[]>} map
   * @param {string[]} name
   * @param {What[]} what
   */
  _add(map, name, what) {
    const key = name.join(" ");
    map.set(key, [...(map.get(key) || []), ...what]);
    this.longest = Math.max(this.longest, name.length);
  }
}

/**
 * In full, in short, by its first words; a government also without what kind it is.
 * @param {Unit} unit
 */
function officeNames([unit, unitShort, pemda, pemdaShort]) {
  const names = [unit, unitShort, pemda, pemdaShort].map((name) => split(name));
  for (let length = 2; length < names[0].length; length++) names.push(names[0].slice(0, length));
  for (const left of [GOVERNMENT, KIND_OF_PLACE]) names.push(names[2].filter((word) => !left.test(word)));
  return new Map(names.filter((name) => name.length).map((name) => [name.join(" "), name])).values();
}
