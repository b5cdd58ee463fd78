/**
 * Logic in which a part may be unknown (null), and answers: {truth, spot, left, right, relation}, where the last four
 * tell of the comparison that decided.
 */

function and(a, b) {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

function not(value) {
  if (Array.isArray(value)) return value.map(not);
  return value === null ? null : !value;
}

const or = (a, b) => not(and(not(a), not(b)));
const implies = (a, b) => or(not(a), b);
const every = (truths) => truths.reduce(and, true);
const some = (truths) => truths.reduce(or, false);
const none = (truths) => not(some(truths));

/** How many truths are true; unknown if one of them is. */
function count(truths) {
  return truths.includes(null) ? null : BigInt(truths.filter(Boolean).length);
}

function known(value) {
  return Array.isArray(value) ? value.map(known) : value !== null;
}

/** The function of each pair; what is no array goes with every element of the other. */
function pairs(combine, left, right) {
  const {length} = Array.isArray(left) ? left : right;
  const at = (side, index) => (Array.isArray(side) ? side[index] : side);
  return Array.from({length}, (_, index) => combine(at(left, index), at(right, index)));
}

function pick(values, indices) {
  return indices.map((index) => values[index]);
}

/** Whether a printed figure [value, step] stands for another: rounding and cutting off are both right. */
function standsFor(printed, value) {
  const [said, step] = printed;
  if (step === undefined) return equal(said, value);
  const half = multiply(step, figure("0.5"));
  return atMost(subtract(said, half), value) && less(value, add(said, step));
}

/** Whether the item, as it is printed, is one of the options. */
function isWithin(item, options, printed) {
  if (item === null) return null;
  const seen = options.filter((one) => one !== null);
  if (seen.some((one) => (printed ? standsFor(printed, one) : equal(item, one)))) return true;
  return seen.length === options.length ? false : null;
}

function plain(truth) {
  return {truth};
}

function compare(spot, relation, left, right) {
  return {truth: RELATIONS[relation](left, right), spot, relation, left, right};
}

/** Like `isWithin`, with the options that differ as `tried`, {at, value}, and the nearest for the right side. */
function within(spot, item, options, printed) {
  const answer = {truth: isWithin(item, options, printed), spot, relation: "in", left: item};
  if (answer.truth !== false) return answer;
  const told = options.map((one, at) => (one === null || equal(one, -1n) ? null : {at, value: rounded(one)})).filter(Boolean);
  const tried = told.filter((one, at) => !told.slice(0, at).some((other) => equal(other.value, one.value)));
  const nearer = (one, other) => (less(distance(other, item), distance(one, item)) ? other : one);
  return {...answer, tried, right: tried.length ? tried.map((one) => one.value).reduce(nearer) : undefined};
}

/** The first part that says no decides; otherwise what both say. */
function both(one, other) {
  if (one.truth === false) return one;
  return other.truth === false ? other : plain(and(one.truth, other.truth));
}

function follows(premise, answer) {
  return {...answer, truth: implies(premise, answer.truth)};
}

function either(answer, truth) {
  return {...answer, truth: or(answer.truth, truth)};
}
