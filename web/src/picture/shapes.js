// The shape of each type of node and the colour of each type of line, as names of classes; picture.css has the colours.

const USUAL = ["Meeting", "Visit", "Signing", "Call"];
const COLOURS = 8;

/** The outline of a node of a type, around 0 0. */
export function outline(type, radius) {
  const r = radius;
  switch (type) {
    case "Person":
      return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
    case "Country":
      return rounded(r * 0.9, r * 0.22);
    case "Organization":
      return `M0 ${-r * 1.12}L${r * 1.1} ${r * 0.8}H${-r * 1.1}Z`;
    case "Event":
      return `M0 ${-r * 1.15}L${r * 1.15} 0L0 ${r * 1.15}L${-r * 1.15} 0Z`;
    default: // a place: a pin
      return `M0 ${r * 1.15}L${-r * 0.86} ${-r * 0.3}A${r * 0.9} ${r * 0.9} 0 1 1 ${r * 0.86} ${-r * 0.3}Z`;
  }
}

function rounded(half, corner) {
  const straight = 2 * (half - corner);
  const turn = (x, y) => `a${corner} ${corner} 0 0 1 ${x * corner} ${y * corner}`;
  return `M${corner - half} ${-half}h${straight}${turn(1, 1)}v${straight}${turn(-1, 1)}h${-straight}${turn(-1, -1)}v${-straight}${turn(1, -1)}z`;
}

/** How large a node is drawn: by how many others it is tied to. */
export function radiusOf(node) {
  return node.type === "Event" ? 8 : Math.min(22, 6 + 2.1 * Math.sqrt(node.degree));
}

export function kindClass(node) {
  return `kgp-kind-${node.type.toLowerCase()}`;
}

/** The class with a type's colour: the same in every picture for the usual types, then by the alphabet. */
export function typeClass(type, types) {
  const usual = USUAL.indexOf(type);
  if (usual >= 0) return `kgp-type-${usual}`;
  const others = types.filter((each) => !USUAL.includes(each)).sort();
  return `kgp-type-${USUAL.length + (others.indexOf(type) % (COLOURS - USUAL.length))}`;
}

/** A line from one spot to another, bent to a side so that those beside it can be seen, and its middle. */
export function bow(line) {
  const { source, target } = line;
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy) || 1;
  const side = line.bend * Math.min(36, 10 + length * 0.12);
  const [x, y] = [(source.x + target.x) / 2 - (dy / length) * side, (source.y + target.y) / 2 + (dx / length) * side];
  const path = line.bend ? `M${source.x} ${source.y}Q${x} ${y} ${target.x} ${target.y}` : `M${source.x} ${source.y}L${target.x} ${target.y}`;
  const [mx, my] = [(source.x + target.x) / 4 + x / 2, (source.y + target.y) / 4 + y / 2];
  return { path, x: mx, y: my, angle: (Math.atan2(dy, dx) * 180) / Math.PI };
}
