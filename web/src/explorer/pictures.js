// Pictures are asked for when they come into sight: the page itself need not wait for a layout.

export function drawLater(place) {
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    draw(place);
  }, { rootMargin: "200px" });
  watcher.observe(place);
}

async function draw(place) {
  const said = place.querySelector("[role=status]");
  try {
    const answer = await fetch(place.dataset.picture);
    if (!answer.ok) throw new Error(String(answer.status));
    const data = await answer.json();
    if (!data.nodes.length) said.textContent = "There is nothing to draw: no event that these share has taken place or is planned.";
    else globalThis.kgPicture.mount(place, data);
  } catch {
    said.textContent = "There is no picture just now.";
  }
}
