/** The correction note: what was printed, and what it should read, cell by cell. */

/**
 * @param {object} report with its title and words
 * @param {Array} changes {cell, before: {state, value, text}, after: {state, value}}
 */
function correctionNote(report, changes) {
  const {words} = report;
  const items = changes.map(({cell, before, after}) => {
    const becomes = after.state === "empty" ? words.becomesBlank : words.becomes(spell(after.value));
    return words.corrected(placeName(cell, words), originally(before, words), becomes);
  });
  return words.correction(report.title, items);
}

function originally({state, value, text}, words) {
  if (state === "number") return words.was.figure(spell(value));
  if (state === "missing") return words.was.missing;
  return state === "empty" || !text ? words.was.empty : words.was.words(text);
}

/** A cell in few words, for the list of changes. */
function shortly({state, value, text}, words) {
  if (state === "number") return spell(value);
  if (state === "missing") return words.absent;
  return state === "empty" || !text ? words.blank : words.quote(text);
}
