// What the reader has chosen as the end of the page's address, so that it can be kept and sent to others.
import { STATUSES } from "./model.js";
import { dayOf, isoOf } from "./time.js";

export function toAddress(model, state) {
  const words = new URLSearchParams();
  const { selected } = state;
  if (selected?.node !== undefined) words.set("node", model.nodes[selected.node].id);
  if (selected?.line !== undefined) words.set("line", selected.line);
  if (state.since !== null) words.set("since", isoOf(state.since));
  if (state.until !== null) words.set("until", isoOf(state.until));
  if (state.articles > 1) words.set("articles", state.articles);
  for (const [name, chosen, all] of lists(model, state)) if (chosen.size < all.length) words.set(name, [...chosen].sort().join(","));
  return words.toString();
}

export function fromAddress(text, model, state) {
  const words = new URLSearchParams(text);
  const node = model.nodes.find((each) => each.id === words.get("node"));
  const line = words.has("line") ? model.lines[Number(words.get("line"))] : undefined;
  if (node) state.selected = { node: node.index };
  else if (line) state.selected = { line: line.index };
  for (const index of node ? [node.index] : line ? [line.a, line.b] : []) {
    state.revealed.add(index);
    state.called.add(index);
  }
  for (const name of ["since", "until"]) if (/^\d{4}-\d\d-\d\d$/.test(words.get(name) ?? "")) state[name] = dayOf(words.get(name));
  if (Number(words.get("articles")) > 1) state.articles = Math.floor(Number(words.get("articles")));
  for (const [name, chosen, all] of lists(model, state)) {
    if (!words.has(name)) continue;
    const wanted = words.get(name).split(",");
    chosen.clear();
    for (const each of all) if (wanted.includes(each)) chosen.add(each);
  }
}

function lists(model, state) {
  return [["who", state.kinds, model.kinds], ["what", state.types, model.types], ["status", state.statuses, STATUSES]];
}
