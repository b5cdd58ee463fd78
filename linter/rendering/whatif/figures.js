/** The cells of a report as they were read, with the changes that are tried out. */

const STATES = {e: "empty", p: "placeholder", t: "text", m: "missing"};
const TESTS = {
  empty: ["empty"], placeholder: ["placeholder"], blank: ["empty", "placeholder"],
  number: ["number"], text: ["text"], missing: ["missing"],
};

/** {state, value} of a cell as the report's data spell it. */
function cellOf(spelled) {
  const state = STATES[spelled];
  if (!state) return {state: "number", value: figure(spelled)};
  return {state, value: state === "empty" || state === "placeholder" ? 0n : null};
}

/** What conditions ask; blanks count as 0, and what was not read is unknown. */
class Figures {
  /**
   * @param {object} form the checks of a form
   * @param {Array} read {state, value} of every cell
   * @param {Map} changes other figures by the number of the cell: {state, value}
   */
  constructor(form, read, changes) {
    this.form = form;
    this.read = read;
    this.changes = changes;
    this.remembered = new Map();
  }

  at(number) {
    return this.changes.get(number) || this.read[number];
  }

  cell(number) {
    return this.at(number).value;
  }

  /** The members of a set; the number of a cell is also that of the set of this cell alone. */
  set(number) {
    const size = this.read.length;
    return number < size ? [number] : this.form.sets[number - size];
  }

  cells(number) {
    return this.set(number).map((one) => this.cell(one));
  }

  /** What a test says of a cell; of one that was not read only `missing` knows anything. */
  is(test, number) {
    const {state} = this.at(number);
    return state === "missing" && test !== "missing" ? null : TESTS[test].includes(state);
  }

  are(test, number) {
    return this.set(number).map((one) => this.is(test, one));
  }

  isBlank(number) {
    return TESTS.blank.includes(this.at(number).state);
  }

  filled(number, other) {
    return this.isBlank(number) ? other : this.cell(number);
  }

  filledAll(number, others) {
    const at = (index) => (Array.isArray(others) ? others[index] : others);
    return this.set(number).map((one, index) => this.filled(one, at(index)));
  }

  /** What is known of a cell's text, before and after a change of its figure. */
  own(number, before, after) {
    return this.changes.has(number) ? after : before;
  }

  /** What is the same for all instances is worked out once. */
  once(number) {
    if (!this.remembered.has(number)) this.remembered.set(number, this.form.shared[number](this));
    return this.remembered.get(number);
  }

  /** Whether undoing an ordinary slip in a row makes true a condition that is false now. */
  mends(set, condition) {
    const answer = condition(this);
    return answer === null ? null : !answer && this.isSlip(this.set(set), condition);
  }

  isSlip(cells, condition) {
    const row = cells.map((one) => this.cell(one));
    if (row.includes(null) || row.every((one) => one === 0n)) return false;
    return slips(row).some((other) => {
      const changed = other.some((value, index) => !equal(value, row[index]));
      return changed && condition(this.with(cells, other)) === true;
    });
  }

  /** The same but for some figures; the cells keep their states. */
  with(cells, values) {
    const changes = new Map(this.changes);
    cells.forEach((one, index) => changes.set(one, {state: this.at(one).state, value: values[index]}));
    return new Figures(this.form, this.read, changes);
  }
}

/** Every way to undo one slip: a row shifted by a cell, neighbours exchanged, a figure cut in two. */
function slips(row) {
  const found = [[...row.slice(-1), ...row.slice(0, -1)], [...row.slice(1), row[0]]];
  for (let at = 0; at + 1 < row.length; at += 1) {
    const [one, other] = [row[at], row[at + 1]];
    const [before, after] = [row.slice(0, at), row.slice(at + 2)];
    found.push([...before, other, one, ...after]);
    if (isDigit(one) && one !== 0n && isDigit(other)) {
      const whole = 10n * one + other;
      found.push([...before, whole, 0n, ...after], [...before, whole, ...after, 0n]);
    }
  }
  return found;
}

function isDigit(value) {
  return isWhole(value) && value >= 0n && value <= 9n;
}
