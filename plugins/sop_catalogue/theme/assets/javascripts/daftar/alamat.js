/* What is wanted of the table, as it stands in the address bar. */

/** @typedef {"cari" | "pemda" | "unit" | "pelaksana" | "peraturan" | "status" | "jenis" | "tahun" | "tinjau" | "urut"} Key */
/** @typedef {Record<Key, string>} Wanted */

/** @type {Key[]} */
export const KEYS = [
  "cari",
  "pemda",
  "unit",
  "pelaksana",
  "peraturan",
  "status",
  "jenis",
  "tahun",
  "tinjau",
  "urut",
];

export const NOTHING = asWanted(() => "");

export function wantedNow() {
  const query = new URLSearchParams(location.search);
  return asWanted((key) => (query.get(key) || "").trim());
}

/**
 * @param {Wanted} wanted
 * @param {boolean} again without a step of its own to go back over
 */
export function tell(wanted, again) {
  const query = new URLSearchParams(KEYS.filter((key) => wanted[key]).map((key) => [key, wanted[key]]));
  const text = query.toString();
  try {
    history[again ? "replaceState" : "pushState"](null, "", location.pathname + (text && `?${text}`));
  } catch {
    /* Some browsers keep the address of a file as it is. */
  }
}

/**
 * @param {(key: Key) => string} value
 * @returns {Wanted}
 */
function asWanted(value) {
  return /** @type {Wanted} */ (Object.fromEntries(KEYS.map((key) => [key, value(key)])));
}
