// Choosing on a page: dragging over words, double-click, a word cursor by key, a drawn box.
import { announce } from "../messages.js";
import { keys } from "../keys.js";
import { find, may, root } from "./dom.js";
import { model } from "./model.js";
import { pages } from "./pages.js";
import { picked } from "./picked.js";

let drag = null; // {page, face, from, start, isBox}
let isDrawing = false;
const LEAST = 4; // points; a smaller box is a slip of the hand

export const choose = {
  begin() {
    if (!may.decide) return;
    const { paper } = pages;
    paper.addEventListener("pointerdown", down);
    paper.addEventListener("pointermove", move);
    paper.addEventListener("pointerup", up);
    paper.addEventListener("pointercancel", () => { drag = null; });
    paper.addEventListener("dblclick", (event) => {
      const at = where(event);
      const word = at && wordAt(at.page, at.x, at.y, 3);
      if (word !== null && word !== undefined) pick(at.page, word, word);
    });
    addKeys();
  },

  drawBoxes(on = !isDrawing) {
    isDrawing = on;
    root.classList.toggle("drawing", on);
    find("[data-do=box]").setAttribute("aria-pressed", String(on));
    picked.clear();
    if (on) {
      const page = pages.shown();
      const [width, height] = model.pages[page];
      picked.set({ page, box: [width * 0.35, height * 0.45, width * 0.65, height * 0.52], spans: [], name: "Vak", kind: "person" });
      announce("Teken een vak met de muis, of verplaats het met de pijlen en maak het groter met Shift en pijl.");
    }
  },

  // A cursor that stands on one word, for who works by key.
  wordCursor() {
    const row = model.item;
    const page = row && pages.part(row.page) ? row.page : pages.shown();
    const words = pages.part(page)?.words ?? [];
    if (words.length === 0) { announce("Op deze pagina staat geen tekst."); return; }
    const start = row && row.page === page && row.spans.length > 0 ? row.spans.at(-1)[2] : 0;
    const at = Math.max(0, words.findIndex((word) => word[0] >= start));
    pick(page, at, at);
  },
};

function where(event) {
  const target = document.elementFromPoint(event.clientX, event.clientY);
  const face = target?.closest(".face");
  if (!face || target.closest(".pick-bar, button, .mark")) return null;
  const page = Number(face.closest("[data-page]").dataset.page);
  const box = face.getBoundingClientRect();
  const [width, height] = model.pages[page];
  return { page, face, x: ((event.clientX - box.left) / box.width) * width, y: ((event.clientY - box.top) / box.height) * height };
}

// The word at a point, or the nearest within `reach` points; null where there is none.
function wordAt(page, x, y, reach) {
  const words = pages.part(page)?.words ?? [];
  let best = null;
  let least = reach;
  words.forEach(([, , x0, y0, x1, y1], index) => {
    const across = Math.max(x0 - x, 0, x - x1);
    const down = Math.max(y0 - y, 0, y - y1);
    const far = across + down * 4;
    if (far < least) { least = far; best = index; }
  });
  return best;
}

function down(event) {
  if (event.button !== 0 || (event.pointerType === "touch" && !isDrawing && !root.classList.contains("picking-words"))) return;
  const at = where(event);
  if (!at) return;
  if (!isDrawing) {
    const from = wordAt(at.page, at.x, at.y, 40);
    if (from === null) { picked.clear(); return; }
    drag = { ...at, from, isMoved: false };
  } else drag = { ...at, isBox: true, isMoved: false };
  event.preventDefault();
  pages.paper.focus({ preventScroll: true });
}

function move(event) {
  if (!drag) return;
  const box = drag.face.getBoundingClientRect();
  const [width, height] = model.pages[drag.page];
  const x = Math.max(0, Math.min(width, ((event.clientX - box.left) / box.width) * width));
  const y = Math.max(0, Math.min(height, ((event.clientY - box.top) / box.height) * height));
  if (!drag.isMoved && Math.abs(x - drag.x) + Math.abs(y - drag.y) < 3) return;
  if (!drag.isMoved) pages.paper.setPointerCapture(event.pointerId); // not at once: a click must reach its mark
  drag.isMoved = true;
  if (drag.isBox) {
    drag.box = [Math.min(x, drag.x), Math.min(y, drag.y), Math.max(x, drag.x), Math.max(y, drag.y)].map((side) => Math.round(side * 10) / 10);
    picked.set({ page: drag.page, box: drag.box, spans: [], name: "Vak", kind: "person" }, { quiet: true });
    return;
  }
  const to = wordAt(drag.page, x, y, 1e6);
  drag.to = to;
  picked.set(choiceOf(drag.page, drag.from, to), { quiet: true });
}

function up() {
  if (!drag) return;
  const done = drag;
  drag = null;
  if (!done.isMoved) { picked.clear(); return; }
  if (!done.isBox) { pick(done.page, done.from, done.to); return; }
  const [x0, y0, x1, y1] = done.box ?? [0, 0, 0, 0];
  if (x1 - x0 < LEAST || y1 - y0 < LEAST) picked.clear();
  else picked.set({ page: done.page, box: done.box, spans: [], name: "Vak", kind: "person" });
}

function choiceOf(page, from, to) {
  const words = pages.part(page).words;
  const [first, last] = from <= to ? [from, to] : [to, from];
  const [start, end] = [words[first][0], words[last][1]];
  const text = pages.part(page).letters.slice(start, end).join("").replace(/\s+/g, " ");
  return { page, from, to, spans: [[page, start, end]], text };
}

function pick(page, from, to) {
  picked.set(choiceOf(page, from, to));
}

function step(by, isWider) {
  const now = picked.get();
  const words = pages.part(now.page).words;
  const to = Math.max(0, Math.min(words.length - 1, now.to + by));
  pick(now.page, isWider ? now.from : to, to);
}

// The word above or below, nearest to the same place on the line.
function stepLine(by, isWider) {
  const now = picked.get();
  const words = pages.part(now.page).words;
  const [, , x0, y0, x1, y1] = words[now.to];
  const middle = (x0 + x1) / 2;
  const far = (word) => Math.abs((word[2] + word[4]) / 2 - middle);
  const rows = words.map((word, index) => ({ word, index })).filter(({ word }) => (by > 0 ? word[3] > (y0 + y1) / 2 : word[5] < (y0 + y1) / 2));
  if (rows.length === 0) return;
  const line = by > 0 ? Math.min(...rows.map(({ word }) => word[3])) : Math.max(...rows.map(({ word }) => word[3]));
  const near = rows.filter(({ word }) => Math.abs(word[3] - line) < 4).sort((one, other) => far(one.word) - far(other.word))[0];
  pick(now.page, isWider ? now.from : near.index, near.index);
}

function nudge(dx, dy, isSize) {
  const now = picked.get();
  const [width, height] = model.pages[now.page];
  const [x0, y0, x1, y1] = now.box;
  const box = isSize
    ? [x0, y0, Math.max(x0 + LEAST, Math.min(width, x1 + dx)), Math.max(y0 + LEAST, Math.min(height, y1 + dy))]
    : [Math.max(0, Math.min(width - (x1 - x0), x0 + dx)), Math.max(0, Math.min(height - (y1 - y0), y0 + dy))];
  if (!isSize) box.push(box[0] + x1 - x0, box[1] + y1 - y0);
  picked.set({ ...now, box }, { quiet: false });
}

function addKeys() {
  const group = "Zelf kiezen";
  const isWords = () => picked.get()?.from !== undefined;
  const isBox = () => Boolean(picked.get()?.box);
  keys.add({ key: "w", label: "Woordcursor: tekst kiezen met pijlen, Shift kiest meer", group, run: () => choose.wordCursor() });
  keys.add({ key: "d", label: "Vak tekenen (pijlen verplaatsen, Shift maakt groter)", group, run: () => choose.drawBoxes() });
  for (const [key, by] of [["ArrowRight", 1], ["ArrowLeft", -1]]) {
    keys.add({ key, label: by > 0 ? "Volgend woord" : "Vorig woord", group: "Met de woordcursor", when: isWords, run: () => step(by, false) });
    keys.add({ key: `Shift+${key}`, label: by > 0 ? "Een woord meer" : "Een woord minder", group: "Met de woordcursor", when: isWords, run: () => step(by, true) });
    keys.add({ key, label: by > 0 ? "Naar rechts" : "Naar links", group: "Met een vak", when: isBox, run: () => nudge(by * 8, 0, false) });
    keys.add({ key: `Shift+${key}`, label: by > 0 ? "Breder" : "Smaller", group: "Met een vak", when: isBox, run: () => nudge(by * 8, 0, true) });
  }
  for (const [key, by] of [["ArrowDown", 1], ["ArrowUp", -1]]) {
    keys.add({ key, label: by > 0 ? "Een regel lager" : "Een regel hoger", group: "Met de woordcursor", when: isWords, run: () => stepLine(by, false) });
    keys.add({ key: `Shift+${key}`, label: by > 0 ? "Een regel meer" : "Een regel minder", group: "Met de woordcursor", when: isWords, run: () => stepLine(by, true) });
    keys.add({ key, label: by > 0 ? "Omlaag" : "Omhoog", group: "Met een vak", when: isBox, run: () => nudge(0, by * 8, false) });
    keys.add({ key: `Shift+${key}`, label: by > 0 ? "Hoger maken" : "Minder hoog maken", group: "Met een vak", when: isBox, run: () => nudge(0, by * 8, true) });
  }
  const isPicked = () => Boolean(picked.get());
  keys.add({ key: "Enter", label: "Weglakken met de laatste grond", group: "Zelf kiezen", when: () => isPicked() && !document.activeElement.closest(".pick-bar"), run: () => picked.redact() });
  keys.add({ key: "g", label: "Weglakken met een andere grond", group: "Zelf kiezen", when: isPicked, run: () => picked.redactWith() });
}
