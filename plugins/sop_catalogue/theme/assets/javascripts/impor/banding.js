/* The page of one SOP: doubts from one to the next on both sides, rows lit and scrolled side by side. */
import { letter } from "./tombol.js";

const OWN = ["j", "k", "z"];
const WIDE = "(min-width: 900px)";
/* As the style sheet has it: both sides beside each other. */
const LEVEL = 0.3;
/* How far down a side the row stands that both show. */

export function compareSop() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".impor-banding"));
  if (place) new Comparison(place).start();
}

class Comparison {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.source = /** @type {HTMLElement} */ (place.querySelector(".impor-asal"));
    this.ours = /** @type {HTMLElement} */ (place.querySelector(".impor-hasil"));
    this.form = /** @type {HTMLElement | null} */ (place.querySelector(".sop-formulir"));
    this.many = document.querySelectorAll(".impor-keraguan > li").length;
    this.doubt = 0;
    this.led = 0;
    /* Until when the source is scrolled by us. */
  }

  start() {
    addEventListener("keydown", (event) => this.press(letter(event), true));
    addEventListener("message", (event) => {
      if (event.source !== parent) return;
      if (typeof event.data?.tombol === "string") this.press(event.data.tombol, false);
      if (typeof event.data?.gulir === "number") this.roll(event.data.gulir);
    });
    document.addEventListener("click", (event) => this.clicked(event));
    for (const side of [this.source, this.ours]) side.addEventListener("pointerover", (e) => this.light(e));
    for (const mover of [this.ours, window])
      mover.addEventListener("scroll", () => requestAnimationFrame(() => this.follow()), { passive: true });
    addEventListener("resize", () => this.fit());
    this.fit();
    if (this.many) this.go(1);
  }

  /**
   * @param {string} key
   * @param {boolean} here whether it was pressed on this page
   */
  press(key, here) {
    if (key === "z") this.enlarge();
    else if (key === "j") this.go(Math.min(this.doubt + 1, this.many));
    else if (key === "k") this.go(Math.max(this.doubt - 1, 1));
    if (here && key && !OWN.includes(key) && parent !== window) parent.postMessage({ tombol: key }, "*");
  }

  /** @param {number} heights of what scrolls: our side, or on a narrow screen the page */
  roll(heights) {
    this.ours.scrollBy(0, heights * this.ours.clientHeight);
    scrollBy(0, heights * innerHeight);
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const link = event.target instanceof Element && event.target.closest("a.impor-nomor");
    if (!(link instanceof HTMLElement)) return;
    event.preventDefault();
    this.go(Number(link.dataset.keraguan));
  }

  /** @param {number} number of a doubt */
  go(number) {
    if (!number) return;
    this.doubt = number;
    for (const one of document.querySelectorAll("[data-keraguan]"))
      one.classList.toggle("nyala", /** @type {HTMLElement} */ (one).dataset.keraguan === String(number));
    document.getElementById(`keraguan-${number}`)?.scrollIntoView({ block: "nearest" });
    const mine = document.getElementById(`hasil-${number}`);
    const row = mine?.closest("tr");
    if (row) this.lightRow(row.id);
    const theirs = document.getElementById(`asal-${number}`);
    if (theirs) this.lead(theirs);
    if (mine) this.showOurs(row || mine, theirs);
  }

  /**
   * As high as the source has come to show it, for a short page cannot be scrolled far.
   * @param {Element} what
   * @param {Element | null} beside
   */
  showOurs(what, beside) {
    if (this.isBeside()) {
      level(this.ours, what, beside?.getBoundingClientRect().top);
      return;
    }
    const [top, bottom] = this.span();
    scrollBy(0, what.getBoundingClientRect().top - (top + (bottom - top) * LEVEL));
    /* The source may have come to its place above only now. */
    scrollBy(0, what.getBoundingClientRect().top - (this.span()[0] + (bottom - top) * LEVEL));
  }

  enlarge() {
    this.place.classList.toggle("besar");
    this.fit();
    if (this.doubt) this.go(this.doubt);
  }

  /** As the document's table is as wide as its page, so is ours as wide as its side. */
  fit() {
    if (!this.form) return;
    this.form.style.zoom = "1";
    const tables = [...this.form.querySelectorAll(".sop-alur")];
    const widest = Math.max(0, ...tables.map((table) => table.scrollWidth));
    const room = this.form.clientWidth;
    const small = matchMedia("(max-width: 720px)").matches || this.place.classList.contains("besar");
    if (!small && widest > room) this.form.style.zoom = String(Math.max(0.4, (room - 2) / widest));
  }

  /** @param {Event} event */
  light(event) {
    const at =
      event.target instanceof Element ? event.target.closest("[data-baris], .sop-alur tbody tr") : null;
    if (at instanceof HTMLElement) this.lightRow(at.dataset.baris || at.id);
  }

  /** @param {string} anchor */
  lightRow(anchor) {
    for (const row of this.place.querySelectorAll("[data-baris], .sop-alur tbody tr")) {
      const own = row instanceof HTMLElement && (row.dataset.baris || row.id) === anchor;
      row.classList.toggle("nyala", own);
    }
  }

  /** The source shows the row that ours shows. */
  follow() {
    if (Date.now() < this.led) return;
    const [top, bottom] = this.span();
    const at = top + (bottom - top) * LEVEL;
    const rows = [...this.ours.querySelectorAll(".sop-alur tbody tr")];
    const row = rows.find((one) => one.getBoundingClientRect().bottom > at);
    const theirs = row && this.source.querySelector(`[data-baris="${CSS.escape(row.id)}"]`);
    if (!row || !theirs || row.getBoundingClientRect().top > bottom) return;
    level(this.source, theirs, this.isBeside() ? row.getBoundingClientRect().top : undefined);
  }

  isBeside() {
    return matchMedia(WIDE).matches;
  }

  /** From where to where ours is seen. */
  span() {
    if (!this.isBeside()) return [this.source.getBoundingClientRect().bottom, innerHeight];
    const edge = this.ours.getBoundingClientRect();
    return [edge.top, edge.bottom];
  }

  /** @param {Element} mark */
  lead(mark) {
    this.led = Date.now() + 300;
    level(this.source, mark);
  }
}

/**
 * Scroll a side so that something in it stands at the usual height, or at another.
 * @param {HTMLElement} side
 * @param {Element} what
 * @param {number} [height]
 */
function level(side, what, height) {
  const edge = side.getBoundingClientRect();
  side.scrollTop += what.getBoundingClientRect().top - (height ?? edge.top + edge.height * LEVEL);
}
