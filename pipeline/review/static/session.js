// Who is signed in on this page, and signing in again without leaving it.
const meta = (name) => document.querySelector(`meta[name="${name}"]`);
const channel = "BroadcastChannel" in window ? new BroadcastChannel("lakwerk") : null;

// The session is somebody else's now: what this person left unsaved must not be sent as theirs.
export class SomebodyElse extends Error {}

export function whoAmI() {
  return { account: meta("account")?.content ?? null, formToken: meta("form-token").content };
}

function takeOver(who) {
  if (who.account !== whoAmI().account) throw new SomebodyElse();
  meta("form-token").content = who.form_token;
  document.querySelectorAll("input[name=form_token]").forEach((field) => { field.value = who.form_token; });
}

// A page that somebody opened tells pages that wait elsewhere: they may go on without a dialog.
if (whoAmI().account) channel?.postMessage("signed in");

// Learns the token anew, as another tab may have signed in again. False: nobody is signed in.
export async function refresh() {
  const answer = await fetch("/ik", { headers: { Accept: "application/json" } });
  if (!answer.ok) return false;
  takeOver(await answer.json());
  return true;
}

async function send(path, fields) {
  const body = new URLSearchParams({ ...fields, form_token: await doorToken() });
  return fetch(path, { method: "POST", headers: { Accept: "application/json" }, body });
}

// Before the sign-in forms have a token of their own; the door's page holds it.
async function doorToken() {
  const page = await fetch("/aanmelden", { headers: { Accept: "text/html" } });
  const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
  return parsed.querySelector('meta[name="form-token"]').content;
}

let waiting = null;

// Asks to sign in again, in a dialog on this page; resolves once that is done.
export function signInAgain() {
  waiting ??= askAgain().finally(() => { waiting = null; });
  return waiting;
}

function askAgain() {
  const dialog = document.querySelector("[data-again]").content.querySelector("dialog").cloneNode(true);
  document.body.append(dialog);
  const form = dialog.querySelector("[data-again-form]");
  const error = dialog.querySelector("[data-again-error]");
  const tell = (text) => { error.textContent = text; error.hidden = !text; };
  tell("");
  dialog.showModal();
  const ended = new AbortController();
  const { signal } = ended;
  return new Promise((resolve, reject) => {
    const done = (finish, value) => { ended.abort(); dialog.remove(); finish(value); };
    const attempt = async (signIn) => {
      try {
        if (await signIn()) done(resolve);
      } catch (failure) {
        if (failure instanceof SomebodyElse) done(reject, failure);
        else tell("De server is niet te bereiken. Probeer het zo nog eens.");
      }
    };
    dialog.addEventListener("cancel", (event) => event.preventDefault(), { signal });
    channel?.addEventListener("message", () => attempt(refresh), { signal });
    dialog.querySelector("[data-again-link]")?.addEventListener("click", () => send("/aanmelden/nieuwe-link", {}), { signal });
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(async () => {
        const answer = await send(form.getAttribute("action"), Object.fromEntries(new FormData(form)));
        const said = await answer.json();
        tell(answer.ok ? "" : said.message);
        if (!answer.ok) return false;
        form.reset();
        takeOver(said);
        channel?.postMessage("signed in");
        return true;
      });
    }, { signal });
  });
}
