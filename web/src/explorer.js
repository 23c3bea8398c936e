// The scripts of the explorer's pages. All pages work without them; they add what a form can't do.
import { suggestOn } from "./explorer/suggest.js";

for (const input of document.querySelectorAll("input[data-suggest]")) suggestOn(input);
