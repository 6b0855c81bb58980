/* The texts of the index, one after another, as they come packed: each with its page, its place and its kind. */
import { DOUBLE, entryAt, FIRST } from "./paket.js";

/* Where an item, a slot, a part or a page ends. */
const ITEM_END = 0x2c;
const SLOT_END = 0x20;
const PART_END = 0x21;
const PAGE_END = 0x23;

/* Kinds of texts: of the head, then of the boxes, then of the places (steps, sections). */
export const TITLE = 0;
export const NUMBER = 1;
export const NAMES = 2;
export const BOX = 16;
export const ANCHOR = 32;
export const STEP = 33;
export const LANES = 34;
export const TEXT = 35;
export const CELL = 36;

/**
 * Every text with its page, its place if it stands in one, and its kind.
 * @param {string} packed
 */
export function readTexts(packed) {
  const most = packed.length + 1;
  const codes = new Uint32Array(most),
    textOf = new Uint32Array(most);
  const start = new Uint32Array(most),
    pages = new Uint32Array(most),
    places = new Int32Array(most);
  const kinds = new Uint8Array(most);
  const pageText = [0];
  /** @type {number[]} */
  const placeText = [];
  /** @type {number[]} */
  const placePage = [];
  let length = 0,
    text = 0,
    page = 0,
    part = 0,
    slot = 0;
  for (let i = 0; i < packed.length; i++) {
    const code = packed.charCodeAt(i);
    if (code >= FIRST) {
      textOf[length] = text;
      codes[length++] = entryAt(packed, i);
      if (code >= DOUBLE) i++;
      continue;
    }
    if (length > start[text]) {
      pages[text] = page;
      places[text] = part > 1 ? placePage.length - 1 : -1;
      kinds[text] = part === 0 ? slot : part === 1 ? BOX + slot : ANCHOR + slot;
      start[++text] = length;
    }
    if (code === ITEM_END) continue;
    if (code === SLOT_END) {
      slot++;
      continue;
    }
    slot = 0;
    part = code === PART_END ? part + 1 : 0;
    if (code === PAGE_END) pageText[++page] = text;
    if (part > 1) placeText[placePage.push(page) - 1] = text;
  }
  return { codes, textOf, length, start, kinds, places, pages, pageText, placeText, placePage, count: text };
}
