/* Rows saved as CSV, for spreadsheets that read more into a cell than stands in it. */
import { isEmpty, number } from "./nilai.js";

/** @typedef {string | number | null} Cell */

/**
 * A spreadsheet runs what begins like a formula; an apostrophe makes it text. Where a comma is part of numbers, it
 * parts cells at semicolons, quotes or no quotes.
 * @param {Cell} value
 */
function written(value) {
  let text = String(value ?? "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: spreadsheets skip it
  if (/^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) && number(text) === null && !isEmpty(text))
    text = `'${text}`;
  text = text.replace(/([;\t\r\n])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * @param {string} name of the file, without ending
 * @param {Cell[][]} rows
 */
export function save(name, rows) {
  const lines = rows.map((row) => `${row.map(written).join(",")}\r\n`);
  const link = document.createElement("a");
  /* The mark at the start tells Excel that this is UTF-8. */
  link.href = URL.createObjectURL(new Blob(["\ufeff", ...lines], { type: "text/csv;charset=utf-8" }));
  link.download = `${name}.csv`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
