/* The page of results: it answers while one types, and the keyboard leads from the field through what was found. */
import { item } from "./butir.js";
import { field } from "./kolom.js";
import { Asker } from "./pekerja.js";

const AT_ONCE = 30;

export function startSearch() {
  const list = /** @type {HTMLElement | null} */ (document.querySelector("[data-pekerja]"));
  if (list) new Search(list).start();
}

class Search {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    this.status = /** @type {HTMLElement} */ (document.querySelector(".ekspor-jumlah"));
    this.more = /** @type {HTMLElement} */ (document.querySelector(".ekspor-lagi"));
    this.hints = /** @type {HTMLElement} */ (document.querySelector(".ekspor-petunjuk"));
    /** @type {import("./pekerja.js").Place[][]} what is not shown yet */
    this.rest = [];
  }

  start() {
    const script = /** @type {string} */ (this.list.dataset.pekerja);
    const fail = () => this.tell("Pencarian tidak dapat dijalankan di peramban ini");
    this.tell("Menyiapkan pencarian");
    const asker = new Asker(script, (text, found) => this.show(text, found), fail);
    field.value = new URLSearchParams(location.search).get("cari") || "";
    field.addEventListener("input", () => asker.ask(field.value));
    asker.ask(field.value);
    this.listen();
    field.focus({ preventScroll: true });
  }

  listen() {
    field.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.list.querySelector("a")?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.target !== field && !this.list.contains(/** @type {Node} */ (event.target))) return;
      if (event.key === "ArrowDown" && this.step(1)) event.preventDefault();
      if (event.key === "ArrowUp" && this.step(-1)) event.preventDefault();
      if (event.key === "Escape" && event.target !== field) field.focus();
    });
    this.more.addEventListener("click", () => {
      const shown = this.list.childElementCount;
      this.showMore(this.rest.length);
      this.list.children[shown].querySelector("a")?.focus();
    });
  }

  /**
   * @param {string} text
   * @param {import("./pekerja.js").Place[][]} found
   */
  show(text, found) {
    this.rest = found;
    this.list.replaceChildren();
    this.showMore(AT_ONCE);
    this.hints.hidden = found.length > 0;
    if (!text.trim()) this.tell("Ketik untuk mulai mencari");
    else this.tell(found.length ? `${found.length} halaman cocok` : "Tidak ada yang cocok");
    try {
      history.replaceState(null, "", location.pathname + (text && `?${new URLSearchParams({ cari: text })}`));
    } catch {
      /* Some browsers keep the address of a file as it is. */
    }
  }

  /** @param {number} count */
  showMore(count) {
    this.list.append(...this.rest.slice(0, count).map(item));
    this.rest = this.rest.slice(count);
    this.more.hidden = !this.rest.length;
    this.more.textContent = `Tampilkan ${this.rest.length} lagi`;
  }

  /**
   * From the field to the results, from one to the next, and back.
   * @param {number} turn
   */
  step(turn) {
    const open = /** @type {NodeListOf<HTMLElement>} */ (
      this.list.querySelectorAll("summary, a:not(details:not([open]) > a)")
    );
    const stops = [field, ...open];
    const next = stops[stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + turn];
    next?.focus();
    return Boolean(next);
  }

  /** @param {string} text */
  tell(text) {
    this.status.textContent = text;
  }
}
