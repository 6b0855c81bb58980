/* Rows saved as CSV, for spreadsheets that read more into a cell than stands in it.
   There are two of each: where a comma is part of numbers, as in Indonesia, Excel parts columns at semicolons only;
   all other programs expect commas. A line "sep=," would serve both, but any other reader takes it for data, and Excel
   then no longer takes the file for UTF-8. */
import { isEmpty, number } from "./nilai.js";
import { button } from "./unsur.js";

/** @typedef {string | number | null} Cell */

const AT_SEMICOLONS = /([;\t\r\n])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const AT_COMMAS = /([,\t\r\n])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * A spreadsheet runs what begins like a formula; an apostrophe makes it text. One that parts cells at the other sign
 * does so quotes or no quotes.
 * @param {Cell} value
 * @param {string} between
 */
function written(value, between) {
  let text = String(value ?? "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: spreadsheets skip it
  if (/^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) && number(text) === null && !isEmpty(text))
    text = `'${text}`;
  text = text.replace(between === ";" ? AT_COMMAS : AT_SEMICOLONS, "$1'");
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * @param {string} name of the file, without ending
 * @param {Cell[][]} rows
 * @param {string} between
 */
function save(name, rows, between) {
  const lines = rows.map((row) => `${row.map((cell) => written(cell, between)).join(between)}\r\n`);
  const link = document.createElement("a");
  /* The mark at the start tells Excel that this is UTF-8. */
  link.href = URL.createObjectURL(new Blob(["\ufeff", ...lines], { type: "text/csv;charset=utf-8" }));
  link.download = `${name}.csv`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/**
 * @param {string} name
 * @param {() => Cell[][]} rows as they are when a button is pressed
 */
export function saveButtons(name, rows) {
  const excel = button("Unduh untuk Excel", "unduh");
  const plain = button("Unduh CSV", "unduh");
  excel.addEventListener("click", () => save(`${name}.excel`, rows(), ";"));
  plain.addEventListener("click", () => save(name, rows(), ","));
  return [excel, plain];
}
