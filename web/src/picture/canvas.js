// The drawing: lines, nodes and names in SVG; it can be moved, magnified, and gone through by keyboard.
import { drag, select, zoom, zoomIdentity, zoomTransform } from "d3";
import { counted, draw } from "./dom.js";
import { placed } from "./labels.js";
import { otherEnd } from "./model.js";
import { bow, kindClass, outline, radiusOf, typeClass } from "./shapes.js";

const FONT = "500 12px system-ui, sans-serif";
const CLOSE = 1.5; // from this magnification on it is written on every line what it is
const NEAR = 1; // events are named only when magnified, actors always
const [ABOVE, BELOW] = [72, 40]; // pixels that are kept free for what lies over the picture, and for names
const NARROW = 600;
const MANY = 400; // lines; from here on they are drawn paler, so that nodes stand out
const CLICK = 4; // pixels within which a press is a click and no drag
const CLOSER = 1.4; // times as large as now; what is left is brought so near, or not at all
const GLIDE = 350; // milliseconds

export class Canvas {
  /** `on.node(node)`, `on.line(line)`, `on.nothing()` are called when the reader chooses one. */
  constructor(model, on) {
    this.model = model;
    this.on = on;
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.pen = document.createElement("canvas").getContext("2d");
    this.pen.font = FONT;
    this.widths = new Map();
    this.svg = draw("svg", { class: "kgp-svg", role: "group", "aria-label": "The picture. Arrow keys go from one to the next that lies there, Enter chooses." });
    this.world = draw("g", { class: "kgp-world" });
    this.lines = draw("g", { class: "kgp-lines" });
    this.nodes = draw("g", { class: "kgp-nodes" });
    this.names = draw("g", { class: "kgp-names", "aria-hidden": "true" });
    this.world.append(this.lines, this.nodes);
    this.svg.append(this.world, this.names);
    this.zoom = zoom().scaleExtent([0.05, 8]).clickDistance(CLICK).on("zoom", ({ transform, sourceEvent }) => this.moved(transform, sourceEvent));
    select(this.svg).call(this.zoom).on("dblclick.zoom", null).on("click", (event) => event.target === this.svg && this.on.nothing());
    this.shown = { nodes: [], lines: [], has: new Set() };
    new ResizeObserver(() => this.resized()).observe(this.svg);
  }

  /** Draw what is shown; `state.selected` and what it is tied to stand out. */
  show(shown, state) {
    this.shown = shown;
    this.near = nearTo(this.model, state.selected);
    this.selected = state.selected;
    this.drawLines();
    this.drawNodes();
    this.writeNames();
  }

  drawLines() {
    const lines = select(this.lines).selectAll("g.kgp-line").data(this.shown.lines, ({ line }) => line.index);
    lines.exit().remove();
    const entered = lines.enter().append(({ line }) => this.newLine(line));
    const all = entered.merge(lines);
    this.lines.classList.toggle("kgp-many", this.shown.lines.length > MANY && !this.near);
    all.classed("kgp-faded", ({ line }) => this.near && !this.near.lines.has(line.index))
      .classed("kgp-chosen", ({ line }) => this.selected?.line === line.index)
      .attr("aria-label", ({ line, events }) => `${nameOf(line)}: ${line.type}, ${line.status}, ${counted(events.length, "event")}`)
      .order();
    all.select(".kgp-stroke").style("stroke-width", ({ events }) => `${1.3 + Math.log2(events.length) * 1.1}px`);
    all.each(function ({ line }) {
      place(this, line);
    });
  }

  newLine(line) {
    const choose = () => this.on.line(line);
    const parts = [draw("path", { class: "kgp-hit" }), draw("path", { class: "kgp-stroke" })];
    if (line.directed) parts.push(draw("g", { class: "kgp-arrow" }, draw("path", { d: "M-4 -4.5L5 0L-4 4.5Z" })));
    parts.push(draw("title", {}, `${nameOf(line)}: ${line.type}, ${line.status}`));
    return draw("g", { class: `kgp-line kgp-${line.status} ${typeClass(line.type, this.model.types)}`, role: "button", tabindex: "-1", click: choose, keydown: pressed(choose) }, parts);
  }

  drawNodes() {
    const nodes = select(this.nodes).selectAll("g.kgp-node").data(this.shown.nodes, (node) => node.index);
    nodes.exit().remove();
    const entered = nodes.enter().append((node) => this.newNode(node));
    entered.call(this.dragging());
    entered.merge(nodes)
      .attr("transform", (node) => `translate(${node.x} ${node.y})`)
      .classed("kgp-faded", (node) => this.near && !this.near.nodes.has(node.index))
      .classed("kgp-chosen", (node) => this.selected?.node === node.index)
      .attr("tabindex", (node) => (node.index === this.stop(node) ? "0" : "-1"))
      .order();
  }

  // One stop of the Tab key for the whole picture; arrow keys go on from there.
  stop() {
    const { nodes, has } = this.shown;
    const wanted = this.selected?.node ?? this.focused;
    return has.has(wanted) ? wanted : nodes[0]?.index;
  }

  newNode(node) {
    const choose = () => this.on.node(node);
    const about = `${node.name}, ${node.type.toLowerCase()}, tied to ${counted(node.degree, "other")}`;
    const glyph = draw("path", { class: "kgp-glyph", d: outline(node.type, radiusOf(node)) });
    const touch = draw("circle", { class: "kgp-hit", r: radiusOf(node) + 5 });
    const listeners = { click: choose, keydown: (event) => this.key(event, node, choose), focus: () => this.hold(node), pointerenter: () => this.point(node), pointerleave: () => this.point(null) };
    return draw("g", { class: `kgp-node ${kindClass(node)}`, role: "button", "aria-label": about, ...listeners }, draw("g", { class: "kgp-scaled" }, touch, glyph));
  }

  dragging() {
    return drag()
      .clickDistance(CLICK)
      .on("start", (event) => event.sourceEvent.stopPropagation())
      .on("drag", (event, node) => {
        node.x = event.x;
        node.y = event.y;
        select(this.nodes).selectAll("g.kgp-node").filter((each) => each === node).attr("transform", `translate(${node.x} ${node.y})`);
        select(this.lines).selectAll("g.kgp-line").filter(({ line }) => line.source === node || line.target === node).each(function ({ line }) {
          place(this, line);
        });
        this.writeNames();
      });
  }

  hold(node) {
    this.focused = node.index;
    for (const each of this.nodes.children) each.setAttribute("tabindex", each.__data__ === node ? "0" : "-1");
    this.point(node);
    this.bringIn(node);
  }

  point(node) {
    this.pointed = node;
    this.around = node && nearTo(this.model, { node: node.index }).nodes;
    this.writeNames();
  }

  key(event, node, choose) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way) {
      const next = nearest(this.shown.nodes, node, way);
      if (next) this.focus(next);
    } else if (event.key === "Enter" || event.key === " ") choose();
    else if (event.key === "+" || event.key === "=") this.by(1.4);
    else if (event.key === "-") this.by(1 / 1.4);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  focus(node) {
    [...this.nodes.children].find((each) => each.__data__ === node)?.focus({ preventScroll: true });
  }

  moved(transform, byHand) {
    if (byHand) this.touched = true;
    // Nodes grow more slowly than the distances between them: magnifying makes room.
    this.scale = Math.min(1.25, Math.max(0.35, transform.k ** -0.45 || 1));
    this.world.setAttribute("transform", transform);
    this.world.style.setProperty("--kgp-scale", this.scale);
    this.writeNames();
  }

  // Once a frame, whatever happens in it.
  writeNames() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = null;
      this.writeNamesNow();
    });
  }

  writeNamesNow() {
    const transform = zoomTransform(this.svg);
    const spots = this.shown.nodes.map((node) => this.onScreen(node, transform));
    const far = transform.k < NEAR;
    spots.sort((a, b) => b.must - a.must || b.near - a.near || isEvent(a.node) - isEvent(b.node) || a.node.index - b.node.index);
    const found = placed(spots, this.notesOn(transform), { width: this.width, height: this.height, measure: (text) => this.measure(text), unnamed: (spot) => far && isEvent(spot.node) && !spot.must && !spot.near });
    const names = select(this.names).selectAll("text.kgp-name-of").data(found.names, ({ node }) => node.index);
    names.exit().remove();
    names.enter().append("text").attr("class", "kgp-name-of").attr("dir", "auto").merge(names)
      .text(({ text }) => text)
      .attr("x", ({ x }) => x)
      .attr("y", ({ y }) => y)
      .attr("text-anchor", ({ anchor }) => anchor)
      .classed("kgp-faded", ({ node }) => this.near && !this.near.nodes.has(node.index) && node !== this.pointed);
    const notes = select(this.names).selectAll("text.kgp-note").data(found.notes, ({ line }) => line.index);
    notes.exit().remove();
    notes.enter().append("text").attr("class", ({ line }) => `kgp-note ${typeClass(line.type, this.model.types)}`).merge(notes)
      .text(({ text }) => text)
      .attr("x", ({ x }) => x)
      .attr("y", ({ y }) => y + 4);
  }

  // What a line is, in words, where one looks closely: colour alone is not for everybody.
  notesOn(transform) {
    const close = transform.k >= CLOSE;
    const noted = this.shown.lines.filter(({ line }) => (this.near ? this.near.own.has(line.index) : close) && !isEvent(line.source) && !isEvent(line.target));
    return noted.map(({ line, events }) => {
      const middle = bow(line);
      const [x, y] = transform.apply([middle.x, middle.y]);
      return { line, x, y: line.directed ? y - 11 : y, text: events.length > 1 ? `${line.type} × ${events.length}` : line.type };
    });
  }

  onScreen(node, transform) {
    const [x, y] = transform.apply([node.x, node.y]);
    const must = node === this.pointed || node.index === this.selected?.node;
    const near = Boolean(this.near?.nodes.has(node.index) || this.around?.has(node.index));
    return { node, x, y, radius: radiusOf(node) * transform.k * (this.scale ?? 1), must, near };
  }

  measure(text) {
    if (!this.widths.has(text)) this.widths.set(text, this.pen.measureText(text).width);
    return this.widths.get(text);
  }

  get width() {
    return this.svg.clientWidth || 1;
  }

  get height() {
    return this.svg.clientHeight || 1;
  }

  resized() {
    if (!this.touched && this.shown.nodes.length) this.begin();
    else this.writeNames();
  }

  by(factor) {
    this.touched = true;
    select(this.svg).call(this.zoom.scaleBy, factor);
  }

  /** Show everything that is drawn, or some nodes; what then would be too small to read is cut off at the edges. */
  fit(nodes = this.shown.nodes, smallest = 0.05) {
    if (nodes.length === 0) return;
    this.left(null);
    select(this.svg).call(this.zoom.transform, this.holding(nodes, smallest));
  }

  /** Bring near what few nodes a filter or a search has left; `back` leads to where the reader was. */
  closeUp(nodes) {
    if (nodes.length === 0) return;
    const [now, to] = [zoomTransform(this.svg), this.holding(nodes)];
    if (to.k < now.k * CLOSER && nodes.every((node) => this.isSeen(node, now))) return;
    this.left(this.before ?? now);
    this.glide(to);
  }

  back() {
    if (!this.before) return;
    this.glide(this.before);
    this.left(null);
  }

  left(before) {
    this.before = before;
    this.on.left?.(before !== null);
  }

  glide(to) {
    this.touched = true;
    const svg = select(this.svg);
    (this.still.matches ? svg : svg.transition().duration(GLIDE)).call(this.zoom.transform, to);
  }

  /** The transform at which some nodes fill the picture. */
  holding(nodes, smallest = 0.05) {
    const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const wide = this.width - 2 * Math.min(60, this.width / 8);
    const k = Math.min(1.6, wide / Math.max(right - left, 1), (this.height - ABOVE - BELOW) / Math.max(bottom - top, 1));
    const [x, y] = k >= smallest ? [(left + right) / 2, (top + bottom) / 2] : [nodes[0].x, nodes[0].y];
    return zoomIdentity.translate(this.width / 2, (this.height + ABOVE - BELOW) / 2).scale(Math.max(k, smallest)).translate(-x, -y);
  }

  /** What is seen at first: on a narrow screen the best connected, large enough to read. */
  begin() {
    this.fit(this.shown.nodes, this.width < NARROW ? 0.5 : 0.05);
  }

  /** Move the picture if a node lies outside what is seen of it. */
  bringIn(node) {
    if (!this.isSeen(node, zoomTransform(this.svg))) select(this.svg).call(this.zoom.translateTo, node.x, node.y);
  }

  isSeen(node, transform) {
    const [x, y] = transform.apply([node.x, node.y]);
    return x >= 20 && y >= 20 && x <= this.width - 20 && y <= this.height - 20;
  }
}

function place(element, line) {
  const { path, x, y, angle } = bow(line);
  element.querySelector(".kgp-hit").setAttribute("d", path);
  element.querySelector(".kgp-stroke").setAttribute("d", path);
  element.querySelector(".kgp-arrow")?.setAttribute("transform", `translate(${x} ${y}) rotate(${angle})`);
}

function nameOf(line) {
  return `${line.source.name} ${line.directed ? "to" : "and"} ${line.target.name}`;
}

function isEvent(node) {
  return node.event !== undefined;
}

function nearTo(model, selected) {
  if (!selected) return null;
  if (selected.line !== undefined) {
    const line = model.lines[selected.line];
    return { nodes: new Set([line.a, line.b]), lines: new Set([line.index]), own: new Set([line.index]) };
  }
  const node = model.nodes[selected.node];
  // Who was at the same gathering is near as well.
  const gatherings = node.lines.map((line) => otherEnd(line, node)).filter(isEvent);
  const lines = new Set([node, ...gatherings].flatMap((each) => each.lines));
  return { nodes: new Set([node.index, ...[...lines].flatMap((line) => [line.a, line.b])]), lines: new Set([...lines].map((line) => line.index)), own: new Set(node.lines.map((line) => line.index)) };
}

function pressed(choose) {
  return (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  };
}

// The node that lies next in a direction; what is off to the side counts as farther.
function nearest(nodes, from, [wx, wy]) {
  let [best, least] = [null, Infinity];
  for (const node of nodes) {
    const [dx, dy] = [node.x - from.x, node.y - from.y];
    const along = dx * wx + dy * wy;
    const distance = along + 2.5 * Math.abs(dx * wy - dy * wx);
    if (node !== from && along > 0 && distance < least) [best, least] = [node, distance];
  }
  return best;
}
