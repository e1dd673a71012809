// The page of components: its buttons do acts of no consequence.
import { act } from "./acts.js";
import { history } from "./history.js";
import { keys } from "./keys.js";
import { toast } from "./messages.js";

async function doAct(word) {
  try {
    await act("/_ontwerp/handeling", { word }, { label: "Voorbeeld" });
    history.remember({ label: "Voorbeeld", undo: () => act("/_ontwerp/handeling", { word: "terug" }, { label: "Voorbeeld terug" }), redo: () => act("/_ontwerp/handeling", { word }, { label: "Voorbeeld" }) });
    toast("De handeling is opgeslagen.", { kind: "good" });
  } catch { /* acts.js has said why */ }
}

for (const button of document.querySelectorAll("[data-act]")) button.addEventListener("click", () => doAct(button.dataset.act));
for (const button of document.querySelectorAll("[data-toast]")) {
  const { toast: kind } = button.dataset;
  button.addEventListener("click", () => toast(kind === "good" ? "Het stuk is goedgekeurd." : "Het stuk kon niet worden gelezen.", { kind }));
}
keys.add({ key: "g", label: "Voorbeeldhandeling", group: "Voorbeeld", run: () => doAct("ja") });
