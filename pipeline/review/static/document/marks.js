// The marks on a page: one button per item, with the ground where the text will be gone.
import { h } from "./dom.js";
import { model, named, stateOf, STATES } from "./model.js";
import { spansOf } from "./pages.js";

const SIGNS = { look: "?", proposed: "", approved: "✓", rejected: "×", added: "+", kept: "", void: "∅" };

export function drawMarks(place, part) {
  const number = Number(place.dataset.page);
  const [width, height] = model.pages[number];
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.item : null;
  for (const face of place.querySelectorAll(".face")) {
    const isPublic = face.classList.contains("public-face");
    const drawn = [];
    for (const mark of part.marks) {
      const row = model.items.get(mark[0]);
      if (!row) continue;
      mark.spans ??= spansOf(row.id);
      drawn.push(...draw(row, mark[1], width, height, isPublic, number));
    }
    face.querySelector(".marks").replaceChildren(...drawn);
  }
  if (focused) markOf(focused, place)?.focus({ preventScroll: true });
}

function draw(row, boxes, width, height, isPublic, number) {
  const state = stateOf(row);
  const label = row.grounds.join(" ");
  const goes = row.goes || (state === "proposed");
  const isFirst = number === row.page;
  return boxes.map((box, at) => {
    const isHandle = at === 0 && isFirst;
    const attributes = { class: `mark ${state}${goes ? " goes" : ""}${row.id === model.current ? " now" : ""}${row.box ? " area" : ""}`, "data-item": row.id };
    const element = isHandle
      ? h("button", { ...attributes, type: "button", tabindex: row.id === model.current ? "0" : "-1", "aria-label": named(row), title: STATES[state] })
      : h("span", { ...attributes, "aria-hidden": "true" });
    lay(element, box, width, height);
    if (at === 0) element.append(words(state, goes, label, box, width, isPublic));
    return element;
  });
}

function lay(element, [x0, y0, x1, y1], width, height) {
  const share = (part, whole) => `${(100 * part) / whole}%`;
  element.style.left = share(x0, width);
  element.style.top = share(y0, height);
  element.style.width = share(x1 - x0, width);
  element.style.height = share(y1 - y0, height);
}

// The code in letters that fit; the sign of the state stands before it where there is room.
function words(state, goes, label, [x0, y0, x1, y1], width, isPublic) {
  const text = goes && isPublic ? label : "";
  const sign = SIGNS[state];
  const full = [sign, text].filter(Boolean).join(" ");
  const room = x1 - x0 - 1;
  const most = Math.min((y1 - y0) * 0.72, 11);
  const size = Math.max(Math.min(most, room / Math.max(full.length * 0.54, 1)), Math.min(most, 4.5));
  const element = h("span", { class: "mark-words", "aria-hidden": "true" });
  if (sign) element.append(h("b", {}, sign));
  if (text) element.append(text);
  element.style.fontSize = `${(100 * size) / width}cqw`;
  return element;
}

export function markOf(id, within = document) {
  return within.querySelector(`.${model.view === "original" ? "original" : "public"}-face button.mark[data-item="${CSS.escape(id)}"]`);
}
