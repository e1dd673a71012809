// The work list: items grouped by page, filtered, walked through by key.
import { h, icon, find, findAll } from "./dom.js";
import { isNew, model, named, stateOf, STATES } from "./model.js";
import { near } from "./near.js";

const box = find("[data-list]");
const filters = { state: "", kind: "" };
let groups = []; // {page, ids, place}
let watched = null;

const ICONS = { look: "state-open", proposed: "state-proposed", approved: "state-approved", rejected: "state-rejected", added: "state-added", kept: "state-kept", void: "state-void" };

export const list = {
  begin() {
    const kinds = [...new Set([...model.items.values()].map((row) => row.kind))];
    find("[data-filter=kind]").append(...kinds.map((kind) => h("option", { value: kind }, model.kinds[kind] ?? kind)));
    for (const select of findAll("[data-filter]")) {
      select.addEventListener("change", () => { filters[select.dataset.filter] = select.value; draw(); });
    }
    model.on("items", (ids) => update(ids));
    model.on("page", (page) => { // the list follows the page while nobody works in the list
      const group = groups.find((one) => one.page >= page);
      if (group && !box.contains(document.activeElement)) box.scrollTop = group.place.offsetTop;
    });
    model.on("current", ({ id, before }) => { mark(before, false); mark(id, true); });
    box.addEventListener("click", (event) => {
      const row = event.target.closest("[data-row]");
      if (row) model.choose(row.dataset.row, { from: "list" });
    });
    box.removeAttribute("aria-busy");
    draw();
  },

  // The ids that the filter lets through, in reading order.
  ids: () => groups.flatMap((group) => group.ids),

  move(by) {
    const ids = list.ids();
    if (ids.length === 0) return;
    const at = ids.indexOf(model.current);
    const next = at < 0 ? after(ids, by) : Math.max(0, Math.min(ids.length - 1, at + by));
    model.choose(ids[next], { from: "keys" });
  },

  // The next item that is still open; round to the start when there is none below.
  open(by, from = model.current) {
    const ids = model.order;
    const start = ids.indexOf(from);
    for (let step = 1; step <= ids.length; step += 1) {
      const id = ids[(((start < 0 && by > 0 ? -1 : start) + by * step) % ids.length + ids.length) % ids.length];
      if (model.items.get(id).open) return id;
    }
    return null;
  },

  focus() { reach(model.current)?.focus(); },
  has: (element) => box.contains(element),
};

function after(ids, by) {
  const at = ids.findIndex((id) => model.items.get(id).page >= model.page);
  return at < 0 ? (by > 0 ? 0 : ids.length - 1) : at;
}

function passes(row) {
  const state = stateOf(row);
  if (filters.kind && row.kind !== filters.kind) return false;
  if (!filters.state) return state !== "void";
  if (filters.state === "open") return row.open;
  if (filters.state === "new") return isNew(row);
  return state === filters.state;
}

function draw() {
  watched?.forget();
  const wanted = model.order.filter((id) => passes(model.items.get(id)));
  const byPage = Map.groupBy(wanted, (id) => model.items.get(id).page);
  groups = [...byPage].map(([page, ids]) => ({ page, ids, place: makeGroup(page, ids) }));
  box.replaceChildren(...groups.map((group) => group.place));
  if (groups.length === 0) box.append(h("p", { class: "soft nothing" }, model.items.size === 0 ? "Het programma heeft in dit document niets gevonden. Bekijk toch elke pagina." : "Niets met deze stand en soort."));
  watched = near(box, "100% 0px", fill, empty);
  groups.forEach((group) => watched.watch(group.place));
}

function makeGroup(page, ids) {
  const place = h("div", { class: "group", "data-group": page });
  place.style.setProperty("--rows", ids.length);
  return place;
}

function fill(place) {
  if (place.isThere) return;
  place.isThere = true;
  const group = groups.find((one) => one.place === place);
  const heading = h("h2", {}, `Pagina ${group.page + 1}`);
  const rows = h("ul", {}, ...group.ids.map((id) => h("li", {}, rowOf(model.items.get(id)))));
  place.replaceChildren(heading, rows);
}

function empty(place) {
  if (!place.isThere || place.contains(document.activeElement)) return;
  place.isThere = false;
  place.replaceChildren();
}

function rowOf(row) {
  const state = stateOf(row);
  const isNow = row.id === model.current;
  const said = [named(row), row.text].filter(Boolean).join(": ");
  const element = h("button", {
    type: "button", class: `item ${state}${row.open ? " open" : ""}`, "data-row": row.id, "aria-label": said,
    "aria-current": isNow ? "true" : null, tabindex: isNow || (!model.current && row.id === model.order[0]) ? "0" : "-1",
  },
  icon(ICONS[state]),
  h("span", { class: "item-text" }, row.text || (row.box ? "Vak op de pagina" : "–")),
  h("span", { class: "item-ground" }, row.grounds.join(" ") || (row.goes ? "grond?" : "")),
  h("span", { class: "item-kind" }, model.kinds[row.kind] ?? row.kind),
  h("span", { class: "item-state" }, isNew(row) && row.first > model.since && model.since ? `nieuw · ${STATES[state]}` : STATES[state], row.notes ? icon("note") : ""));
  return element;
}

// Redraws rows; when items came, went or no longer pass the filter, the groups too.
function update(ids) {
  const isSame = [...ids].every((id) => {
    const row = model.items.get(id);
    const group = groups.find((one) => one.ids.includes(id));
    return (row && passes(row)) === Boolean(group) || (group && row && id === model.current);
  });
  if (!isSame) {
    const had = box.contains(document.activeElement);
    const top = box.scrollTop;
    draw();
    box.scrollTop = top;
    if (had) requestAnimationFrame(() => list.focus());
    return;
  }
  for (const id of ids) {
    const old = find(`[data-row="${CSS.escape(id)}"]`, box);
    if (!old) continue;
    const had = old === document.activeElement;
    const fresh = rowOf(model.items.get(id));
    old.replaceWith(fresh);
    if (had) fresh.focus();
  }
}

function mark(id, isNow) {
  const row = id && (isNow ? reach(id) : find(`[data-row="${CSS.escape(id)}"]`, box));
  if (!row) return;
  if (isNow) {
    findAll("[data-row][tabindex='0']", box).forEach((one) => { one.tabIndex = -1; });
    row.setAttribute("aria-current", "true");
  } else row.removeAttribute("aria-current");
  row.tabIndex = isNow ? 0 : -1;
  if (isNow) row.scrollIntoView({ block: "nearest" });
}

// The row of an item, filled in if it was far away.
function reach(id) {
  const group = groups.find((one) => one.ids.includes(id));
  if (!group) return null;
  fill(group.place);
  return find(`[data-row="${CSS.escape(id)}"]`, group.place);
}
