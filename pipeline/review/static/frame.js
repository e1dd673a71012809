// What every page does: theme, menus, the overlay of keys, tables that sort, acts not saved yet.
import { keys } from "./keys.js";
import { guardForms } from "./forms.js";
import { watchIdle } from "./idle.js";
import { watchUnsaved } from "./unsaved.js";
import { sortTables } from "./tables.js";
import { announce } from "./messages.js";

const find = (selector) => document.querySelector(selector);

find("[data-theme-toggle]").addEventListener("click", () => {
  dispatchEvent(new Event("lakwerk:theme"));
  announce(document.documentElement.dataset.theme === "dark" ? "Donker" : "Licht");
});
find("[data-keys]").addEventListener("click", () => keys.show());

// A menu closes when attention goes elsewhere.
const menu = find(".menu");
if (menu) {
  const summary = menu.querySelector("summary");
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    summary.focus();
  });
}

watchUnsaved();
watchIdle();
guardForms();
sortTables();
