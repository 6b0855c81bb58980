/* What is pointed at, or has the focus, shows its arrows and the rows they join; the chart is complete without. */

export function lightCharts() {
  for (const table of document.querySelectorAll("table.sop-alur"))
    new Chart(/** @type {HTMLTableElement} */ (table)).listen();
}

/**
 * @typedef {object} Arrow
 * @property {string} from the key of the symbol it leaves
 * @property {string} to
 * @property {Element[]} pieces its strokes in all rows
 */

class Chart {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.table = table;
    this.body = table.tBodies[0];
    this.symbols = /** @type {HTMLElement[]} */ ([...this.body.querySelectorAll(".sop-simbol")]);
    this.arrows = arrowsIn(this.body);
    /** @type {Element[]} */
    this.lit = [];
    /** @type {[Element, Node | null][]} what was raised, and what stood behind it */
    this.moved = [];
    this.shown = "";
  }

  listen() {
    const { body } = this;
    body.addEventListener("pointerover", (event) => this.show(this.keysAt(event.target)));
    body.addEventListener("pointerleave", () => this.show(this.keysAt(this.focused())));
    body.addEventListener("focusin", () => {
      const focused = this.focused();
      this.show(this.keysAt(focused));
      /* Firefox does not by itself scroll to what stands in a column that sticks. */
      focused?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    body.addEventListener("focusout", () => this.clear());
    body.addEventListener("click", (event) => this.follow(/** @type {Element} */ (event.target)));
    this.table.classList.add("sop-alur--hidup");
  }

  /** @param {string[]} keys of symbols */
  show(keys) {
    if (keys.join(" ") === this.shown) return;
    this.clear();
    this.shown = keys.join(" ");
    const touched = new Set(keys);
    for (const { from, to, pieces } of this.arrows) {
      if (!keys.includes(from) && !keys.includes(to)) continue;
      touched.add(from).add(to);
      for (const piece of pieces) {
        this.raise(piece);
        this.light(piece);
      }
    }
    const symbols = this.symbols.filter((symbol) => touched.has(keyOf(symbol)));
    for (const row of new Set(symbols.map(rowOf))) this.light(row);
    for (const symbol of symbols) this.light(symbol);
  }

  clear() {
    this.shown = "";
    for (const element of this.lit.splice(0)) element.classList.remove("sop-nyala");
    for (const [piece, next] of this.moved.splice(0).reverse()) piece.parentNode?.insertBefore(piece, next);
  }

  /** @param {Element} element */
  light(element) {
    element.classList.add("sop-nyala");
    this.lit.push(element);
  }

  /**
   * Above the other arrows, where they share a line, and under the symbols.
   * @param {Element} piece
   */
  raise(piece) {
    if (!piece.classList.contains("sop-panah")) return;
    this.moved.push([piece, piece.nextSibling]);
    const strip = /** @type {Element} */ (piece.parentNode);
    strip.insertBefore(piece, strip.querySelector(":scope > .sop-simbol"));
  }

  /**
   * The symbol itself or the words that stand for it; elsewhere in a row, all of the row's symbols.
   * @param {EventTarget | null} target
   */
  keysAt(target) {
    const element = /** @type {Element | null} */ (target);
    const one = /** @type {HTMLElement | null | undefined} */ (element?.closest(".sop-simbol, [data-kata]"));
    if (one) return [one.dataset.simbol || one.dataset.kata || ""];
    const row = element?.closest("tbody > tr");
    return this.symbols.filter((symbol) => rowOf(symbol) === row).map(keyOf);
  }

  focused() {
    const element = document.activeElement;
    return element && this.body.contains(element) && element.matches(":focus-visible") ? element : null;
  }

  /**
   * From a symbol to its row.
   * @param {Element} target
   */
  follow(target) {
    const row = target.closest(".sop-simbol")?.closest("tr");
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (row?.querySelector("th a[href]"));
    if (!link) return;
    /* A click on the link would be followed only after this, and Firefox would take the focus from it. */
    location.hash = link.hash;
    link.focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} symbol */
function keyOf(symbol) {
  return symbol.dataset.simbol || "";
}

/** @param {Element} symbol */
function rowOf(symbol) {
  return /** @type {HTMLTableRowElement} */ (symbol.closest("tr"));
}

/**
 * @param {Element} body
 * @returns {Arrow[]}
 */
function arrowsIn(body) {
  /** @type {Record<string, Arrow>} */
  const found = {};
  for (const piece of /** @type {NodeListOf<HTMLElement>} */ (body.querySelectorAll(".sop-panah"))) {
    const { panah = "", dari = "", ke = "" } = piece.dataset;
    found[panah] ||= { from: dari, to: ke, pieces: [] };
    found[panah].pieces.push(piece);
  }
  for (const stretch of /** @type {NodeListOf<HTMLElement>} */ (body.querySelectorAll(".sop-ulur > path"))) {
    for (const number of (stretch.dataset.panah || "").split(" ")) found[number]?.pieces.push(stretch);
  }
  return Object.values(found);
}
