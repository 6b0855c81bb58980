/* What a script adds to a print page. */
import { showPrintButtons } from "./halaman/tombol.js";

showPrintButtons();
