/* What is said above the results where nothing in the catalogue holds all that was typed. */
import { button, element } from "../tabel/unsur.js";

export class Advice {
  /**
   * @param {HTMLAnchorElement | null} list the link to the list of all SOPs, as the page has it
   * @param {(text: string) => void} ask
   */
  constructor(list, ask) {
    this.list = list?.href || "";
    this.ask = ask;
    this.node = element("div", "sop-cari-saran");
    this.node.setAttribute("role", "status");
  }

  /**
   * @param {string} typed
   * @param {string[]} meant
   */
  say(typed, meant) {
    this.node.replaceChildren(element("p", "", `Tidak ada halaman katalog yang memuat “${typed.trim()}”.`));
    if (meant.length) {
      const line = element("p", "", "Maksud Anda");
      for (const one of meant) {
        const press = button(one);
        press.addEventListener("click", () => this.ask(one));
        line.append(" ", press);
      }
      this.node.append(line);
    }
    if (this.list) this.node.append(this._further());
  }

  _further() {
    const line = element("p");
    const link = element("a", "", "Lihat daftar semua SOP");
    link.href = this.list;
    line.append(link, ", atau coba kata lain.");
    return line;
  }

  clear() {
    this.node.replaceChildren();
  }
}
