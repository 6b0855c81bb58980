/* What scripts add to the pages of an export: its search, which has no theme to lean on. */
import { reachField } from "./ekspor/kolom.js";
import { startSearch } from "./ekspor/pencarian.js";

reachField();
startSearch();
