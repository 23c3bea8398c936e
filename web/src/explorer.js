// The scripts of the explorer's pages. All pages work without them; they add what a form can't do.
import { mapOf } from "./explorer/map.js";
import { drawLater } from "./explorer/pictures.js";
import { suggestOn } from "./explorer/suggest.js";
import { follow, weigh } from "./explorer/upload.js";

for (const input of document.querySelectorAll("input[data-suggest]")) suggestOn(input);
for (const place of document.querySelectorAll("[data-map]")) mapOf(place);
for (const place of document.querySelectorAll("[data-picture]")) drawLater(place);
for (const box of document.querySelectorAll("[data-progress]")) follow(box);
for (const form of document.querySelectorAll("form.upload")) weigh(form);

for (const area of document.querySelectorAll("textarea.code")) {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    area.form.requestSubmit();
  });
}
