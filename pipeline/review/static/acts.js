// Acts: what somebody decides. Each has a key of its own, is sent in order, and is never lost
// silently: without a connection it waits, is counted on the screen, and is sent again.
//
//   import { act } from "./acts.js";
//   const answer = await act("/personen/7/besluit", { verdict: "redact" }, { label: "Besluit over een persoon" });
//
// The promise is fulfilled with the server's answer, or rejected with Refused when the server says
// no; the message is then already on the screen. `label` names the act in the list of what waits:
// never with text of a document. Show the result at once and take it back on Refused.
import { ask, Refused, SignedOut, Unreachable } from "./server.js";
import { refresh, signInAgain, SomebodyElse } from "./session.js";
import { toast } from "./messages.js";

const waiting = []; // {path, body, method, key, label, resolve, reject}
let isSending = false;
let wake = null;
let state = "idle"; // idle, sending, unreachable, signed-out, somebody-else

export const STALE = "Deze pagina is verouderd. Laad haar opnieuw.";
const PAUSES = [1, 2, 4, 8, 15, 30];

export function act(path, body = {}, { label = "Handeling", method = "POST", key = newKey() } = {}) {
  return new Promise((resolve, reject) => {
    waiting.push({ path, body, method, key, label, resolve, reject });
    tell("sending");
    send();
  });
}

// What is not saved yet, in order, and how it stands.
export function unsaved() {
  return { count: waiting.length, labels: waiting.map((one) => one.label), state };
}

// Tries at once instead of after a pause.
export function retry() {
  wake?.();
  send();
}

// crypto.randomUUID exists on secure origins only; loopback is one, a test's address may not be.
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

async function send() {
  if (isSending) return;
  isSending = true;
  let failures = 0;
  while (waiting.length > 0) {
    const outcome = await attempt(waiting[0]);
    if (outcome === "done") {
      waiting.shift();
      failures = 0;
      tell(waiting.length > 0 ? "sending" : "idle");
    } else if (outcome === "unreachable") {
      tell("unreachable");
      await pause(PAUSES[Math.min(failures, PAUSES.length - 1)]);
      failures += 1;
    } else if (outcome === "stop") {
      waiting[0].isRefreshed = false; // somebody may come back under their own name
      break;
    }
  }
  isSending = false;
}

async function attempt(one) {
  try {
    const answer = await ask(one.path, one);
    one.resolve(answer);
    return "done";
  } catch (error) {
    if (error instanceof Unreachable) return "unreachable";
    if (error instanceof SignedOut) return again(signInAgain);
    if (error instanceof Refused && error.status === 403 && error.message === STALE && !one.isRefreshed) {
      one.isRefreshed = true;
      return again(async () => { if (!(await refresh())) await signInAgain(); });
    }
    if (error instanceof Refused) toast(`${one.label}: ${error.message}`, { kind: "bad" });
    one.reject(error);
    return "done";
  }
}

// The act stays first in the row until whoever did it has signed in again.
async function again(signIn) {
  tell("signed-out");
  try {
    await signIn();
    return "again";
  } catch (error) {
    if (!(error instanceof SomebodyElse)) return "unreachable";
    tell("somebody-else");
    return "stop";
  }
}

function pause(seconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    wake = () => { clearTimeout(timer); resolve(); };
  });
}

function tell(now) {
  state = now;
  dispatchEvent(new CustomEvent("lakwerk:unsaved", { detail: unsaved() }));
}

addEventListener("online", retry);
addEventListener("beforeunload", (event) => { if (waiting.length > 0) event.preventDefault(); });
