// A map of the states in a list: the list is the data, and stays for those who don't see the map.
import { geoEqualEarth, geoPath } from "d3";
import { feature } from "topojson-client";
import codes from "i18n-iso-countries/codes.json";
import { counted, draw, make } from "../picture/dom.js";

const WIDTH = 400;
const ANTARCTICA = "010";
const NUMBER = new Map(codes.map(([two, , number]) => [two, number]));
const LEVELS = 4;

export async function mapOf(place) {
  const answer = await fetch(place.dataset.map);
  if (!answer.ok) return;
  const world = await answer.json();
  const states = feature(world, world.objects.countries).features.filter((state) => state.id !== ANTARCTICA);
  const rows = [...place.querySelectorAll("[data-country]")];
  const visited = new Map(rows.map((row) => [NUMBER.get(row.dataset.country), row]));
  place.prepend(figure(states, visited));
}

function figure(states, visited) {
  const projection = geoEqualEarth().fitWidth(WIDTH, { type: "FeatureCollection", features: states });
  const path = geoPath(projection).digits(1);
  const [, [, height]] = path.bounds({ type: "FeatureCollection", features: states });
  const drawn = states.filter((state) => visited.has(state.id));
  const svg = draw("svg", {
    viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`, role: "img", class: "map",
    "aria-label": `Map: ${drawn.length} of ${visited.size} states visited are drawn; all are in the list`,
  });
  svg.append(draw("path", { class: "land", d: states.filter((state) => !visited.has(state.id)).map((state) => path(state)).join("") }));
  const most = Math.max(...[...visited.values()].map((row) => Number(row.dataset.visits)));
  for (const state of drawn) svg.append(stateOf(state, visited.get(state.id), path, most));
  return make("figure", {}, svg);
}

function stateOf(state, row, path, most) {
  const visits = Number(row.dataset.visits);
  // By the logarithm: one who goes to one neighbour a hundred times has been elsewhere too.
  const level = most === 1 ? LEVELS : Math.ceil(1 + ((LEVELS - 1) * Math.log(visits)) / Math.log(most));
  const title = draw("title", {}, `${row.querySelector("a").textContent}: ${counted(visits, "visit")}`);
  return draw("path", { d: path(state), class: `visited level-${level}` }, title);
}
