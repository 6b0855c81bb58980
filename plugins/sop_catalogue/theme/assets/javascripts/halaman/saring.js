/* A field above a list keeps what holds the words typed; what is folded away opens for it.

   <p data-sop-saring="id" hidden>   the field, for the list that is all of id
   <li data-sop-butir>               what is kept or not
   <section data-sop-kelompok>       goes with the last of its own */

export function narrowLists() {
  const fields = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sop-saring]"));
  for (const box of fields) new Narrowed(box).start();
}

class Narrowed {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    this.list = /** @type {HTMLElement} */ (document.getElementById(box.dataset.sopSaring || ""));
    this.field = /** @type {HTMLInputElement} */ (box.querySelector("input"));
    this.told = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
    this.items = /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[data-sop-butir]")]);
    this.texts = this.items.map((item) => (item.textContent || "").toLowerCase());
    this.folds = [...this.list.querySelectorAll("details")];
    this.opened = this.folds.map((fold) => fold.open);
  }

  start() {
    this.box.hidden = false;
    this.field.addEventListener("input", () => this.narrow());
    if (this.field.value) this.narrow(); /* kept by the browser over a way back */
  }

  narrow() {
    const wanted = this.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const [i, item] of this.items.entries()) {
      item.hidden = !wanted.every((word) => this.texts[i].includes(word));
      if (!item.hidden) left++;
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (
      this.list.querySelectorAll("[data-sop-kelompok]")
    ))
      group.hidden = !group.querySelector("[data-sop-butir]:not([hidden])");
    for (const [i, fold] of this.folds.entries()) fold.open = wanted.length > 0 || this.opened[i];
    if (!wanted.length) this.told.textContent = "";
    else this.told.textContent = left ? `${left} cocok` : "Tidak ada yang cocok";
  }
}
