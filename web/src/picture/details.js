// What is told about the node or line that the reader chose; else who is best connected.
import { counted, make } from "./dom.js";
import { eventItem, lineSwatch, nodeSwatch } from "./events.js";
import { otherEnd } from "./model.js";
import { typeClass } from "./shapes.js";
import { hiddenNeighbours } from "./state.js";

const FEW = 12;
const EVENTS = matchMedia("(max-width: 899px)").matches ? 6 : 40;

export class Details {
  /** `on.node(node)`, `on.line(line)`, `on.close()`, `on.reveal(nodes, node)`: what the reader does here. */
  constructor(model, on, level) {
    this.model = model;
    this.on = on;
    this.level = level;
    this.element = make("section", { class: "kgp-details", "aria-label": "Details", tabindex: "-1" });
  }

  show(shown, state) {
    this.shown = shown;
    this.state = state;
    const { selected } = state;
    const held = this.element.contains(document.activeElement);
    if (selected?.node !== undefined) this.element.replaceChildren(...this.node(this.model.nodes[selected.node]));
    else if (selected?.line !== undefined) this.element.replaceChildren(...this.line(this.model.lines[selected.line]));
    else this.element.replaceChildren(...this.nothing());
    this.element.scrollTop = 0;
    if (held) this.element.focus({ preventScroll: true }); // what was pressed is gone
  }

  head(title, ...about) {
    const close = make("button", { type: "button", class: "kgp-close", "aria-label": "Close", click: () => this.on.close() }, "×");
    return make("header", {}, make("div", {}, make(`h${this.level}`, {}, title), about), close);
  }

  node(node) {
    const events = node.events.filter((event) => this.shown.taken[event]).map((event) => this.model.events[event]);
    const filtered = node.events.length - events.length;
    const missing = node.event === undefined ? node.total - node.events.length : 0;
    const about = [node.type.toLowerCase(), node.names?.length ? `also ${node.names.slice(0, 6).join(", ")}` : null].filter(Boolean).join(" · ");
    return [
      this.head([nodeSwatch(node.type), make("bdi", {}, node.name)], make("p", { class: "kgp-quiet" }, about), this.page(node)),
      this.neighbours(node),
      this.counterparts(node),
      this.sub(node.event === undefined ? "Timeline" : "The event", node.event === undefined ? ` · ${counted(events.length, "event")}` : ""),
      filtered > 0 && make("p", { class: "kgp-quiet" }, `${counted(filtered, "event")} hidden by the filters.`),
      missing > 0 && make("p", { class: "kgp-quiet" }, `${counted(missing, "more event")} left out of this picture; \`kg timeline\` has all.`),
      this.list(events, { about: [node], sentences: node.event === undefined ? 1 : 5 }),
    ].filter(Boolean);
  }

  // In the explorer an actor and an event have pages of their own.
  page(node) {
    const start = this.model.links?.[node.event === undefined ? "actor" : "event"];
    return start ? make("p", {}, make("a", { href: start + encodeURIComponent(node.id) }, "Open its page")) : null;
  }

  neighbours(node) {
    const hidden = hiddenNeighbours(node, this.state);
    if (hidden.length === 0) return null;
    return make("p", {}, make("button", { type: "button", class: "kgp-button", click: () => this.on.reveal(hidden, node) }, `Show ${counted(hidden.length, "hidden neighbour")}`));
  }

  counterparts(node) {
    const lines = this.shown.lines.filter(({ line }) => (line.source === node || line.target === node) && otherEnd(line, node).event === undefined).sort((a, b) => b.events.length - a.events.length || otherEnd(a.line, node).index - otherEnd(b.line, node).index);
    if (lines.length === 0 || node.event !== undefined) return null;
    const items = lines.map(({ line, events }) => make("li", {}, this.toLine(line, otherEnd(line, node).name, events)));
    const rest = items.slice(FEW);
    return make("div", {}, this.sub("Connections", ` · ${lines.length}`), make("ul", { class: "kgp-list" }, items.slice(0, FEW)), rest.length > 0 && make("details", {}, make("summary", {}, `${rest.length} more`), make("ul", { class: "kgp-list" }, rest)));
  }

  toLine(line, name, events) {
    const swatch = lineSwatch(`kgp-${line.status}`, typeClass(line.type, this.model.types));
    const what = `${line.type}${line.status === "occurred" ? "" : `, ${line.status}`}${events.length > 1 ? ` × ${events.length}` : ""}`;
    return make("button", { type: "button", class: "kgp-row", click: () => this.on.line(line) }, swatch, make("bdi", { class: "kgp-name" }, name), make("span", { class: "kgp-quiet" }, what));
  }

  line(line) {
    const shown = line.events.filter((event) => this.shown.taken[event]).map((event) => this.model.events[event]);
    const ends = [this.toNode(line.source), make("span", { class: "kgp-quiet" }, line.directed ? " → " : " – "), this.toNode(line.target)];
    const swatch = lineSwatch(`kgp-${line.status}`, typeClass(line.type, this.model.types));
    const about = `${line.type}, ${line.status} · ${counted(shown.length, "event")}`;
    const filtered = line.events.length - shown.length;
    return [
      this.head(ends, make("p", { class: "kgp-quiet" }, swatch, about)),
      filtered > 0 && make("p", { class: "kgp-quiet" }, `${counted(filtered, "event")} hidden by the filters.`),
      this.list(shown, { about: [line.source, line.target], sentences: 5 }),
    ].filter(Boolean);
  }

  toNode(node) {
    return make("button", { type: "button", class: "kgp-link", click: () => this.on.node(node) }, make("bdi", {}, node.name));
  }

  nothing() {
    const best = this.shown.nodes.filter((node) => node.event === undefined).slice(0, FEW);
    const rows = best.map((node) => make("li", {}, make("button", { type: "button", class: "kgp-row", click: () => this.on.node(node) }, nodeSwatch(node.type), make("bdi", { class: "kgp-name" }, node.name), make("span", { class: "kgp-quiet" }, `${counted(node.degree, "other")}, ${counted(node.total, "event")}`))));
    return [
      make("p", { class: "kgp-hint" }, "Choose a name for its timeline, a line for the sentences behind it."),
      this.sub("Best connected", ""),
      rows.length ? make("ul", { class: "kgp-list" }, rows) : make("p", { class: "kgp-quiet" }, "Nothing passes the filters."),
    ];
  }

  sub(name, more) {
    return make(`h${this.level + 1}`, {}, name, make("span", { class: "kgp-quiet" }, more));
  }

  list(events, options) {
    const item = (event) => eventItem(this.model, event, { ...options, choose: (node) => this.on.node(node) });
    const list = make("ol", { class: "kgp-timeline" }, events.slice(0, EVENTS).map(item));
    if (events.length <= EVENTS) return list;
    const more = make("button", { type: "button", class: "kgp-button", click: () => more.replaceWith(make("ol", { class: "kgp-timeline" }, events.slice(EVENTS).map(item))) }, `Show ${counted(events.length - EVENTS, "more event")}`);
    return make("div", {}, list, more);
  }
}
