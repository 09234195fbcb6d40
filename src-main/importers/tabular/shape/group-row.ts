const A_NUMBER = /^[\d.,\s%]+$/;
/** A date, an address of the web or of a person: what data holds, and no label. */
const DATA = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|^https?:|^\S+@\S+\.\S+$/i;

/** Fewer labels than this may as well be a row of a table of few columns. */
const FEWEST_LABELS = 4;

/** Whether a row below names of groups names the columns: a text for each of them, none a number, hardly one twice. */
export function namesColumns(row: readonly string[], groups: readonly string[]): boolean {
  const cells = row.map((cell) => cell.trim());
  const texts = cells.filter((cell) => cell !== '');
  const under = groups.every((group, index) => group.trim() === '' || (cells[index] ?? '') !== '');
  return under && texts.every((cell) => !A_NUMBER.test(cell)) && new Set(texts).size * 4 >= texts.length * 3;
}

/**
 * Whether a first row names groups of columns and the row below it the columns, in a file that knows no merged cells: the first
 * leaves most columns without a name, the second names them and nothing that it says comes again in its column, while what
 * the rows under it say does.
 */
export function standsUnderGroups(groups: readonly string[], below: readonly (readonly string[])[]): boolean {
  const [labels = [], ...rows] = below;
  const filled = labels.filter((cell) => cell.trim() !== '').length;
  const named = groups.filter((cell) => cell.trim() !== '').length;
  // A form's last groups may have no columns left in what is published of it.
  const over = groups.map((group, index) => ((labels[index] ?? '').trim() === '' ? '' : group));
  const empty = named - over.filter((group) => group.trim() !== '').length;
  if (named < 2 || empty * 4 > named || filled < FEWEST_LABELS || filled < named * 2) return false;
  if (!namesColumns(labels, over)) return false;
  if (labels.some((cell) => DATA.test(cell.trim()))) return false;
  let recurs = false;
  for (const [column, cell] of labels.entries()) {
    const label = cell.trim();
    const seen = new Set<string>();
    for (const row of rows) {
      const text = (row[column] ?? '').trim();
      if (text === '') continue;
      if (text === label) return false;
      recurs ||= seen.has(text);
      seen.add(text);
    }
  }
  return recurs;
}

/** The name of a group goes on until the next one begins. */
export function carriedOn(groups: readonly string[]): readonly string[] {
  let group = '';
  return groups.map((cell) => {
    if (cell.trim() !== '') group = cell;
    return group;
  });
}

/** A name that several columns have is told apart by that of its group. */
export function labelsUnderGroups(row: readonly string[], groups: readonly string[]): readonly string[] {
  const cells = row.map((cell) => cell.trim());
  return cells.map((cell, index) => {
    const group = (groups[index] ?? '').trim();
    return cell !== '' && group !== '' && cells.indexOf(cell) !== cells.lastIndexOf(cell) ? `${group} / ${cell}` : cell;
  });
}
