// Paragraphs and agenda items, to decide on as a whole: signs in the margin, or by key.
import { ask } from "../server.js";
import { announce } from "../messages.js";
import { keys } from "../keys.js";
import { h, find, findAll, may, root } from "./dom.js";
import { approve, reject } from "./decide.js";
import { model } from "./model.js";
import { pages } from "./pages.js";
import { picked, wordsIn } from "./picked.js";

let every = null; // what the server says, once asked
let isOn = false;

export const units = {
  begin() {
    if (!may.decide) return;
    model.on("drawn", (page) => { if (isOn) draw(page); });
    model.on("approve-all", (ids) => ids.forEach((id) => approve(model.items.get(id))));
    model.on("reject-all", (ids) => ids.forEach((id) => reject(model.items.get(id))));
    keys.add({ key: "u", label: "Volgende alinea of agendapunt kiezen", group: "Zelf kiezen", run: () => next(1) });
    keys.add({ key: "Shift+u", label: "Vorige alinea of agendapunt kiezen", group: "Zelf kiezen", run: () => next(-1) });
  },

  async toggle() {
    isOn = !isOn;
    root.classList.toggle("with-units", isOn);
    find("[data-do=units]").setAttribute("aria-pressed", String(isOn));
    if (!isOn) { picked.clear(); findAll(".unit").forEach((one) => one.remove()); return; }
    await load();
    findAll("[data-page]").filter((place) => place.isThere).forEach((place) => draw(Number(place.dataset.page)));
  },
};

async function load() {
  if (every) return;
  announce("Bezig met laden …");
  try { every = (await ask(`${model.base}/onderdelen`)).units; } catch { every = []; }
}

async function next(by) {
  if (!isOn) await units.toggle();
  const now = picked.get()?.unit;
  const page = pages.shown();
  const start = now === undefined ? every.findIndex((unit) => unit.spans[0][0] >= page) - (by > 0 ? 1 : 0) : now;
  const at = start + by;
  if (!every[at]) { announce("Hier is geen alinea meer."); return; }
  await pages.ready(every[at].spans[0][0]);
  pick(at);
  find(".picked")?.scrollIntoView({ block: "center" });
}

function pick(at) {
  const unit = every[at];
  const inside = [...model.items.values()].filter((row) => row.open && row.spans.length > 0 && row.spans.every((span) => unit.spans.some((one) => one[0] === span[0] && one[1] <= span[1] && span[2] <= one[2])));
  picked.set({ page: unit.spans[0][0], spans: unit.spans, name: unit.name, unit: at, inside: inside.map((row) => row.id) });
}

function draw(page) {
  const place = pages.place(page);
  const face = place.querySelector(".public-face");
  if (!face) return;
  face.querySelectorAll(".unit").forEach((one) => one.remove());
  const [, height] = model.pages[page];
  const taken = [];
  every.forEach((unit, at) => {
    if (unit.spans[0][0] !== page) return;
    const [first] = wordsIn(page, [unit.spans[0]]);
    if (!first) return;
    const sign = h("button", { type: "button", class: "unit", "aria-label": `${unit.name}, pagina ${page + 1}`, title: unit.name, onclick: () => pick(at) }, unit.name === "Alinea" ? "¶" : "§");
    const beside = taken.filter((y) => Math.abs(y - first[3]) < 8).length;
    taken.push(first[3]);
    sign.style.top = `${(100 * first[3]) / height}%`;
    sign.style.left = `${0.3 + 1.6 * beside}rem`;
    face.append(sign);
  });
}
