// The pages: places of the right size for all of them, pictures and marks for those nearby.
import { ask } from "../server.js";
import { h, find, root } from "./dom.js";
import { drawMarks } from "./marks.js";
import { model } from "./model.js";
import { near } from "./near.js";
import * as pictures from "./pictures.js";

const paper = find("[data-paper]");
const MARGIN = "150% 0px";
const REST_MS = 90; // a page that only flies by is not asked for
const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const places = []; // one element per page
const parts = new Map(); // page -> {marks, words}
let zoom = 1;
let isFitted = true;
let shown = 0;

export const pages = {
  zoom: () => zoom,
  shown: () => shown,
  part: (page) => parts.get(page),
  place: (page) => places[page],
  paper,

  begin() {
    model.pages.forEach(([width, height], number) => places.push(makePlace(number, width, height)));
    paper.replaceChildren(...places);
    const watched = near(paper, MARGIN, mount, unmount);
    fit();
    places.forEach(watched.watch);
    new ResizeObserver(() => { if (isFitted) fit(); }).observe(paper);
    paper.addEventListener("scroll", () => requestAnimationFrame(lookWhere), { passive: true });
    model.on("view", () => { root.dataset.view = model.view; if (isFitted) fit(); places.filter((place) => place.loading).forEach(picture); });
    model.on("items", refresh);
    root.dataset.view = model.view;
  },

  // Brings a page to the top of the window.
  go(page, { smooth = false } = {}) {
    const place = places[Math.max(0, Math.min(places.length - 1, page))];
    paper.scrollTo({ top: place.offsetTop - 12, behavior: smooth ? "smooth" : "auto" });
    lookWhere();
  },

  step(by) {
    const at = STEPS.findIndex((step) => step >= zoom - 0.01);
    const next = by > 0 ? STEPS[Math.min(STEPS.length - 1, STEPS[at] > zoom + 0.01 ? at : at + 1)] : STEPS[Math.max(0, at - 1)];
    isFitted = false;
    setZoom(next);
  },

  fit() { isFitted = true; fit(); },

  // The marks of a page, once they are there.
  async ready(page) {
    mount(places[page]);
    start(places[page]);
    await places[page].loading;
    return places[page];
  },
};

function makePlace(number, width, height) {
  const place = h("div", { class: "sheet-place", role: "group", "data-page": number, "aria-label": `Pagina ${number + 1}` });
  place.style.setProperty("--w", width);
  place.style.setProperty("--h", height);
  return place;
}

function fit() {
  const widest = Math.max(...model.pages.map(([width]) => width));
  const many = model.view === "both" ? 2 : 1;
  const room = paper.clientWidth - 40 - (many - 1) * 12;
  setZoom(Math.min(Math.max(room / many / widest, 0.4), 1.4));
}

function setZoom(next) {
  const before = zoom;
  const place = places[shown];
  const into = place ? (paper.scrollTop - place.offsetTop) / before : 0;
  zoom = next;
  paper.style.setProperty("--zoom", zoom);
  find("[data-zoom-now]").textContent = `${Math.round(zoom * 100)}%`;
  if (place && before !== next) paper.scrollTop = place.offsetTop + into * next;
  places.filter((one) => one.loading).forEach(picture);
}

// Pixels per point of the pictures the server makes; enough for this screen.
function scale() {
  const wanted = zoom * Math.min(devicePixelRatio || 1, 2);
  return wanted <= 1 ? 1 : wanted <= 1.65 ? 2 : wanted <= 2.5 ? 3 : 4;
}

function mount(place) {
  if (place.isThere) return;
  place.isThere = true;
  const number = Number(place.dataset.page);
  const make = (side) => {
    const image = h("img", { alt: "", draggable: "false", decoding: "async" });
    image.addEventListener("error", () => failed(image));
    return h("div", { class: `face ${side}` }, image, h("div", { class: "marks" }));
  };
  const side = h("p", { class: "sheet-number" }, `${number + 1}`);
  place.replaceChildren(make("public-face"), make("original-face"), side);
  place.timer = setTimeout(() => start(place), REST_MS);
  model.tell("mounted", place);
}

function start(place) {
  clearTimeout(place.timer);
  if (!place.isThere || place.loading) return;
  picture(place);
  place.leaving = new AbortController();
  place.loading = load(place, Number(place.dataset.page), place.leaving.signal);
}

function unmount(place) {
  if (!place.isThere || place.contains(document.activeElement) || place.querySelector("[data-keep]")) return;
  place.isThere = false;
  clearTimeout(place.timer);
  place.leaving?.abort();
  place.loading = null;
  place.querySelectorAll("img").forEach(pictures.drop);
  place.replaceChildren();
}

function picture(place) {
  const path = `${model.base}/beelden/${model.picture}/${place.dataset.page}-${scale()}`;
  for (const face of place.querySelectorAll(".face")) {
    const image = face.querySelector("img");
    const isSeen = model.view === "both" || face.classList.contains(model.view === "original" ? "original-face" : "public-face");
    if (isSeen) pictures.load(image, path);
  }
}

function failed(image) {
  if (!image.parentElement || !image.dataset.wanted || image.parentElement.querySelector(".no-picture")) return;
  image.after(h("p", { class: "no-picture" }, "Deze pagina kon niet worden getoond. Laad de pagina opnieuw of open het oorspronkelijke bestand."));
}

async function load(place, number, signal) {
  try {
    const part = await ask(`${model.base}/paginas/${number}`, { signal });
    parts.set(number, part);
    part.letters = Array.from(part.text); // as the server counts: by character
    if (place.isThere) { drawMarks(place, part); readable(place, part); }
    model.tell("drawn", number);
  } catch { /* the picture is there; the marks come when somebody looks again */ }
}

// What the picture says, for who does not see it and for the browser's own search.
function readable(place, part) {
  place.querySelector(".page-text")?.remove();
  place.querySelector(".sheet-number").before(h("div", { class: "unseen page-text" }, part.text));
}

// Changed items: their places may have changed too, so those pages ask again.
function refresh(ids) {
  const touched = new Set();
  for (const id of ids) model.items.get(id)?.pages.forEach((page) => touched.add(page));
  for (const place of places) {
    const number = Number(place.dataset.page);
    if (!place.isThere) { if (touched.has(number)) parts.delete(number); continue; }
    const part = parts.get(number);
    if (!part) continue;
    const known = new Map(part.marks.map((mark) => [mark[0], mark]));
    const isMoved = [...ids].some((id) => model.items.has(id) ? model.items.get(id).pages.includes(number) && (!known.has(id) || spansOf(id) !== known.get(id).spans) : false);
    if (isMoved) place.loading = load(place, number);
    else if ([...ids].some((id) => known.has(id))) drawMarks(place, part);
  }
}

export function spansOf(id) {
  const row = model.items.get(id);
  return JSON.stringify([row.spans, row.box]);
}

function lookWhere() {
  const middle = paper.scrollTop + paper.clientHeight / 3;
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const at = Math.ceil((low + high) / 2);
    if (places[at].offsetTop <= middle) low = at;
    else high = at - 1;
  }
  if (low === shown) return;
  shown = low;
  model.tell("page", shown);
}
