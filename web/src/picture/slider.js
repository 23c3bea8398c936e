// The time: how many events each step of it has, and two handles that narrow it.
import { bisect } from "d3";
import { counted, draw, make } from "./dom.js";
import { isoOf, stepsOver, told } from "./time.js";

const HEIGHT = 46;

export class Slider {
  constructor(model, state, changed) {
    this.state = state;
    const dated = model.events.filter((event) => event.start);
    this.undated = model.events.length - dated.length;
    this.element = make("div", { class: "kgp-time", role: "group", "aria-label": "Time" });
    if (dated.length === 0) return;
    const days = dated.map((event) => event.first);
    this.edges = stepsOver(Math.min(...days), Math.max(...days));
    this.count = this.edges.length - 1;
    this.bars = draw("svg", { class: "kgp-bars", viewBox: `0 0 ${this.count} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
    this.from = this.handle("From", 0, () => this.moved(changed, this.from));
    this.to = this.handle("To", this.count - 1, () => this.moved(changed, this.to));
    this.text = make("span", { class: "kgp-span" });
    this.fromState();
    this.element.append(make("div", { class: "kgp-time-head" }, make("span", { class: "kgp-legend" }, "When"), this.text), make("div", { class: "kgp-track" }, this.bars, this.from, this.to));
    this.dated = dated;
  }

  handle(name, value, moved) {
    return make("input", { type: "range", min: 0, max: this.count - 1, step: 1, value, "aria-label": name, input: moved });
  }

  moved(changed, handle) {
    const [from, to] = [Number(this.from.value), Number(this.to.value)];
    if (from > to) (handle === this.from ? (this.from.value = to) : (this.to.value = from));
    const [first, last] = [Number(this.from.value), Number(this.to.value)];
    changed(() => {
      this.state.since = first === 0 ? null : this.edges[first];
      this.state.until = last === this.count - 1 ? null : this.edges[last + 1] - 1;
    });
  }

  fromState() {
    this.from.value = this.state.since === null ? 0 : this.stepOf(this.state.since);
    this.to.value = this.state.until === null ? this.count - 1 : this.stepOf(this.state.until);
  }

  /** Draw the histogram of events that pass all other filters, those in the chosen time stronger. */
  show(passes) {
    if (!this.edges) return;
    const counts = new Array(this.count).fill(0);
    for (const event of this.dated) if (passes(event)) counts[this.stepOf(event.first)] += 1;
    const highest = Math.max(1, ...counts);
    const [from, to] = [Number(this.from.value), Number(this.to.value)];
    this.bars.replaceChildren(...counts.map((count, step) => {
      const height = count === 0 ? 0 : 3 + (count / highest) * (HEIGHT - 3);
      return draw("rect", { x: step + 0.08, width: 0.84, y: HEIGHT - height, height, class: step >= from && step <= to ? "kgp-in" : "kgp-out" });
    }));
    this.tell(from, to);
  }

  stepOf(day) {
    return Math.min(this.count - 1, Math.max(0, bisect(this.edges, day) - 1));
  }

  tell(from, to) {
    const span = told(isoOf(this.edges[from]), isoOf(this.edges[to + 1] - 1));
    const whole = from === 0 && to === this.count - 1;
    const undated = this.undated === 0 ? "" : whole ? `, and ${counted(this.undated, "event")} without a date` : `; ${counted(this.undated, "event")} without a date left out`;
    this.text.textContent = span + undated;
    this.from.setAttribute("aria-valuetext", `from ${told(isoOf(this.edges[from]), isoOf(this.edges[from]))}`);
    this.to.setAttribute("aria-valuetext", `to ${told(isoOf(this.edges[to + 1] - 1), isoOf(this.edges[to + 1] - 1))}`);
  }
}
