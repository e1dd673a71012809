// Approving several at once, and the package that is made behind the page.
import { act } from "../acts.js";
import { h } from "../elements.js";
import { keys } from "../keys.js";
import { announce } from "../messages.js";
import { ask } from "../server.js";

const find = (selector) => document.querySelector(selector);

// ----------------------------------------------------------------- approving

const boxes = [...document.querySelectorAll('input[name="chosen"]')];
const every = find("[data-every]");
const button = find("[data-approve]");
function count() {
  const ticked = boxes.filter((box) => box.checked).length;
  if (every) Object.assign(every, { checked: ticked === boxes.length, indeterminate: ticked > 0 && ticked < boxes.length });
  if (button) button.disabled = ticked === 0;
}
boxes.forEach((box) => box.addEventListener("change", count));
every?.addEventListener("change", () => { boxes.forEach((box) => { box.checked = every.checked; }); count(); });
if (button) count();
if (boxes.length > 0) {
  keys.add({ key: "a", group: "Goedkeuring", label: "Alles aanvinken wat klaar is", run: () => { boxes.forEach((box) => { box.checked = true; }); count(); } });
  keys.add({ key: "Mod+Enter", group: "Goedkeuring", label: "Keur de aangevinkte goed", run: () => button.click(), when: () => !button.disabled });
}

// ---------------------------------------------------------------- the package

const go = find("[data-pack]");

async function watch() {
  find("[data-pack-words]").textContent = "Het pakket wordt gemaakt: elk document wordt gelakt en gecontroleerd.";
  find("[data-pack-points]").replaceChildren();
  go.disabled = true;
  for (let failures = 0; failures < 20;) {
    await new Promise((resolve) => { setTimeout(resolve, 600); });
    try {
      const told = await ask("/goedkeuring/pakket");
      failures = 0;
      if (!told.busy) { show(told); break; }
    } catch { failures += 1; }
  }
  go.disabled = false;
}

function show(told) {
  find("[data-pack-words]").textContent = told.name ? "Het pakket is klaar." : told.message;
  if (told.name) {
    const path = `/goedkeuring/pakket/${told.name}.zip`;
    find("[data-packages]").prepend(h("li", {}, h("a", { href: path, download: true }, "Het nieuwe pakket ophalen")));
  }
  if (told.points.length > 0) {
    find("[data-pack-points]").replaceChildren(
      h("p", { class: "message-title" }, "Er is niets gepubliceerd. Dit staat nog open:"),
      h("ul", { class: "open-list" }, ...told.points.map((point) => h("li", {}, point.document ? h("a", { href: `/stukken/${point.document}` }, `Document ${point.document}`) : "", `${point.document ? ": " : ""}${point.message}`))),
    );
    announce(`Er is niets gepubliceerd. Er staan nog ${told.points.length} dingen open.`, { now: true });
  }
}

go?.addEventListener("click", async () => {
  try {
    await act("/goedkeuring/pakket", {}, { label: "Publicatiepakket" });
    await watch();
  } catch { /* acts.js has said why */ }
});
if (go?.disabled) watch();
