import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const UNITS = ['Retail Banking', 'Cards', 'Markets', 'Insurance', 'Operations', 'Risk', 'Finance', 'People'];
const STAGES = ['Production', 'Development', 'Retired', 'Validation'];

/** What an inventory's rows look like. */
export interface InventoryShape {
  readonly header: string;
  readonly line: (row: number) => string;
}

/** Few columns and a long purpose: what `npm run bench:preview` reads. */
export const PLAIN: InventoryShape = {
  header: 'ID,Model name,Business unit,Stage,Tier,Deployed on,Business owner,Annual value,Purpose',
  line: (row) => {
    const date = day(2020, row % 2000);
    const unit = UNITS[row % UNITS.length] ?? '';
    const stage = STAGES[row % STAGES.length] ?? '';
    const purpose = `"Predicts what customers of segment ${row % 977} are likely to do, so that ${unit} can act before they do; reviewed by the committee in round ${row % 31}."`;
    return [
      ...[`M-${row}`, `Model ${row} of ${unit}`, `${unit} / Team ${row % 40}`, stage, String(1 + (row % 3))],
      ...[stage === 'Development' ? '' : date, `Owner ${row % 500}`, String((row * 37) % 900_000), purpose],
    ].join(',');
  },
};

const TASKS = ['churn', 'fraud', 'credit default', 'claim severity', 'demand', 'price response', 'intake routing'];
const KINDS = ['Gradient boosting', 'Logistic regression', 'Neural network', 'Random forest', 'Large language model'];

/** As an organisation keeps it: each model with its life so far and whether somebody watches it. */
export const LIVES: InventoryShape = {
  header:
    'ID,Model name,Business unit,Purpose,Stage,Type,Proposed on,Deployed on,Retired on,Monitored,Tier,Business owner,Technical owner',
  line: (row) => {
    const unit = UNITS[row % UNITS.length] ?? '';
    const task = TASKS[row % TASKS.length] ?? '';
    const stage = STAGES[(row >> 2) % STAGES.length] ?? '';
    const live = stage === 'Production' || stage === 'Retired';
    return [
      ...[`M-${row}`, `${task} ${row} ${unit}`, `${unit} / Team ${row % 40}`],
      `"Estimates ${task} for segment ${row % 977} of ${unit}, so that its people can act in time."`,
      ...[stage, KINDS[row % KINDS.length] ?? '', day(2018, row % 1500), live ? day(2022, row % 700) : ''],
      ...[stage === 'Retired' ? day(2025, row % 200) : '', live ? (row % 3 === 0 ? 'No' : 'Yes') : ''],
      ...[String(1 + (row % 3)), `Owner ${row % 500}`, `Engineer ${row % 900}`],
    ].join(',');
  },
};

/** The same models a quarter later: each has another owner, and what was in development is live. */
export const LATER: InventoryShape = {
  header: LIVES.header,
  line: (row) =>
    LIVES.line(row)
      .replace(',Development,', ',Production,')
      .replace(/,Owner (\d+),/, ',Head of $1,'),
};

const day = (year: number, offset: number): string =>
  new Date(Date.UTC(year, 0, 1 + offset)).toISOString().slice(0, 10);

/**
 * Writes rows of a CSV file until it has enough.
 *
 * @returns how many rows it has
 */
export async function writeInventory(
  path: string,
  { header, line }: InventoryShape,
  most: { readonly rows?: number; readonly bytes?: number },
): Promise<number> {
  const { rows = Number.POSITIVE_INFINITY, bytes = Number.POSITIVE_INFINITY } = most;
  const out = createWriteStream(path);
  out.write(`${header}\n`);
  let written = 0;
  let row = 0;
  while (written < bytes && row < rows) {
    const lines: string[] = [];
    for (let step = 0; step < 5_000 && row < rows; step += 1, row += 1) lines.push(line(row));
    const text = `${lines.join('\n')}\n`;
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return row;
}
