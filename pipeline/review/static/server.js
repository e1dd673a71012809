// Talking with the server: one function for asking, with the token of this page's forms.
import { whoAmI } from "./session.js";

// The server answered, and said no. `status` tells how, `message` in Dutch why.
export class Refused extends Error {
  constructor(status, message, body) {
    super(message);
    Object.assign(this, { status, body });
  }
}

// The server did not answer, or only something between here and there did.
export class Unreachable extends Error {}

// The session is over: somebody must sign in again.
export class SignedOut extends Error {}

const HOLLOW = new Set([502, 503, 504]);

// Asks the server something and returns its JSON. `body` is sent as JSON; `key` names an act;
// `background`: nobody did anything, so it does not keep the session alive.
export async function ask(path, { method = "GET", body, key, signal, background = false } = {}) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") headers["X-Form-Token"] = whoAmI().formToken;
  if (background) headers["X-Background"] = "1";
  else dispatchEvent(new Event("lakwerk:asked"));
  if (key) headers["Idempotency-Key"] = key;
  const isBlob = body instanceof Blob || body instanceof FormData;
  if (body !== undefined && !isBlob) headers["Content-Type"] = "application/json";
  let answer;
  try {
    const sent = body === undefined || isBlob ? body : JSON.stringify(body);
    answer = await fetch(path, { method, headers, body: sent, signal, credentials: "same-origin" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Unreachable();
  }
  return read(answer);
}

async function read(answer) {
  if (HOLLOW.has(answer.status)) throw new Unreachable();
  if (answer.status === 401) throw new SignedOut();
  const isJson = answer.headers.get("content-type")?.startsWith("application/json");
  const content = isJson ? await answer.json().catch(() => null) : null;
  if (answer.ok) return content;
  throw new Refused(answer.status, content?.message ?? "De server gaf een antwoord dat hier niet wordt begrepen.", content);
}
