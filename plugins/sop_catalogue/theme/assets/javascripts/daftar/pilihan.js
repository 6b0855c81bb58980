/* Which SOPs the table shows, and in what order. */
import { compare } from "../tabel/nilai.js";

/**
 * @import { Catalogue, Law, Performer, Sop } from "./data.js"
 * @import { Wanted } from "./alamat.js"
 * @import { Value } from "../tabel/nilai.js"
 */

/** @type {Record<string, (sop: Sop) => Value>} */
const COLUMNS = {
  nama: (sop) => sop.nama,
  unit: (sop) => `${sop.unit.nama} ${sop.unit.pemda.nama}`,
  status: (sop) => sop.status.teks,
  tahun: (sop) => sop.tahun || null,
  langkah: (sop) => sop.langkah || null,
  waktu: (sop) => sop.lama || null,
  pelaksana: (sop) => sop.names || null,
};

export class Choice {
  /** @param {Catalogue} all */
  constructor(all) {
    this.all = all;
    /** @type {Map<string, number[]>} by what is wanted as order */
    this.ranks = new Map();
  }

  /**
   * An SOP is a hit when every question says yes.
   * @param {Wanted} wanted
   */
  hits(wanted) {
    const questions = this._questions(wanted);
    const found = this.all.sop.filter((sop) => questions.every((ask) => ask(sop)));
    const rank = this._rank(wanted.urut);
    return rank ? found.sort((a, b) => rank[a.place] - rank[b.place]) : found;
  }

  /** @param {Wanted} wanted */
  _questions({ cari, pemda, unit, status, jenis, tahun, tinjau, pelaksana, peraturan }) {
    /** @type {((sop: Sop) => boolean)[]} */
    const found = [];
    const words = terms(cari);
    if (words.length) found.push((sop) => hasAll(sop.text, words));
    if (pemda) found.push((sop) => sop.unit.pemda.id === pemda);
    if (unit) found.push((sop) => sop.unit.id === unit);
    if (status) found.push((sop) => sop.status.kunci === status);
    if (jenis) found.push((sop) => sop.jenis.includes(jenis));
    if (tahun) found.push((sop) => String(sop.tahun) === tahun);
    if (tinjau) found.push((sop) => (tinjau === "ya" ? sop.tanda !== "" : sop.tanda === tinjau));
    if (pelaksana) {
      const meant = performersMeant(pelaksana, this.all.pelaksana);
      found.push((sop) => sop.pelaksana.some((one) => meant.has(one)));
    }
    if (peraturan) {
      const meant = lawsMeant(peraturan, this.all.peraturan);
      found.push((sop) => sop.peraturan.some((one) => meant.has(one)));
    }
    return found;
  }

  /**
   * The rank of every SOP in an order, worked out when it is first asked for.
   * @param {string} order a column, with a dash before it when descending
   */
  _rank(order) {
    const value = COLUMNS[columnOf(order)];
    if (!value) return null;
    let ranks = this.ranks.get(order);
    if (!ranks) {
      const { sop } = this.all;
      const values = sop.map(value);
      ranks = [];
      const places = sop
        .map((_, i) => i)
        .sort((a, b) => compare(values[a], values[b], isDescending(order)) || a - b);
      for (const [rank, place] of places.entries()) ranks[place] = rank;
      this.ranks.set(order, ranks);
    }
    return ranks;
  }
}

/** @param {string} order */
export function columnOf(order) {
  return order.replace("-", "");
}

/** @param {string} order */
export function isDescending(order) {
  return order.startsWith("-");
}

/**
 * A name in full means those who bear it; anything else, those in whose names its words are.
 * @param {string} text
 * @param {Performer[]} all
 */
function performersMeant(text, all) {
  const whole = text.toLowerCase();
  const words = terms(text);
  const exact = all.filter((one) => one.nama.toLowerCase() === whole || one.peran.toLowerCase() === whole);
  return new Set(exact.length ? exact : all.filter((one) => hasAll(one.teks, words)));
}

/**
 * @param {string} text
 * @param {Law[]} all
 */
function lawsMeant(text, all) {
  const words = terms(text);
  const exact = all.filter((law) => law.id === text || law.label === text);
  return new Set(exact.length ? exact : all.filter((law) => hasAll(law.label.toLowerCase(), words)));
}

/** @param {string} text */
function terms(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * @param {string} text
 * @param {string[]} words
 */
function hasAll(text, words) {
  return words.every((word) => text.includes(word));
}
