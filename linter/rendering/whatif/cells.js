/** The cells of the re-drawn tables: how they are reached, and how a changed one looks. */

/** The elements of a report's cells by field. */
function cellElements(section) {
  return new Map(Array.from(section.querySelectorAll("td[data-field]"), (td) => [td.dataset.field, td]));
}

/** One cell of each table can be reached by Tab; how the arrow keys walk on is the page's matter. */
function makeReachable(section) {
  for (const table of section.querySelectorAll("table")) {
    const first = table.querySelector("td[data-field]");
    if (first && !table.querySelector("td[data-field][tabindex]")) first.tabIndex = 0;
  }
}

function focusCell(td) {
  if (!td.hasAttribute("tabindex")) td.tabIndex = -1;
  reveal(td);
  td.focus();
}

/** The old figure struck through, and the new one beside it. */
function showChange(td, text) {
  hideChange(td);
  const figure = figureOf(td);
  const old = make("del", {class: "whatif-old"});
  old.append(...figure.childNodes);
  figure.append(old);
  figure.after(make("ins", {class: "whatif-new"}, text));
  td.classList.add("changed");
  td.dataset.now = text;
}

function hideChange(td) {
  td.querySelector("ins.whatif-new")?.remove();
  const old = td.querySelector("del.whatif-old");
  if (old) old.replaceWith(...old.childNodes);
  td.classList.remove("changed");
  delete td.dataset.now;
}

/** Where a cell's figure stands; a cell that shows none gets a place for it. */
function figureOf(td) {
  const found = td.querySelector(".figure");
  if (found) return found;
  const made = make("span", {class: "figure"});
  made.append(...td.childNodes);
  td.append(made);
  return made;
}

/** What is printed in a cell, without the change. */
function printedIn(td) {
  return td ? figureOf(td).textContent.trim() : "";
}
