/**
 * An exact figure: a BigInt where it is whole, else a fraction {n, d} of two; null where it is not known.
 * A fraction with `share` is a percentage, which is shown rounded.
 */

/** The figure of a number or of a text such as "-1.5" or "2/3"; truths and null stay what they are. */
function figure(value) {
  if (typeof value === "number") return BigInt(value);
  if (typeof value !== "string") return value;
  const [first, second] = value.split("/");
  if (second !== undefined) return {n: BigInt(first), d: BigInt(second), share: true};
  const [whole, decimals = ""] = first.split(".");
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** n/d, as a BigInt if it is whole. */
function fraction(n, d) {
  return n % d === 0n ? n / d : {n, d};
}

const above = (value) => (typeof value === "bigint" ? value : value.n);
const below = (value) => (typeof value === "bigint" ? 1n : value.d);
const isWhole = (value) => typeof value === "bigint";

/** A function of two figures that is unknown where one of them is. */
function known2(whole, broken) {
  return (a, b) => {
    if (a === null || b === null) return null;
    return isWhole(a) && isWhole(b) ? whole(a, b) : broken(above(a), below(a), above(b), below(b));
  };
}

const add = known2((a, b) => a + b, (a, b, c, d) => fraction(a * d + c * b, b * d));
const subtract = known2((a, b) => a - b, (a, b, c, d) => fraction(a * d - c * b, b * d));
const multiply = known2((a, b) => a * b, (a, b, c, d) => fraction(a * c, b * d));
const equal = known2((a, b) => a === b, (a, b, c, d) => a * d === c * b);
const unequal = known2((a, b) => a !== b, (a, b, c, d) => a * d !== c * b);
const less = known2((a, b) => a < b, (a, b, c, d) => a * d < c * b);
const atMost = known2((a, b) => a <= b, (a, b, c, d) => a * d <= c * b);
const more = (a, b) => less(b, a);
const atLeast = (a, b) => atMost(b, a);

const RELATIONS = {"=": equal, "!=": unequal, "<": less, "<=": atMost, ">": more, ">=": atLeast};

/** The sum of an array; unknown if one of its figures is. */
function total(figures) {
  return figures.reduce(add, 0n);
}

/** Sums of some of the figures, which are named by groups of their indices. */
function sums(figures, groups) {
  return groups.map((group) => total(pick(figures, group)));
}

function distance(a, b) {
  const found = subtract(a, b);
  return less(found, 0n) ? subtract(0n, found) : found;
}

/** Whether a figure is whole; unknown if it is not known. For arrays, of each. */
function integer(value) {
  if (Array.isArray(value)) return value.map(integer);
  return value === null ? null : isWhole(value);
}

/** The exact percentage; of nothing it is -1, which no report can print. */
function percent(part, whole) {
  if (part === null || whole === null) return null;
  if (equal(whole, 0n)) return -1n;
  const sign = above(whole) < 0n ? -1n : 1n;
  return {n: 100n * above(part) * below(whole) * sign, d: below(part) * above(whole) * sign, share: true};
}

/** By how much one figure became the other, in per cent of the first. */
function change(before, after) {
  return before === null || after === null ? null : percent(distance(after, before), before);
}

/** A percentage as it is shown, with two decimals; halves go to the even side. Other figures as they are. */
function rounded(value) {
  if (isWhole(value) || !value.share) return value;
  const hundredfold = 100n * value.n;
  const floor = (hundredfold - (((hundredfold % value.d) + value.d) % value.d)) / value.d;
  const rest = 2n * (hundredfold - floor * value.d);
  const up = rest > value.d || (rest === value.d && floor % 2n !== 0n);
  return fraction(floor + (up ? 1n : 0n), 100n);
}

/** A figure in digits, as long as its decimals end. */
function spell(value) {
  const shown = rounded(value);
  if (isWhole(shown)) return String(shown);
  let {n, d} = shown;
  let decimals = 0;
  for (; n % d !== 0n; decimals += 1) n *= 10n;
  const digits = String(n < 0n ? -n / d : n / d).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return `${n < 0n ? "-" : ""}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
