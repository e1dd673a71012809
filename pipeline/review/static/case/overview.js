// The overview: files that come in, a run that goes on, documents that are sought.
import { act } from "../acts.js";
import { badge, counted, h } from "../elements.js";
import { keys } from "../keys.js";
import { announce, toast } from "../messages.js";
import { ask, Refused } from "../server.js";

const page = document.querySelector("[data-overview]");
const find = (selector) => document.querySelector(selector);
const limit = Number(page.dataset.limit);
const input = find("[data-files]");

// ------------------------------------------------------------- files come in

function line(file) {
  const state = h("span", { class: "soft" }, "wacht");
  const element = h("li", {}, h("span", { class: "name" }, file.name), state);
  find("[data-upload-list]").append(element);
  return {
    say(words) { state.textContent = words; },
    refuse(words) { state.textContent = "niet toegevoegd"; element.append(h("p", { class: "wrong" }, words)); },
    element,
  };
}

async function take(files) {
  if (files.length === 0 || page.dataset.mayAdd !== "1") return;
  find("[data-uploads]").hidden = false;
  const total = { added: 0, refused: 0 };
  const listed = [...files].map((file) => [file, line(file)]);
  for (const [file, told] of listed) {
    find("[data-uploads-words]").textContent = `${total.added + total.refused} van ${listed.length} verstuurd`;
    if (await one(file, told)) total.added += 1;
    else total.refused += 1;
  }
  input.value = "";
  const words = `${counted(total.added, "bestand", "bestanden")} toegevoegd${total.refused ? `, ${total.refused} niet` : ""}.`;
  find("[data-uploads-words]").textContent = words;
  find("[data-uploads-close]").hidden = false;
  announce(words);
  if (total.added && page.dataset.mayPropose === "1") await propose();
  else if (total.added && !total.refused) location.reload();
}

async function one(file, told) {
  if (file.size > limit) {
    told.refuse(`Dit bestand is groter dan ${Math.floor(limit / 1e6)} MB. Splits het in delen en bied die apart aan.`);
    return false;
  }
  told.say("wordt verstuurd");
  const body = new FormData();
  body.append("file", file);
  try {
    const answer = await act("/zaak/bestanden", body, { label: "Bestand toevoegen" });
    told.element.dataset.document = answer.document;
    told.say(words(answer));
    return true;
  } catch (error) {
    told.refuse(error instanceof Refused ? error.message : "Het versturen lukte niet.");
    return false;
  }
}

function words(answer) {
  if (answer.replaced) return "nieuwe versie: eerdere besluiten in dit document vervallen";
  if (!answer.is_new) return "stond er al, ongewijzigd";
  return answer.twin ? `toegevoegd; zelfde inhoud als document ${answer.twin}` : "toegevoegd";
}

for (const button of document.querySelectorAll("[data-choose]")) button.addEventListener("click", () => input.click());
input.addEventListener("change", () => take([...input.files]));
find("[data-uploads-close]").addEventListener("click", () => location.reload());

let depth = 0;
const carriesFiles = (event) => page.dataset.mayAdd === "1" && [...(event.dataTransfer?.types ?? [])].includes("Files");
addEventListener("dragenter", (event) => { if (carriesFiles(event)) { depth += 1; document.body.classList.add("dropping"); } });
addEventListener("dragleave", (event) => { if (carriesFiles(event) && (depth -= 1) <= 0) over(); });
addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
addEventListener("drop", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  over();
  take([...event.dataTransfer.files]);
});
function over() { depth = 0; document.body.classList.remove("dropping"); }

// ----------------------------------------------------------------- the run

let isWatching = false;

async function propose() {
  try {
    await act("/zaak/voorstellen", {}, { label: "Voorstellen maken" });
    watch();
  } catch { /* acts.js has said why */ }
}
find("[data-propose]")?.addEventListener("click", propose);

const PHASES = {
  reading: (run) => `Documenten worden gelezen: ${run.done} van ${run.total}.`,
  linking: () => "De personen van de hele zaak worden bij elkaar gezocht.",
};

async function watch() {
  if (isWatching) return;
  isWatching = true;
  const bar = find("[data-run-bar]");
  for (let failures = 0; failures < 20;) {
    try {
      const told = await ask("/zaak/stand");
      failures = 0;
      find("[data-run]").hidden = false;
      find("[data-run-words]").textContent = PHASES[told.run.phase]?.(told.run) ?? told.run.message;
      if (told.run.phase === "reading") Object.assign(bar, { max: Math.max(told.run.total, 1), value: told.run.done });
      else bar.removeAttribute("value");
      told.documents.forEach(update);
      if (!told.run.busy) { ended(told.run); break; }
    } catch { failures += 1; }
    await new Promise((resolve) => { setTimeout(resolve, 700); });
  }
  isWatching = false;
}

function update(row) {
  const shown = find(`tr[data-number="${row.number}"]`);
  if (shown) {
    shown.querySelector("[data-state]").replaceChildren(badge(row.shape, row.words));
    shown.querySelector("[data-open-count]").textContent = row.shape === "void" ? "" : row.open;
    shown.dataset.open = row.open;
  }
  const sent = find(`[data-upload-list] li[data-document="${row.number}"] .soft`);
  if (sent) sent.textContent = row.failure || (row.shape === "void" ? "wordt gelezen" : row.words);
}

function ended(run) {
  find("[data-run-bar]").hidden = true;
  if (run.phase === "failed") {
    toast(run.message, { kind: "bad" });
    return;
  }
  const isRefused = find("[data-upload-list] .wrong");
  if (isRefused) toast("De voorstellen zijn klaar.", { kind: "good", seconds: 60, action: { label: "Toon ze", run: () => location.reload() } });
  else location.reload();
}
if (page.dataset.busy === "1") watch();

// ------------------------------------------------------------------- seeking

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const rows = [...document.querySelectorAll("tr[data-number]")];

function sieve() {
  const wanted = fold(find("#find-document").value).split(/\s+/).filter(Boolean);
  const state = find("#document-state").value;
  const onlyOpen = find("[data-only-open]").checked;
  let count = 0;
  for (const row of rows) {
    const title = fold(row.cells[1].textContent);
    const fits = wanted.every((word) => title.includes(word)) && (!state || row.querySelector("[data-state]").textContent.trim() === state) && (!onlyOpen || Number(row.dataset.open) > 0);
    row.hidden = !fits;
    count += fits;
  }
  find("[data-sieve-count]").textContent = count === rows.length ? "" : `${count} van ${rows.length} documenten`;
}
const form = find("[data-sieve]");
form?.addEventListener("input", sieve);
form?.addEventListener("submit", (event) => event.preventDefault());
if (form) {
  keys.add({ key: "/", group: "Zaak", label: "Zoek een document", run: () => find("#find-document").focus() });
  keys.add({ key: "p", group: "Zaak", label: "Naar de personen", run: () => { location.href = "/personen"; } });
}
if (page.dataset.mayAdd === "1") keys.add({ key: "u", group: "Zaak", label: "Bestanden toevoegen", run: () => input.click() });
