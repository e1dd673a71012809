// One place for keys. A page registers what it has; the overlay shows exactly that.
//
//   import { keys } from "./keys.js";
//   keys.add({ key: "j", label: "Volgende", group: "Lijst", run: () => next() });
//   keys.add({ key: "Mod+z", label: "Ongedaan maken", group: "Algemeen", run: undo });
//
// `key` is a KeyboardEvent.key, with Mod+ (Ctrl, or Cmd on a Mac), Shift+ or Alt+ before it; several
// may be given in a list. A sign that needs shift on some keyboards ("?") is written bare. `when`
// says whether the key works now, `typing: true` that it works in a field too, `hold` what happens
// when the key is let go. Keys rest while somebody types in a field or a dialog is open.
const entries = [];
const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
const held = new Map();

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
  const alt = event.altKey ? "Alt+" : "";
  // Of a letter or a named key shift is told; of a sign it is how the sign is made.
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key)) ? "Shift+" : "";
  return mod + alt + shift + key;
}

function isTyping(target) {
  return target instanceof Element && target.closest(
    "input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable]",
  ) !== null;
}

function names(entry) {
  return [entry.key].flat().map((key) => key.replace(/(^|\+)([A-Z])$/, (_, plus, letter) => plus + letter.toLowerCase()));
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const name = nameOf(event);
  const typing = isTyping(event.target);
  const entry = entries.findLast((one) => one.names.includes(name) && (!typing || one.typing) && (!one.when || one.when()));
  if (!entry) return;
  event.preventDefault();
  if (entry.hold) {
    if (event.repeat) return;
    held.set(event.code, entry.hold);
  }
  entry.run(event);
});

function letGo(code) {
  held.get(code)?.();
  held.delete(code);
}
document.addEventListener("keyup", (event) => letGo(event.code));
addEventListener("blur", () => [...held.keys()].forEach(letGo));

const WORDS = {
  ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", " ": "spatie", Enter: "Enter", Escape: "Esc",
  Mod: isMac ? "⌘" : "Ctrl", Shift: "Shift", Alt: "Alt", Delete: "Del", PageUp: "PgUp", PageDown: "PgDn",
};

function shown(key) {
  const parts = key === "+" ? ["+"] : key.split("+");
  return parts.map((part) => {
    const element = document.createElement("kbd");
    element.textContent = WORDS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    return element;
  });
}

function line(entry) {
  const term = document.createElement("dt");
  [entry.key].flat().forEach((key, index) => {
    if (index > 0) term.append(" of ");
    shown(key).forEach((part, at) => term.append(...(at > 0 ? [" "] : []), part));
  });
  const words = document.createElement("dd");
  words.textContent = entry.label;
  return [term, words];
}

export const keys = {
  // Registers a key and returns a function that takes it away again.
  add(entry) {
    const kept = { group: "Algemeen", ...entry, names: names(entry) };
    entries.push(kept);
    return () => entries.splice(entries.indexOf(kept), 1);
  },

  // Shows the keys that work on this page.
  show() {
    const columns = document.createElement("div");
    columns.className = "keys-columns";
    for (const [title, listed] of Map.groupBy(entries, (entry) => entry.group)) {
      const group = document.createElement("section");
      group.className = "keys-group";
      const heading = document.createElement("h3");
      heading.textContent = title;
      const list = document.createElement("dl");
      list.append(...listed.flatMap(line));
      group.append(heading, list);
      columns.append(group);
    }
    const dialog = document.querySelector("[data-keys-dialog]");
    dialog.querySelector("[data-keys-list]").replaceChildren(columns);
    dialog.showModal();
  },
};

keys.add({ key: "?", label: "Deze lijst met toetsen", run: () => keys.show() });
