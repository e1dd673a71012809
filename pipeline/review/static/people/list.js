// The list: one place in the order of tabs; the arrows walk, the space bar ticks.
import { announce } from "../messages.js";
import { badge, code, counted, h, icon } from "../elements.js";
import { find, model, ROLES, standing } from "./model.js";

const list = find("[data-list]");
const scroll = find("[data-scroll]");
let whenChosen = () => {};
let whenTicked = () => {};
let isLoading = false;

function facts(row) {
  return [
    h("span", {}, ROLES[row.role]),
    h("span", {}, counted(row.mentions, "vermelding", "vermeldingen")),
    h("span", {}, counted(row.documents, "document", "documenten")),
    row.state === "redact" ? row.grounds.map(code) : null,
    row.doubts ? h("span", { class: "doubt" }, icon("look"), "lijkt op een ander") : null,
  ];
}

function line(row, index) {
  const [shape, words] = standing(row);
  return h("li", {
    class: `person-row${row.id === model.current ? " here" : ""}`, role: "option", id: `person-${row.id}`, "data-id": row.id,
    "aria-selected": String(model.ticked.has(row.id)), "aria-posinset": index + 1, "aria-setsize": model.found,
  },
  h("span", { class: "tick", title: "Aanvinken (spatie)" }),
  h("span", { class: "person-name" }, row.label || "zonder naam"),
  badge(shape, words),
  h("span", { class: "person-facts" }, ...facts(row)));
}

export function draw() {
  list.replaceChildren(...model.rows.map(line));
  list.removeAttribute("aria-busy");
  find("[data-none]").hidden = model.rows.length > 0;
  mark();
}

// Draws some rows again where they stand.
export function redraw(ids) {
  ids.forEach((id) => {
    const index = model.rows.findIndex((row) => row.id === id);
    const element = document.getElementById(`person-${id}`);
    if (element && index >= 0) element.replaceWith(line(model.rows[index], index));
    else element?.remove();
  });
  mark();
}

function mark() {
  list.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
  const element = model.current && document.getElementById(`person-${model.current}`);
  element?.classList.add("here");
  if (element) list.setAttribute("aria-activedescendant", element.id);
  else list.removeAttribute("aria-activedescendant");
}

export function choose(id, { show = true } = {}) {
  model.current = id;
  mark();
  if (show && id) document.getElementById(`person-${id}`)?.scrollIntoView({ block: "nearest" });
  whenChosen(id);
}

export function move(by) {
  const at = model.rows.findIndex((row) => row.id === model.current);
  const next = Math.min(Math.max(at + by, 0), model.rows.length - 1);
  if (model.rows[next] && model.rows[next].id !== model.current) choose(model.rows[next].id);
  if (next > model.rows.length - 10) more();
}

// Goes to the next person that waits for a decision, from here and then from the top.
export async function nextOpen() {
  const at = model.rows.findIndex((row) => row.id === model.current);
  const around = [...model.rows.slice(at + 1), ...model.rows.slice(0, Math.max(at, 0))];
  const next = around.find((row) => row.open > 0);
  if (next) choose(next.id);
  else if (await more()) await nextOpen();
  else announce("Niemand in deze lijst wacht nog op een besluit.");
}

export function tick(id) {
  if (!id) return;
  if (!model.ticked.delete(id)) model.ticked.add(id);
  document.getElementById(`person-${id}`)?.setAttribute("aria-selected", String(model.ticked.has(id)));
  whenTicked();
}

// Ticks all that the filters leave, also those that were not drawn yet; twice: none.
export async function tickAll() {
  const most = Math.min(model.found, 500);
  if (model.rows.length < most) await model.load({ atLeast: most });
  const isAll = model.rows.slice(0, most).every((row) => model.ticked.has(row.id));
  model.ticked = new Set(isAll ? [] : model.rows.slice(0, most).map((row) => row.id));
  draw();
  whenTicked();
  announce(isAll ? "Niets aangevinkt." : `${model.ticked.size} aangevinkt.`);
}

export function untick() {
  model.ticked.clear();
  list.querySelectorAll('[aria-selected="true"]').forEach((one) => one.setAttribute("aria-selected", "false"));
  whenTicked();
}

async function more() {
  if (isLoading || model.rows.length >= model.found) return false;
  isLoading = true;
  try {
    const before = model.rows.length;
    if (!(await model.load({ more: true }))) return false;
    list.append(...model.rows.slice(before).map((row, index) => line(row, before + index)));
    return model.rows.length > before;
  } catch {
    return false;
  } finally {
    isLoading = false;
  }
}

export function watchList(chosen, ticked) {
  whenChosen = chosen;
  whenTicked = ticked;
  scroll.addEventListener("scroll", () => {
    if (scroll.scrollTop + scroll.clientHeight > scroll.scrollHeight - 600) more();
  });
  let lastTicked = null;
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-id]");
    if (!row) return;
    const { id } = row.dataset;
    if (event.shiftKey && lastTicked) return range(lastTicked, id);
    if (event.target.closest(".tick") || event.ctrlKey || event.metaKey) {
      lastTicked = id;
      return tick(id);
    }
    choose(id);
  });
}

function range(from, to) {
  const ends = [from, to].map((id) => model.rows.findIndex((row) => row.id === id)).sort((a, b) => a - b);
  model.rows.slice(ends[0], ends[1] + 1).forEach((row) => model.ticked.add(row.id));
  redraw([...model.ticked]);
  whenTicked();
}

export const focusList = () => list.focus({ preventScroll: true });
export const isInList = () => list.contains(document.activeElement) || document.activeElement === document.body;
