// Small makers of elements. Text goes in as text: nothing of a document is ever read as HTML.
//
//   h("button", { type: "button", class: "button", onclick: run }, "Opslaan")
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const icons = new URL("./icons.svg", import.meta.url).pathname;

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("viewBox", "0 0 24 24");
  use.setAttribute("href", `${icons}#${name}`);
  svg.append(use);
  return svg;
}

export const badge = (state, words) => h("span", { class: `badge ${state}` }, icon(`state-${state}`), words);
export const code = (ground) => h("span", { class: "ground" }, ground);
export const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;
