/** The names of cells, rows and columns, as the rules' messages use them. */

/** Every cell of a form in the order of its numbers. */
function cellsOf(tables) {
  return tables.flatMap((table) => table.rows.flatMap((row) => cellsOfRow(table, row)));
}

function cellsOfRow(table, [row, name, place, kind]) {
  const columns = table.columns[kind];
  return columns.map(([column, columnName, unit]) => ({
    field: `${table.id}.${row}.${column}`,
    table: table.name,
    row: {id: `${table.id}.${row}`, name, place},
    column: {id: column, name: columnName},
    alone: columns.length === 1,
    decimals: unit === "money",
  }));
}

/** `row·column`, or the row alone where it has one column. */
function cellName(cell, words) {
  return cell.alone ? cell.row.name : `${cell.row.name}${words.divider}${cell.column.name}`;
}

/** A cell as a person looks for it: its table, and the row with its ordinal. */
function placeName(cell, words) {
  const inside = cell.alone ? cell.row.place : `${cell.row.place}${words.divider}${cell.column.name}`;
  return words.place(cell.table, inside);
}

/** The names of an instance's table, row and column, as far as its id has them, and the number of its cell. */
function partsOf(id, form) {
  const [table, row, column] = id.split(".");
  const within = form.cells.filter((cell) => cell.field.startsWith(`${table}.`));
  const ofRow = within.find((cell) => cell.row.id === `${table}.${row}`);
  const number = form.cells.findIndex((cell) => cell.field === id);
  const ofColumn = number >= 0 ? form.cells[number] : within.find((cell) => cell.column.id === column);
  return {
    table: within[0]?.table,
    row: ofRow?.row.name,
    column: ofColumn?.column.name,
    number: number >= 0 ? number : undefined,
  };
}

/** An instance of a rule in words: a cell, a row, or a column. */
function instanceName(id, form, words) {
  const {row, column, number} = partsOf(id, form);
  if (number !== undefined) return cellName(form.cells[number], words);
  return row || column || "";
}
