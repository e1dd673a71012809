// Pictures of pages, few at a time and the last one asked for first: an act never waits behind them.
const MOST = 3;
const waiting = [];
let flying = 0;

export function load(image, path) {
  if (image.dataset.wanted === path) return;
  image.dataset.wanted = path;
  waiting.unshift(image);
  pump();
}

// Stops what is no longer looked at.
export function drop(image) {
  delete image.dataset.wanted;
  if (image.getAttribute("src") && !image.complete) image.removeAttribute("src");
  image.dispatchEvent(new Event("dropped"));
}

function pump() {
  while (flying < MOST && waiting.length > 0) {
    const image = waiting.shift();
    if (!image.isConnected || !image.dataset.wanted) continue;
    flying += 1;
    const ended = new AbortController();
    const done = () => { ended.abort(); flying -= 1; pump(); };
    for (const end of ["load", "error", "dropped"]) image.addEventListener(end, done, { signal: ended.signal });
    image.src = image.dataset.wanted;
  }
}
