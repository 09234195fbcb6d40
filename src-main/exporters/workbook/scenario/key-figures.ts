import { MOST_MODELS } from '#domain/scenarios/finance/break-even';
import { type Pair, pairName } from '#domain/scenarios/plan/comparison-flows';
import type { Comparison } from '#domain/scenarios/plan/project';
import type { CellValue } from '../../xlsx/cells';
import { type CaseFrame, NOW } from './case-frame';
import { absolute } from './grid';
import type { PairRows } from './pair-block';
import { FIRST_STEP_ROW, type StepPlaces } from './step-places';
import { HALVINGS } from './steps-sheet';

export interface FigureSpec {
  readonly key: keyof Comparison;
  readonly label: string;
  readonly unit: string;
  readonly shown: 'money' | 'share' | 'years' | 'count';
  /** What the cell says where there is no number. */
  readonly none: string;
}

const formatOf = (frame: CaseFrame, { shown }: FigureSpec): string =>
  ({ money: frame.sum, share: '0.0%', years: '0.00', count: '#,##0' })[shown];
const NONE_WITHIN = 'not within the plan';
const NO_RATE = 'no single rate';
const NO_CHANGE = 'no change of sign';
const BEYOND = 'beyond −99 % to 1,000 %';

export const FIGURES: readonly FigureSpec[] = [
  { key: 'npv', label: 'NPV, years at their end', unit: 'money', shown: 'money', none: '' },
  { key: 'npvMid', label: 'NPV, years in their middle', unit: 'money', shown: 'money', none: '' },
  { key: 'irr', label: 'Internal rate of return', unit: 'a year', shown: 'share', none: NO_RATE },
  { key: 'mirr', label: 'Modified rate of return', unit: 'a year', shown: 'share', none: 'not defined' },
  { key: 'payback', label: 'Payback', unit: 'years', shown: 'years', none: NONE_WITHIN },
  { key: 'discountedPayback', label: 'Payback, discounted', unit: 'years', shown: 'years', none: NONE_WITHIN },
  { key: 'roi', label: 'ROI on the investment', unit: 'share', shown: 'share', none: 'no investment' },
  {
    key: 'roiPresentValue',
    label: 'NPV against all that is paid, worth today',
    unit: 'share',
    shown: 'share',
    none: 'nothing is paid',
  },
  {
    key: 'breakEvenSteady',
    label: 'Break-even, a steady year',
    unit: 'models',
    shown: 'count',
    none: `none up to ${MOST_MODELS.steady}`,
  },
  {
    key: 'breakEvenNpv',
    label: 'Break-even by NPV, all in year 1',
    unit: 'models',
    shown: 'count',
    none: `none up to ${MOST_MODELS.npv}`,
  },
];

/** Why there is no rate, in the words of the formula beside it. */
function noRate({ signChanges: changes }: { readonly signChanges: number }): string {
  if (changes === 0) return NO_CHANGE;
  return changes > 1 ? `${NO_RATE}: ${changes} changes of sign` : BEYOND;
}

/** The first rows of the sheet belong to title, notes and these figures. */
export const FIGURES_ROW = 6;

function formulaOf(frame: CaseFrame, key: FigureSpec['key'], pair: Pair, rows: PairRows, steps: StepPlaces): string {
  const now = frame.yearCell(0, rows.flows);
  const years = frame.yearRange(rows.flows);
  const rate = frame.plan('discountRate');
  const all = `${absolute(NOW, rows.flows)}:${absolute(frame.column(frame.years), rows.flows)}`;
  const present = `${absolute(NOW, rows.present)}:${absolute(frame.column(frame.years), rows.present)}`;
  const paid = `-SUMIF(${present},"<0")`;
  const earned = `SUMIF(${present},">0")`;
  const payback = (short: number, crossing: number): string =>
    `IF(${frame.yearCell(frame.years, short)}>0,"${NONE_WITHIN}",IF(COUNT(${frame.yearRange(crossing)})=0,0,MAX(${frame.yearRange(crossing)})))`;
  const failed = (column: 'steady' | 'npv'): string => {
    const most = MOST_MODELS[column];
    const range = frame.fromCase(steps.range(steps.pairColumn(pair, column), most));
    return `IF(MAX(${range})=${most},"none up to ${most}",MAX(${range})+1)`;
  };
  switch (key) {
    case 'npv':
      return `${now}+NPV(${rate},${years})`;
    case 'npvMid':
      return `${now}+NPV(${rate},${years})*SQRT(1+${rate})`;
    case 'irr': {
      const changes = `SUM(${frame.yearRange(rows.change)})`;
      const at = (column: 'low' | 'high', step: number): string =>
        frame.fromCase(absolute(steps.pairColumn(pair, column), FIRST_STEP_ROW + step));
      const value = (place: string): string => `SIGN(${now}+NPV(${place},${years}))`;
      const outside = `${value(at('low', 0))}*${value(at('high', 0))}>=0`;
      return `IF(${changes}=0,"${NO_CHANGE}",IF(${changes}>1,"${NO_RATE}: "&${changes}&" changes of sign",IF(${outside},"${BEYOND}",(${at('low', HALVINGS)}+${at('high', HALVINGS)})/2)))`;
    }
    case 'mirr':
      return `IF(OR(${paid}<0.000000001,${earned}<0.000000001),"not defined",MIRR(${all},${rate},${rate}))`;
    case 'payback':
      return payback(rows.short, rows.crossing);
    case 'discountedPayback':
      return payback(rows.presentShort, rows.presentCrossing);
    case 'roi':
      return `IF(${now}>-0.000000001,"no investment",SUM(${all})/-${now})`;
    case 'roiPresentValue':
      return `IF(${paid}<0.000000001,"nothing is paid",SUM(${present})/(${paid}))`;
    case 'breakEvenSteady':
      return failed('steady');
    case 'breakEvenNpv':
      return failed('npv');
    default:
      throw new RangeError(`There is no formula for the figure ${key}.`);
  }
}

/** The figures of each comparison: live, and beside them as they were when the workbook was made. */
export function writeFigures(
  frame: CaseFrame,
  pairs: readonly Pair[],
  rows: ReadonlyMap<string, PairRows>,
  steps: StepPlaces,
  asMade: Readonly<Record<string, Comparison>>,
): void {
  const { sheet } = frame;
  const header = FIGURES_ROW - 1;
  const heads = [...pairs.map(pairName), ...pairs.map((pair) => `${pairName(pair)}, as made`)];
  for (const [at, value] of ['Key figures', 'Unit', ...heads].entries()) {
    sheet.put(at + 1, header, { value, look: 'head' });
  }
  for (const [line, figure] of FIGURES.entries()) {
    const { key, label, unit, none } = figure;
    const format = formatOf(frame, figure);
    const row = FIGURES_ROW + line;
    sheet.put(1, row, { value: label, look: 'bold' });
    sheet.put(2, row, { value: unit, look: 'note' });
    for (const [at, pair] of pairs.entries()) {
      const name = pairName(pair);
      const found = rows.get(name);
      if (!found) continue;
      const formula = formulaOf(frame, key, pair, found, steps);
      sheet.put(NOW + at, row, { value: null, formula, format, look: 'bold' });
      frame.mark(`${key} ${name}`, NOW + at, row);
      const made = asMade[name];
      const was = made?.[key];
      const value: CellValue = typeof was === 'number' ? was : key === 'irr' && made ? noRate(made) : none;
      sheet.put(NOW + pairs.length + at, row, { value, format, look: 'note' });
    }
  }
  const row = FIGURES_ROW + FIGURES.length;
  sheet.put(1, row, { value: 'NPV has moved by', look: 'bold' });
  sheet.put(2, row, { value: 'money', look: 'note' });
  for (const at of pairs.keys()) {
    const formula = `${absolute(NOW + at, FIGURES_ROW)}-${absolute(NOW + pairs.length + at, FIGURES_ROW)}`;
    sheet.put(NOW + at, row, { value: null, formula, format: frame.sum, look: 'bold' });
  }
}
