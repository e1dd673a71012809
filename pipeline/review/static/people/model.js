// The persons that the page holds: a window on a list that the server keeps.
import { ask } from "../server.js";

export const root = document.querySelector("[data-people]");
export const find = (selector, within = document) => within.querySelector(selector);
export const mayDecide = root.dataset.mayDecide === "1";
export const mayNote = root.dataset.mayNote === "1";

export const STATES = {
  open: ["open", "te beslissen"], redact: ["approved", "weglakken"], keep: ["kept", "blijft staan"],
  mixed: ["looked", "per plaats"], public: ["kept", "laten staan"],
};

// The badge of a person: a decision, or else what the machine proposes.
export function standing(row) {
  if (row.state === "public") return ["proposed", "voorstel: laten staan"];
  if (row.state === "open" && row.action === "redact") return ["proposed", "voorstel: weglakken"];
  return STATES[row.state];
}

export const ROLES = Object.fromEntries([...find("#people-role").options].filter((one) => one.value).map((one) => [one.value, one.textContent]));
export const GROUNDS = [...document.querySelectorAll("[data-grounds] input[type=checkbox]")].map((box) => ({
  code: box.value, key: box.dataset.key, label: box.closest("label").querySelector("[data-ground-label]").textContent,
}));

const PIECE = 100;

export const model = {
  rows: [], found: 0, seq: Number(root.dataset.seq), counts: null,
  current: null, // an id
  ticked: new Set(),
  wanted: { search: "", sieve: "all", role: null, document: null, order: "work" },
  lastGrounds: null, // the ones used last are offered where the machine has none

  // Asks for persons from the start, or the next piece.
  async load({ more = false, atLeast = PIECE } = {}) {
    const start = more ? this.rows.length : 0;
    const most = more ? PIECE : Math.min(Math.max(atLeast, PIECE), 500);
    const asked = JSON.stringify(this.wanted);
    const answer = await ask("/personen/lijst", { method: "POST", body: { ...this.wanted, start, most } });
    if (asked !== JSON.stringify(this.wanted)) return false; // another question was asked meanwhile
    this.rows = more ? [...this.rows, ...answer.rows] : answer.rows;
    Object.assign(this, { found: answer.found, counts: answer.counts, seq: answer.seq });
    return true;
  },

  row(id) { return this.rows.find((one) => one.id === id); },

  // Takes over what an act changed; rows keep their place until the list is asked for anew.
  take(answer) {
    const changed = new Map(answer.rows.map((row) => [row.id, row]));
    const gone = new Set(answer.gone);
    this.rows = this.rows.filter((row) => !gone.has(row.id)).map((row) => changed.get(row.id) ?? row);
    gone.forEach((id) => this.ticked.delete(id));
    Object.assign(this, { counts: answer.counts, seq: answer.seq });
  },
};
