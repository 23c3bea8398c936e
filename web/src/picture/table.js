// The same facts as a table: for screen readers, for print, and for who reads rather than looks.
import { counted, make } from "./dom.js";
import { quotation, whoText } from "./events.js";
import { told } from "./time.js";

const ROWS = matchMedia("(max-width: 899px)").matches ? 12 : 50;

export class Table {
  constructor(model, chosen, level) {
    this.model = model;
    this.chosen = chosen;
    this.order = { column: 0, down: false };
    this.columns = [
      { name: "When", key: (event) => `${event.start ?? "9999"} ${event.end ?? ""}` },
      { name: "What", key: (event) => event.type },
      { name: "Status", key: (event) => event.status },
      { name: "Who", key: (event) => whoText(model, event) },
      { name: "Where", key: (event) => event.place ?? "\uffff" },
      { name: "Articles", key: (event) => event.articles },
      { name: "Says" },
    ];
    this.heads = this.columns.map((column, place) => make("th", { scope: "col", role: "columnheader" }, column.key ? make("button", { type: "button", click: () => this.sortBy(place) }, column.name) : column.name));
    this.body = make("tbody", { role: "rowgroup" });
    this.caption = make("caption", {});
    this.more = make("button", { type: "button", class: "kgp-button", click: () => this.write(this.body.children.length + 200) });
    addEventListener("beforeprint", () => this.write(Infinity)); // paper has no button for more
    const table = make("table", { role: "table" }, this.caption, make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, this.heads)), this.body);
    this.element = make("section", { class: "kgp-table", "aria-label": "Facts" }, make(`h${level}`, {}, "The same as a table"), make("div", { class: "kgp-scroll", tabindex: "0", role: "region", "aria-label": "Table of facts" }, table), this.more);
  }

  show(events) {
    this.events = events;
    this.sort();
  }

  sortBy(column) {
    this.order = { column, down: this.order.column === column ? !this.order.down : false };
    this.sort();
  }

  sort() {
    const { column, down } = this.order;
    this.heads.forEach((head, place) => (place === column ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    const { key } = this.columns[column];
    const keyed = this.events.map((event) => [key(event), event]);
    keyed.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1) || x.index - y.index);
    this.sorted = keyed.map(([, event]) => event);
    this.body.replaceChildren();
    this.write(ROWS);
  }

  write(until) {
    const from = this.body.children.length;
    this.body.append(...this.sorted.slice(from, until).map((event) => this.row(event)));
    const left = this.sorted.length - this.body.children.length;
    this.caption.textContent = `${counted(this.sorted.length, "event")}${left > 0 ? `, the first ${this.body.children.length} shown` : ""}`;
    this.more.hidden = left <= 0;
    this.more.textContent = `Show ${Math.min(200, left)} more rows`;
  }

  row(event) {
    const when = make("button", { type: "button", class: "kgp-link", click: () => this.chosen(event) }, told(event.start, event.end));
    const [sentence] = event.sentences;
    const cells = [event.type, make("span", { class: `kgp-chip kgp-chip-${event.status}` }, event.status), make("bdi", {}, whoText(this.model, event)), event.place, event.articles];
    return make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, when), cells.map((cell) => make("td", { role: "cell" }, cell)), make("td", { class: "kgp-says", role: "cell" }, sentence ? quotation(this.model, sentence) : null));
  }
}
