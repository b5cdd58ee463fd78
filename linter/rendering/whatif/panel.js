/** The bar at the lower edge of the window while figures are tried: the changes, what they do, the note to copy. */

const MOST_LINKS = 4;
const WIDE = "(min-width: 1220px)";
const FAREWELL = 6000;

/** Fills the report's empty place with the bar, which shows once something is changed; the hint stands at `top`. */
function buildPanel(place, top, report, hint) {
  const {words} = report;
  const id = `${report.section}-whatif`;
  const panel = {
    place,
    heading: make("h3", {}, words.heading),
    summary: make("p", {class: "whatif-summary", role: "status"}),
    actions: make("div", {class: "whatif-actions"}),
    details: make("div", {class: "whatif-details", id}),
    open: typeof matchMedia !== "function" || matchMedia(WIDE).matches,
  };
  panel.fold = make(
    "button",
    {type: "button", class: "whatif-fold", "aria-controls": id, click: () => unfold(panel, !panel.open)},
    words.details,
  );
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", words.region(report.section.replace(/\D/g, "")));
  place.append(make("div", {class: "whatif-bar"}, panel.heading, panel.summary, panel.actions), panel.details);
  top.prepend(make("p", {class: "whatif-hint"}, words.hint(report.count)), make("span", {id: hint, hidden: ""}, words.describe));
  place.hidden = false;
  unfold(panel, panel.open);
  keepClear(place);
  return panel;
}

function unfold(panel, open) {
  panel.open = open;
  panel.fold.setAttribute("aria-expanded", String(open));
  panel.details.hidden = !open || !panel.details.childElementCount;
}

/** Tells the style how much of the window the bar covers. */
function keepClear(place) {
  if (typeof ResizeObserver !== "function") return;
  const measure = () => place.parentElement.style.setProperty("--whatif", `${place.offsetHeight}px`);
  new ResizeObserver(measure).observe(place);
}

/**
 * Shows the state of things.
 * @param {object} view {changes, counts, gone, fresh} of what is to be shown
 * @param {object} acts undo(field), reset() and go(field)
 */
function showPanel(panel, report, view, acts) {
  const {words} = report;
  const {changes, counts, gone, fresh} = view;
  clearTimeout(panel.farewell);
  panel.place.classList.add("active");
  panel.details.replaceChildren();
  panel.actions.replaceChildren();
  panel.summary.textContent = changes.length
    ? words.summary(changes.length, counts, gone.length, fresh.length)
    : words.restored;
  if (changes.length) {
    const reset = make("button", {type: "button", class: "whatif-reset", click: acts.reset}, words.reset);
    panel.actions.append(panel.fold, reset);
    panel.details.append(part(words.changes, changeList(changes, report, acts)));
    if (gone.length) panel.details.append(part(words.gone, goneList(gone)));
    if (fresh.length) panel.details.append(part(words.fresh, freshList(fresh, report, acts)));
    panel.details.append(noteBox(correctionNote(report, changes), report));
  } else {
    panel.farewell = setTimeout(() => panel.place.classList.remove("active"), FAREWELL);
  }
  unfold(panel, panel.open);
}

function part(heading, ...content) {
  return make("div", {class: "whatif-part"}, make("h4", {}, heading), ...content);
}

function changeList(changes, report, acts) {
  const {words} = report;
  const items = changes.map(({cell, before, after}) => {
    const name = placeName(cell, words);
    const undo = make(
      "button",
      {type: "button", class: "whatif-undo", "aria-label": words.undoOne(name), click: () => acts.undo(cell.field)},
      words.undo,
    );
    const text = words.change("", shortly(before, words), shortly(after, words));
    return make("li", {"data-field": cell.field}, cellLink(cell, report, acts, name), text, " ", undo);
  });
  return make("ul", {class: "whatif-changes"}, ...items);
}

/** The findings that are settled, each with a link to its article. */
function goneList(gone) {
  const items = gone.map(({finding, article}) => {
    const name = `${finding.rule.code} ${finding.rule.title}`;
    return make("li", {}, article ? make("a", {href: `#${article.id}`}, name) : name);
  });
  return make("ul", {class: "whatif-gone"}, ...items);
}

function freshList(fresh, report, acts) {
  const {words} = report;
  const items = fresh.map(({finding, text, cells}) => {
    const severity = make("span", {class: `severity ${finding.severity}`}, words.severities[finding.severity]);
    const head = make("strong", {}, `${finding.rule.code} ${finding.rule.title}`);
    const links = cells.slice(0, MOST_LINKS).map((cell) => cellLink(cell, report, acts, cellName(cell, words)));
    return make(
      "li",
      {class: "whatif-finding", "data-rule": finding.rule.code, "data-instance": finding.group},
      severity, " ", head, make("p", {}, text), make("p", {class: "whatif-links"}, ...links),
    );
  });
  return make("ul", {class: "whatif-fresh"}, ...items);
}

function cellLink(cell, report, acts, name) {
  return make("button", {type: "button", class: "whatif-go", click: () => acts.go(cell.field)}, name);
}

function noteBox(text, report) {
  const {words} = report;
  const id = `${report.section}-whatif-note`;
  const area = make("textarea", {id, readonly: "", rows: "4", class: "whatif-note"});
  area.value = text;
  const done = make("span", {class: "whatif-copied", role: "status"});
  const copy = make(
    "button",
    {type: "button", class: "whatif-copy", click: () => copyNote(area, done, words)},
    words.copy,
  );
  return part(make("label", {for: id}, words.note), area, make("p", {}, copy, " ", done));
}

/** To the clipboard, or selected where a page may not write there. */
async function copyNote(area, done, words) {
  try {
    await navigator.clipboard.writeText(area.value);
    done.textContent = words.copied;
  } catch {
    area.focus();
    area.select();
    done.textContent = words.selected;
  }
}
