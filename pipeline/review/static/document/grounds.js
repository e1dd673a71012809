// Choosing grounds: with the words of the law, by letter, digits or word; several at once.
import { h, find, findAll } from "./dom.js";
import { lastGrounds } from "./decide.js";
import { model } from "./model.js";

const dialog = find("[data-ground-dialog]");
const filter = find("[data-ground-filter]");
const box = find("[data-ground-list]");
const USUAL = ["5.1.2.e", "5.1.1.d", "5.1.1.e", "5.2.1", "5.1.2.i", "5.1.2.d", "5.1.1.c", "5.1.2.f", "4.1.4"];
let chosen = new Set();
let own = [];
let at = 0;
let answer = null;

// The ten grounds under the digits: 0 is the last one used, the rest stand where they always stood.
export function quickGrounds() {
  const last = lastGrounds()[0] ?? USUAL[0];
  return [last, ...USUAL];
}

// Asks for grounds; null when it was closed without a choice.
export function askGrounds(standing = []) {
  own = standing;
  chosen = new Set(standing);
  at = 0;
  filter.value = "";
  draw();
  dialog.showModal();
  filter.focus();
  return new Promise((resolve) => { answer = resolve; });
}

// "2e", "12e", "512e" and "5.1.2.e" all find 5.1.2.e; other words are looked for in the law's own.
function fits(ground, typed) {
  if (!typed) return true;
  const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (bare(typed) && bare(ground.code).endsWith(bare(typed))) return true;
  if (bare(ground.code).startsWith(bare(typed)) && bare(typed)) return true;
  return `${ground.label} ${ground.text}`.toLowerCase().includes(typed.toLowerCase()) && typed.length > 2;
}

function listed() {
  // What stands on the item comes first, then what was used last, then what is usual.
  const first = [...own, ...lastGrounds(), ...USUAL];
  const rank = (ground) => { const where = first.indexOf(ground.code); return where < 0 ? first.length : where; };
  const typed = filter.value.trim();
  const found = model.grounds.filter((ground) => fits(ground, typed));
  const exact = (ground) => (typed.length <= 2 && ground.code.endsWith(`.${typed}`) ? 0 : 1);
  return typed ? found.sort((one, other) => rank(one) - rank(other) || exact(one) - exact(other)) : found.sort((one, other) => rank(one) - rank(other));
}

function draw() {
  const found = listed();
  at = Math.max(0, Math.min(at, found.length - 1));
  box.replaceChildren(...found.map((ground, index) => h("div", {
    role: "option", id: `ground-${index}`, class: `ground-option${index === at ? " at" : ""}`, "data-code": ground.code,
    "aria-selected": chosen.has(ground.code) ? "true" : "false",
    onclick: (event) => { at = index; if (event.ctrlKey || event.metaKey || event.target.closest(".tick")) toggle(ground.code); else finish([ground.code]); },
  },
  h("span", { class: "tick", "aria-hidden": "true", title: "Erbij of eraf" }, chosen.has(ground.code) ? "☑" : "☐"),
  h("span", { class: "ground" }, ground.code),
  h("span", { class: "ground-words" }, h("strong", {}, ground.label), h("span", { class: "soft" }, ground.text)))));
  if (found.length === 0) box.append(h("p", { class: "soft" }, "Geen grond gevonden. Typ bijvoorbeeld 2e, 521 of een woord uit de wet."));
  filter.setAttribute("aria-activedescendant", found.length > 0 ? `ground-${at}` : "");
  find("[data-ground-done]").textContent = chosen.size > 1 ? `Deze ${chosen.size} gronden` : "Deze grond";
  find(".ground-option.at", box)?.scrollIntoView({ block: "nearest" });
}

function toggle(code) {
  if (chosen.has(code)) chosen.delete(code);
  else chosen.add(code);
  draw();
}

function finish(grounds) {
  const resolve = answer;
  answer = null;
  dialog.close();
  resolve?.(grounds);
}

filter.addEventListener("input", () => { at = 0; draw(); });
filter.addEventListener("keydown", (event) => {
  const found = listed();
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { at = Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1))); draw(); }
  else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { if (found[at]) toggle(found[at].code); }
  else if (event.key === "Enter") done(found[at]?.code);
  else return;
  event.preventDefault();
});
find("[data-ground-done]").addEventListener("click", () => done(findAll(".ground-option.at", box)[0]?.dataset.code));
dialog.addEventListener("close", () => { const resolve = answer; answer = null; resolve?.(null); });

// What was ticked counts; with nothing or one ticked, the line that is marked.
function done(code) {
  const ticked = [...chosen];
  if (ticked.length > 1) finish(ticked);
  else if (filter.value.trim() || at > 0 || ticked.length === 0) { if (code) finish([code]); }
  else finish(ticked);
}
