// Reasons: shows which blanks are left while somebody types, and jumps to the next one.
const BLANK = /\[[^\]]+\]/g;

for (const form of document.querySelectorAll("[data-reasons]")) {
  const area = form.elements.text;
  const list = form.querySelector("[data-blanks]");
  const show = () => {
    const left = [...new Set(area.value.match(BLANK) ?? [])];
    list.hidden = left.length === 0;
    list.replaceChildren(...left.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    form.querySelector("[data-next-blank]").hidden = left.length === 0;
  };
  area.addEventListener("input", show);
  form.querySelector("[data-next-blank]").addEventListener("click", () => {
    const found = [...area.value.matchAll(BLANK)];
    const next = found.find((one) => one.index >= area.selectionEnd) ?? found[0];
    if (!next) return;
    area.focus();
    area.setSelectionRange(next.index, next.index + next[0].length);
  });
  let isSent = false;
  form.addEventListener("submit", () => { isSent = true; });
  const first = area.value;
  addEventListener("beforeunload", (event) => { if (!isSent && area.value !== first) event.preventDefault(); });
  show();
}
