// One person: what is proposed, what can be decided, who it may also be, and all mentions.
import { ask } from "../server.js";
import { badge, code, counted, h, icon } from "../elements.js";
import * as deeds from "./deeds.js";
import { find, GROUNDS, mayDecide, mayNote, model, ROLES, standing } from "./model.js";
import { choose } from "./list.js";

const pane = find("[data-detail]");
export const shown = { person: null, pieces: [] };
let asked = 0;

export async function show(id) {
  const mine = ++asked;
  if (!id) return pane.replaceChildren(h("p", { class: "soft person-none" }, "Kies links een persoon."));
  try {
    const person = await ask(`/personen/${id}/gegevens`);
    if (mine !== asked) return;
    const isSame = shown.person?.id === id;
    Object.assign(shown, { person, pieces: person.pieces });
    model.seq = Math.max(model.seq, person.seq);
    draw();
    if (!isSame) pane.scrollTop = 0;
  } catch {
    if (mine === asked) pane.replaceChildren(h("p", { class: "soft person-none" }, "Deze persoon is nu niet te tonen."));
  }
}

function draw() {
  const { person } = shown;
  const [shape, words] = standing(person);
  const also = person.all_names.filter((name) => name !== person.label);
  pane.replaceChildren(
    h("div", { class: "person-head" }, h("h2", {}, person.label || "zonder naam"), badge(shape, words), person.state === "redact" || person.state === "mixed" ? person.grounds.map(code) : null),
    also.length ? h("p", { class: "also" }, `Ook: ${also.slice(0, 8).join(" · ")}${also.length > 8 ? ` en nog ${also.length - 8}` : ""}`) : "",
    ...person.doubts.map((doubt) => doubtCard(person, doubt)),
    mayDecide ? decisions(person) : "",
    facts(person),
    notes(person),
    mentions(person),
  );
}

export function offered(person) {
  const usual = person.grounds.length ? person.grounds : person.proposed_grounds;
  return usual.length ? usual : model.lastGrounds ?? [GROUNDS[0].code];
}

function button(words, key, run, kind = "second", name = "") {
  return h("button", { type: "button", class: `button ${kind}`, onclick: run, "aria-keyshortcuts": key, title: `${words} (${name || key.toUpperCase()})` }, words, h("kbd", { "aria-hidden": "true" }, name || key.toUpperCase()));
}

function decisions(person) {
  const grounds = offered(person);
  const proposal = person.action === "look" ? "Het programma vraagt u zelf te kijken." : `Het programma stelt voor: ${person.proposal}.`;
  return h("div", { class: "decide" },
    h("p", {}, `${proposal} `, h("span", { class: "soft" }, person.reason)),
    h("div", { class: "row" },
      button(`Weglakken met ${grounds.join(" + ")}`, "w", () => deeds.redact([person.id], grounds), person.state === "redact" ? "second" : ""),
      button("Laten staan", "l", () => deeds.keep([person.id])),
      button("Per plaats, zoals voorgesteld", "v", () => deeds.asProposed([person.id])),
      button("Bestuurder of ambtsdrager", "b", () => deeds.giveRole([person.id], "office_holder"))),
    h("div", { class: "row", role: "group", "aria-label": "Weglakken met een andere grond" },
      ...GROUNDS.filter((ground) => ground.key).map((ground) => h("button", { type: "button", class: "chip", title: ground.label, "aria-label": `Weglakken met ${ground.code}: ${ground.label}`, "aria-keyshortcuts": ground.key, onclick: () => deeds.redact([person.id], [ground.code]) }, h("kbd", { "aria-hidden": "true" }, ground.key), ground.code)),
      h("button", { type: "button", class: "link", onclick: () => deeds.askGrounds([person.id]), "aria-keyshortcuts": "0" }, "Alle gronden, of meer dan een …")));
}

function doubtCard(person, doubt) {
  return h("div", { class: "doubt-card" },
    h("p", {}, icon("look"), " Is misschien dezelfde als ", h("button", { type: "button", class: "link", onclick: () => choose(doubt.person) }, doubt.label), ". ", h("span", { class: "soft" }, doubt.reason)),
    mayDecide ? h("button", { type: "button", class: "button small second", onclick: () => deeds.join(person.id, [doubt.person]) }, icon("join"), "Is dezelfde", h("span", { class: "unseen" }, ` als ${doubt.label}`)) : "",
    mayDecide ? h("button", { type: "button", class: "button small second", onclick: () => deeds.differ(person.id, [doubt.person]) }, icon("split"), "Is een ander", h("span", { class: "unseen" }, ` dan ${doubt.label}`)) : "");
}

function facts(person) {
  const role = mayDecide
    ? [ROLES[person.role], person.by_hand ? " (door u of een collega gekozen) " : " ", h("button", { type: "button", class: "link", onclick: () => deeds.askRole([person.id]) }, "Rol wijzigen")]
    : [ROLES[person.role]];
  const rows = [["Rol", role], ["Vermeldingen", [`${counted(person.mentions, "keer", "keer")} in ${counted(person.documents, "document", "documenten")}`]]];
  if (person.by) rows.push(["Beslist door", [person.by]]);
  if (person.links.length) rows.push(["Samengenomen", [person.links.map((one) => `${one.words} (${one.count})`).join(" ")]]);
  rows.push(["Geschiedenis", [h("a", { href: `/geschiedenis/personen/${person.id}` }, counted(person.acts, "handeling", "handelingen"))]]);
  return h("dl", { class: "facts" }, ...rows.flatMap(([term, told]) => [h("dt", {}, term), h("dd", {}, ...told)]));
}

function notes(person) {
  return h("div", {},
    person.notes.length ? h("ul", { class: "notes-list", "aria-label": "Notities" }, ...person.notes.map((note) => h("li", {}, h("strong", {}, note.who), ` ${new Date(note.at).toLocaleString("nl", { dateStyle: "short", timeStyle: "short" })}\n`, note.text))) : "",
    mayNote ? h("button", { type: "button", class: "link", onclick: () => deeds.askNote(person.id) }, "Notitie maken") : "");
}

// ------------------------------------------------------------------ mentions

const STATE_WORDS = { proposed: "voorgesteld", approved: "weglakken", rejected: "blijft staan", added: "zelf toegevoegd", void: "vervallen" };

export const picked = () => [...pane.querySelectorAll(".mention input:checked")].map((box) => box.value);

function mentions(person) {
  const groups = Map.groupBy(shown.pieces, (one) => one.document);
  const titles = new Map(person.in_documents.map((one) => [one.number, one]));
  return h("section", { "aria-labelledby": "mentions-title" },
    h("div", { class: "mentions-head" }, h("h3", { id: "mentions-title" }, "Alle vermeldingen"),
      mayDecide ? h("button", { type: "button", class: "button small second", "data-split": true, disabled: true, onclick: () => deeds.split(person.id, picked()) }, icon("split"), "Aangevinkt is een ander persoon") : ""),
    ...[...groups].map(([number, listed]) => inDocument(person, titles.get(number), listed)),
    shown.pieces.length < person.mentions ? h("button", { type: "button", class: "button second", onclick: moreMentions }, `Toon er meer (${shown.pieces.length} van ${person.mentions})`) : "");
}

function inDocument(person, place, listed) {
  return h("div", { class: "in-document" },
    h("header", {}, h("h4", {}, h("a", { href: `/stukken/${place.number}` }, place.title)), h("span", { class: "count" }, String(place.count)),
      mayDecide ? h("button", { type: "button", class: "button small second", onclick: () => deeds.redact([person.id], offered(person), place.number) }, "Hier weglakken", h("span", { class: "unseen" }, ` in ${place.title}`)) : "",
      mayDecide ? h("button", { type: "button", class: "button small second", onclick: () => deeds.keep([person.id], place.number) }, "Hier laten staan", h("span", { class: "unseen" }, ` in ${place.title}`)) : ""),
    h("ul", {}, ...listed.map(mention)));
}

function mention(one) {
  const shape = one.state === "proposed" && !one.open ? "kept" : one.state === "rejected" ? "kept" : one.state;
  return h("li", { class: `mention${one.goes ? " goes" : ""}` },
    mayDecide ? h("input", { type: "checkbox", value: one.id, "aria-label": `Vermelding op pagina ${one.page} aanvinken`, onchange: tell }) : h("span"),
    h("p", {}, one.before ? `… ${one.before.trimStart()}` : "", h("mark", {}, one.text), one.after ? `${one.after.trimEnd()} …` : ""),
    h("span", { class: "where" }, h("a", { href: `/stukken/${one.document}#item=${encodeURIComponent(one.id)}`, "aria-label": `Open in het document, pagina ${one.page}` }, `pagina ${one.page}`), badge(shape, one.state === "proposed" && !one.open ? "laten staan" : STATE_WORDS[one.state])));
}

function tell() {
  const button = find("[data-split]", pane);
  const count = picked().length;
  button.disabled = count === 0 || count === shown.person.mentions;
}

async function moreMentions() {
  const { person } = shown;
  const next = await ask(`/personen/${person.id}/gegevens?start=${shown.pieces.length}`);
  if (shown.person !== person) return;
  shown.pieces = [...shown.pieces, ...next.pieces];
  draw();
}
