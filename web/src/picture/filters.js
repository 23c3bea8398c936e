// The legend, which is the filter as well: what is not ticked is not drawn. And in how many articles.
import { make } from "./dom.js";
import { lineSwatch, nodeSwatch } from "./events.js";
import { STATUSES } from "./model.js";
import { typeClass } from "./shapes.js";

export class Filters {
  constructor(model, state, changed) {
    this.state = state;
    this.most = Math.max(1, ...model.events.map((event) => event.articles));
    const statuses = STATUSES.filter((status) => model.events.some((event) => event.status === status));
    const groups = [
      this.group("Who", model.kinds, state.kinds, (kind) => nodeSwatch(kind), changed),
      this.group("What", model.types, state.types, (type) => lineSwatch("kgp-occurred", typeClass(type, model.types)), changed),
      this.group("Status", statuses, state.statuses, (status) => lineSwatch(`kgp-${status}`, "kgp-type-0"), changed),
    ];
    if (this.most > 1) groups.push(this.articles(changed));
    this.element = make("div", { class: "kgp-filters", role: "group", "aria-label": "Legend and filters" }, groups);
  }

  group(name, values, chosen, swatch, changed) {
    const boxes = values.map((value) => {
      const box = make("input", { type: "checkbox", checked: chosen.has(value), change: () => changed(() => (box.checked ? chosen.add(value) : chosen.delete(value))) });
      return make("label", { class: "kgp-choice" }, box, swatch(value), value);
    });
    return make("fieldset", {}, make("legend", {}, name), boxes);
  }

  articles(changed) {
    const number = make("input", { type: "number", min: 1, max: this.most, value: this.state.articles, inputmode: "numeric", input: () => changed(() => (this.state.articles = Math.min(this.most, Math.max(1, Number(number.value) || 1)))) });
    return make("fieldset", {}, make("legend", {}, "Told by"), make("label", { class: "kgp-choice" }, "at least ", number, ` of up to ${this.most} articles`));
  }
}
