// Pages that were looked at: marked by key, or by reading on where somebody set that.
import { announce, toast } from "../messages.js";
import { h, may } from "./dom.js";
import { send } from "./decide.js";
import { model } from "./model.js";
import { pages } from "./pages.js";

const SETTING = "lakwerk-seen-by-reading";
const LONG_ENOUGH_MS = 4000;
let timer = null;

const isByReading = () => { try { return localStorage.getItem(SETTING) === "1"; } catch { return false; } };

export const seen = {
  begin() {
    model.on("mounted", drawOne);
    model.on("status", () => document.querySelectorAll("[data-page]").forEach((place) => { if (place.isThere) drawOne(place); }));
    model.on("page", wait);
    wait();
  },

  async mark(page = pages.shown(), isSeen = true) {
    if (!may.decide) return;
    const had = model.status.seen;
    model.status.seen = isSeen ? [...new Set([...had, page])] : had.filter((one) => one !== page);
    model.tell("status");
    const changed = await send("gezien", { page, seen: isSeen }, isSeen ? "Pagina bekeken" : "Pagina niet bekeken");
    if (!changed) { model.status.seen = had; model.tell("status"); }
  },

  // Marks this page and goes to the next one that nobody has seen.
  async markAndGo() {
    const page = pages.shown();
    seen.mark(page);
    const left = model.pages.map((_, other) => other).filter((other) => !model.status.seen.includes(other));
    const next = left.find((other) => other > page) ?? left[0];
    if (next === undefined) announce(`Pagina ${page + 1} is bekeken. Alle pagina’s zijn nu bekeken.`);
    else { announce(`Pagina ${page + 1} is bekeken. Nu pagina ${next + 1}.`); pages.go(next); }
  },

  toggleByReading() {
    const next = !isByReading();
    try { localStorage.setItem(SETTING, next ? "1" : "0"); } catch { return; }
    toast(next ? "Een pagina telt als bekeken als u er vier seconden bij stilstaat." : "Een pagina telt pas als bekeken als u dat zelf aangeeft.");
    wait();
  },
};

function wait() {
  clearTimeout(timer);
  if (!isByReading() || !may.decide) return;
  const page = pages.shown();
  timer = setTimeout(() => {
    if (pages.shown() === page && !document.hidden && !model.status.seen.includes(page)) seen.mark(page);
  }, LONG_ENOUGH_MS);
}

function drawOne(place) {
  const page = Number(place.dataset.page);
  const foot = place.querySelector(".sheet-number");
  if (!foot) return;
  const isSeen = model.status.seen.includes(page);
  const button = may.decide
    ? h("button", { type: "button", class: `seen-button${isSeen ? " is-seen" : ""}`, "aria-pressed": String(isSeen), onclick: () => seen.mark(page, !model.status.seen.includes(page)) }, isSeen ? "✓ bekeken" : "Markeer als bekeken")
    : h("span", {}, isSeen ? "✓ bekeken" : "nog niet bekeken");
  const had = foot.contains(document.activeElement);
  foot.replaceChildren(h("span", {}, `Pagina ${page + 1}`), button);
  if (had && may.decide) button.focus();
}
