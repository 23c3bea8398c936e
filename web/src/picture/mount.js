// Puts the parts of the picture together: one state, and everything that shows it.
import { Canvas } from "./canvas.js";
import { counted, make } from "./dom.js";
import { modelOf } from "./model.js";
import { freshState, shownOf } from "./state.js";

/** Draw a picture's data into an element. Gives an object with `show(node id)`. */
export function mount(element, data) {
  const model = modelOf(data);
  const state = freshState(model);
  const choose = (selected) => {
    state.selected = selected;
    refresh();
  };
  const canvas = new Canvas(model, { node: (node) => choose({ node: node.index }), line: (line) => choose({ line: line.index }), nothing: () => choose(null) });
  const counts = make("p", { class: "kgp-counts", role: "status" });
  element.classList.add("kg-picture");
  element.replaceChildren(make("header", { class: "kgp-head" }, make("h1", {}, data.title), counts), make("div", { class: "kgp-canvas" }, canvas.svg));
  function refresh() {
    const shown = shownOf(model, state);
    counts.textContent = `${counted(shown.nodes.length, "node")}, ${counted(shown.lines.length, "line")}, ${counted(shown.events.length, "event")}`;
    canvas.show(shown, state);
  }
  refresh();
  canvas.fit();
}
