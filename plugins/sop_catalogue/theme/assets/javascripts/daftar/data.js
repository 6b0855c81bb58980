/* The SOPs of the table as the page's data tell them: every list of them is a head of names and rows in that order. */

/**
 * @typedef {{ id: string, nama: string, singkat: string }} Pemda
 * @typedef {{ pemda: Pemda, id: string, nama: string }} Unit
 * @typedef {{ nama: string, peran: string, teks: string }} Performer `teks` is what typed words are looked for in
 * @typedef {{ id: string, nama: string, label: string }} Law
 * @typedef {{ kunci: string, teks: string }} Status
 */

/**
 * @typedef {object} Sop
 * @property {number} place in the order of the catalogue
 * @property {string} url
 * @property {string} nama
 * @property {string} nomor
 * @property {Unit} unit
 * @property {Status} status
 * @property {number | null} tahun
 * @property {number} langkah
 * @property {string} waktu
 * @property {number} lama what times are sorted by
 * @property {Performer[]} pelaksana
 * @property {string} names of the performers
 * @property {Law[]} peraturan
 * @property {string[]} jenis
 * @property {string} tanda what became of a regulation it rests on
 * @property {string} tinjauan the same in words
 * @property {string} text what typed words are looked for in
 */

/** @typedef {{ pemda: Pemda[], unit: Unit[], pelaksana: Performer[], peraturan: Law[], status: Status[], jenis: string[], sop: Sop[] }} Catalogue */

/** @typedef {{ kolom: string[], baris: unknown[][] }} List */

/**
 * @param {any} data
 * @returns {Catalogue}
 */
export function read(data) {
  /** @type {Pemda[]} */
  const pemda = records(data.pemda);
  /** @type {Unit[]} */
  const unit = records(data.unit).map((one) => ({ ...one, pemda: pemda[one.pemda] }));
  /** @type {Performer[]} */
  const pelaksana = records(data.pelaksana).map((one) => ({
    ...one,
    teks: `${one.nama} ${one.peran}`.toLowerCase(),
  }));
  /** @type {Law[]} */
  const peraturan = records(data.peraturan).map((one) => ({
    ...one,
    label: one.tentang ? `${one.nama} tentang ${one.tentang}` : one.nama,
  }));
  /** @type {Status[]} */
  const status = records(data.status);
  /** @type {string[]} */
  const jenis = data.jenis;
  /** @type {Sop[]} */
  const sop = records(data.sop).map((one, place) => {
    const office = unit[one.unit];
    const performers = pick(pelaksana, one.pelaksana);
    const names = performers.map(({ nama }) => nama).join(", ");
    return {
      ...one,
      place,
      url: `${office.id}/${one.alamat}${data.akhiran}`,
      unit: office,
      status: status[one.status],
      pelaksana: performers,
      names,
      peraturan: pick(peraturan, one.peraturan),
      jenis: pick(jenis, one.jenis),
      tinjauan: data.tanda[one.tanda] || "",
      text: [one.nama, one.nomor, office.nama, office.pemda.singkat, names].join(" ").toLowerCase(),
    };
  });
  return { pemda, unit, pelaksana, peraturan, status, jenis, sop };
}

/**
 * @param {List} list
 * @returns {any[]}
 */
function records({ kolom, baris }) {
  return baris.map((row) => Object.fromEntries(kolom.map((name, i) => [name, row[i]])));
}

/**
 * @template Thing
 * @param {Thing[]} things
 * @param {number[]} places
 */
function pick(things, places) {
  return places.map((place) => things[place]);
}
