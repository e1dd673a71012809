// What was chosen on a page and is not decided yet: words, a unit, or a box; with a bar of acts.
import { announce } from "../messages.js";
import { h, find, may } from "./dom.js";
import { add, lastGrounds } from "./decide.js";
import { askGrounds, quickGrounds } from "./grounds.js";
import { model } from "./model.js";
import { pages } from "./pages.js";

let now = null; // {page, spans, box, name, from, to}
let kind = null;

export const picked = {
  get: () => now,

  // Shows a choice. `quiet` while somebody still drags.
  set(choice, { quiet = false } = {}) {
    now = choice;
    draw(quiet);
    if (choice && !quiet) announce(`${choice.name ?? choice.text ?? "Tekst"}: gekozen. Enter lakt met ${ground()}.`);
  },

  clear() {
    if (!now) return false;
    now = null;
    kind = null;
    draw(true);
    return true;
  },

  redact: (grounds = [ground()]) => redact(grounds),
  async redactWith() {
    const chosen = await askGrounds([]);
    if (chosen) redact(chosen);
  },
  text: () => now?.text ?? "",
};

const ground = () => lastGrounds()[0] ?? quickGrounds()[0];

// The kind that a ground is usual for, unless somebody chose one.
function kindFor(code) {
  return kind ?? now?.kind ?? model.grounds.find((one) => one.code === code)?.kinds[0] ?? "person";
}

async function redact(grounds) {
  if (!now || !may.decide) return;
  const { spans, box, page } = now;
  const place = { document: model.number, spans: box ? [] : spans, page, box: box ?? null };
  const sort = kindFor(grounds[0]);
  picked.clear();
  const changed = await add([place], sort, grounds);
  const mine = changed?.items.find((row) => row.hand && row.decided === changed.seq);
  if (mine) model.choose(mine.id, { from: "added" });
}

function draw(quiet) {
  document.querySelectorAll(".picking").forEach((element) => element.remove());
  if (!now) return;
  const spans = now.box ? [] : now.spans;
  const sheets = now.box ? [now.page] : [...new Set(spans.map((span) => span[0]))];
  for (const page of sheets) {
    const faces = pages.place(page)?.querySelectorAll(".face") ?? [];
    for (const face of faces) face.append(layer(page, spans));
  }
  if (quiet || !may.decide) return;
  const face = pages.place(sheets[0])?.querySelector(model.view === "original" ? ".original-face" : ".public-face");
  const made = bar(sheets[0], spans);
  if (face) find(".picking", face)?.append(made);
  made.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function layer(page, spans) {
  const [width, height] = model.pages[page];
  const holder = h("div", { class: "picking", "data-keep": true });
  const boxes = now.box ? [now.box] : wordsIn(page, spans).map((word) => word.slice(2));
  for (const [x0, y0, x1, y1] of joined(boxes)) {
    const element = h("span", { class: "picked" });
    Object.assign(element.style, { left: `${(100 * x0) / width}%`, top: `${(100 * y0) / height}%`, width: `${(100 * (x1 - x0)) / width}%`, height: `${(100 * (y1 - y0)) / height}%` });
    holder.append(element);
  }
  return holder;
}

export function wordsIn(page, spans) {
  const own = spans.filter((span) => span[0] === page);
  return (pages.part(page)?.words ?? []).filter((word) => own.some(([, start, end]) => word[0] < end && start < word[1]));
}

// Words beside each other on a line become one stripe.
function joined(boxes) {
  const found = [];
  for (const box of boxes) {
    const last = found.at(-1);
    const isBeside = last && Math.abs(last[1] - box[1]) < 3 && box[0] >= last[0] && box[0] - last[2] < 20;
    if (isBeside) { last[2] = Math.max(last[2], box[2]); last[3] = Math.max(last[3], box[3]); } else found.push([...box]);
  }
  return found;
}

function bar(page, spans) {
  const [width, height] = model.pages[page];
  const boxes = now.box ? [now.box] : wordsIn(page, spans).map((word) => word.slice(2));
  const bottom = Math.max(...boxes.map((box) => box[3]));
  const left = Math.min(...boxes.map((box) => box[0]));
  const code = ground();
  const kinds = h("select", { "aria-label": "Soort", onchange: (event) => { kind = event.target.value; } },
    ...Object.entries(model.kinds).map(([value, words]) => h("option", { value, selected: value === kindFor(code) }, words)));
  const element = h("div", { class: "pick-bar", role: "toolbar", "aria-label": `Met ${now.name ?? "de gekozen tekst"}` },
    h("button", { type: "button", class: "button small", "data-pick": "redact", onclick: () => redact([ground()]) }, `Weglakken ${code}`, h("kbd", {}, "Enter")),
    h("button", { type: "button", class: "button second small", onclick: () => picked.redactWith() }, "Andere grond", h("kbd", {}, "G")),
    kinds,
    now.box || now.name ? "" : h("button", { type: "button", class: "button second small", onclick: () => model.tell("find-wanted", { text: picked.text(), kind: kindFor(code) }) }, "Overal", h("kbd", {}, "F")),
    ...(now.inside?.length ? inside(now.inside) : []),
    h("button", { type: "button", class: "plain", "aria-label": "Niet kiezen", onclick: () => picked.clear() }, "×"));
  const isLow = bottom > height * 0.85;
  const right = Math.max(...boxes.map((box) => box[2]));
  if (left / width > 0.45) element.style.right = `${Math.max(0, 100 - (100 * right) / width)}%`;
  else element.style.left = `${(100 * left) / width}%`;
  if (isLow) element.style.bottom = `${100 - (100 * Math.min(...boxes.map((box) => box[1]))) / height}%`;
  else element.style.top = `${(100 * bottom) / height}%`;
  return element;
}

// What is proposed within a unit can be decided on in one go.
function inside(ids) {
  const all = (what) => () => { picked.clear(); model.tell(what, ids); };
  return [
    h("button", { type: "button", class: "button second small", onclick: all("approve-all") }, `${ids.length} voorstellen goedkeuren`),
    h("button", { type: "button", class: "button second small", onclick: all("reject-all") }, "Alles laten staan"),
  ];
}
