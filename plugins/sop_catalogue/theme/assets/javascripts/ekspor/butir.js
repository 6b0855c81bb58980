/* One page that was found: its title, the places on it that answer best, and the others folded away. */

/** @typedef {import("./pekerja.js").Place} Place */

/** @param {Place[]} found */
export function item([page, ...places]) {
  const best = places.filter((place) => place.score >= page.score);
  const others = places.filter((place) => place.score < page.score);
  const made = element("li", link(page, "h2"), ...best.map((place) => link(place, "h3")));
  const missing = Object.keys(page.terms).filter((word) => !page.terms[word]);
  if (missing.length) {
    const words = missing.flatMap((word) => [" ", element("s", word)]);
    made.append(element("p", "Tidak memuat:", ...words));
  }
  if (others.length) {
    const summary = element("summary", `${others.length} lagi di halaman ini`);
    made.append(element("details", summary, ...others.map((place) => link(place, "h3"))));
  }
  return made;
}

/**
 * @param {Place} place
 * @param {string} heading
 */
function link({ location: address, title, text }, heading) {
  const made = /** @type {HTMLAnchorElement} */ (element("a", withHtml(heading, title)));
  if (text) made.append(withHtml("p", text));
  made.href = address;
  return made;
}

/**
 * @param {string} name
 * @param {string} html
 */
function withHtml(name, html) {
  const made = element(name);
  made.innerHTML = html;
  return made;
}

/**
 * @param {string} name
 * @param {(string | Node)[]} content
 */
function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
