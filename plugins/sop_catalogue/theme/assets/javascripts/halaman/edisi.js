/* A sheet's code leads here with its edition: of the answers that stand ready in the page, the right one is shown. */

export function answerSheet() {
  const ready = /** @type {HTMLElement | null} */ (document.querySelector("[data-sop-lembar]"));
  const asked = new URLSearchParams(location.search);
  const said = asked.get("rev");
  if (!ready || said === null) return;
  const revision = /^\d{1,4}$/.test(said) ? Number(said) : null;
  for (const place of ready.querySelectorAll("[data-lembar-rev]")) place.textContent = String(revision ?? "");
  const answer = answerTo(revision, asked.get("isi"), ready.dataset);
  const shown = /** @type {HTMLElement} */ (ready.querySelector(`[data-jawab="${answer}"]`));
  if (shown.dataset.rupa) ready.classList.add(`sop-pita--${shown.dataset.rupa}`);
  shown.hidden = false;
  ready.hidden = false;
}

/**
 * @param {number | null} revision of the sheet; null for what is none
 * @param {string | null} content the mark of the sheet's content, where its code tells it
 * @param {DOMStringMap} page what the page says of the SOP
 */
function answerTo(revision, content, page) {
  if (page.keadaan === "dicabut" || page.keadaan === "diganti") return page.keadaan;
  if (revision === null || (content !== null && !/^[0-9a-f]{6}$/.test(content))) return "asing";
  if (revision < Number(page.rev)) return "lama";
  if (revision > Number(page.rev)) return "baru";
  if (content !== null && content !== page.isi) return "berubah";
  return page.keadaan === "konsep" ? "konsep" : "berlaku";
}
