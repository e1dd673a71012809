// What stands in the document, as the server last told it. Everything else draws this.
//
// `model.on(name, use)`: "items" (some changed: a set of ids), "status" (pages seen, progress),
// "current" (another item is chosen), "view" (how the page is shown).
import { root } from "./dom.js";

const listeners = new Map();

export const STATES = {
  look: "bekijken", proposed: "voorgesteld", approved: "goedgekeurd", rejected: "afgewezen",
  added: "zelf toegevoegd", kept: "blijft staan", void: "vervallen",
};

export const model = {
  number: Number(root.dataset.document),
  base: `/stukken/${root.dataset.document}`,
  items: new Map(),
  order: [], // ids, as they are read
  status: {},
  seq: 0,
  since: 0, // what this person had seen of the document before
  current: null,
  scope: "here",
  view: "public",

  on(name, use) {
    if (!listeners.has(name)) listeners.set(name, []);
    listeners.get(name).push(use);
  },

  tell(name, value) {
    (listeners.get(name) ?? []).forEach((use) => use(value));
  },

  begin(content) {
    Object.assign(this, {
      seq: content.seq, since: content.since, pages: content.pages, picture: content.picture,
      kinds: content.kinds, roles: content.roles, grounds: content.grounds, unread: content.unread,
      titles: content.titles, me: content.me, version: content.version, status: content,
    });
    for (const row of content.items) this.items.set(row.id, row);
    this.void = content.void;
    for (const row of content.void) this.items.set(row.id, row);
    this.sort();
  },

  // Takes over what the server says has changed; older news than what is known changes nothing.
  apply(change) {
    if (!change || change.seq < this.seq) return;
    if (change.version !== this.version) { this.tell("version", change); return; }
    this.seq = change.seq;
    const ids = new Set(change.items.map((row) => row.id));
    for (const row of change.items) this.items.set(row.id, row);
    for (const id of change.gone) if (this.items.get(id)?.state !== "void") { this.items.delete(id); ids.add(id); }
    this.status = { ...this.status, ...change };
    if (ids.size > 0) {
      this.sort();
      this.tell("items", ids);
    }
    this.tell("status");
    if (this.current && !this.items.has(this.current)) this.choose(null);
  },

  sort() {
    const at = (row) => (row.spans.length > 0 ? row.spans[0][1] : Infinity);
    const rows = [...this.items.values()].sort((one, other) => one.page - other.page || at(one) - at(other) || (one.id < other.id ? -1 : 1));
    this.order = rows.map((row) => row.id);
  },

  choose(id, { from = null } = {}) {
    if (id === this.current) { this.tell("again", { id, from }); return; }
    const before = this.current;
    this.current = id;
    this.scope = "here";
    this.tell("current", { id, before, from });
  },

  get item() { return this.items.get(this.current) ?? null; },

  show(view) {
    this.view = view;
    this.tell("view", view);
  },
};

// The state of an item in one word of STATES.
export function stateOf(row) {
  if (row.state !== "proposed") return row.state;
  if (row.action === "look") return "look";
  return row.action === "keep" ? "kept" : "proposed";
}

export const isNew = (row) => row.first > model.since || (row.decided > model.since && row.who !== model.me);

// What a screen reader says of an item, without its text.
export function named(row) {
  const kind = model.kinds[row.kind] ?? row.kind;
  const grounds = row.grounds.join(" en ");
  return [kind, STATES[stateOf(row)], grounds, `pagina ${row.page + 1}`].filter(Boolean).join(", ");
}
