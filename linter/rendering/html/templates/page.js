"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const reportOf = (element) => element.closest(".report");
  const words = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);

  // A finding, a suspect or a figure of the prose shows its cells and words; a cell shows what speaks of it.
  const spokenOf = (speaker) => {
    const fields = new Set(words(speaker, "fields"));
    const cells = all("td[data-field]", reportOf(speaker)).filter((cell) => fields.has(cell.dataset.field));
    return cells.concat(words(speaker, "words").map((id) => document.getElementById(id)).filter(Boolean));
  };
  const lit = new Set();
  const light = (elements) => {
    lit.forEach((element) => element.classList.remove("lit", "cross"));
    lit.clear();
    elements.forEach(([element, name]) => { element.classList.add(name); lit.add(element); });
  };
  const show = (target) => {
    const speaker = target.closest("[data-fields]");
    if (speaker) return light(spokenOf(speaker).map((element) => [element, "lit"]));
    const cell = target.closest("td[data-field]");
    if (!cell) return light([]);
    const [, row, column] = cell.dataset.field.split(".");
    const line = all("td[data-field]", cell.closest("table")).filter((one) => {
      const [, otherRow, otherColumn] = one.dataset.field.split(".");
      return otherRow === row || otherColumn === column;
    });
    const label = all("th", cell.parentElement).pop();
    if (label && line.length) line.push(label);
    const found = all("[data-fields]", reportOf(cell)).filter((one) => words(one, "fields").includes(cell.dataset.field));
    light([...line.map((one) => [one, "cross"]), ...found.map((one) => [one, "lit"])]);
  };
  document.addEventListener("pointerover", (event) => show(event.target));
  document.addEventListener("focusin", (event) => show(event.target));

  // Arrow keys walk through a table, Home and End to the ends of a row; one of its cells is a tab stop.
  const neighbour = (cell, key) => {
    const box = cell.getBoundingClientRect();
    const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    const across = key === "ArrowLeft" || key === "ArrowRight";
    const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    let best = null, least = Infinity;
    all("td[data-field]", cell.closest("table")).forEach((other) => {
      const there = other.getBoundingClientRect();
      const within = across ? there.top < y && y < there.bottom : there.left < x && x < there.right;
      const way = sign * (across ? there.left + there.right - 2 * x : there.top + there.bottom - 2 * y);
      if (other !== cell && within && way > 0 && way < least) { best = other; least = way; }
    });
    return best;
  };
  const end = (cell, key) => {
    const row = all("td[data-field]", cell.parentElement);
    return row[key === "Home" ? 0 : row.length - 1];
  };
  const stop = (cell) => {
    all('td[tabindex="0"]', cell.closest("table")).forEach((other) => { other.tabIndex = -1; });
    cell.tabIndex = 0;
  };
  all("table.form").forEach((table) => { const first = table.querySelector("td[data-field]"); if (first) first.tabIndex = 0; });
  document.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.matches("td[data-field]") || event.ctrlKey || event.altKey || event.metaKey) return;
    const ends = event.key === "Home" || event.key === "End";
    if (!ends && !event.key.startsWith("Arrow")) return;
    const next = ends ? end(cell, event.key) : neighbour(cell, event.key);
    if (next) { event.preventDefault(); stop(next); next.focus(); }
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches("td[data-field]")) stop(event.target); });

  // What a link leads to is opened, and has the focus.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (form && target.closest(".away")) { form.reset(); filter(); }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const inner = target.matches(".report") ? target.querySelector("h2") : target;
    inner.scrollIntoView({block: inner.matches("td, span, .sheet a") ? "center" : "start", inline: "nearest"});
    if (!inner.matches("[tabindex], a, button, summary")) inner.tabIndex = -1;
    if (!inner.contains(document.activeElement)) inner.focus({preventScroll: true});
  };
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });

  // Filter by severity and rule: findings, and the reports that have them. Paper shows what is put away as well.
  const form = document.querySelector(".filter");
  const filter = () => {
    const grades = new Set(all("[name=severity]:checked", form).map((box) => box.value));
    const rule = form.elements.rule.value;
    const everything = !rule && grades.size === 3;
    let shown = 0;
    const findings = all(".finding");
    findings.forEach((one) => {
      const away = !grades.has(one.dataset.severity) || (rule && one.dataset.rule !== rule);
      one.classList.toggle("away", away);
      shown += !away;
    });
    all(".cause").forEach((one) => one.classList.toggle("away", !one.querySelector(".finding:not(.away)")));
    all("[data-line]").forEach((line) => {
      const report = document.getElementById("r" + (Number(line.dataset.line) + 1));
      line.classList.toggle("away", !everything && !(report && report.querySelector(".finding:not(.away)")));
    });
    const [said] = all(".shown", form);
    const counts = [shown, findings.length];
    const told = shown ? said.dataset.words.replace(/%d/g, () => counts.shift()) : said.dataset.none;
    said.textContent = everything ? "" : told;
  };
  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }

  // The overview is sorted by its headings; of counts the largest are asked for first.
  const key = (row, index, kind) => {
    const cell = row.cells[index], text = cell.dataset.key || cell.textContent.trim();
    return kind === "text" ? text : Number(text) || 0;
  };
  const sort = (heading, index) => {
    const body = heading.closest("table").tBodies[0];
    const sorted = heading.getAttribute("aria-sort");
    const down = sorted ? sorted === "ascending" : heading.dataset.sort === "count";
    all("th", heading.parentElement).forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const kind = heading.dataset.sort, sign = down ? -1 : 1;
    const rows = [...body.rows].map((row) => [key(row, index, kind), row]);
    rows.sort(([a], [b]) => sign * (kind === "text" ? a.localeCompare(b, "zh") : a - b));
    body.append(...rows.map(([, row]) => row));
  };
  all(".list th[data-sort]").forEach((heading, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(heading, index));
  });

  // On paper nothing is folded but the raw text.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = all("details:not([open])").filter((one) => !one.matches(".raw"));
    opened.forEach((one) => { one.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((one) => { one.open = false; }));
  reveal();
})();
