// Undo and redo without end. A page remembers how each act is taken back; this file knows the order.
//
//   import { history } from "./history.js";
//   history.remember({ label: "Besluit over een persoon", undo: () => act(...), redo: () => act(...) });
//
// Taking back is an act of its own: the server's record only grows. What fails stays where it was.
import { keys } from "./keys.js";
import { toast } from "./messages.js";

const done = [];
const undone = [];
let isBusy = false;

async function move(from, to, how, said) {
  const step = from.at(-1);
  if (!step || isBusy) return;
  isBusy = true;
  try {
    await step[how]();
    to.push(from.pop());
    toast(`${said}: ${step.label}`, { seconds: 3 });
  } catch { // acts.js has said what went wrong
  } finally {
    isBusy = false;
    tell();
  }
}

const tell = () => dispatchEvent(new CustomEvent("lakwerk:history", { detail: { undo: done.length, redo: undone.length } }));

export const history = {
  remember(step) {
    done.push(step);
    undone.length = 0;
    tell();
  },
  undo: () => move(done, undone, "undo", "Ongedaan gemaakt"),
  redo: () => move(undone, done, "redo", "Opnieuw gedaan"),
};

keys.add({ key: "Mod+z", label: "Ongedaan maken", run: history.undo });
keys.add({ key: ["Mod+Shift+z", "Mod+y"], label: "Opnieuw doen", run: history.redo });
