// Finds nodes by any of their names: a text field with a list beneath, by mouse or keyboard.
import { freshId, make } from "./dom.js";
import { nodeSwatch } from "./events.js";

const MOST = 10;

export class Search {
  constructor(model, found) {
    this.found = found;
    this.names = model.nodes.map((node) => ({ node, name: folded(node.name), all: [node.name, ...(node.names ?? [])].map(folded) }));
    this.list = make("ul", { class: "kgp-found", role: "listbox", id: freshId("found"), "aria-label": "Found", hidden: true });
    this.field = make("input", {
      type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: "Find a name", "aria-label": "Find a name", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": this.list.id,
      input: () => this.look(), keydown: (event) => this.key(event), blur: () => this.close(),
    });
    this.element = make("div", { class: "kgp-search", role: "search" }, this.field, make("kbd", { "aria-hidden": "true" }, "/"), this.list);
  }

  look() {
    const wanted = folded(this.field.value);
    this.matches = wanted === "" ? [] : this.names.map((each) => ({ node: each.node, rank: rankOf(each, wanted) })).filter(({ rank }) => rank < 9).sort((a, b) => a.rank - b.rank || a.node.index - b.node.index).slice(0, MOST).map(({ node }) => node);
    this.list.replaceChildren(...this.matches.map((node) => make("li", { role: "option", id: freshId("option"), "aria-selected": "false", pointerdown: (event) => this.take(node, event) }, nodeSwatch(node.type), make("bdi", {}, node.name))));
    if (wanted !== "" && this.matches.length === 0) this.list.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "kgp-quiet" }, "Nobody of this name"));
    this.list.hidden = wanted === "";
    this.field.setAttribute("aria-expanded", String(wanted !== ""));
    this.point(this.matches.length ? 0 : -1);
  }

  point(place) {
    this.place = place;
    [...this.list.children].forEach((item, each) => item.setAttribute("aria-selected", String(each === place)));
    const item = this.list.children[place];
    if (item && this.matches.length) this.field.setAttribute("aria-activedescendant", item.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.matches?.length) this.point((this.place + step + this.matches.length) % this.matches.length);
    else if (event.key === "Enter" && this.matches?.[this.place] && !this.list.hidden) this.take(this.matches[this.place], event);
    else if (event.key === "Escape" && !this.list.hidden) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(node, event) {
    event.preventDefault();
    this.close();
    this.field.value = "";
    this.found(node);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}

function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function rankOf({ name, all }, wanted) {
  if (name.startsWith(wanted)) return 0;
  if (all.some((each) => each.startsWith(wanted))) return 1;
  if (all.some((each) => each.split(/[\s-]+/).some((word) => word.startsWith(wanted)))) return 2;
  return all.some((each) => each.includes(wanted)) ? 3 : 9;
}
