/** Judging in the page: as the engine does, every instance of a rule passes, fails or cannot be decided. */

const SEVERITIES = ["error", "warning", "info"];

/**
 * The checks of a form with the constants of one report, ready to be asked again and again.
 * @returns {Array} for each rule its checks with their instances {id, group, s, k, p, blank, ...}
 */
function prepare(form, data) {
  const rules = form.rules.map((rule, at) => ({rule, own: data.rules[at]})).filter(({own}) => own);
  return rules.map(({rule, own}) => ({
    rule,
    checks: rule.checks.map((check, at) => ({check, instances: instancesOf(form, data, rule, check, own[at] || {})})),
  }));
}

function instancesOf(form, data, rule, check, own) {
  const ids = check.over === null ? own.i || [] : form.columns[check.over];
  const constants = (own.k || []).map(column);
  const blanks = column(own.b || [false]);
  return ids.map((id, at) => ({
    ...caseOf(form, data, rule, check, id),
    s: (check.slots || []).map((slot) => form.columns[slot][at]),
    k: constants.map((one) => one(at)),
    blank: blanks(at),
  }));
}

/** A column of constants: the usual one, and the others by the number of their instance. */
function column([usual, others = {}]) {
  const decode = (value) => (Array.isArray(value) ? value.map(figure) : figure(value));
  const first = decode(usual);
  return (at) => (at in others ? decode(others[at]) : first);
}

function caseOf(form, data, rule, check, id) {
  if (check.over === null) {
    const [quote, printed, foreign] = data.subjects[id];
    return {id, group: id, quote, p: printed && printed.map(figure), foreign: foreign && !check.limited};
  }
  const name = typeof id === "number" ? form.cells[id].field : id;
  return {id: name, group: rule.merge ? name.split(".")[0] : name, p: null, foreign: false};
}

/**
 * Judges all rules on some figures.
 * @returns {{findings: Array, doubts: Array, held: number}} findings as {rule, group, check, severity, failures},
 *   groups that could not be decided as {rule, group}, and how many groups hold
 */
function judgeAll(prepared, figures) {
  const found = {findings: [], doubts: [], held: 0};
  for (const one of prepared) judgeRule(one, figures, found);
  return found;
}

function judgeRule({rule, checks}, figures, found) {
  const run = {failed: new Set(), groups: new Map()};
  for (const {check, instances} of checks) {
    for (const instance of instances) {
      if (!run.groups.has(instance.group)) run.groups.set(instance.group, {failures: new Map(), doubtful: false});
      judgeInstance(check, instance, figures, run);
    }
  }
  for (const [group, {failures, doubtful}] of run.groups) {
    failures.forEach((several, check) => found.findings.push(tell(rule, group, check, several)));
    if (!failures.size && doubtful) found.doubts.push({rule: rule.code, group});
    if (!failures.size && !doubtful) found.held += 1;
  }
}

function judgeInstance(check, instance, figures, run) {
  const group = run.groups.get(instance.group);
  const {s, k, p} = instance;
  if ((check.requires || []).some((demand) => demand(figures, s, k, p) !== true)) {
    group.doubtful = true;
    return;
  }
  const answer = check.test(figures, s, k, p);
  if (answer.truth === true || run.failed.has(instance.id)) return;
  if (answer.truth === null || instance.foreign) {
    group.doubtful = true;
    return;
  }
  run.failed.add(instance.id);
  if (!group.failures.has(check)) group.failures.set(check, []);
  group.failures.get(check).push({instance, answer, severity: severityOf(check, instance, figures)});
}

/** One step down if a blank was counted as 0. */
function severityOf(check, instance, figures) {
  const blank = instance.blank || figures.set(refer(check.blanks, instance)).some((one) => figures.isBlank(one));
  return SEVERITIES[Math.min(SEVERITIES.indexOf(check.severity) + (blank ? 1 : 0), SEVERITIES.length - 1)];
}

/** A number that all instances share, or the one in a slot of the instance. */
function refer(number, instance) {
  return number < 0 ? instance.s[-1 - number] : number;
}

function tell(rule, group, check, failures) {
  const severity = SEVERITIES.find((one) => failures.some((failure) => failure.severity === one));
  return {rule, group, check, severity, failures};
}
