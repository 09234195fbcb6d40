import { type Pair, pairName } from '#domain/scenarios/plan/comparison-flows';
import { type LevelKey, sayLevel } from '#domain/scenarios/plan/inputs';
import { type CaseFrame, NOW } from './case-frame';
import type { LevelRows } from './level-block';
import { capital } from './words';

/** Rows of a comparison that its key figures look up. */
export interface PairRows {
  readonly flows: number;
  readonly present: number;
  readonly short: number;
  readonly crossing: number;
  readonly presentShort: number;
  readonly presentCrossing: number;
  readonly change: number;
}

/** What level b saves against level a: flows, their running sums, and where these cross zero (maths.md C1). */
export function writePair(frame: CaseFrame, pair: Pair, levels: ReadonlyMap<LevelKey, LevelRows>): PairRows {
  const { a, b } = pair;
  const costs = (level: LevelKey): number => levels.get(level)?.yearCost ?? 0;
  frame.head(`${capital(sayLevel(b))} instead of ${sayLevel(a)}`, 'Unit', frame.yearHeads());
  const money = { unit: 'money', format: frame.sum };
  const note = { unit: 'helper', format: frame.sum, look: 'note' as const };
  const flows = frame.yearRow(
    { ...money, label: 'What is saved (+) or paid more (−)', look: 'total' },
    (year) => `${frame.yearCell(year, costs(a))}-${frame.yearCell(year, costs(b))}`,
    `${frame.level(a, 'investment')}-${frame.level(b, 'investment')}`,
  );
  frame.mark(`flows ${pairName(pair)}`, NOW, flows, frame.column(frame.years));
  const discount = Number(/\d+$/.exec(frame.place('discount'))?.[0]);
  const present = frame.yearRow(
    { ...money, label: 'The same, worth today' },
    (year) => `${frame.yearCell(year, flows)}*${frame.yearCell(year, discount)}`,
    frame.yearCell(0, flows),
  );
  const plain = writeRunning(frame, flows, note);
  const discounted = writeRunning(frame, present, { ...note, label: ', worth today' });
  const sign = frame.yearRow(
    { ...note, format: '0', label: 'Sign' },
    (year) => signOf(frame.yearCell(year, flows)),
    signOf(frame.yearCell(0, flows)),
  );
  const lastSign = frame.row;
  frame.yearRow(
    { ...note, format: '0', label: 'Last sign so far' },
    (year) => `IF(${frame.yearCell(year, sign)}=0,${frame.yearCell(year - 1, lastSign)},${frame.yearCell(year, sign)})`,
    frame.yearCell(0, sign),
  );
  const change = frame.yearRow({ ...note, format: '0', label: 'Change of sign' }, (year) => {
    const [before, own] = [frame.yearCell(year - 1, lastSign), frame.yearCell(year, sign)];
    return `IF(AND(${before}<>0,${own}<>0,${own}<>${before}),1,0)`;
  });
  frame.row += 1;
  return {
    flows,
    present,
    short: plain.short,
    crossing: plain.crossing,
    presentShort: discounted.short,
    presentCrossing: discounted.crossing,
    change,
  };
}

const signOf = (flow: string): string => `IF(ABS(${flow})<0.000000001,0,SIGN(${flow}))`;

interface Note {
  readonly unit: string;
  readonly format: string;
  readonly look: 'note';
  readonly label?: string;
}

interface Running {
  readonly short: number;
  readonly crossing: number;
}

/** The running sum of a row, what is missing to zero, and when it stops missing: payback is the last such crossing. */
function writeRunning(frame: CaseFrame, flows: number, note: Note): Running {
  const { label: which = '' } = note;
  const cell = (year: number, row: number): string => frame.yearCell(year, row);
  const sum = frame.row;
  frame.yearRow(
    { unit: 'money', format: note.format, label: `Sum so far${which}` },
    (year) => `${cell(year - 1, sum)}+${cell(year, flows)}`,
    cell(0, flows),
  );
  const size = frame.row;
  frame.yearRow(
    { ...note, label: `Amounts added up so far${which}` },
    (year) => `${cell(year - 1, size)}+ABS(${cell(year, flows)})`,
    `ABS(${cell(0, flows)})`,
  );
  // What is left of rounding is no shortfall.
  const missing = (year: number): string =>
    `IF(${cell(year, sum)}<-MAX(0.000000001,0.000000000001*${cell(year, size)}),-${cell(year, sum)},0)`;
  const short = frame.yearRow({ ...note, label: `Missing to zero${which}` }, missing, missing(0));
  const crossing = frame.yearRow({ ...note, format: '0.00', label: `Reaches zero after years${which}` }, (year) => {
    const before = cell(year - 1, short);
    const reached = `${year - 1}+MIN(1,${before}/${cell(year, flows)})`;
    return `IF(AND(${before}>0,${cell(year, short)}=0),${reached},"")`;
  });
  return { short, crossing };
}
