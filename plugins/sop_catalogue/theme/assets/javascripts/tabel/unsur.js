/* Elements as the tools of tables are made of them. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [css]
 * @param {string} [text]
 */
export function element(tag, css, text) {
  const made = document.createElement(tag);
  if (css) made.className = css;
  if (text) made.textContent = text;
  return made;
}

/**
 * @param {string} text
 * @param {string} [icon]
 */
export function button(text, icon) {
  const made = element("button", "sop-tombol");
  made.type = "button";
  if (icon) made.append(element("span", `sop-ikon sop-ikon--${icon}`));
  made.append(text);
  return made;
}

/** What tells, as it changes, how many rows there are. */
export function count() {
  const made = element("output", "sop-jumlah");
  made.setAttribute("role", "status");
  return made;
}
