/* What is folded: opened for whoever is sent to a place inside, closed at first where a narrow window would be long,
   and a menu closed as menus are. Without a script all of it opens and closes by its own word. */

const NARROW = "(max-width: 720px)";

export function mindFolds() {
  foldInNarrowWindow();
  openNamed();
  window.addEventListener("hashchange", openNamed);
  for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (
    document.querySelectorAll("details.sop-menu")
  ))
    closeLikeAMenu(menu);
}

/** What an address names. */
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = named?.closest("details"); fold; fold = fold.parentElement?.closest("details"))
    fold.open = true;
  if (named?.closest("details")) named.scrollIntoView();
}

function foldInNarrowWindow() {
  const narrow = matchMedia(NARROW);
  const fold = () => {
    for (const part of /** @type {NodeListOf<HTMLDetailsElement>} */ (
      document.querySelectorAll("details[data-sempit]")
    ))
      part.open = !narrow.matches;
  };
  narrow.addEventListener("change", fold);
  if (narrow.matches) fold();
}

/** @param {HTMLDetailsElement} menu */
function closeLikeAMenu(menu) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
