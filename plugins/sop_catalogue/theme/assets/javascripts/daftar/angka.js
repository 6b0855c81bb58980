/* Numbers as Indonesians read them. */

/** @param {number} number */
export function counted(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ".");
}
