/** A small input inside a cell: Enter or leaving commits, Escape cancels, nonsense is refused. */

const FIGURE = /^[+-]?\d{1,15}(\.\d{1,9})?$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d{1,9})?$/;

/** How the editor that is open is given up; only one is open at a time. */
let giveUp = null;

/** The cell that a text means: a figure, a blank, or null for anything else. */
function parseCell(text) {
  const plainText = text.normalize("NFKC").replace(/\u2212/g, "-").trim();
  if (plainText === "") return {state: "empty", value: 0n};
  const digits = GROUPED.test(plainText) ? plainText.replace(/,/g, "") : plainText;
  return FIGURE.test(digits) ? {state: "number", value: figure(digits)} : null;
}

/**
 * Opens the input of a cell.
 * @param {Element} td
 * @param {{name: string, text: string, decimals: boolean}} about what the cell is called and shows now
 * @param {function} commit takes the new cell and whether to stay there; called at most once
 */
function openEditor(td, about, words, commit) {
  if (td.classList.contains("editing")) return;
  giveUp?.();
  const input = make("input", {
    type: "text",
    class: "whatif-input",
    inputmode: about.decimals ? "decimal" : "numeric",
    autocomplete: "off",
    size: String(Math.max(4, about.text.length + 1)),
    "aria-label": words.input(about.name),
  });
  input.value = about.text;
  const close = () => {
    editor.closing = true;
    giveUp = null;
    editor.remove();
    td.classList.remove("editing");
  };
  const finish = (stay) => {
    if (!editor.isConnected || editor.closing) return;
    const cell = input.value === about.text ? undefined : parseCell(input.value);
    if (cell === null) {
      refuse(input, editor, words);
      return;
    }
    close();
    commit(cell, stay);
  };
  const cancel = () => {
    close();
    commit(undefined, true);
  };
  giveUp = () => {
    finish(false);
    if (!editor.closing) close();
  };
  const editor = make("span", {class: "whatif-editor", focusout: () => finish(false)}, input);
  editor.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") finish(true);
    else if (event.key === "Escape") cancel();
    else return;
    event.preventDefault();
  });
  td.classList.add("editing");
  td.append(editor);
  input.focus();
  input.select();
}

function refuse(input, editor, words) {
  const id = "whatif-refused";
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", id);
  editor.querySelector(".whatif-refused")?.remove();
  editor.append(make("span", {class: "whatif-refused", id, role: "alert"}, words.refused));
}
