// What the reader has chosen, and what of the picture that leaves.
import { STATUSES, otherEnd } from "./model.js";

export function freshState(model) {
  return {
    revealed: new Set(model.nodes.slice(0, model.shown).map((node) => node.index)),
    called: new Set(model.asked), // nodes that somebody asked for: drawn even if nothing ties them
    since: null,
    until: null,
    types: new Set(model.types),
    statuses: new Set(STATUSES),
    kinds: new Set(model.kinds),
    articles: 1,
    selected: null, // {node: index} or {line: index}
  };
}

/** Whether an event is within all that was chosen. */
export function takes(state, event) {
  if (!state.types.has(event.type) || !state.statuses.has(event.status) || event.articles < state.articles) return false;
  if (!event.start) return state.since === null && state.until === null;
  return (state.until === null || event.first <= state.until) && (state.since === null || event.last >= state.since);
}

/** What is drawn: nodes, lines with those of their events that are taken, and the events that a table shows. */
export function shownOf(model, state) {
  const taken = model.events.map((event) => takes(state, event));
  const mayShow = (node) => state.revealed.has(node.index) && state.kinds.has(node.type);
  const lines = [];
  const nodes = new Set([...state.called].filter((index) => mayShow(model.nodes[index])));
  for (const line of model.lines) {
    const events = line.events.filter((event) => taken[event]);
    if (events.length === 0) continue;
    const ends = [line.source, line.target].filter(mayShow);
    for (const end of ends) nodes.add(end.index); // also where the other end isn't drawn yet
    if (ends.length === 2) lines.push({ line, events });
  }
  const events = model.events.filter((event) => taken[event.index] && event.actors.some((actor) => nodes.has(actor)));
  return { nodes: model.nodes.filter((node) => nodes.has(node.index)), has: nodes, lines, events, taken };
}

/** Neighbours of a node that are in the file and not drawn. */
export function hiddenNeighbours(node, state) {
  return [...new Set(node.lines.map((line) => otherEnd(line, node)))].filter((other) => !state.revealed.has(other.index));
}
