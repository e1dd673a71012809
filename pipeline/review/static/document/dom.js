// The page of a document: where it is, and what who is signed in may do in it.
export { h, icon } from "../elements.js";

export const root = document.querySelector("[data-document]");
export const find = (selector, within = document) => within.querySelector(selector);
export const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];
export const may = {
  decide: root.dataset.mayDecide === "1",
  note: root.dataset.mayNote === "1",
  approve: root.dataset.mayApprove === "1",
};
