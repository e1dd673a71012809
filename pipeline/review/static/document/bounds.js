// Wider and narrower, word by word, at the end or the start of the chosen item.
import { announce } from "../messages.js";
import { resize } from "./decide.js";
import { model } from "./model.js";
import { pages } from "./pages.js";

// `side` is "end" or "start"; `by` 1 moves it to the right, -1 to the left.
export async function moveBound(side, by) {
  const row = model.item;
  if (!row || row.state === "void" || row.spans.length === 0) return;
  const at = side === "end" ? row.spans.length - 1 : 0;
  const [page, start, end] = row.spans[at];
  await pages.ready(page);
  const words = pages.part(page)?.words ?? [];
  const next = side === "end" ? endAt(words, start, end, by) : startAt(words, start, end, by);
  if (next === null) { announce("Verder kan het niet."); return; }
  const spans = row.spans.map((span, index) => (index === at ? (side === "end" ? [page, start, next] : [page, next, end]) : span));
  const changed = await resize(row, spans);
  if (changed) announce(by > 0 === (side === "end") ? "Een woord breder." : "Een woord smaller.");
}

function endAt(words, start, end, by) {
  if (by > 0) return words.find((word) => word[1] > end)?.[1] ?? null;
  return words.findLast((word) => word[1] < end && word[0] >= start)?.[1] ?? null;
}

function startAt(words, start, end, by) {
  if (by < 0) return words.findLast((word) => word[0] < start)?.[0] ?? null;
  return words.find((word) => word[0] > start && word[1] <= end)?.[0] ?? null;
}
