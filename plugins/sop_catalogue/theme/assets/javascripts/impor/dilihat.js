/* Which SOPs someone has looked at, kept by the browser; where it keeps nothing, for as long as the page is open. */
const PREFIX = "sop-impor:";
/** @type {Map<string, string>} */
const remembered = new Map();

/** @param {string} name */
export function kept(name) {
  try {
    return localStorage.getItem(PREFIX + name) ?? remembered.get(name) ?? "";
  } catch {
    return remembered.get(name) ?? "";
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function keep(name, value) {
  remembered.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    /* A full or a forbidden store costs only the memory beyond this page. */
  }
}
