/** The message of a finding: the rule's own words, with the figures that are tried. */

const SLOT = /\{([^{}]*)\}/g;
const MOST_NAMES = 8;

/** What is told of a finding; where the rule's words ask for what a page does not know, the names of its cells. */
function describe(finding, report, figures) {
  const {rule, check, failures} = finding;
  const {form, words} = report;
  const slots = failures.map((failure) => slotsOf(check, failure, report, figures));
  const items = slots.map((one, at) => fill(rule.item, one) || instanceName(failures[at].instance.id, form, words));
  const all = {...slots[0], count: String(failures.length), list: enumerate(items, words.andCounted)};
  const text = fill(form.texts[check.message], rule.merge ? all : slots[0]) ?? enumerate(items, words.andMore);
  const blanks = new Set(failures.flatMap((failure) => blanksOf(check, failure, figures)));
  const names = Array.from(blanks, (number) => cellName(form.cells[number], words));
  return text + (names.length ? words.blanks(enumerate(names, words.andMore)) : "");
}

/** The template with its slots filled; null if one of them is not known. */
function fill(template, slots) {
  const texts = Array.from(template.matchAll(SLOT), ([, name]) => slots[name]);
  return texts.includes(undefined) ? null : template.replace(SLOT, (_, name) => slots[name]);
}

function slotsOf(check, failure, report, figures) {
  const {answer, instance} = failure;
  const {form, words} = report;
  const sides = answer.left !== undefined && answer.right !== undefined;
  const {table, row, column, number} = partsOf(instance.id, form);
  const spot = answer.spot !== undefined && check.spots[answer.spot];
  const operands = spot ? figures.set(refer(spot.cells, instance)) : [];
  return {
    identity: sentence(check, failure, form, figures, words) || undefined,
    left: sides ? spell(answer.left) : undefined,
    right: sides ? spell(answer.right) : undefined,
    difference: sides ? spell(subtract(answer.left, answer.right)) : undefined,
    cells: enumerate(operands.map((one) => cellName(form.cells[one], words)), words.andMore),
    quote: instance.quote,
    table,
    row,
    column,
    value: number === undefined ? undefined : valueOf(number, report, figures),
  };
}

/** A figure, or what else is printed in a cell as it was read; only the page knows that. */
function valueOf(number, {form, printed}, figures) {
  const {state, value} = figures.at(number);
  if (state === "number") return spell(value);
  return figures.changes.has(number) || !["text", "placeholder"].includes(state) ? "" : printed?.(form.cells[number].field) ?? "";
}

/** The blank cells that were counted as 0; of the prose the rules say it themselves. */
function blanksOf(check, {answer, instance}, figures) {
  if (answer.relation === "in") return [];
  return figures.set(refer(check.blanks, instance)).filter((one) => figures.isBlank(one));
}

/** A list for a sentence; a long one is cut, and says how long it was. */
function enumerate(names, {divider, more}) {
  const shown = names.length <= MOST_NAMES + 1 ? names : names.slice(0, MOST_NAMES);
  return shown.join(divider) + (shown.length < names.length ? more(names.length, names.length - shown.length) : "");
}
