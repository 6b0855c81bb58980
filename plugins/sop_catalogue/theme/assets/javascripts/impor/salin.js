/* Buttons that copy what stands beside them; they are shown where scripts run. */

/** @param {HTMLElement} press */
function wanted(press) {
  if (press.dataset.salin !== undefined) return press.dataset.salin;
  return press.parentElement?.nextElementSibling?.textContent || "";
}

/**
 * Without the clipboard, as in a frame that may not use it, the old way.
 * @param {string} text
 */
function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

export function showCopyButtons() {
  const all = document.querySelectorAll("[data-salin], [data-salin-isi]");
  for (const press of /** @type {NodeListOf<HTMLButtonElement>} */ (all)) {
    const said = press.textContent;
    press.hidden = false;
    press.addEventListener("click", async () => {
      press.textContent = (await copy(wanted(press))) ? "Tersalin" : "Tidak dapat disalin";
      setTimeout(() => {
        press.textContent = said;
      }, 1500);
    });
  }
}
