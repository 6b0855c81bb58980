/* Fields above a list keep what holds the words typed, or has the value chosen; what is folded away opens for it.

   <p data-sop-saring="id" hidden>          the fields, for the list that is all of id
   <input type="search">                    for words
   <select data-sop-menurut="unit">         for items with this value as their data-unit
   <input type="date" data-sop-menurut="…"> for items whose value is no earlier
   <li data-sop-butir data-unit="…">        what is kept or not
   <section data-sop-kelompok>              goes with the last of its own */

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

export function narrowLists() {
  const fields = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sop-saring]"));
  for (const box of fields) new Narrowed(box).start();
}

class Narrowed {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    this.list = /** @type {HTMLElement} */ (document.getElementById(box.dataset.sopSaring || ""));
    this.fields = /** @type {Field[]} */ ([...box.querySelectorAll("input, select")]);
    this.told = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
    this.items = /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[data-sop-butir]")]);
    this.texts = this.items.map((item) => (item.textContent || "").toLowerCase());
    this.folds = [...this.list.querySelectorAll("details")];
    this.opened = this.folds.map((fold) => fold.open);
  }

  start() {
    const query = new URLSearchParams(location.search);
    for (const field of this.fields) {
      const named = query.get(field.dataset.sopMenurut || "");
      if (named) field.value = named;
      field.addEventListener("input", () => this.narrow());
    }
    this.box.hidden = false;
    if (this.wanted()) this.narrow(); /* named in the address, or kept by the browser over a way back */
  }

  wanted() {
    return this.fields.some((field) => field.value);
  }

  narrow() {
    const wanted = this.wanted();
    let left = 0;
    for (const [i, item] of this.items.entries()) {
      item.hidden = !this.fields.every((field) => !field.value || fits(field, item, this.texts[i]));
      if (!item.hidden) left++;
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (
      this.list.querySelectorAll("[data-sop-kelompok]")
    ))
      group.hidden = !group.querySelector("[data-sop-butir]:not([hidden])");
    for (const [i, fold] of this.folds.entries()) fold.open = wanted || this.opened[i];
    if (!wanted) this.told.textContent = "";
    else this.told.textContent = left ? `${left} cocok` : "Tidak ada yang cocok";
  }
}

/**
 * @param {Field} field with a value
 * @param {HTMLElement} item
 * @param {string} text of the item
 */
function fits(field, item, text) {
  const key = field.dataset.sopMenurut;
  if (!key)
    return field.value
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  const own = item.dataset[key] || "";
  return field.type === "date" ? own >= field.value : own === field.value;
}
