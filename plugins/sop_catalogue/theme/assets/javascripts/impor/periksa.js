/* SOPs looked at one by one in a frame of the report: next, previous, seen; what is left is counted. */
import { keep, kept } from "./dilihat.js";
import { letter } from "./tombol.js";

const TO_SEE = "perlu dilihat";
const INSIDE = ["j", "k", "z"];
/* What the page in the frame does by itself. */

const ROLLS = new Map([
  ["ArrowDown", 0.1],
  ["ArrowUp", -0.1],
  [" ", 0.9],
  ["PageDown", 0.9],
  ["PageUp", -0.9],
  ["Home", -1e4],
  ["End", 1e4],
]);
/* How many heights of the page in the frame each key scrolls it. */

/** @typedef {HTMLAnchorElement} Sop its link in the table */

/** @param {Sop} sop */
const isSeen = (sop) => kept(sop.dataset.sop || "") === "1";

/** @param {Sop} sop */
const isLeft = (sop) => sop.dataset.keadaan === TO_SEE && !isSeen(sop);

/** In the order in which the table stands, without what is filtered away. */
function listed() {
  const links = /** @type {NodeListOf<Sop>} */ (document.querySelectorAll("a[data-sop]"));
  return [...links].filter((link) => !link.closest("tr")?.hidden);
}

export function looks() {
  const found = document.getElementById("periksa");
  if (found) new Looking(found).start();
}

class Looking {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.list = /** @type {HTMLElement} */ (document.getElementById("daftar"));
    this.frame = /** @type {HTMLIFrameElement} */ (document.getElementById("bingkai"));
    this.seen = /** @type {HTMLInputElement} */ (document.getElementById("dilihat"));
    this.keys = /** @type {HTMLInputElement} */ (document.getElementById("pintasan"));
    /** @type {Sop | undefined} */
    this.sop = undefined;
  }

  start() {
    for (const tools of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".impor-alat")))
      tools.hidden = false;
    this.place.tabIndex = -1;
    this.keys.checked = kept("pintasan") !== "tidak";
    this.keys.addEventListener("change", () => keep("pintasan", this.keys.checked ? "ya" : "tidak"));
    this.seen.addEventListener("change", () => this.mark(this.seen.checked));
    addEventListener("hashchange", () => this.show());
    addEventListener("keydown", (event) => {
      if (this.keys.checked) this.press(letter(event));
      this.roll(event);
    });
    addEventListener("message", (event) => {
      const key = event.source === this.frame.contentWindow && this.keys.checked && event.data?.tombol;
      if (typeof key === "string") this.press(key);
    });
    document.addEventListener("click", (event) => this.clicked(event));
    this.show();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const button = /** @type {HTMLElement | null} */ (event.target.closest("[data-tombol]"));
    const link = /** @type {Sop | null} */ (event.target.closest("a[data-sop]"));
    if (button) this.press(button.dataset.tombol || "");
    if (!link) return;
    event.preventDefault();
    this.open(link);
  }

  /** @param {string} key */
  press(key) {
    if (key === "n") this.go(1);
    else if (key === "p") this.go(-1);
    else if (!this.sop) return;
    else if (key === "d") this.open(undefined);
    else if (key === "s") this.finish();
    else if (INSIDE.includes(key)) this.frame.contentWindow?.postMessage({ tombol: key }, "*");
  }

  /** @param {KeyboardEvent} event */
  roll(event) {
    const far = event.shiftKey && event.key === " " ? -0.9 : ROLLS.get(event.key);
    if (!this.sop || !far || event.target !== this.place) return;
    event.preventDefault();
    this.frame.contentWindow?.postMessage({ gulir: far }, "*");
  }

  finish() {
    this.mark(true);
    this.go(1);
  }

  /**
   * To the next that is left to see; back to any that there is. At the end, to the list.
   * @param {1 | -1} way
   */
  go(way) {
    const all = listed();
    const here = this.sop ? all.indexOf(this.sop) : -1;
    if (way < 0) {
      if (here > 0) this.open(all[here - 1]);
      return;
    }
    const next = [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0))].find(isLeft);
    this.open(next);
  }

  /** @param {Sop | undefined} sop */
  open(sop) {
    location.hash = sop?.dataset.sop || "daftar";
    this.show();
    /* At once: the next key may be pressed before the browser tells of the new address. */
  }

  show() {
    const id = location.hash.slice(1);
    const links = /** @type {NodeListOf<Sop>} */ (document.querySelectorAll("a[data-sop]"));
    const before = this.sop;
    this.sop = [...links].find((link) => link.dataset.sop === id);
    this.place.hidden = !this.sop;
    this.list.hidden = Boolean(this.sop);
    if (this.sop && this.sop !== before) {
      /* The keyboard stays here: a key pressed while pages change would go to the one that goes. */
      this.place.focus({ preventScroll: true });
      this.frame.contentWindow?.location.replace(this.sop.href);
    }
    if (!this.sop) before?.focus();
    this.tell();
  }

  /** @param {boolean} seen */
  mark(seen) {
    if (this.sop) keep(this.sop.dataset.sop || "", seen ? "1" : "");
    this.tell();
  }

  tell() {
    const links = /** @type {Sop[]} */ ([...document.querySelectorAll("a[data-sop]")]);
    for (const link of links) link.parentElement?.classList.toggle("dilihat", isSeen(link));
    const left = links.filter(isLeft).length;
    const said = left ? `Tersisa ${left} yang perlu dilihat.` : "Tidak ada lagi yang perlu dilihat.";
    const shown = document.getElementById("tersisa");
    if (shown) shown.textContent = said;
    const where = document.getElementById("ke");
    const all = listed();
    if (!where || !this.sop) return;
    where.textContent = `${all.indexOf(this.sop) + 1} dari ${all.length}. ${said}`;
    this.seen.checked = isSeen(this.sop);
  }
}
