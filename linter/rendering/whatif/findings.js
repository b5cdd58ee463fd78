/** The findings of the page beside those of the changed figures. */

/**
 * The article of each finding that the unchanged figures give.
 * @returns {Map} from a finding's key to its article
 */
function articlesOf(section, findings) {
  const articles = Array.from(section.querySelectorAll("article.finding"));
  const found = new Map();
  for (const finding of findings) {
    const like = articles.filter((one) => one.dataset.rule === finding.rule.code && one.dataset.instance === finding.group);
    const article = like.find((one) => marks(one, finding)) || like[0];
    if (article) {
      found.set(keyOf(finding), article);
      articles.splice(articles.indexOf(article), 1);
    }
  }
  return found;
}

/** Whether an article's cells are those of a finding, where a rule has several findings in one table. */
function marks(article, finding) {
  return fieldsOf(article).includes(finding.failures[0].instance.id);
}

function fieldsOf(article) {
  return (article.dataset.fields || "").split(/[\s,]+/).filter(Boolean);
}

function keyOf(finding) {
  return `${finding.rule.code} ${finding.group} ${finding.rule.checks.indexOf(finding.check)}`;
}

/**
 * What became of each finding of the unchanged figures, and which are new.
 * @returns {{fates: Map, fresh: Array}} fates by key: settled, undecided, or still with its words
 */
function sortOut(report, before, now, figures) {
  const current = new Map(now.findings.map((one) => [keyOf(one), one]));
  const doubts = new Set(now.doubts.map(({rule, group}) => `${rule} ${group}`));
  const fates = new Map();
  for (const finding of before.findings) {
    const key = keyOf(finding);
    const still = current.get(key);
    if (still) fates.set(key, {fate: "still", text: describe(still, report, figures), same: finding.told});
    else fates.set(key, {fate: doubts.has(`${finding.rule.code} ${finding.group}`) ? "undecided" : "settled"});
  }
  const known = new Set(fates.keys());
  return {fates, fresh: now.findings.filter((one) => !known.has(keyOf(one)))};
}

/** Marks an article by its fate; one that is as before loses its mark. */
function markArticle(article, fate, words) {
  article.querySelector(".whatif-state")?.remove();
  article.classList.remove("settled", "undecided");
  if (!fate || (fate.fate === "still" && (!fate.text || fate.text === fate.same))) return;
  if (fate.fate !== "still") article.classList.add(fate.fate);
  const text = fate.fate === "still" ? words.still(fate.text) : words[fate.fate];
  article.prepend(make("p", {class: "whatif-state"}, text));
}

/** Cells whose findings are all settled, and cells that new findings speak of. */
function markCells(elements, articles, fates, fresh, report, figures) {
  const open = new Set();
  const gone = new Set();
  for (const [key, article] of articles) {
    const settled = fates.get(key)?.fate === "settled";
    fieldsOf(article).forEach((field) => (settled ? gone : open).add(field));
  }
  const told = fresh.flatMap((finding) => cellsOfFinding(finding, report, figures));
  const alarmed = new Set(told.map((cell) => cell.field));
  for (const [field, td] of elements) {
    td.classList.toggle("settled", gone.has(field) && !open.has(field) && !alarmed.has(field));
    td.classList.toggle("alarmed", alarmed.has(field));
  }
}

/** The cells that a finding speaks of: those it compares, else its own cell or row; zeros only if all are. */
function cellsOfFinding(finding, report, figures) {
  const cells = allCellsOf(finding, report, figures);
  const telling = cells.filter((cell) => {
    const value = figures.cell(report.numbers.get(cell.field));
    return value === null || unequal(value, 0n);
  });
  return telling.length ? telling : cells;
}

function allCellsOf(finding, {form}, figures) {
  return finding.failures.flatMap(({answer, instance}) => {
    if (answer.spot !== undefined && !finding.rule.merge) {
      const numbers = figures.set(refer(finding.check.spots[answer.spot].cells, instance));
      return numbers.map((number) => form.cells[number]);
    }
    return form.cells.filter((cell) => cell.field === instance.id || cell.row.id === instance.id);
  });
}
