/* Single letters on the keyboard, in the report and in the SOP inside its frame alike. */

/**
 * The letter that was pressed; empty while one types, or holds a key that makes it mean something else.
 * @param {KeyboardEvent} event
 */
export function letter(event) {
  const typing =
    event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]), select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return "";
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : "";
}
