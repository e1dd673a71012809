// What is done with persons. Each act answers with how they stand then; that is drawn at once.
import { act } from "../acts.js";
import { announce, toast } from "../messages.js";
import { counted } from "../elements.js";
import { find, GROUNDS, model } from "./model.js";

const done = []; // how many acts each step on this page took, to undo a step as a whole
const undone = [];
let after = () => {};
export const whenDone = (use) => { after = use; };

async function send(path, body, label, { moves = false, focus = null } = {}) {
  try {
    const answer = await act(`/personen/${path}`, { saw: model.seq, ...body }, { label });
    done.push(answer.acts);
    undone.length = 0;
    model.take(answer);
    after(answer, { moves, focus });
    return answer;
  } catch {
    after(null, {}); // acts.js has said why: show what stands now
    return null;
  }
}

const who = (ids) => (ids.length === 1 ? "Besluit over een persoon" : `Besluit over ${ids.length} personen`);

export async function redact(ids, grounds, place = null) {
  const answer = await send("besluit", { persons: ids, verdict: "redact", grounds, document: place }, who(ids), { moves: place === null });
  if (!answer) return;
  model.lastGrounds = grounds;
  announce(`Weglakken met ${grounds.join(" en ")}. Nog ${answer.counts.open} te beslissen.`);
}

export async function keep(ids, place = null) {
  const answer = await send("besluit", { persons: ids, verdict: "keep", document: place }, who(ids), { moves: place === null });
  if (answer) announce(`Blijft staan. Nog ${answer.counts.open} te beslissen.`);
}

export const asProposed = (ids) => send("besluit", { persons: ids, verdict: "as_proposed" }, who(ids), { moves: true });
export const giveRole = (ids, role) => send("rol", { persons: ids, role }, "Rol van een persoon");
export const differ = (id, others) => send("verschillen", { person: id, others }, "Personen uit elkaar gehouden");

export async function join(id, others) {
  const answer = await send("samenvoegen", { person: id, others }, "Personen samengevoegd");
  if (answer) toast(`${counted(others.length + 1, "persoon", "personen")} samengevoegd.`, { kind: "good", action: { label: "Ongedaan maken", run: undo } });
}

export async function split(id, items) {
  if (items.length === 0) return announce("Vink eerst vermeldingen aan.", { now: true });
  const answer = await send("splitsen", { person: id, items }, "Persoon gesplitst");
  if (answer) toast("De aangevinkte vermeldingen zijn nu een ander persoon.", { kind: "good", action: { label: "Ongedaan maken", run: undo } });
}

// ------------------------------------------------------------- undo and redo

async function move(path, from, to, said) {
  const count = from.at(-1) ?? 1; // after the page was loaded again: one act at a time
  try {
    const answer = await act(`/personen/${path}`, { count }, { label: said });
    from.pop();
    to.push(count);
    model.seq = answer.seq;
    toast(count > 1 ? `${said}: ${count} handelingen` : answer.said, { seconds: 3 });
    after(answer, { anew: true });
  } catch { /* acts.js has said why */ }
}

export const undo = () => move("ongedaan", done, undone, "Ongedaan gemaakt");
export const redo = () => move("opnieuw", undone, done, "Opnieuw gedaan");

// ------------------------------------------------------------------- dialogs

export function askGrounds(ids) {
  const dialog = find("[data-grounds]");
  const boxes = [...dialog.querySelectorAll("input[type=checkbox]")];
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const usual = model.row(ids[0])?.grounds ?? [];
  boxes.forEach((box) => { box.checked = usual.includes(box.value); });
  const tell = () => {
    find("[data-grounds-chosen]").textContent = chosen().join(" + ") || "Kies minstens één grond.";
    find("[data-grounds-go]").disabled = chosen().length === 0;
  };
  boxes.forEach((box) => { box.onchange = tell; });
  find("[data-grounds-go]").onclick = () => { dialog.close(); redact(ids, chosen()); };
  tell();
  dialog.showModal();
  (boxes.find((box) => box.checked) ?? boxes[0]).focus();
}

export function askRole(ids) {
  const dialog = find("[data-role-dialog]");
  dialog.querySelectorAll("[data-role]").forEach((button) => {
    button.onclick = () => { dialog.close(); giveRole(ids, button.dataset.role); };
  });
  dialog.showModal();
}

export function askNote(id) {
  const dialog = find("[data-note-dialog]");
  const form = find("[data-note-form]");
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (await send("notitie", { person: id, text: form.elements.text.value }, "Notitie")) {
      form.reset();
      dialog.close();
    }
  };
  dialog.showModal();
  form.elements.text.focus();
}

export const groundOf = (digit) => GROUNDS.find((ground) => ground.key === digit)?.code;
