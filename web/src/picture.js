// The picture of a graph. Draws the JSON of a <script type="application/json"> element into the element that names it:
//   <div data-kg-picture="ID"></div> <script type="application/json" id="ID">…</script>
// Needs no inline script or style. `kgPicture.mountAll(element)` does the same for what came into a page later, and
// `kgPicture.mount(element, data)` draws data from anywhere.
import { mount } from "./picture/mount.js";

function mountAll(within = document) {
  for (const element of within.querySelectorAll("[data-kg-picture]")) {
    const json = document.getElementById(element.dataset.kgPicture);
    if (json && !element.classList.contains("kg-picture")) mount(element, JSON.parse(json.textContent));
  }
}

globalThis.kgPicture = { mount, mountAll };
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => mountAll());
else mountAll();
