// Tables that sort: <table data-sort> with <th data-sort-key>; a cell may say data-sort-value.
const compare = new Intl.Collator("nl", { numeric: true, sensitivity: "base" }).compare;

export function sortTables(root = document) {
  for (const head of root.querySelectorAll("table[data-sort] th[data-sort-key]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(head));
  }
}

function sort(head) {
  const isUp = head.getAttribute("aria-sort") !== "ascending";
  const table = head.closest("table");
  table.querySelectorAll("th[aria-sort]").forEach((one) => one.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
  const value = (row) => {
    const cell = row.cells[head.cellIndex];
    return cell.dataset.sortValue ?? cell.textContent.trim();
  };
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((one, other) => compare(value(one), value(other)) * (isUp ? 1 : -1));
  body.append(...rows);
}
