// Days as numbers, and how they are told.

const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Days since 1970 of an ISO date. */
export function dayOf(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year); // Date.UTC takes the years 0 to 99 for those of the last century
  return Math.round(date.getTime() / DAY);
}

export function isoOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** "3 May 1998", "May 1998", "1998", "3 – 5 May 1998": as narrow as what is known, and no narrower. */
export function told(start, end) {
  if (!start) return "no date";
  const [from, to] = [start.split("-").map(Number), end.split("-").map(Number)];
  if (start === end) return day(from);
  const wholeMonths = from[2] === 1 && to[2] === lastDay(to[0], to[1]);
  if (wholeMonths && from[1] === 1 && to[1] === 12) return from[0] === to[0] ? `${from[0]}` : `${from[0]} – ${to[0]}`;
  if (wholeMonths) return from[0] === to[0] && from[1] === to[1] ? month(from) : `${month(from)} – ${month(to)}`;
  if (from[0] === to[0] && from[1] === to[1]) return `${from[2]} – ${day(to)}`;
  return `${day(from)} – ${day(to)}`;
}

function day([year, month_, date]) {
  return `${date} ${MONTHS[month_ - 1]} ${year}`;
}

function month([year, month_]) {
  return `${MONTHS[month_ - 1]} ${year}`;
}

function lastDay(year, month_) {
  return new Date(Date.UTC(year, month_, 0)).getUTCDate();
}

/** Equal steps of time that cover all events: at most some 60, each of whole years, months, weeks or days. */
export function stepsOver(first, last) {
  const years = [1, 2, 5, 10, 25, 100].find((each) => (last - first) / 365.25 / each <= 60) ?? 1000;
  if (last - first > 20 * 365) return boundaries(first, last, years * 12);
  for (const months of [1, 3, 6]) if ((last - first) / 30.4 / months <= 60 && last - first > 400) return boundaries(first, last, months);
  const days = Math.max(1, Math.ceil((last - first + 1) / 60));
  const edges = [];
  for (let edge = first; edge <= last; edge += days) edges.push(edge);
  return [...edges, edges[edges.length - 1] + days];
}

function boundaries(first, last, months) {
  const [year, month_] = isoOf(first).split("-").map(Number);
  const begin = year * 12 + month_ - 1;
  const edges = [];
  for (let at = begin - (begin % months); ; at += months) {
    edges.push(dayOf(`${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}-01`));
    if (edges[edges.length - 1] > last) return edges;
  }
}
