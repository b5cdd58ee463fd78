/** A failed comparison in words, with its figures: `A 8 + B 1 = 9, should equal C 4; they differ by 5`. */

const MOST_TERMS = 9;
const FEW_TERMS = 4;

function sentence(check, {answer, instance}, form, figures, words) {
  if (answer.spot === undefined || answer.left === undefined) return "";
  const spot = check.spots[answer.spot];
  if (answer.relation === "in") return said(spot, answer, instance, form, figures, words);
  const writer = identityWriter(spot, instance, form, figures, words);
  const sides = [writer.side(spot.left, answer.left), writer.side(spot.right, answer.right)];
  const text = words.identity(sides[0], words.relations[answer.relation], sides[1]);
  const differ = spot.bare || equal(answer.left, answer.right);
  return writer.prefix + text + (differ ? "" : words.differ(spell(distance(answer.left, answer.right))));
}

/** The prose, then every reading of the tables that was tried, and how far off the nearest is. Readings that come to
    less than nothing are left out unless one of them is the nearest. */
function said(spot, answer, instance, form, figures, words) {
  if (answer.right === undefined) return "";
  const writer = identityWriter(spot, instance, form, figures, words, false);
  const reading = (side, value) => (side === "%" ? `${spell(value)}%` : writer.side(side, value));
  const possible = answer.tried.filter(({value}) => equal(value, answer.right) || !less(value, 0n));
  const readings = possible.map(({at, value}) => reading(spot.options[at], value));
  const difference = spell(distance(answer.left, answer.right));
  const differ = readings.length > 1 ? words.nearest(difference) : words.differ(difference);
  return words.said(instance.quote || spell(answer.left), readings) + differ;
}

/** Writes the sides of one comparison; what all its cells `may` share, a row or a column, is said once, in front. */
function identityWriter(spot, instance, form, figures, words, may = true) {
  const operands = figures.set(refer(spot.cells, instance)).map((number) => form.cells[number]);
  const oneRow = new Set(operands.map((cell) => cell.row.id)).size === 1;
  const oneColumn = !oneRow && new Set(operands.map((cell) => `${cell.table}.${cell.column.id}`)).size === 1;
  const shared = may && operands.length > 1 && (oneRow || oneColumn);
  const label = (cell) => (!shared ? cellName(cell, words) : oneRow ? cell.column.name : cell.row.name);

  /** One cell of a side; zeros of a sum are idle. */
  const term = (number, sign, kind) => {
    const name = label(form.cells[number]);
    const value = figures.cell(number);
    const text = figures.isBlank(number) ? words.isBlank(name) : `${name} ${spell(value)}`;
    return {sign, text, idle: kind === 1 && equal(value, 0n)};
  };
  const terms = ([sign, cells, kind]) => {
    const numbers = figures.set(refer(cells, instance));
    return (kind === 1 ? largestFirst(numbers, figures) : numbers).map((number) => term(number, sign, kind));
  };
  return {
    prefix: !shared ? "" : oneRow ? words.rowPrefix(operands[0].row.name) : words.columnPrefix(operands[0].column.name),
    side: (parts, value) => (parts === null ? spell(value) : joined(parts.flatMap(terms), value, words)),
  };
}

/** Many cells of a sum are told in the order of their weight. */
function largestFirst(numbers, figures) {
  const value = (number) => figures.cell(number);
  if (numbers.filter((number) => unequal(value(number), 0n)).length <= MOST_TERMS) return numbers;
  return [...numbers].sort((one, other) => (less(value(other), value(one)) ? -1 : less(value(one), value(other)) ? 1 : 0));
}

function joined(terms, value, words) {
  const busy = terms.filter((term) => !term.idle);
  const shown = busy.length || terms.length > FEW_TERMS ? busy : terms;
  if (!shown.length) return words.allParts(spell(value));
  const kept = shown.length <= MOST_TERMS ? shown : shown.slice(0, MOST_TERMS - 1);
  const first = `${kept[0].sign < 0 ? "- " : ""}${kept[0].text}`;
  const rest = kept.slice(1).map((term) => ` ${term.sign < 0 ? "-" : "+"} ${term.text}`);
  const more = kept.length < shown.length ? words.more(shown.length) : "";
  const lone = shown.length === 1 && shown[0].sign > 0;
  return first + rest.join("") + more + (lone ? "" : ` = ${spell(value)}`);
}
