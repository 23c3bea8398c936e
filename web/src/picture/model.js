// The picture's data with its parts tied together: nodes know their lines and events, lines their ends.
import { dayOf, told } from "./time.js";

export function modelOf(data) {
  const nodes = data.nodes.map((node, index) => ({ ...node, name: nameOf(node, data), index, lines: [], events: [] }));
  const events = data.events.map((event, index) => ({ ...event, index, actors: actorsOf(event), first: event.start && dayOf(event.start), last: event.end && dayOf(event.end) }));
  const lines = data.lines.map((line, index) => ({ ...line, index, source: nodes[line.a], target: nodes[line.b] }));
  for (const event of events) for (const actor of event.actors) nodes[actor].events.push(event.index);
  for (const node of nodes) if (node.event !== undefined) node.events.push(node.event);
  for (const line of lines) {
    line.source.lines.push(line);
    line.target.lines.push(line);
  }
  bend(lines);
  const types = inOrderOfUse(events.map((event) => event.type));
  return { ...data, nodes, events, lines, types, kinds: KINDS.filter((kind) => nodes.some((node) => node.type === kind)) };
}

// Types of nodes, in the order of the legend.
const KINDS = ["Person", "Country", "Organization", "Place", "Event"];
/** Statuses that are drawn, the surest first. */
export const STATUSES = ["occurred", "planned", "possible"];

export function otherEnd(line, node) {
  return line.source === node ? line.target : line.source;
}

// A gathering is called after its time too.
function nameOf(node, data) {
  const event = data.events[node.event];
  return event?.start ? `${node.name}, ${told(event.start, event.end)}` : node.name;
}

function actorsOf(event) {
  return [...new Set(event.who.map(([, who]) => who).filter((who) => typeof who === "number"))];
}

function inOrderOfUse(types) {
  const count = new Map();
  for (const type of types) count.set(type, (count.get(type) ?? 0) + 1);
  return [...count.keys()].sort((a, b) => count.get(b) - count.get(a) || (a < b ? -1 : 1));
}

// Lines between the same two nodes lie beside each other.
function bend(lines) {
  const beside = new Map();
  for (const line of lines) {
    const pair = `${Math.min(line.a, line.b)} ${Math.max(line.a, line.b)}`;
    beside.set(pair, [...(beside.get(pair) ?? []), line]);
  }
  for (const together of beside.values()) {
    together.forEach((line, place) => {
      const side = place - (together.length - 1) / 2;
      line.bend = line.a < line.b ? side : -side;
    });
  }
}
