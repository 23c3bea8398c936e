// Names of actors while somebody types: a combobox as WAI-ARIA describes it. Texts are only ever text.
import { counted, make } from "../picture/dom.js";

const WAIT = 120; // milliseconds without a key before asking
let lists = 0;

export function suggestOn(input) {
  const list = make("ul", { id: `suggestions-${++lists}`, role: "listbox", class: "suggestions", hidden: true, "aria-label": "Actors" });
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);
  const state = { input, list, found: [], at: -1, asked: "", waiting: 0 };
  input.addEventListener("input", () => {
    forget(input);
    clearTimeout(state.waiting);
    state.waiting = setTimeout(() => ask(state), WAIT);
  });
  input.addEventListener("keydown", (event) => onKey(state, event));
  input.addEventListener("blur", () => close(state));
  // Not "click": the input would lose the focus first.
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault();
    if (option) choose(state, [...list.children].indexOf(option));
  });
}

async function ask(state) {
  const typed = state.input.value.trim();
  state.asked = typed;
  if (!typed) return close(state);
  let found = [];
  try {
    const answer = await fetch(`/suggest?q=${encodeURIComponent(typed)}`);
    if (answer.ok) found = await answer.json();
  } catch { /* the server is gone: the form will tell */ }
  if (state.asked !== typed || document.activeElement !== state.input) return;
  show(state, found);
}

function show(state, found) {
  state.found = found;
  state.at = -1;
  state.list.replaceChildren(...found.map((one, place) => {
    const option = make("li", { role: "option", id: `${state.list.id}-${place}`, "aria-selected": "false" });
    option.append(
      make("span", { class: `glyph ${one.type.toLowerCase()}`, "aria-hidden": "true" }),
      make("span", { class: "suggested" }, one.name),
      make("span", { class: "number" }, [one.type === "Country" ? null : one.country, counted(one.events, "event")].filter(Boolean).join(" · ")),
    );
    return option;
  }));
  state.list.hidden = !found.length;
  state.input.setAttribute("aria-expanded", String(found.length > 0));
  state.input.removeAttribute("aria-activedescendant");
}

function close(state) {
  state.asked = "";
  show(state, []);
}

function onKey(state, event) {
  const { key } = event;
  if (key === "Escape" && state.found.length) {
    event.preventDefault();
    close(state);
  } else if ((key === "ArrowDown" || key === "ArrowUp") && state.found.length) {
    event.preventDefault();
    move(state, key === "ArrowDown" ? 1 : -1);
  } else if (key === "Enter" && state.at >= 0) {
    event.preventDefault();
    choose(state, state.at);
  }
}

function move(state, by) {
  const count = state.found.length;
  state.at = state.at < 0 ? (by > 0 ? 0 : count - 1) : (state.at + by + count) % count;
  [...state.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === state.at)));
  state.list.children[state.at].scrollIntoView({ block: "nearest" });
  state.input.setAttribute("aria-activedescendant", state.list.children[state.at].id);
}

// On a search field: goes to the actor's page. In a form of two: fills in the name, and beside it the surer id.
function choose(state, place) {
  const one = state.found[place];
  close(state);
  if (state.input.dataset.suggest === "go") return location.assign(one.address);
  state.input.value = one.name;
  const id = idField(state.input);
  if (id) id.value = one.id;
}

function forget(input) {
  const id = idField(input);
  if (id) id.value = "";
}

const idField = (input) => input.form && input.form.elements[`${input.name}_id`];
