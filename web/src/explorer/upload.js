// Progress of an upload, and a word before one that is too large is sent at all.
import { counted } from "../picture/dom.js";

const EVERY = 700; // milliseconds
const MEGABYTE = 1 << 20;

export function follow(box) {
  const [text, bar] = [box.querySelector("[role=status]"), box.querySelector("progress")];
  const look = async () => {
    let now;
    try {
      const answer = await fetch(box.dataset.progress);
      if (!answer.ok) return location.reload();
      now = await answer.json();
    } catch {
      text.textContent = "The explorer doesn’t answer any more.";
      return;
    }
    if (now.state === "done" || now.state === "failed") return location.reload();
    show(now, text, bar);
    setTimeout(look, EVERY);
  };
  setTimeout(look, EVERY);
}

function show({ state, done, total }, text, bar) {
  bar.max = Math.max(total, 1);
  if (state === "reading") bar.value = done;
  else bar.removeAttribute("value");
  text.textContent = {
    waiting: "The language model is being loaded …",
    reading: `${done} of ${counted(total, "article")} read`,
    joining: "The graph is being made …",
  }[state];
}

export function weigh(form) {
  const said = form.querySelector("[data-too-much]");
  const most = Number(form.dataset.most);
  form.addEventListener("submit", (event) => {
    const files = [...form.elements.files.files];
    const size = files.reduce((sum, file) => sum + file.size, new Blob([form.elements.text.value]).size);
    said.hidden = size < most;
    if (size < most) return;
    event.preventDefault();
    said.textContent = `That is ${Math.ceil(size / MEGABYTE)} MB; at most ${Math.floor(most / MEGABYTE)} MB at a time.`;
  });
}
