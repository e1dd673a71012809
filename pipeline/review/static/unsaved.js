// Shows what is not saved yet: a count in the bar, a list with the reason in a dialog.
import { retry, unsaved } from "./acts.js";
import { announce } from "./messages.js";

const WHY = {
  sending: "Deze handelingen worden nu opgeslagen.",
  unreachable: "De server is niet te bereiken. Deze handelingen worden vanzelf opnieuw verstuurd; laat deze pagina open.",
  "signed-out": "Uw sessie is verlopen. Na het aanmelden worden deze handelingen opgeslagen.",
  "somebody-else": "In deze browser is nu iemand anders aangemeld. Deze handelingen worden niet onder diens naam opgeslagen. Meld u in een ander tabblad weer aan onder uw eigen naam en probeer het dan opnieuw.",
};
const PATIENCE_MS = 400; // an act that is saved at once flashes nothing

export function watchUnsaved() {
  const button = document.querySelector("[data-unsaved]");
  const dialog = document.querySelector("[data-unsaved-dialog]");
  let timer = null;
  let wasTrouble = false;

  const show = () => {
    const { count, labels, state } = unsaved();
    button.hidden = count === 0;
    button.textContent = `Nog niet opgeslagen: ${count}`;
    dialog.querySelector("[data-unsaved-why]").textContent = count ? WHY[state] ?? "" : "Alles is opgeslagen.";
    dialog.querySelector("[data-unsaved-list]").replaceChildren(...labels.map(item));
  };

  addEventListener("lakwerk:unsaved", () => {
    const { count, state } = unsaved();
    const isTrouble = count > 0 && state !== "sending";
    if (isTrouble && !wasTrouble) announce(WHY[state], { now: true });
    if (wasTrouble && count === 0) announce("Alles is opgeslagen.");
    wasTrouble = isTrouble || (wasTrouble && count > 0);
    clearTimeout(timer);
    if (count === 0 || isTrouble) show();
    else timer = setTimeout(show, PATIENCE_MS);
  });
  button.addEventListener("click", () => { show(); dialog.showModal(); });
  dialog.querySelector("[data-unsaved-retry]").addEventListener("click", retry);
}

function item(label) {
  const element = document.createElement("li");
  element.textContent = label;
  return element;
}
