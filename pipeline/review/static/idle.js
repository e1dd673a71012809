// Warns before a session ends because nothing happens, and lets it go on (WCAG 2.2.1).
import { refresh, whoAmI } from "./session.js";
import { toast } from "./messages.js";

const WARN_S = 120;
const LOOK_MS = 5000;

export function watchIdle() {
  const idle = Number(document.querySelector('meta[name="idle"]').content);
  if (!whoAmI().account) return;
  let since = performance.now();
  let close = null;
  const goesOn = () => {
    since = performance.now();
    close?.();
    close = null;
  };
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("lakwerk-idle") : null;
  tabs?.addEventListener("message", goesOn);
  // Whatever a person asks of the server keeps the session; ./server.js tells of it.
  addEventListener("lakwerk:asked", () => { goesOn(); tabs?.postMessage("here"); });
  tabs?.postMessage("here");

  setInterval(() => {
    const left = idle - (performance.now() - since) / 1000;
    if (left > WARN_S || left < 0 || close) return;
    const action = { label: "Aangemeld blijven", run: () => refresh().then(() => dispatchEvent(new Event("lakwerk:asked"))) };
    close = toast("Over twee minuten wordt u afgemeld, omdat u al een tijd niets hebt gedaan.", { kind: "look", action, seconds: left });
  }, LOOK_MS);
}
