// Messages to the user: seen in a corner, heard by a screen reader.

// Says something to a screen reader only.
export function announce(text, { now = false } = {}) {
  const region = document.querySelector(now ? "[data-announce-now]" : "[data-announce]");
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 30); // the same words twice are heard twice
}

// Shows a message in the corner. `kind`: good, bad, look or tell. What is bad stays until closed.
// `action`: {label, run} gives the message a button, such as "Ongedaan maken".
export function toast(text, { kind = "tell", action = null, seconds = 6 } = {}) {
  const element = document.createElement("div");
  element.className = `toast ${kind}`;
  const words = document.createElement("p");
  words.textContent = text;
  element.append(words);
  const close = () => element.remove();
  if (action) element.append(button("link", action.label, () => { close(); action.run(); }));
  const shut = button("plain", "×", close);
  shut.setAttribute("aria-label", "Bericht sluiten");
  element.append(shut);
  document.querySelector("[data-toasts]").append(element);
  announce(text, { now: kind === "bad" });
  if (kind !== "bad") vanish(element, seconds * 1000);
  return close;
}

function button(className, text, run) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = text;
  element.addEventListener("click", run);
  return element;
}

// Takes a message away, but never while somebody points at it or has its button in focus.
function vanish(element, after) {
  const timer = setTimeout(() => {
    if (element.matches(":hover, :focus-within")) vanish(element, 2000);
    else element.remove();
  }, after);
  element.addEventListener("pointerdown", () => clearTimeout(timer), { once: true });
}
