// The chosen item: what it is, why it is proposed, and what can be done with it.
import { h, find, icon, may } from "./dom.js";
import { approve, giveGrounds, lastGrounds, reject, SCOPES } from "./decide.js";
import { askGrounds, quickGrounds } from "./grounds.js";
import { model, stateOf, STATES } from "./model.js";

const place = find("[data-detail]");

export const detail = {
  begin() {
    draw();
    model.on("current", draw);
    model.on("items", (ids) => { if (ids.has(model.current)) draw(); });
    model.on("ground-wanted", chooseGround);
  },
  nextScope() {
    const all = Object.keys(SCOPES);
    model.scope = all[(all.indexOf(model.scope) + 1) % all.length];
    draw();
    return SCOPES[model.scope];
  },
};

export async function chooseGround(row = model.item) {
  if (!row || !may.decide) return;
  const chosen = await askGrounds(row.grounds.length > 0 ? row.grounds : row.proposed);
  if (chosen) giveGrounds(chosen, row);
}

function draw() {
  const row = model.item;
  if (!row) {
    place.replaceChildren(h("p", { class: "soft" }, "Kies een onderdeel in de lijst of op de pagina. ", h("kbd", {}, "N"), " gaat naar het volgende dat nog open is."));
    return;
  }
  const had = place.contains(document.activeElement) ? document.activeElement.dataset.part : null;
  const state = stateOf(row);
  const badge = { look: "open", proposed: "proposed", approved: "approved", rejected: "rejected", added: "added", kept: "kept", void: "void" }[state];
  const kind = `${model.kinds[row.kind] ?? row.kind}${row.kind === "person" && row.role !== "unknown" ? `, ${model.roles[row.role]}` : ""}`;
  place.replaceChildren(
    h("div", { class: "detail-what" },
      h("div", { class: "detail-head" },
        h("span", { class: `badge ${badge}` }, icon(`state-${badge}`), STATES[state]),
        ...row.grounds.map((code) => h("span", { class: "ground", title: labelOf(code) }, code)),
        h("span", { class: "detail-kind" }, kind)),
      h("p", { class: "detail-text" }, row.text || (row.box ? "Een vak op de pagina" : "")),
      h("p", { class: "detail-reason" }, row.reason, " ", row.link, row.who ? ` ${decidedBy(row)}` : "")),
    h("div", { class: "detail-do" }, ...(may.decide && state !== "void" ? tools(row) : []), more(row)),
  );
  if (had) find(`[data-part="${had}"]`, place)?.focus();
}

function decidedBy(row) {
  const when = new Date(row.at).toLocaleString("nl-NL", { dateStyle: "short", timeStyle: "short" });
  return `Besloten door ${row.who}, ${when}${row.scope && row.scope !== "here" ? `, voor ${SCOPES[row.scope] ?? row.scope}` : ""}.`;
}

const labelOf = (code) => model.grounds.find((ground) => ground.code === code)?.label ?? "";

function tools(row) {
  const own = row.grounds.length > 0 ? row.grounds : row.proposed;
  return [
    h("div", { class: "detail-row" },
      h("button", { type: "button", class: "button small", "data-part": "approve", "aria-keyshortcuts": "a", onclick: () => approve() }, own.length > 0 ? `Weglakken ${own.join(" + ")}` : "Weglakken …", h("kbd", {}, "A")),
      h("button", { type: "button", class: "button second small", "data-part": "reject", "aria-keyshortcuts": "x", onclick: () => reject() }, "Laten staan", h("kbd", {}, "X")),
      h("div", { class: "scope" }, h("label", { for: "scope" }, "Voor"), scopeChoice())),
    h("div", { class: "detail-row", role: "group", "aria-label": "Andere grond" },
      ...offered().map(({ code, digit }) => h("button", { type: "button", class: `quick-ground${row.grounds.includes(code) ? " chosen" : ""}`, "data-part": `q${digit}`, title: `${labelOf(code)}${digit === 0 && lastGrounds().length > 0 ? " (laatst gebruikt)" : ""}`, onclick: () => giveGrounds([code]) }, h("kbd", {}, `${digit}`), code)),
      h("button", { type: "button", class: "quick-ground", "data-part": "grounds", "aria-keyshortcuts": "g", onclick: () => chooseGround() }, h("kbd", {}, "G"), "Meer")),
  ];
}

// The last one used under 0, then others that differ from it, each under its own digit.
function offered() {
  const [last, ...usual] = quickGrounds();
  const others = usual.map((code, at) => ({ code, digit: at + 1 })).filter(({ code }) => code !== last);
  return [{ code: last, digit: 0 }, ...others.slice(0, 4)];
}

function scopeChoice() {
  const select = h("select", { id: "scope", "data-part": "scope", "aria-keyshortcuts": "s", onchange: (event) => { model.scope = event.target.value; } },
    ...Object.entries(SCOPES).map(([value, words]) => h("option", { value, selected: model.scope === value }, words)));
  return select;
}

function more(row) {
  const ask = (what) => () => model.tell(what, row);
  return h("div", { class: "detail-more" },
    may.note ? h("button", { type: "button", class: "link", "data-part": "note", onclick: ask("note-wanted") }, row.notes > 0 ? `Notities (${row.notes})` : "Notitie maken") : "",
    h("button", { type: "button", class: "link", "data-part": "history", onclick: ask("history-wanted") }, "Geschiedenis"),
    row.text && may.decide ? h("button", { type: "button", class: "link", "data-part": "find", onclick: ask("find-wanted") }, "Overal zoeken") : "");
}
