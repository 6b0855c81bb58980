/* A label opens the navigation of a narrow window, and no keyboard reaches it: a button in its place. */

export function openDrawerByKeyboard() {
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const label = document.querySelector(".md-header__button[for=__drawer]");
  if (!drawer || !label) return;
  const opener = button(label);
  const tell = () => opener.setAttribute("aria-expanded", String(drawer.checked));
  opener.addEventListener("click", () => {
    drawer.click();
    const inside = /** @type {HTMLElement | null} */ (document.querySelector(".md-sidebar--primary a[href]"));
    if (drawer.checked) inside?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    opener.focus();
  });
  drawer.addEventListener("change", tell);
  tell();
}

/** @param {Element} label */
function button(label) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `${label.className} sop-buka`;
  const name = document.querySelector(".md-nav--primary")?.getAttribute("aria-label");
  made.setAttribute("aria-label", name || "");
  made.append(...label.childNodes);
  label.replaceWith(made);
  return made;
}
