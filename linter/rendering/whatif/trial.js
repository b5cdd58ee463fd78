/** What a suspect says should stand in some cells: a button fills it in, and takes it back. */

/** The buttons of a page's suspects; one that names a cell which cannot be changed stays hidden. */
function buildTrials(page) {
  const buttons = Array.from(page.section.querySelectorAll("button.try"));
  page.trials = buttons.filter((button) => Object.keys(trialOf(button)).every((field) => page.elements.has(field)));
  page.trials.forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => tryOut(page, button));
  });
}

function trialOf(button) {
  return JSON.parse(button.dataset.trial);
}

function tryOut(page, button) {
  const own = readied(page.own);
  const taken = isTried(own, button);
  for (const [field, text] of Object.entries(trialOf(button))) {
    const number = own.numbers.get(field);
    if (taken) own.changes.delete(number);
    else own.changes.set(number, parseCell(text));
  }
  update(page);
  requestAnimationFrame(() => requestAnimationFrame(() => keepInSight(button)));
}

/** The bar that opens may cover what has just settled. */
function keepInSight(button) {
  button.closest(".cause").querySelector(".finding").scrollIntoView({block: "nearest"});
  button.scrollIntoView({block: "nearest"});
}

/** Whether all the cells of a suspect hold what it says. */
function isTried(own, button) {
  return Object.entries(trialOf(button)).every(([field, text]) => {
    const change = own.changes.get(own.numbers.get(field));
    return change && change.state === "number" && equal(change.value, parseCell(text).value);
  });
}

function showTrials({own, trials}) {
  trials.forEach((button) => (button.textContent = isTried(own, button) ? own.words.takeBack : own.words.tryOut));
}
