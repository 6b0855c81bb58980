/* What kinds of pages the index holds, and what status SOPs have, each in the order of the index. */

export const KINDS = ["SOP", "Peran", "Peraturan", "Daftar", "Panduan"];
export const SOP = 0;
export const LAW = 2;
export const GUIDE = 4;
export const STATUS = ["", "Berlaku", "Konsep", "Diganti", "Dicabut"];
export const IN_FORCE = 1;
