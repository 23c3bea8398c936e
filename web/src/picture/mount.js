// Puts the parts of the picture together: one state, and everything that shows it.
import { fromAddress, toAddress } from "./address.js";
import { Canvas } from "./canvas.js";
import { Details } from "./details.js";
import { counted, make } from "./dom.js";
import { Filters } from "./filters.js";
import { modelOf } from "./model.js";
import { Search } from "./search.js";
import { Slider } from "./slider.js";
import { freshState, shownOf, takes } from "./state.js";
import { Table } from "./table.js";

const MORE = 100; // nodes that one press brings

/**
 * Draw a picture's data into an element.
 *
 * `data-kg-heading` of the element is the level of its first heading (1); with `data-kg-address` the page's address
 * keeps what the reader chose.
 */
export function mount(element, data) {
  const model = modelOf(data);
  const state = freshState(model);
  const level = Number(element.dataset.kgHeading ?? 1);
  const keeps = element.dataset.kgAddress !== undefined && location.protocol !== "about:";
  if (keeps) fromAddress(location.hash.slice(1), model, state);
  const parts = {};
  let shown = null;

  function refresh() {
    shown = shownOf(model, state);
    parts.canvas.show(shown, state);
    parts.details.show(shown, state);
    parts.slider.show((event) => takes({ ...state, since: null, until: null }, event) && event.actors.some((actor) => state.revealed.has(actor)));
    parts.table.show(shown.events);
    tell();
    if (keeps) history.replaceState(null, "", `#${toAddress(model, state)}`);
  }

  function tell() {
    const actors = shown.nodes.filter((node) => node.event === undefined).length;
    const all = model.nodes.filter((node) => node.event === undefined).length + model.leftOut.actors;
    const some = actors < all ? ` of ${all.toLocaleString("en")}` : "";
    counts.textContent = `${actors.toLocaleString("en")}${some} ${all === 1 ? "actor" : "actors"}, ${counted(shown.lines.length, "connection")}, ${counted(shown.events.length, "event")}`;
    const left = model.nodes.filter((node) => !state.revealed.has(node.index)).length;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(MORE, left)} more`;
    more.title = `${left} are not drawn yet; the best connected come first`;
  }

  function changed(change) {
    const before = shown.nodes.length;
    change();
    refresh();
    if (shown.nodes.length < before) parts.canvas.closeUp(shown.nodes);
    else if (shown.nodes.length > before) parts.canvas.back();
  }

  function choose(selected) {
    state.selected = selected;
    refresh();
  }

  function reveal(nodes) {
    for (const node of nodes) {
      state.revealed.add(node.index);
      state.called.add(node.index);
    }
  }

  function toNode(node) {
    reveal([node]);
    choose({ node: node.index });
    parts.canvas.bringIn(node);
  }

  function toLine(line) {
    reveal([line.source, line.target]);
    choose({ line: line.index });
  }

  function toEvent(event) {
    const gathering = model.nodes.find((node) => node.event === event.index);
    const line = model.lines.find((each) => each.events.includes(event.index));
    if (gathering) toNode(gathering);
    else if (line) toLine(line);
    else toNode(model.nodes[event.actors[0]]);
    parts.details.element.focus();
  }

  function showMore() {
    for (const node of model.nodes.filter((each) => !state.revealed.has(each.index)).slice(0, MORE)) reveal([node]);
    refresh();
    parts.canvas.fit();
  }

  parts.canvas = new Canvas(model, { node: (node) => choose({ node: node.index }), line: (line) => choose({ line: line.index }), nothing: () => state.selected && choose(null), left: (away) => (back.hidden = !away) });
  parts.details = new Details(model, {
    node: toNode,
    line: toLine,
    close: () => choose(null),
    reveal: (nodes, node) => {
      reveal(nodes);
      choose({ node: node.index });
      parts.canvas.fit([node, ...nodes]);
    },
  }, level + 1);
  parts.search = new Search(model, (node) => {
    toNode(node);
    parts.canvas.closeUp(shown.nodes.filter((each) => parts.canvas.near.nodes.has(each.index)));
    parts.canvas.focus(node);
  });
  parts.filters = new Filters(model, state, changed);
  parts.slider = new Slider(model, state, changed);
  parts.table = new Table(model, toEvent, level + 1);
  const counts = make("p", { class: "kgp-counts", role: "status" });
  const more = make("button", { type: "button", class: "kgp-button", click: showMore });
  const back = make("button", { type: "button", class: "kgp-button", hidden: true, title: "To what was seen before", click: () => parts.canvas.back() }, "← Back");
  const button = (name, sign, act) => make("button", { type: "button", class: "kgp-button kgp-sign", "aria-label": name, title: name, click: act }, sign);
  const tools = make("div", { class: "kgp-tools", role: "group", "aria-label": "Magnification" }, more, back, button("Larger", "+", () => parts.canvas.by(1.4)), button("Smaller", "−", () => parts.canvas.by(1 / 1.4)), button("Show all", "⤢", () => parts.canvas.fit()));
  const leftOut = model.leftOut.actors + model.leftOut.events > 0 && make("p", { class: "kgp-quiet kgp-left-out" }, `Left out of this picture, so that it stays small: ${counted(model.leftOut.actors, "less connected actor")}, ${counted(model.leftOut.events, "event")}.`);
  element.classList.add("kg-picture");
  element.replaceChildren(
    make("header", { class: "kgp-head" }, make("div", {}, make(`h${level}`, {}, make("bdi", {}, data.title)), counts), parts.search.element),
    make("div", { class: "kgp-canvas" }, parts.canvas.svg, tools),
    parts.details.element,
    make("div", { class: "kgp-below" }, parts.filters.element, parts.slider.element, ...[leftOut].filter(Boolean)),
    parts.table.element,
  );
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.selected) choose(null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    parts.search.field.focus();
  });
  refresh();
  parts.canvas.begin();
}
