// Which names are written, and where: the most important first, none over another or over a node.

const LONGEST = 30;
const HEIGHT = 15;
const KNOWN = 30; // at most so many are named even over several lesser nodes, though never over names
const OVER = 5; // nodes
const ROOM = 25_000; // square pixels for each of these
const ONE = 1; // lesser node may lie beneath any other name, whose halo keeps it legible
const CELL = 64;

/** Cells of the screen with the boxes in them, so that only what is near is compared. */
class Boxes {
  constructor() {
    this.cells = new Map();
  }

  *keys({ left, right, top, bottom }) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield `${x} ${y}`;
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  /** How many boxes a box lies on. Names count as very many, and so do greater nodes: it would seem to be their name. */
  met(box) {
    const met = new Set();
    for (const key of this.keys(box))
      for (const other of this.cells.get(key) ?? [])
        if (other.owner !== box.owner && other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom) met.add(other);
    const greater = (other) => other.owner.index < (box.owner?.index ?? Infinity);
    return [...met].reduce((sum, other) => sum + (other.isName ? 1000 : greater(other) ? 50 : 1), 0);
  }
}

function shortened(name) {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`;
}

/**
 * Place names, then notes on lines where there is room. `spots`: nodes in the order of importance with x, y, radius on
 * the screen, and `must` for those whose name is written even over others. `notes`: text, x, y.
 */
export function placed(spots, notes, { width, height, measure, unnamed }) {
  const boxes = new Boxes();
  for (const { node, x, y, radius } of spots) boxes.add({ owner: node, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  const known = Math.min(KNOWN, (width * height) / ROOM);
  const found = [];
  for (const [rank, spot] of spots.entries()) {
    if (unnamed(spot)) continue;
    if (spot.x < -20 || spot.y < -20 || spot.x > width + 20 || spot.y > height + 20) continue;
    const text = shortened(spot.node.name);
    const sides = around(spot, measure(text));
    const inside = sides.filter(({ box }) => box.left >= 2 && box.right <= width - 2 && box.bottom <= height);
    const most = spot.must ? Infinity : rank < known || spot.near ? OVER : ONE;
    const fitting = least(spot.must && inside.length === 0 ? sides : inside, ({ box }) => boxes.met(box), most);
    if (!fitting) continue;
    boxes.add(fitting.box);
    found.push({ node: spot.node, text, x: fitting.x, y: fitting.y, anchor: fitting.anchor });
  }
  return { names: found, notes: notes.filter((note) => fits(note, boxes, { width, height, measure })) };
}

function fits({ text, x, y }, boxes, { width, height, measure }) {
  const half = measure(text) / 2;
  const box = { left: x - half, right: x + half, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2, isName: true };
  if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height || boxes.met(box) > 0) return false;
  boxes.add(box);
  return true;
}

// The first with the least, if that isn't over `most`.
function least(sides, weight, most) {
  let [best, lowest] = [null, Infinity];
  for (const side of sides) {
    const own = weight(side);
    if (own < lowest) [best, lowest] = [side, own];
    if (own === 0) break;
  }
  return lowest <= most ? best : null;
}

// Beneath, above, right, left.
function around({ node, x, y, radius }, width) {
  const half = width / 2;
  const box = (left, top) => ({ owner: node, isName: true, left: left - 2, right: left + width + 2, top, bottom: top + HEIGHT });
  const gap = radius + 3;
  return [
    { x, y: y + gap + 11, anchor: "middle", box: box(x - half, y + gap) },
    { x, y: y - gap - 4, anchor: "middle", box: box(x - half, y - gap - HEIGHT) },
    { x: x + gap + 2, y: y + 4, anchor: "start", box: box(x + gap + 2, y - HEIGHT / 2) },
    { x: x - gap - 2, y: y + 4, anchor: "end", box: box(x - gap - 2 - width, y - HEIGHT / 2) },
  ];
}
