/** What stands under the report once figures are tried: the changes, what they do, and the note to copy. */

const MOST_LINKS = 8;

/** Fills the report's empty place with the parts of the panel; only the hint shows until something is changed. */
function buildPanel(place, report, hint) {
  const {words} = report;
  const heading = `${hint}-heading`;
  const panel = {
    place,
    summary: make("p", {class: "whatif-summary", role: "status", "aria-live": "polite"}),
    details: make("div", {class: "whatif-details", hidden: ""}),
  };
  place.setAttribute("role", "region");
  place.setAttribute("aria-labelledby", heading);
  place.append(
    make("h3", {id: heading}, words.heading),
    make("p", {class: "whatif-hint"}, words.hint(report.count)),
    make("span", {id: hint, hidden: ""}, words.describe),
    panel.summary,
    panel.details,
  );
  place.hidden = false;
  return panel;
}

/**
 * Shows the state of things.
 * @param {object} view {changes, counts, gone, fresh} of what is to be shown
 * @param {object} acts undo(field), reset() and go(field)
 */
function showPanel(panel, report, view, acts) {
  const {words} = report;
  const {changes, counts, gone, fresh} = view;
  panel.details.hidden = !changes.length;
  panel.place.classList.toggle("active", changes.length > 0);
  panel.details.replaceChildren();
  panel.summary.textContent = changes.length
    ? words.summary(changes.length, counts, gone, fresh.length)
    : words.restored;
  if (!changes.length) return;
  panel.details.append(make("h4", {}, words.changes), changeList(changes, report, acts));
  if (fresh.length) panel.details.append(make("h4", {}, words.fresh), freshList(fresh, report, acts));
  panel.details.append(...noteBox(correctionNote(report, changes), report, panel.place.id));
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
  const reset = make("button", {type: "button", class: "whatif-reset", click: acts.reset}, words.reset);
  return make("div", {class: "whatif-changes"}, make("ul", {}, ...items), reset);
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

function noteBox(text, report, section) {
  const {words} = report;
  const id = `${section || report.section}-whatif-note`;
  const area = make("textarea", {id, readonly: "", rows: "4", class: "whatif-note"});
  area.value = text;
  const done = make("span", {class: "whatif-copied", role: "status"});
  const copy = make(
    "button",
    {type: "button", class: "whatif-copy", click: () => copyNote(area, done, words)},
    words.copy,
  );
  return [make("h4", {}, make("label", {for: id}, words.note)), area, make("p", {}, copy, " ", done)];
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
