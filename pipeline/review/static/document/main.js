// The document view: loads what stands, and ties the parts and the keys together.
import { ask } from "../server.js";
import { follow } from "../live.js";
import { keys } from "../keys.js";
import { announce, toast } from "../messages.js";
import { find, findAll, h, may, root } from "./dom.js";
import { approve, giveGrounds, redo, reject, undo } from "./decide.js";
import { chooseGround, detail } from "./detail.js";
import { choose } from "./choose.js";
import { finding } from "./find.js";
import { list } from "./list.js";
import { markOf } from "./marks.js";
import { model, named } from "./model.js";
import { moveBound } from "./bounds.js";
import { pages } from "./pages.js";
import { panels } from "./panels.js";
import { picked } from "./picked.js";
import { quickGrounds } from "./grounds.js";
import { seen } from "./seen.js";
import { units } from "./units.js";

async function begin() {
  try {
    model.begin(await ask(`${model.base}/inhoud`));
  } catch {
    find("[data-list]").replaceChildren(h("p", { class: "soft" }, "Dit document kon niet worden geladen. Laad de pagina opnieuw."));
    return;
  }
  pages.begin();
  list.begin();
  detail.begin();
  seen.begin();
  panels.begin(goTo);
  addKeys();
  finding.begin();
  choose.begin();
  units.begin();
  wire();
  live();
  goToStart();
}

// Goes to where somebody left off, to what the address names, or to what is open first.
function goToStart() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const item = wanted.get("item");
  const page = Number(wanted.get("pagina")) - 1;
  if (item && model.items.has(item)) model.choose(item, { from: "start" });
  else if (page >= 0) pages.go(page);
  else {
    const kept = Number(sessionStorage.getItem(`lakwerk-place-${model.number}`) ?? -1);
    if (kept > 0) pages.go(kept);
    const first = list.open(1, null);
    if (first && kept <= 0) model.choose(first, { from: "start" });
  }
  if (document.activeElement === document.body) list.focus();
}

async function goTo(page, id) {
  if (id) model.choose(id, { from: "link" });
  else { pages.go(page); pages.paper.focus(); }
}

function wire() {
  const doing = { undo, redo, find: () => openFind(), box: () => choose.drawBoxes(), units: () => units.toggle() };
  for (const button of findAll("[data-do]")) button.addEventListener("click", () => doing[button.dataset.do]());
  for (const button of findAll("[data-zoom]")) {
    button.addEventListener("click", () => (button.dataset.zoom === "fit" ? pages.fit() : pages.step(button.dataset.zoom === "in" ? 1 : -1)));
  }
  for (const radio of findAll("[name=view]")) radio.addEventListener("change", () => model.show(radio.value));
  const field = find("[data-page-number]");
  find("[data-jump]").addEventListener("submit", (event) => {
    event.preventDefault();
    const page = Number(field.value) - 1;
    if (!Number.isInteger(page) || page < 0 || page >= model.pages.length) { announce(`Typ een getal van 1 tot en met ${model.pages.length}.`, { now: true }); field.select(); return; }
    pages.go(page);
    pages.paper.focus();
  });
  model.on("page", (page) => {
    model.page = page;
    if (document.activeElement !== field) field.value = page + 1;
    try { sessionStorage.setItem(`lakwerk-place-${model.number}`, page); } catch { /* it holds for now */ }
  });
  pages.paper.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-item]");
    if (mark) model.choose(mark.dataset.item, { from: "page" });
  });
  model.on("current", showCurrent);
  model.on("again", showCurrent);
  model.on("onward", (id) => { const next = list.open(1, id); if (next && next !== id) model.choose(next, { from: "keys" }); });
  model.on("refused", () => watched?.now());
  model.on("version", () => toast("Dit document is opnieuw ingelezen. Laad de pagina opnieuw om verder te gaan.", { kind: "bad" }));
}

// Scrolls the page to the chosen item and, where the keys were there, moves the focus along.
async function showCurrent({ id, before, from }) {
  if (before) findAll(`.mark[data-item="${CSS.escape(before)}"]`).forEach((mark) => { mark.classList.remove("now"); if (mark.tabIndex === 0) mark.tabIndex = -1; });
  const row = model.items.get(id);
  if (!row || row.state === "void") return;
  history.replaceState(null, "", `#item=${encodeURIComponent(id)}`);
  const wasOnPage = pages.paper.contains(document.activeElement) && from !== "added";
  await pages.ready(row.page);
  if (model.current !== id) return;
  findAll(`.mark[data-item="${CSS.escape(id)}"]`).forEach((mark) => { mark.classList.add("now"); if (mark.tagName === "BUTTON") mark.tabIndex = 0; });
  const mark = markOf(id);
  if (mark && from !== "page") bringNear(mark);
  if (from === "page" || wasOnPage) mark?.focus({ preventScroll: true });
  else if (from === "keys" || from === "list") list.focus();
  if (from === "keys") announce(named(row));
}

// Scrolls only as far as is needed to read around the mark.
function bringNear(mark) {
  const box = mark.getBoundingClientRect();
  const view = pages.paper.getBoundingClientRect();
  const room = view.height * 0.2;
  if (box.top < view.top + room || box.bottom > view.bottom - room) pages.paper.scrollTop += box.top - view.top - view.height * 0.38;
  if (box.left < view.left || box.right > view.right) pages.paper.scrollLeft += box.left - view.left - view.width * 0.3;
}

function openFind() {
  const choice = picked.get();
  finding.open(choice && picked.text() ? { text: picked.text() } : { text: "" });
}

let watched = null;
function live() {
  watched = follow(`${model.base}/handelingen`, model.seq, (changes) => {
    for (const change of changes) {
      const others = [...new Set(change.last.filter((one) => one.who !== model.me).map((one) => one.who))];
      if (change.seq > model.seq && others.length > 0 && change.items.length > 0) toast(`${others.join(" en ")} heeft hier iets veranderd.`, { kind: "tell", seconds: 4 });
      model.apply(change);
    }
  });
}

function peek(isAll) {
  const what = isAll ? root : find(".mark.now") && pages.paper;
  root.classList.toggle("peek-all", isAll);
  root.classList.toggle("peek-one", Boolean(what) && !isAll);
}
function unpeek() { root.classList.remove("peek-all", "peek-one"); }

function addKeys() {
  const walk = "Lopen";
  keys.add({ key: "ArrowDown", label: "Volgend onderdeel", group: walk, run: () => list.move(1) });
  keys.add({ key: "ArrowUp", label: "Vorig onderdeel", group: walk, run: () => list.move(-1) });
  keys.add({ key: "n", label: "Volgende dat nog open is", group: walk, run: () => toOpen(1) });
  keys.add({ key: "Shift+n", label: "Vorige die nog open is", group: walk, run: () => toOpen(-1) });
  keys.add({ key: "ArrowRight", label: "Van de lijst naar de pagina", group: walk, run: () => (markOf(model.current) ?? pages.paper).focus() });
  keys.add({ key: "ArrowLeft", label: "Van de pagina naar de lijst", group: walk, run: () => list.focus() });
  keys.add({ key: "PageDown", label: "Volgende pagina", group: walk, run: () => pages.go(pages.shown() + 1) });
  keys.add({ key: "PageUp", label: "Vorige pagina", group: walk, run: () => pages.go(pages.shown() - 1) });
  keys.add({ key: "p", label: "Naar een pagina", group: walk, run: () => find("[data-page-number]").select() });
  const look = "Kijken";
  keys.add({ key: "v", label: "Zoals openbaar, origineel of naast elkaar", group: look, run: nextView });
  keys.add({ key: "k", label: "Onder dit label kijken, zolang u de toets vasthoudt", group: look, run: () => peek(false), hold: unpeek });
  keys.add({ key: "Shift+k", label: "Onder alle labels kijken, zolang u de toets vasthoudt", group: look, run: () => peek(true), hold: unpeek });
  keys.add({ key: ["+", "="], label: "Groter", group: look, run: () => pages.step(1) });
  keys.add({ key: "-", label: "Kleiner", group: look, run: () => pages.step(-1) });
  keys.add({ key: "b", label: "Pagina is bekeken, en door naar de volgende", group: look, run: () => seen.markAndGo() });
  keys.add({ key: "Shift+b", label: "Pagina is toch niet bekeken", group: look, run: () => seen.mark(pages.shown(), false) });
  keys.add({ key: "Alt+b", label: "Lezen telt als bekijken: aan of uit", group: look, run: () => seen.toggleByReading() });
  keys.add({ key: "h", label: "Geschiedenis van dit onderdeel", group: look, run: () => model.item && model.tell("history-wanted", model.item) });
  if (may.note) keys.add({ key: "t", label: "Notitie bij dit onderdeel", group: look, run: () => model.item && model.tell("note-wanted", model.item) });
  if (may.decide) addDecisions();
}

function addDecisions() {
  const group = "Beslissen";
  keys.add({ key: "a", label: "Weglakken, zoals voorgesteld", group, run: () => approve() });
  keys.add({ key: ["x", "Delete"], label: "Laten staan", group, run: () => reject() });
  keys.add({ key: "g", label: "Grond kiezen, ook meer dan één", group, run: () => chooseGround() });
  keys.add({ key: "0", label: "Weglakken met de laatst gebruikte grond", group, run: () => withDigit(0) });
  quickGrounds().slice(1).forEach((code, at) => keys.add({ key: String(at + 1), label: `Weglakken met ${code}`, group, run: () => withDigit(at + 1) }));
  keys.add({ key: "s", label: "Waarvoor het besluit geldt: hier, document, zaak, nooit in deze context", group, run: () => announce(`Geldt voor ${detail.nextScope()}.`) });
  keys.add({ key: "Shift+ArrowRight", label: "Einde een woord naar rechts", group, run: () => moveBound("end", 1) });
  keys.add({ key: "Shift+ArrowLeft", label: "Einde een woord naar links", group, run: () => moveBound("end", -1) });
  keys.add({ key: "Mod+Shift+ArrowLeft", label: "Begin een woord naar links", group, run: () => moveBound("start", -1) });
  keys.add({ key: "Mod+Shift+ArrowRight", label: "Begin een woord naar rechts", group, run: () => moveBound("start", 1) });
  keys.add({ key: "f", label: "Zoeken en lakken, door de hele zaak", group, run: openFind });
  keys.add({ key: "Mod+z", label: "Ongedaan maken", group, run: undo });
  keys.add({ key: ["Mod+Shift+z", "Mod+y"], label: "Opnieuw doen", group, run: redo });
  keys.add({ key: "Escape", label: "Keuze loslaten", group: "Zelf kiezen", run: () => { if (root.classList.contains("drawing")) choose.drawBoxes(false); else picked.clear(); } });
}

function withDigit(digit) {
  const code = quickGrounds()[digit];
  if (picked.get()) picked.redact([code]);
  else giveGrounds([code]);
}

function toOpen(by) {
  const next = list.open(by);
  if (next) model.choose(next, { from: "keys" });
  else toast("Alles in dit document is beslist.", { kind: "good" });
}

function nextView() {
  const all = ["public", "original", "both"];
  const next = all[(all.indexOf(model.view) + 1) % all.length];
  find(`[name=view][value=${next}]`).checked = true;
  model.show(next);
  announce({ public: "Zoals openbaar", original: "Origineel", both: "Naast elkaar" }[next]);
}

begin();
