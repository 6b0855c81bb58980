/* How numbers are packed in the index: as characters, so that a text of known words takes little room. */

export const FIRST = 0x30;
export const DOUBLE = 0xd800;

/**
 * The members of every key, those of one key together: from `start[key]` to `start[key + 1]`.
 * @param {Uint32Array} keys
 * @param {Uint32Array} values
 * @param {number} count
 * @param {number} size
 */
export function grouped(keys, values, count, size) {
  const start = new Uint32Array(size + 1);
  for (let i = 0; i < count; i++) start[keys[i] + 1]++;
  for (let i = 0; i < size; i++) start[i + 1] += start[i];
  const next = start.slice(0, size);
  const members = new Uint32Array(count);
  for (let i = 0; i < count; i++) members[next[keys[i]]++] = values[i];
  return { start, members };
}

/**
 * The number that stands at `i`: as one character, or as two of which the first comes from U+E000 on.
 * @param {string} text
 * @param {number} i
 */
export function entryAt(text, i) {
  const code = text.charCodeAt(i);
  return code < DOUBLE
    ? code - FIRST
    : DOUBLE - FIRST + (code - 0xe000) * 4096 + text.charCodeAt(i + 1) - FIRST;
}

/**
 * The entries that a packed text names.
 * @param {string} text
 */
export function unpacked(text) {
  const found = [];
  for (let i = 0; i < text.length; i += text.charCodeAt(i) < DOUBLE ? 1 : 2) found.push(entryAt(text, i));
  return found;
}
