// Acts on items. Each is shown at once and taken back when the server refuses it.
import { act } from "../acts.js";
import { Refused } from "../server.js";
import { announce, toast } from "../messages.js";
import { may } from "./dom.js";
import { model, named, stateOf } from "./model.js";

const LAST = "lakwerk-last-grounds";

export const SCOPES = {
  here: "alleen hier",
  document: "dit document",
  case: "de hele zaak",
  context: "nooit in deze context",
};

// The grounds that were used last, the most recent first.
export function lastGrounds() {
  try { return JSON.parse(sessionStorage.getItem(LAST)) ?? []; } catch { return []; }
}

function remember(grounds) {
  const kept = [...grounds, ...lastGrounds().filter((code) => !grounds.includes(code))].slice(0, 10);
  try { sessionStorage.setItem(LAST, JSON.stringify(kept)); } catch { /* it holds for this act only */ }
}

// Sends an act about this document and takes over what it changed.
export async function send(what, body, label) {
  try {
    const changed = await act(`${model.base}/${what}`, { saw: model.seq, ...body }, { label });
    model.apply(changed);
    return changed;
  } catch (error) {
    if (error instanceof Refused) model.tell("refused", error);
    return null;
  }
}

// Shows a decision before the server has answered; returns how to take it back.
function showAtOnce(row, verdict, grounds) {
  const before = { ...row };
  const state = verdict === "keep" ? "rejected" : row.hand ? "added" : "approved";
  model.items.set(row.id, { ...row, state, open: false, goes: verdict === "redact", grounds: verdict === "keep" ? [] : grounds });
  model.tell("items", new Set([row.id]));
  return () => { model.items.set(row.id, before); model.tell("items", new Set([row.id])); };
}

async function decide(row, verdict, grounds, { scope = model.scope, onward = true } = {}) {
  if (verdict === "redact" && scope === "context") scope = "here"; // "never" can only mean that it stays
  if (!may.decide || !row || row.state === "void") return;
  const takeBack = showAtOnce(row, verdict, grounds);
  announce(named(model.items.get(row.id)));
  if (onward) model.tell("onward", row.id);
  const label = verdict === "keep" ? "Laten staan" : "Weglakken";
  const changed = await send("besluit", { item: row.id, verdict, grounds, scope }, label);
  if (!changed) takeBack();
  else if (scope !== "here") toast(`Besluit geldt nu voor ${changed.items.filter((one) => one.decided === changed.seq).length} plaatsen in dit document.`, { kind: "good", seconds: 4 });
}

// Approve: it goes, with the ground that is proposed or was chosen.
export function approve(row = model.item) {
  if (!row) return;
  const grounds = row.grounds.length > 0 ? row.grounds : row.proposed;
  if (grounds.length === 0) { model.tell("ground-wanted", row); return; }
  decide(row, "redact", grounds);
}

// Reject: it stays readable. "Never in this context" is a rejection by its nature.
export function reject(row = model.item) {
  if (row) decide(row, "keep", []);
}

export function giveGrounds(grounds, row = model.item) {
  if (!row || grounds.length === 0) return;
  remember(grounds);
  decide(row, "redact", grounds);
}

export async function add(places, kind, grounds, term = null) {
  remember(grounds);
  const changed = await send("toevoegen", { places, kind, grounds, term }, "Toevoegen");
  if (changed) toast(places.length === 1 ? `Toegevoegd met ${grounds.join(" en ")}.` : `${places.length} plaatsen toegevoegd met ${grounds.join(" en ")}.`, { kind: "good", seconds: 4, action: { label: "Ongedaan maken", run: undo } });
  return changed;
}

export function resize(row, spans, box = null) {
  return send("grens", { item: row.id, spans, box }, "Grens verleggen");
}

export async function undo() { said(await send("ongedaan", {}, "Ongedaan maken")); }
export async function redo() { said(await send("opnieuw", {}, "Opnieuw doen")); }

function said(changed) {
  if (!changed) return;
  toast(`${changed.said}.`, { seconds: 3 });
  const row = changed.items.length === 1 ? changed.items[0] : null;
  if (row && stateOf(row) !== "void") model.choose(row.id);
}
