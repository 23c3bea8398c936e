// An event as people read it: when, what, who, where, and the sentences that say so with their articles.
import { counted, draw, make } from "./dom.js";
import { outline, typeClass } from "./shapes.js";
import { told } from "./time.js";

/** A short piece of line as a type or status is drawn. */
export function lineSwatch(...classes) {
  return draw("svg", { class: `kgp-swatch kgp-line ${classes.join(" ")}`, width: 30, height: 10, "aria-hidden": "true" }, draw("path", { class: "kgp-stroke", d: "M1 5H29" }));
}

export function nodeSwatch(kind) {
  const glyph = draw("path", { class: "kgp-glyph", d: outline(kind, 6.5) });
  return draw("svg", { class: `kgp-swatch kgp-node kgp-kind-${kind.toLowerCase()}`, width: 18, height: 18, viewBox: "-9 -9 18 18", "aria-hidden": "true" }, glyph);
}

/** One event of a timeline. `about`: the nodes whose timeline it is, who are not named again. */
export function eventItem(model, event, { about = [], sentences = 1, choose }) {
  const first = event.sentences.slice(0, sentences);
  const rest = event.sentences.slice(sentences);
  return make(
    "li",
    { class: "kgp-event" },
    make("p", { class: "kgp-when" }, make("time", {}, told(event.start, event.end)), statusChip(event)),
    make("p", { class: "kgp-what" }, lineSwatch(`kgp-${event.status}`, typeClass(event.type, model.types)), make("b", {}, event.type), place(event), others(model, event, about, choose), document_(event)),
    first.map((sentence) => quotation(model, sentence)),
    rest.length + event.more > 0 && make("details", {}, make("summary", {}, counted(rest.length + event.more, "more sentence")), rest.map((sentence) => quotation(model, sentence)), event.more > 0 && make("p", { class: "kgp-quiet" }, `${event.more} of them not in this picture.`)),
  );
}

function statusChip(event) {
  const sure = `in ${counted(event.articles, "article")}, confidence ${event.confidence.toFixed(2)}`;
  return [make("span", { class: `kgp-chip kgp-chip-${event.status}` }, event.status), make("span", { class: "kgp-quiet" }, sure)];
}

function place(event) {
  return event.place ? ` in ${event.place}` : null;
}

function document_(event) {
  return event.document ? make("span", {}, `: ${event.document}`) : null;
}

function others(model, event, about, choose) {
  const named = about.map((node) => node.index);
  const people = event.who.filter(([, who]) => !named.includes(who));
  if (people.length === 0) return null;
  const roles = new Set(people.map(([role]) => role)).size > 1 || people.some(([role]) => role !== "participant");
  return [" with ", people.flatMap(([role, who], place) => [place ? ", " : null, who_(model, who, choose), roles ? ` (${role})` : null])];
}

function who_(model, who, choose) {
  if (typeof who !== "number") return make("bdi", {}, who);
  const node = model.nodes[who];
  return make("button", { type: "button", class: "kgp-link", click: () => choose(node) }, make("bdi", {}, node.name));
}

export function quotation(model, { said, article, status }) {
  const [before, trigger, after] = said;
  const words = make("p", { dir: "auto" }, before, trigger && make("mark", {}, trigger), after);
  return make("blockquote", {}, words, make("footer", {}, status && make("span", { class: `kgp-chip kgp-chip-${status}` }, status), source(model.articles[article])));
}

function source({ id, title, published, url }) {
  const name = make("bdi", {}, title ?? id);
  const linked = isWeb(url) ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, name) : name;
  return [linked, published ? `, ${published}` : null];
}

// Python has looked already; a picture may come from elsewhere.
function isWeb(url) {
  return typeof url === "string" && /^https?:\/\//i.test(url);
}

/** Names of all who take part, for a table. */
export function whoText(model, event) {
  return event.who.map(([, who]) => (typeof who === "number" ? model.nodes[who].name : who)).join(", ");
}
