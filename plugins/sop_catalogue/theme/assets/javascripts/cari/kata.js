/* Words of Indonesian offices: how they are read, which belong to one family, which are the same but for a slip.
   Runs where the search runs; the index holds words as they are written. */
export const WORD = /[\p{L}\p{N}]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const PLAIN = /^[\x00-\x7f]*$/;
export const LITTLE = new Set(
  (
    "ada adalah agar akan apa apakah atas atau bagaimana bagi berapa bgmn bila bisa boleh cara dalam dan dari " +
    "dengan dg dgn di dimana dlm dr gimana harus ini itu ingin jika kalau kami kapan ke kemana kepada kita mana " +
    "mau mengenai oleh pada para pd saat saja sampai saya sebagai serta siapa sop sudah supaya telah tentang terhadap tersebut " +
    "tolong untuk utk ya yaitu yang yg"
  ).split(" "),
);
/** Roots of what readers say of any task, be it written in the SOP or not: berapa lama diproses, mengurus, alur. */
const EVERYDAY = new Set(
  "alur bikin buat butuh cari dapat laku laksana lama langkah minta pakai perlu proses prosedur punya tahap tugas urus".split(
    " ",
  ),
);
const SHORT_ROOTS = new Set(["adu", "aju", "cek", "isi", "sah", "uji"]);

/**
 * The words of a text; numbers without the zeros that lead them.
 * @param {string} text
 */
export function split(text) {
  const words = PLAIN.test(text)
    ? text.toLowerCase().match(/[a-z0-9]+/g) // many times quicker than the one below, which knows all letters
    : text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(WORD);
  return words ? words.map((word) => (word[0] === "0" ? word.replace(/^0+(?=\d)/, "") : word)) : [];
}

/** @type {Map<string, string>} */
const kept = new Map();

/**
 * One word of a text as `split` has it; the same ones come again and again.
 * @param {string} word
 */
export function plain(word) {
  let found = kept.get(word);
  if (found === undefined) {
    if (kept.size > 20000) kept.clear();
    found = split(word)[0] || "";
    kept.set(word, found);
  }
  return found;
}

/**
 * What may be left of a word without its affixes, itself included.
 * @param {string} word
 * @returns {Set<string>}
 */
export function roots(word) {
  const found = new Set();
  if (/\d/.test(word) || word.length > 40) return found;
  for (const stem of withoutSuffix(word)) {
    for (const once of [stem, ...withoutPrefix(stem)]) {
      for (const root of [once, ...withoutPrefix(once)]) {
        if (root.length >= 4 || SHORT_ROOTS.has(root)) found.add(root);
      }
    }
  }
  return found;
}

/** @param {string} word */
export function isEveryday(word) {
  return [...roots(word)].some((root) => EVERYDAY.has(root));
}

/** @param {string} word */
function withoutSuffix(word) {
  const owned = word.endsWith("nya") ? [word, word.slice(0, -3)] : [word];
  const stems = [...owned];
  for (const stem of owned) {
    for (const suffix of ["kan", "an", "i"]) {
      if (stem.endsWith(suffix) && stem.length - suffix.length >= 3)
        stems.push(stem.slice(0, -suffix.length));
    }
  }
  return stems;
}

/** @param {string} word */
function withoutPrefix(word) {
  const plain = /^(?:di|ke|ber|ter|per|be(?=r|[^aeiou]er)|te(?=r)|pe(?=[tkj]))(.{3,})$/.exec(word);
  const nasal = /^[mp]e(.{3,})$/.exec(word);
  return [...(plain ? [plain[1]] : []), ...(nasal ? withoutNasal(nasal[1]) : [])];
}

/**
 * The nasal may have swallowed the root's first letter.
 * @param {string} rest what follows me- or pe-
 */
function withoutNasal(rest) {
  if (/^ny[aeiou]/.test(rest)) return [`s${rest.slice(2)}`, rest];
  if (/^nge/.test(rest)) return [rest.slice(3), rest.slice(2), `k${rest.slice(2)}`];
  if (/^ng[aeiou]/.test(rest)) return [rest.slice(2), `k${rest.slice(2)}`];
  if (/^ng/.test(rest)) return [rest.slice(2)];
  if (/^n[aeiou]/.test(rest)) return [`t${rest.slice(1)}`, rest];
  if (/^m[aeiou]/.test(rest)) return [`p${rest.slice(1)}`, rest];
  if (/^(n[cdjstz]|m[bfpv])/.test(rest)) return [rest.slice(1)];
  return /^[lrwy]/.test(rest) ? [rest] : [];
}

/**
 * Consonants that are written for one another count as one, and so do doubled ones.
 * @param {string} word
 */
function sound(word) {
  return word
    .replace(/[fv]/g, "p")
    .replace(/z/g, "j")
    .replace(/kh/g, "k")
    .replace(/sy/g, "s")
    .replace(/([^aeiou\d])\1+/g, "$1");
}

/**
 * Whether two words are one, spelled by two hands: kasubag, kasubbag; praktek, praktik; sekretariat, sekertariat.
 * @param {string} a
 * @param {string} b
 */
export function sameSpelling(a, b) {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 3) return false;
  if (isInitials(a) || isInitials(b)) return false;
  const [x, y] = [sound(a), sound(b)];
  if (x === y) return a.length >= 4;
  if (x.length < 6 || y.length < 6 || consonants(x) !== consonants(y)) return false;
  const [u, v] = [x, y].map((word) => word.replace(/e/g, "i").replace(/o/g, "u"));
  const swapped = [...u].sort().join("") === [...v].sort().join("");
  return u === v || ((u.length !== v.length || swapped) && distance(u, v, 1) <= 1);
}

/**
 * An abbreviation letter by letter, which is spelled in one way only: SPPD is no SPD.
 * @param {string} word
 */
export function isInitials(word) {
  return !/[aeiou]/.test(word);
}

/** @param {string} word */
function consonants(word) {
  return word.replace(/[aeiou]/g, "");
}

/**
 * Letters added, lost, changed, or swapped with their neighbour; more than `most` is `most + 1`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[][]} */
  let [before, last, row] = [[], [], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return Math.min(row[b.length], most + 1);
}
