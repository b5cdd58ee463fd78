/** Reports and their cells on the page: each report is judged only once somebody changes a figure of it. */

const FORMS = new Map();
const REPORTS = new Map();
const q = {
  figure, add, subtract, multiply, equal, unequal, less, atMost, more, atLeast, total, sums, integer, percent, change,
  and, or, not, implies, every, some, none, count, known, pairs, pick, isWithin,
  plain, compare, within, both, follows, either,
};

/** Takes the checks of a form: `build` is given the functions that its conditions call. */
function form(name, build) {
  const made = build(q);
  FORMS.set(name, {...made, cells: cellsOf(made.tables)});
}

/** Takes a report's data, and brings its section of the page to life. */
function report(data) {
  const own = {...data, form: FORMS.get(data.form), words: WORDS[data.lang], changes: new Map()};
  REPORTS.set(data.section, own);
  if (typeof document === "undefined") return;
  const start = () => attach(own);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, {once: true});
  else start();
}

/** The checks of a report with its constants, its cells as they were read, and the numbers of its fields. */
function readied(own) {
  if (!own.prepared) {
    own.prepared = prepare(own.form, own);
    own.read = own.cells.map(cellOf);
    own.numbers = new Map(own.form.cells.map((cell, number) => [cell.field, number]));
  }
  return own;
}

/** Judges a report with other cells, spelled as in its data, by field; for tests and scripts. */
function judgeReport(section, cells) {
  const own = readied(REPORTS.get(section));
  const changes = new Map(Object.entries(cells).map(([field, text]) => [own.numbers.get(field), cellOf(text)]));
  const figures = new Figures(own.form, own.read, changes);
  const found = judgeAll(own.prepared, figures);
  return {...found, findings: found.findings.map((one) => asPlain(one, own, figures))};
}

function asPlain(finding, own, figures) {
  const {answer} = finding.failures[0];
  const compared = finding.failures.length === 1 && answer.left !== undefined && answer.right !== undefined;
  return {
    rule: finding.rule.code,
    group: finding.group,
    check: finding.rule.checks.indexOf(finding.check),
    severity: finding.severity,
    failed: finding.failures.map(({instance}) => instance.id),
    left: compared ? spell(answer.left) : null,
    right: compared ? spell(answer.right) : null,
    text: describe(finding, own, figures),
  };
}

/** Makes the cells of a section editable. */
function attach(own) {
  const section = document.getElementById(own.section);
  const place = section?.querySelector(".whatif");
  const paper = section?.querySelector(".paper");
  if (!place || !paper) return;
  const hint = `${own.section}-whatif-hint`;
  const page = {own, section, elements: cellElements(section), panel: buildPanel(place, paper, own, hint)};
  own.printed = (field) => printedIn(page.elements.get(field));
  makeReachable(section);
  buildTrials(page);
  section.classList.add("editable");
  section.addEventListener("click", (event) => onClick(page, event));
  section.addEventListener("keydown", (event) => onKey(page, event));
  section.addEventListener("focusin", (event) => cellAt(event)?.setAttribute("aria-describedby", hint));
}

function cellAt(event) {
  return event.target.closest("a, button, input, textarea, select") ? null : event.target.closest("td[data-field]");
}

function onClick(page, event) {
  const td = cellAt(event);
  if (td && page.elements.get(td.dataset.field) === td) edit(page, td);
}

function onKey(page, event) {
  const td = cellAt(event);
  if (!td || event.target !== td || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!["Enter", " ", "F2"].includes(event.key)) return;
  event.preventDefault();
  edit(page, td);
}

function edit(page, td) {
  const own = readied(page.own);
  const number = own.numbers.get(td.dataset.field);
  if (number === undefined) return;
  const cell = own.form.cells[number];
  const now = own.changes.get(number) || own.read[number];
  const about = {
    name: placeName(cell, own.words),
    text: now.state === "number" ? spell(now.value) : "",
    decimals: cell.decimals,
  };
  openEditor(td, about, own.words, (changed, stay) => {
    if (changed !== undefined) setCell(page, number, changed);
    if (stay) focusCell(td);
  });
}

/** Notes a change; what equals the figure as it was read is none. */
function setCell(page, number, cell) {
  const {own} = page;
  const read = own.read[number];
  const same = read.state === cell.state && (cell.state === "empty" || equal(read.value, cell.value));
  if (same) own.changes.delete(number);
  else own.changes.set(number, cell);
  update(page);
}

function update(page) {
  const {own} = page;
  const before = baseline(page);
  const figures = new Figures(own.form, own.read, own.changes);
  const now = judgeAll(own.prepared, figures);
  const {fates, fresh} = sortOut(own, before, now, figures);
  for (const [key, article] of page.articles) markArticle(article, fates.get(key), own.words);
  markCells(page.elements, page.articles, fates, fresh, own, figures);
  showCells(page);
  showTrials(page);
  const view = {
    changes: listChanges(page),
    counts: countsOf(now),
    gone: before.findings
      .filter((one) => fates.get(keyOf(one)).fate === "settled")
      .map((finding) => ({finding, article: page.articles.get(keyOf(finding))})),
    fresh: fresh.map((finding) => ({
      finding,
      text: describe(finding, own, figures),
      cells: cellsOfFinding(finding, own, figures),
    })),
  };
  showPanel(page.panel, own, view, {
    undo: (field) => undo(page, field),
    reset: () => reset(page),
    go: (field) => go(page, field),
  });
}

/** What the unchanged figures give, told once; the page's articles are found by it. */
function baseline(page) {
  if (!page.before) {
    const {own} = page;
    const figures = new Figures(own.form, own.read, new Map());
    const before = judgeAll(own.prepared, figures);
    before.findings.forEach((one) => (one.told = describe(one, own, figures)));
    page.articles = articlesOf(page.section, before.findings);
    page.before = before;
  }
  return page.before;
}

function countsOf(found) {
  const failed = new Set(found.findings.map(({rule, group}) => `${rule.code} ${group}`)).size;
  return {held: found.held, failed, doubts: found.doubts.length};
}

function listChanges({own, elements}) {
  return Array.from(own.changes, ([number, after]) => {
    const cell = own.form.cells[number];
    return {cell, before: {...own.read[number], text: printedIn(elements.get(cell.field))}, after};
  });
}

function showCells({own, elements}) {
  for (const [field, td] of elements) {
    const change = own.changes.get(own.numbers.get(field));
    if (change) showChange(td, change.state === "empty" ? own.words.blank : spell(change.value));
    else if (td.classList.contains("changed")) hideChange(td);
  }
}

function undo(page, field) {
  page.own.changes.delete(page.own.numbers.get(field));
  update(page);
  go(page, field);
}

function reset(page) {
  const [number] = page.own.changes.keys();
  page.own.changes.clear();
  update(page);
  go(page, page.own.form.cells[number].field);
}

function go(page, field) {
  const td = page.elements.get(field);
  if (td) focusCell(td);
}
