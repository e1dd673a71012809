// The page of persons: questions to the list, keys, and what colleagues do.
import { keys } from "../keys.js";
import { follow } from "../live.js";
import { toast } from "../messages.js";
import { counted, h } from "../elements.js";
import * as deeds from "./deeds.js";
import { offered, picked, show, shown } from "./detail.js";
import { choose, draw, focusList, isInList, move, nextOpen, redraw, tick, tickAll, untick, watchList } from "./list.js";
import { find, mayDecide, mayNote, model, root } from "./model.js";

const sieves = find("[data-sieves]");

// ------------------------------------------------------------------ showing

function count() {
  const { counts } = model;
  find('[data-counter="open"]').textContent = counts.open;
  find("[data-counter-words]").textContent = `van ${counted(counts.persons, "persoon", "personen")} nog te beslissen`;
  const bar = find("[data-progress]");
  Object.assign(bar, { max: Math.max(counts.persons, 1), value: counts.persons - counts.open });
  const told = { all: counts.persons, ...counts };
  for (const option of find("#people-sieve").options) option.textContent = `${option.dataset.words} (${told[option.value]})`;
}

async function reload({ keep = true } = {}) {
  try {
    if (!(await model.load({ atLeast: keep ? model.rows.length : 0 }))) return;
  } catch {
    return; // the list stays as it was
  }
  if (!keep || !model.current) model.current = model.row(model.current)?.id ?? model.rows[0]?.id ?? null;
  count();
  draw();
  bulk();
  await show(model.current);
}

function bulk() {
  const bar = find("[data-bulk]");
  const ids = [...model.ticked];
  bar.hidden = ids.length === 0;
  if (ids.length === 0) return;
  const first = model.row(ids[0]);
  const button = (words, run) => h("button", { type: "button", class: "button small second", onclick: run }, words);
  bar.replaceChildren(
    h("strong", { role: "status" }, `${ids.length} aangevinkt`),
    ...(mayDecide ? [
      button(`Weglakken met ${(first?.grounds.length ? first.grounds : ["5.1.2.e"]).join(" + ")}`, () => deeds.redact(ids, first?.grounds.length ? first.grounds : ["5.1.2.e"])),
      button("Andere grond …", () => deeds.askGrounds(ids)), button("Laten staan", () => deeds.keep(ids)),
      button("Rol …", () => deeds.askRole(ids)),
      ...(ids.length > 1 ? [button("Zijn dezelfde persoon", () => deeds.join(...joined(ids)))] : []),
    ] : []),
    h("button", { type: "button", class: "link", onclick: untick }, "Niets aanvinken"),
  );
}

// The one with most mentions keeps its place.
function joined(ids) {
  const [first, ...others] = [...ids].sort((one, other) => (model.row(other)?.mentions ?? 0) - (model.row(one)?.mentions ?? 0));
  return [first, others];
}

deeds.whenDone((answer, { moves = false, anew = false }) => {
  if (!answer || anew) return reload();
  count();
  if (answer.gone.length || answer.fresh) {
    const keeps = answer.rows[0]?.id ?? model.current;
    model.ticked.clear();
    model.current = keeps;
    return reload();
  }
  redraw(answer.rows.map((row) => row.id));
  const wasMany = model.ticked.size > 0;
  if (wasMany) untick();
  const isDecided = answer.rows.every((row) => row.open === 0);
  if (moves && isDecided && !wasMany && model.counts.open > 0) nextOpen();
  else show(model.current);
});

watchList((id) => {
  history.replaceState(null, "", id ? `#${id}` : " ");
  show(id);
}, bulk);

// -------------------------------------------------------------------- asking

let timer = null;
function ask() {
  clearTimeout(timer);
  const { search, sieve, role, document: place, order } = sieves.elements;
  model.wanted = { search: search.value, sieve: sieve.value, role: role.value || null, document: place.value ? Number(place.value) : null, order: order.value };
  reload({ keep: false });
}
sieves.addEventListener("input", (event) => {
  clearTimeout(timer);
  timer = setTimeout(ask, event.target.type === "search" ? 180 : 0);
});
sieves.addEventListener("submit", (event) => { event.preventDefault(); ask(); focusList(); });
find("[data-clear]").addEventListener("click", () => { sieves.reset(); ask(); });
find("[data-undo]")?.addEventListener("click", deeds.undo);
find("[data-redo]")?.addEventListener("click", deeds.redo);

// ---------------------------------------------------------------------- keys

const those = () => (model.ticked.size ? [...model.ticked] : model.current ? [model.current] : []);
const add = (group, key, label, run, when) => keys.add({ group, key, label, run, when });
const inList = (run) => () => { focusList(); run(); };

add("Lijst", "ArrowDown", "Volgende persoon", inList(() => move(1)), isInList);
add("Lijst", "ArrowUp", "Vorige persoon", inList(() => move(-1)), isInList);
add("Lijst", "PageDown", "Tien verder", inList(() => move(10)), isInList);
add("Lijst", "PageUp", "Tien terug", inList(() => move(-10)), isInList);
add("Lijst", "Home", "Eerste persoon", inList(() => move(-1e6)), isInList);
add("Lijst", "n", "Volgende die open staat", inList(nextOpen));
add("Lijst", " ", "Aanvinken", () => tick(model.current), isInList);
add("Lijst", "Mod+a", "Alles aanvinken wat de filters overlaten", tickAll, isInList);
add("Lijst", "/", "Zoeken", () => find("#people-search").focus());
add("Lijst", "ArrowRight", "Naar de gekozen persoon", () => find("[data-detail]").focus(), isInList);
add("Lijst", "ArrowLeft", "Terug naar de lijst", focusList, () => find("[data-detail]").contains(document.activeElement));
add("Lijst", "Escape", "Terug naar de lijst, niets aangevinkt", () => { untick(); focusList(); });
keys.add({ group: "Lijst", key: "Escape", typing: true, label: "Weg uit het zoekveld", run: focusList, when: () => document.activeElement?.id === "people-search" });

if (mayDecide) {
  add("Besluit", "w", "Weglakken met de grond die er staat", () => {
    const ids = those();
    const row = model.row(ids[0]);
    if (row) deeds.redact(ids, ids.length === 1 && shown.person?.id === row.id ? offered(shown.person) : row.grounds.length ? row.grounds : ["5.1.2.e"]);
  });
  for (let digit = 1; digit <= 9; digit += 1) {
    const ground = deeds.groundOf(String(digit));
    if (ground) add("Besluit", String(digit), `Weglakken met ${ground}`, () => those().length && deeds.redact(those(), [ground]));
  }
  add("Besluit", "0", "Kies uit alle gronden, of meer dan een", () => those().length && deeds.askGrounds(those()));
  add("Besluit", "l", "Laten staan", () => those().length && deeds.keep(those()));
  add("Besluit", "v", "Per plaats, zoals voorgesteld", () => those().length && deeds.asProposed(those()));
  add("Persoon", "b", "Bestuurder of ambtsdrager", () => those().length && deeds.giveRole(those(), "office_holder"));
  add("Persoon", "r", "Rol wijzigen", () => those().length && deeds.askRole(those()));
  add("Persoon", "s", "Aangevinkte personen samenvoegen", () => deeds.join(...joined([...model.ticked])), () => model.ticked.size > 1);
  add("Persoon", "p", "Aangevinkte vermeldingen afsplitsen", () => deeds.split(model.current, picked()), () => picked().length > 0);
  add("Persoon", "d", "Is dezelfde als op wie deze lijkt", () => deeds.join(model.current, [shown.person.doubts[0].person]), () => shown.person?.doubts.length > 0);
  add("Persoon", "a", "Is een ander dan op wie deze lijkt", () => deeds.differ(model.current, [shown.person.doubts[0].person]), () => shown.person?.doubts.length > 0);
  add("Algemeen", "Mod+z", "Ongedaan maken", deeds.undo);
  add("Algemeen", ["Mod+Shift+z", "Mod+y"], "Opnieuw doen", deeds.redo);
}
if (mayNote) add("Persoon", "t", "Notitie maken", () => model.current && deeds.askNote(model.current));

// --------------------------------------------------------------------- start

const named = location.hash.slice(1);
if (/^[\w-]+$/.test(named)) model.current = named;
await reload();
if (!model.row(model.current) && model.rows.length && !model.current) choose(model.rows[0].id);
focusList();
follow("/personen/handelingen", model.seq, (acts) => {
  const others = acts.filter((one) => one.who !== root.dataset.me);
  if (others.length === 0) return;
  toast(`${others.at(-1).who} heeft intussen iets gedaan. De lijst is bijgewerkt.`, { seconds: 4 });
  reload();
});
