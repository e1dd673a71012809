// What colleagues do, within seconds: asks for the acts since the last one seen.
//
//   import { follow } from "./live.js";
//   follow("/stukken/12/handelingen", 340, (acts) => acts.forEach(apply));
//
// The server answers {acts: [...], next: number}. Rests while the page is out of sight and asks at
// once when it is looked at again. Own acts come along too: they carry the key that this page made.
import { ask } from "./server.js";

const EVERY_MS = 2000;
const SLOWEST_MS = 30000;

export function follow(path, since, use) {
  let next = since;
  let timer = null;
  let every = EVERY_MS;
  const stopped = new AbortController();

  async function look() {
    clearTimeout(timer);
    if (document.hidden || stopped.signal.aborted) return;
    try {
      const answer = await ask(`${path}?since=${next}`, { signal: stopped.signal, background: true });
      every = EVERY_MS;
      if (answer.next > next) {
        next = answer.next;
        use(answer.acts);
      }
    } catch {
      every = Math.min(every * 2, SLOWEST_MS); // signed out or unreachable: an act will say so
    }
    if (!stopped.signal.aborted) timer = setTimeout(look, every);
  }

  document.addEventListener("visibilitychange", look, { signal: stopped.signal });
  timer = setTimeout(look, every);
  return { now: look, stop: () => { stopped.abort(); clearTimeout(timer); } };
}
