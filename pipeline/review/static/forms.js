// Forms of a page are sent only when somebody is there to send them: what was typed is never lost to
// a session that is over or a server that is away.
import { refresh, signInAgain, SomebodyElse, whoAmI } from "./session.js";
import { toast } from "./messages.js";

const ready = new WeakSet();

export function guardForms() {
  if (!whoAmI().account) return;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const isOurs = form.method === "post" && !event.defaultPrevented && !form.matches("[data-sign-out]");
    if (!isOurs || ready.delete(form)) return;
    event.preventDefault();
    check(form, event.submitter);
  });
}

async function check(form, submitter) {
  try {
    if (!(await refresh())) await signInAgain();
    ready.add(form);
    form.requestSubmit(submitter);
  } catch (error) {
    const why = error instanceof SomebodyElse
      ? "In deze browser is nu iemand anders aangemeld. Er is niets verstuurd."
      : "De server is niet te bereiken. Wat u hebt ingevuld staat er nog; probeer het zo opnieuw.";
    toast(why, { kind: "bad" });
  }
}
