// The other tabs: what asks for attention, notes, and signing off.
import { ask } from "../server.js";
import { toast } from "../messages.js";
import { h, find, findAll, icon, may } from "./dom.js";
import { send } from "./decide.js";
import { model } from "./model.js";

const TABS = ["list", "look", "notes", "sign"];
const LONG = 60; // pages
const PATIENCE_MS = 2500;
let remarks = [];
let asked = -1;

export const panels = {
  begin(go) {
    panels.go = go;
    for (const name of TABS) {
      const tab = find(`#tab-${name}`);
      tab.addEventListener("click", () => panels.open(name));
      tab.addEventListener("keydown", (event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        event.stopPropagation();
        const next = TABS[(TABS.indexOf(name) + by + TABS.length) % TABS.length];
        panels.open(next);
        find(`#tab-${next}`).focus();
      });
    }
    model.on("status", () => { count(); draw(); later(); });
    model.on("note-wanted", (row) => askNote(row));
    model.on("history-wanted", showHistory);
    noteForm();
    count();
    later();
  },

  open(name) {
    for (const one of TABS) {
      const isOpen = one === name;
      const tab = find(`#tab-${one}`);
      tab.setAttribute("aria-selected", String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
      find(`#panel-${one}`).hidden = !isOpen;
    }
    if (name === "look") look();
    draw();
  },
};

const isOpen = (name) => !find(`#panel-${name}`).hidden;
const left = () => model.unread.filter((one) => !model.status.acknowledged.includes(one.id));

// In a long document looking takes the server a while: it waits until somebody asks.
let timer = null;
function later() {
  clearTimeout(timer);
  if (model.pages.length <= LONG || isOpen("look")) timer = setTimeout(look, PATIENCE_MS);
}

async function look() {
  if (asked === model.seq) return;
  asked = model.seq;
  try { remarks = (await ask(`${model.base}/opmerkingen`)).remarks; } catch { return; }
  count();
  if (isOpen("look")) drawLook();
}

function count() {
  const { progress } = model.status;
  find("[data-count=open]").textContent = progress.open;
  find("[data-count=look]").textContent = left().length + remarks.length;
  find("[data-doc-state]").textContent = stands();
}

function stands() {
  const { approvals, four_eyes: fourEyes, lapsed, progress } = model.status;
  const second = approvals.some((one) => one.second);
  if (approvals.length > 0 && (!fourEyes || second)) return "Goedgekeurd";
  if (approvals.length > 0) return "Eerste goedkeuring gegeven";
  if (lapsed) return "Goedkeuring vervallen door een wijziging";
  return progress.open > 0 ? `Nog ${progress.open} te beslissen` : `${progress.seen} van ${progress.pages} pagina’s bekeken`;
}

function draw() {
  if (isOpen("look")) drawLook();
  if (isOpen("notes")) drawNotes();
  if (isOpen("sign")) drawSign();
}

const goTo = (page, id) => () => panels.go(page, id);

function drawLook() {
  const unread = model.unread.map((one) => {
    const done = model.status.acknowledged.includes(one.id);
    const where = one.page === null ? "Hele bestand" : `Pagina ${one.page + 1}`;
    return h("li", { class: `look-item${done ? " done" : ""}` },
      h("p", {}, h("strong", {}, where), one.count > 1 ? ` (${one.count}×)` : "", `: ${one.words}`),
      h("div", { class: "row" },
        one.page === null ? "" : h("button", { type: "button", class: "link", onclick: goTo(one.page) }, "Ga erheen"),
        done ? h("span", { class: "badge approved" }, icon("state-approved"), "bekeken") : may.decide ? h("button", { type: "button", class: "button second small", onclick: () => send("erkend", { id: one.id }, "Bekeken") }, "Ik heb dit bekeken") : ""));
  });
  const told = remarks.map((one) => h("li", { class: `look-item ${one.sort}` },
    h("p", {}, icon(one.sort === "rule" ? "stop" : "look"), h("strong", {}, one.rule && one.rule.startsWith("R") ? `${one.rule}. ` : ""), one.title),
    h("p", { class: "soft" }, one.way_out),
    h("div", { class: "row" }, ...one.items.slice(0, 6).map((id) => model.items.get(id)).filter(Boolean).map((row) => h("button", { type: "button", class: "link", onclick: goTo(row.page, row.id) }, `p. ${row.page + 1}`)),
      one.items.length === 0 && one.page !== null && one.page !== undefined ? h("button", { type: "button", class: "link", onclick: goTo(one.page) }, "Ga erheen") : "",
      one.motivate ? h("a", { href: "/motivering" }, "Naar de motiveringen") : "",
      one.items.length > 6 ? h("span", { class: "soft" }, `en nog ${one.items.length - 6}`) : "",
      one.find && may.decide && model.items.get(one.items[0]) ? h("button", { type: "button", class: "link", onclick: () => model.tell("find-wanted", model.items.get(one.items[0])) }, "Zoek en lak") : "")));
  find("[data-look]").replaceChildren(
    h("h2", {}, "Niet te lezen of niet te zien"), unread.length > 0 ? h("ul", { class: "look-list" }, ...unread) : h("p", { class: "soft" }, "Het programma kon alles lezen."),
    h("h2", {}, "Mogelijk niet goed"), told.length > 0 ? h("ul", { class: "look-list" }, ...told) : h("p", { class: "soft" }, "Niets gevonden."));
}

async function drawNotes() {
  const place = find("[data-notes]");
  const noted = [...model.items.values()].filter((row) => row.notes > 0);
  const { acts } = await ask(`${model.base}/geschiedenis`).catch(() => ({ acts: [] }));
  place.replaceChildren(
    h("h2", {}, "Bij dit document"),
    may.note ? h("button", { type: "button", class: "button second small", onclick: () => askNote(null) }, "Notitie maken") : "",
    ...acts.filter((one) => one.note).map(line),
    h("h2", {}, "Bij onderdelen"),
    noted.length > 0 ? h("ul", { class: "look-list" }, ...noted.map((row) => h("li", { class: "look-item" }, h("button", { type: "button", class: "link", onclick: goTo(row.page, row.id) }, `p. ${row.page + 1}: ${row.text || "vak"}`), ` ${row.notes} notitie${row.notes > 1 ? "s" : ""}`))) : h("p", { class: "soft" }, "Nog geen notities."),
    h("h2", {}, "Geschiedenis"), h("ol", { class: "past" }, ...acts.filter((one) => !one.note).map(line)));
}

function line(one) {
  const when = new Date(one.at).toLocaleString("nl-NL", { dateStyle: "short", timeStyle: "short" });
  return h("li", { class: one.undone ? "undone" : "" }, h("p", {}, one.words, one.undone ? " (ongedaan gemaakt)" : "", one.note ? h("q", { class: "note-text" }, one.note) : ""), h("p", { class: "soft" }, `${one.who}, ${when}`));
}

async function showHistory(row) {
  const dialog = find("[data-history-dialog]");
  const place = find("[data-history]");
  place.replaceChildren(h("p", { class: "soft" }, "Bezig met laden …"));
  dialog.showModal();
  try {
    const { acts } = await ask(`${model.base}/geschiedenis?item=${encodeURIComponent(row.id)}`);
    place.replaceChildren(acts.length > 0 ? h("ol", { class: "past" }, ...acts.map(line)) : h("p", {}, "Nog niemand heeft hierover beslist."), h("p", { class: "soft" }, `Voorstel: ${row.reason}`));
  } catch { place.replaceChildren(h("p", {}, "De geschiedenis kon niet worden geladen.")); }
}

let noting = null;
function askNote(row) {
  noting = row;
  find("#note-title").textContent = row ? "Notitie bij dit onderdeel" : "Notitie bij dit document";
  find("[data-note-dialog]").showModal();
  find("#note-text").focus();
}

function noteForm() {
  const form = find("[data-note-form]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = form.elements.text.value.trim();
    if (!text) return;
    find("[data-note-dialog]").close();
    const changed = await send("notitie", { item: noting?.id ?? null, text }, "Notitie");
    if (!changed) return;
    form.reset();
    toast("De notitie is bewaard.", { kind: "good", seconds: 3 });
    draw();
  });
}

function drawSign() {
  const { progress, approvals, seen, four_eyes: fourEyes, every_page_seen: every } = model.status;
  const unseen = model.pages.map((_, page) => page).filter((page) => !seen.includes(page));
  const open = [...model.items.values()].filter((row) => row.open);
  const rows = [
    open.length > 0 ? h("li", {}, `${open.length} voorstel${open.length > 1 ? "len staan" : " staat"} nog open. `, h("button", { type: "button", class: "link", onclick: goTo(open[0].page, open[0].id) }, "Ga naar het eerste")) : null,
    every && unseen.length > 0 ? h("li", {}, `${unseen.length} van ${progress.pages} pagina’s zijn nog niet bekeken. `, h("button", { type: "button", class: "link", onclick: goTo(unseen[0]) }, `Ga naar pagina ${unseen[0] + 1}`)) : null,
    left().length > 0 ? h("li", {}, left().length === 1 ? "1 onderdeel kon het programma niet lezen. " : `${left().length} onderdelen kon het programma niet lezen. `, h("button", { type: "button", class: "link", onclick: () => panels.open("look") }, "Bekijk ze")) : null,
  ].filter(Boolean);
  const first = approvals.find((one) => !one.second);
  const second = approvals.find((one) => one.second);
  const isFirst = !first;
  const done = first && (second || !fourEyes);
  const signed = approvals.map((one) => h("p", {}, icon("done"), ` ${one.second ? "Tweede goedkeuring" : "Goedgekeurd"} door ${one.who}, ${new Date(one.at).toLocaleString("nl-NL", { dateStyle: "short", timeStyle: "short" })}.`));
  const undecided = open.filter((row) => row.action === "redact").length;
  find("[data-sign]").replaceChildren(
    h("h2", {}, "Goedkeuren"),
    h("div", { class: "progress" }, h("progress", { max: progress.items || 1, value: progress.items - progress.open, "aria-label": "Voorstellen beslist" }), h("span", { class: "soft" }, `${progress.items - progress.open} van ${progress.items} beslist`)),
    h("div", { class: "progress" }, h("progress", { max: progress.pages, value: progress.seen, "aria-label": "Pagina’s bekeken" }), h("span", { class: "soft" }, `${progress.seen} van ${progress.pages} pagina’s bekeken`)),
    ...signed,
    rows.length > 0 && !done ? h("div", { class: "message look" }, icon("look"), h("div", {}, h("p", { class: "message-title" }, "Wat nog openstaat"), h("ul", {}, ...rows))) : "",
    model.status.lapsed ? h("p", { class: "error" }, "Er was een goedkeuring, maar daarna is iets veranderd. Keur opnieuw goed.") : "",
    may.approve && !done ? h("p", {}, h("button", { type: "button", class: "button", disabled: rows.length > 0, onclick: () => sign(!isFirst) }, isFirst ? "Document goedkeuren" : "Tweede goedkeuring geven")) : "",
    may.approve && approvals.length > 0 ? h("p", {}, h("button", { type: "button", class: "button second small", onclick: () => send("intrekken", {}, "Goedkeuring intrekken") }, "Goedkeuring intrekken")) : "",
    may.decide && undecided > 0 ? h("details", { class: "inline" }, h("summary", {}, "In één keer"), h("p", { class: "soft" }, `Neemt alle ${undecided} open voorstellen om weg te lakken over zoals ze zijn. Wat u moet bekijken, blijft open.`), h("button", { type: "button", class: "button second small", onclick: () => send("besluit", { verdict: "as_proposed" }, "Alles zoals voorgesteld") }, "Alles zoals voorgesteld")) : "",
    h("p", {}, h("a", { href: `${model.base}/concept`, download: "" }, "Concept maken (PDF)"), " ", h("span", { class: "soft" }, "Zoals het nu zou worden gepubliceerd, met op elke pagina dat het niet is goedgekeurd.")),
    h("p", {}, h("a", { href: `/gegevens/${model.number}` }, "Titel, datum en bijzonderheden")),
    fourEyes ? h("p", { class: "soft" }, "In deze zaak geldt het vierogenprincipe: wie iets besliste of veranderde, geeft de tweede goedkeuring niet.") : "");
}

async function sign(second) {
  const changed = await send("goedkeuring", { second }, "Goedkeuren");
  if (changed) toast(second ? "De tweede goedkeuring is gegeven." : "Het document is goedgekeurd.", { kind: "good" });
}
