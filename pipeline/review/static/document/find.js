// Find and redact: where a text stands in the case, to untick before anything happens.
import { ask, Refused } from "../server.js";
import { toast } from "../messages.js";
import { h, find, findAll, may } from "./dom.js";
import { add, lastGrounds } from "./decide.js";
import { askGrounds, quickGrounds } from "./grounds.js";
import { model } from "./model.js";

const dialog = find("[data-find-dialog]");
const form = find("[data-find-form]");
const box = find("[data-find-hits]");
const foot = find("[data-find-foot]");
const kinds = find("[data-find-kind]");
let hits = [];
let grounds = [];

export const finding = {
  begin() {
    if (!may.decide) return;
    kinds.append(...Object.entries(model.kinds).map(([value, words]) => h("option", { value }, words)));
    form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
    find("[data-find-add]").addEventListener("click", redact);
    find("[data-find-ground]").addEventListener("click", async () => { const chosen = await askGrounds(grounds); if (chosen) { grounds = chosen; tell(); } });
    box.addEventListener("change", (event) => { if (event.target.dataset.all) all(event.target); tell(); });
    model.on("find-wanted", (wanted) => finding.open(wanted));
  },

  open({ text = "", kind = "person", grounds: own = [] } = {}) {
    form.elements.term.value = text;
    kinds.value = kind;
    grounds = own.length > 0 ? own : [lastGrounds()[0] ?? quickGrounds()[0]];
    show([], "");
    dialog.showModal();
    form.elements.term.select();
    if (text) look();
  },
};

async function look() {
  const { term, whole, everywhere } = form.elements;
  show([], "Bezig met zoeken …");
  try {
    const body = { term: term.value, whole: whole.checked, everywhere: everywhere.checked };
    const answer = await ask(`${model.base}/zoeken`, { method: "POST", body });
    show(answer.hits, answer.hits.length === 0 ? "Deze tekst staat nergens." : "");
    if (answer.hits.length >= answer.most) toast(`Er zijn meer dan ${answer.most} plaatsen. Zoek preciezer.`, { kind: "look" });
  } catch (error) {
    show([], error instanceof Refused ? error.message : "De server is niet te bereiken. Probeer het zo nog eens.");
  }
}

function show(found, words) {
  hits = found;
  const byDocument = Map.groupBy(hits.map((hit, index) => ({ ...hit, index })), (hit) => hit.document);
  box.replaceChildren(...(words ? [h("p", { class: "soft", role: "status" }, words)] : []), ...[...byDocument].map(group));
  foot.hidden = hits.length === 0;
  tell();
}

function group([number, listed]) {
  const title = `${model.titles[number]} (${listed.length})`;
  return h("section", { class: "find-group" },
    h("h3", {}, h("label", { class: "check" }, h("input", { type: "checkbox", "data-all": number, checked: listed.some((hit) => !hit.covered) }), h("span", {}, title))),
    h("ul", {}, ...listed.map((hit) => h("li", {}, h("label", { class: `find-hit${hit.covered ? " covered" : ""}` },
      h("input", { type: "checkbox", "data-hit": hit.index, "data-of": number, checked: !hit.covered, disabled: hit.covered }),
      h("span", {}, h("span", { class: "soft" }, `p. ${hit.page + 1}  `), "…", flat(hit.before), h("mark", {}, flat(hit.text)), flat(hit.after), "…", hit.covered ? h("span", { class: "soft" }, " (gaat al weg)") : ""))))));
}

const flat = (text) => text.replace(/\s+/g, " ");

function all(box_) {
  findAll(`[data-of="${box_.dataset.all}"]:not(:disabled)`, box).forEach((one) => { one.checked = box_.checked; });
}

const ticked = () => findAll("[data-hit]:checked:not(:disabled)", box).map((one) => hits[Number(one.dataset.hit)]);

function tell() {
  const count = ticked().length;
  const button = find("[data-find-add]");
  button.textContent = count === 1 ? "1 plaats weglakken" : `${count} plaatsen weglakken`;
  button.disabled = count === 0;
  find("[data-find-ground]").textContent = `Grond: ${grounds.join(" + ")}`;
}

async function redact() {
  const places = ticked().map((hit) => ({ document: hit.document, spans: hit.spans, page: hit.page }));
  if (places.length === 0) return;
  const changed = await add(places, kinds.value, grounds, form.elements.term.value);
  if (changed) dialog.close();
}
