/* What Material's search box lacks: it hears only keys, says nothing where nothing is found, and lets nobody choose. */
import { NARROW, QUERY, RESULT, whenMade } from "./pekerja.js";
import { Advice } from "./saran.js";
import { Choices } from "./saringan.js";

/** @type {Worker | undefined} */
let worker;
whenMade((made) => {
  worker ||= made;
});

export function helpSearch() {
  const field = /** @type {HTMLInputElement | null} */ (
    document.querySelector("[data-md-component=search-query]")
  );
  const output = document.querySelector(".md-search__output");
  if (!field || !output) return;
  hearAllInput(field);
  if (worker) addChoices(worker, field, output);
}

/**
 * Also what is pasted by mouse, dictated, or chosen from what a browser remembers.
 * @param {HTMLInputElement} field
 */
function hearAllInput(field) {
  field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
}

/**
 * @param {Worker} worker
 * @param {HTMLInputElement} field
 * @param {Element} output
 */
function addChoices(worker, field, output) {
  const ask = () => worker.postMessage({ type: QUERY, data: field.value });
  const choices = new Choices((wanted) => {
    worker.postMessage({ type: NARROW, data: wanted });
    ask();
  });
  const advice = new Advice(document.querySelector("[data-sop-semua]"), (text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
  output.prepend(choices.node, advice.node);
  keepKeys(field, choices.node, advice.node);
  worker.addEventListener("message", ({ data: { type, data } }) => {
    if (type !== RESULT || !data.choices) return;
    choices.fill(data.choices);
    if (field.value.trim() && !data.answered) advice.say(field.value, data.meant);
    else advice.clear();
  });
  field.form?.addEventListener("reset", () => {
    choices.clear();
    worker.postMessage({ type: NARROW, data: {} });
  });
}

/**
 * Material closes the search at Tab, and takes all other keys for the field.
 * @param {HTMLElement} field
 * @param {HTMLElement[]} parts
 */
function keepKeys(field, ...parts) {
  const isReached = () =>
    parts.some((part) => part.querySelector("select:not([hidden]), button, a") && !part.hidden);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && !event.shiftKey && isReached()) event.stopPropagation();
  });
  for (const part of parts) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") event.stopPropagation();
    });
  }
}
