import { MOST_MODELS } from '#domain/scenarios/finance/break-even';
import { IRR_RANGE } from '#domain/scenarios/finance/irr';
import { type Pair, pairName } from '#domain/scenarios/plan/comparison-flows';
import { type LevelKey, sayLevel } from '#domain/scenarios/plan/inputs';
import { type CaseFrame, MOST_STEPS } from './case-frame';
import { relative } from './grid';
import { type LevelRows, peopleFormula } from './level-block';
import { FIRST_STEP_ROW, STEP_CONSTANTS, type StepConstant, type StepPlaces } from './step-places';
import { capital } from './words';

/** Halvings after which the rate of return is known to the last digit. */
export const HALVINGS = 64;

const CONSTANT_LABELS: Readonly<Record<StepConstant, string>> = {
  exponent: 'Exponent of the learning curve: log2 of the progress ratio',
  lastAboveFloor: 'Last deployment that takes longer than the fastest one',
  capital: 'One-off costs as an even yearly payment, and yearly cost lines',
  workPerModel: 'Updates and incidents of a model a year',
  weekCost: 'A week of deployment',
  newWay: 'Years done the new way: sum of ramp × prices × worth today',
  oldWay: 'Years still done the old way',
  firstNewWay: 'Year 1 done the new way, worth today',
  firstOldWay: 'Year 1 still done the old way, worth today',
  platformYears: 'All years: sum of prices × worth today',
  lineYears: 'Cost lines and exit cost, worth today',
};

/** A count of deployments; where none is ever as fast, the formula has a number that stands for no end. */
const UNLIMITED = '[>=1000000000000]"no end";#,##0';

type PlanPlace = Parameters<CaseFrame['plan']>[0];
type LevelPlace = Parameters<CaseFrame['level']>[1];

/** Formulas of the constants of a level; they look at the case's sheet. */
function constantFormulas(frame: CaseFrame, level: LevelKey, rows: LevelRows, steps: StepPlaces) {
  const plan = (key: PlanPlace): string => frame.fromSteps(frame.plan(key));
  const input = (key: LevelPlace): string => frame.fromSteps(frame.level(level, key));
  const rowOf = (key: string): number => Number(/\d+$/.exec(frame.place(key))?.[0]);
  const years = (row: number): string => frame.fromSteps(frame.yearRange(row));
  const factors = `${years(rowOf('inflator'))},${years(rowOf('discount'))}`;
  const discountAt = (year: number): string => frame.fromSteps(frame.yearCell(year, rowOf('discount')));
  const shareAt = (year: number): string => frame.fromSteps(frame.yearCell(year, rows.share));
  const constant = (key: StepConstant): string => steps.constant(level, key);
  const [rate, term] = [plan('discountRate'), frame.years];
  const { first, last } = frame.lines;
  const asked = (column: string): string =>
    `SUMPRODUCT(${frame.fromSteps(steps.pays(level))},${frame.fromSteps(`$${column}$${first}:$${column}$${last}`)})`;
  // Close to 0 the usual form loses its digits.
  const recovery = `IF(ABS(${rate})<0.0001,1/${term}+${rate}*${term + 1}/${2 * term}+${rate}^2*${term ** 2 - 1}/${12 * term},${rate}/(1-(1+${rate})^-${term}))`;
  const ratio = input('progressRatio');
  const [weeks, floor] = [input('deployWeeks'), input('floorWeeks')];
  const formulas: Readonly<Record<StepConstant, string>> = {
    exponent: `IF(${ratio}="",0,LN(${ratio})/LN(2))`,
    lastAboveFloor: `IF(${floor}>=${weeks},0,IF(OR(${constant('exponent')}=0,${floor}=0),1E+15,IFERROR(INT((${floor}/${weeks})^(1/${constant('exponent')})),1E+15)))`,
    capital: `(${input('investment')}+${asked('D')})*${recovery}+${asked('E')}`,
    workPerModel: `${plan('updatesPerYear')}*${input('retrainHours')}*${plan('loadedAnnual')}/${plan('hoursPerYear')}+${input('incidentsPerModel')}*${plan('incidentCost')}`,
    weekCost: `${input('deployFte')}*${plan('loadedAnnual')}/${plan('weeksPerYear')}`,
    newWay: `SUMPRODUCT(${years(rows.share)},${factors})`,
    oldWay: `${constant('platformYears')}-${constant('newWay')}`,
    firstNewWay: `${shareAt(1)}*${discountAt(1)}`,
    firstOldWay: `(1-${shareAt(1)})*${discountAt(1)}`,
    platformYears: `SUMPRODUCT(${factors})`,
    lineYears: `SUMPRODUCT(${years(rows.lines)},${years(rowOf('discount'))})+${input('exitCost')}*${discountAt(frame.years)}`,
  };
  return formulas;
}

/** The steps behind learning, the two break-evens and the rate of return: one row for each number of models. */
export function writeSteps(
  frame: CaseFrame,
  steps: StepPlaces,
  pairs: readonly Pair[],
  levels: ReadonlyMap<LevelKey, LevelRows>,
  flowRows: ReadonlyMap<string, number>,
): void {
  const sheet = frame.steps;
  sheet.put(1, 1, {
    value: `${frame.sheet.name}: the steps behind learning, break-even and rate of return`,
    look: 'title',
  });
  sheet.put(1, 2, { value: 'Every cell is a formula; inputs are on the sheet of the scenario.', look: 'note' });
  for (const [at, constant] of STEP_CONSTANTS.entries()) {
    sheet.put(1, steps.constantRow(STEP_CONSTANTS[at] ?? constant), { value: CONSTANT_LABELS[constant] });
  }
  const header = FIRST_STEP_ROW - 1;
  sheet.put(1, header, { value: 'Models', look: 'head' });
  for (let n = 0; n <= MOST_STEPS; n++) sheet.put(1, FIRST_STEP_ROW + n, { value: n, format: '#,##0' });
  for (const [level, rows] of levels) writeLevelSteps(frame, steps, level, rows);
  for (const pair of pairs) writePairSteps(frame, steps, pair, flowRows.get(pairName(pair)) ?? 0);
}

function writeLevelSteps(frame: CaseFrame, steps: StepPlaces, level: LevelKey, rows: LevelRows): void {
  const sheet = frame.steps;
  const heads = ['weeks of this one', 'weeks of all so far', 'people', 'a year, for good', 'present value of the plan'];
  sheet.put(steps.firstColumn(level), 3, { value: capital(sayLevel(level)), look: 'bold' });
  for (const [at, value] of heads.entries()) {
    const head = `${capital(sayLevel(level))}: ${value}`;
    sheet.put(steps.firstColumn(level) + at, FIRST_STEP_ROW - 1, { value: head, look: 'head' });
  }
  for (const [constant, formula] of Object.entries(constantFormulas(frame, level, rows, steps))) {
    const row = steps.constantRow(constant as StepConstant); // Object.entries forgets the key type
    sheet.put(steps.firstColumn(level), row, {
      value: null,
      formula,
      format: constant === 'lastAboveFloor' ? UNLIMITED : '#,##0.0000',
    });
  }
  const input = (key: LevelPlace): string => frame.fromSteps(frame.level(level, key));
  const [lowest = level] = frame.levels;
  const column = (key: Parameters<StepPlaces['columnOf']>[1], of = level): number => steps.columnOf(of, key);
  const constant = (key: StepConstant, of = level): string => steps.constant(of, key);
  const person = frame.fromSteps(frame.plan('loadedAnnual'));
  const [fixed, perModel] = [input('platformFixed'), input('platformPerModel')];
  for (let n = 0; n <= MOST_STEPS; n++) {
    const row = FIRST_STEP_ROW + n;
    const put = (key: Parameters<StepPlaces['columnOf']>[1], formula: string, format: string): void =>
      sheet.put(column(key), row, { value: null, formula, format });
    const models = `$A${row}`;
    const cell = (key: Parameters<StepPlaces['columnOf']>[1], of = level): string => relative(column(key, of), row);
    if (n === 0) {
      for (const key of ['unit', 'sum'] as const) sheet.put(column(key), row, { value: 0, format: '0.0000' });
      continue;
    }
    put('unit', `MAX(${input('floorWeeks')},${input('deployWeeks')}*${models}^${constant('exponent')})`, '0.0000');
    put('sum', `${relative(column('sum'), row - 1)}+${cell('unit')}`, '#,##0.0000');
    put(
      'people',
      peopleFormula(models, input('modelsPerEngineer'), input('minEngineers'), input('operateFte')),
      frame.formats.precise,
    );
    const running = (of: LevelKey): string =>
      `(${cell('people', of)}*${person}+${models}*${constant('workPerModel', of)})`;
    const deployed = (of: LevelKey): string => `${constant('weekCost', of)}*${cell('sum', of)}`;
    const platform = `(${fixed}+${perModel}*${models})`;
    put('annual', `${constant('capital')}+${running(level)}+${platform}+${deployed(level)}/${frame.years}`, frame.sum);
    const investment = `${input('investment')}+${constant('lineYears')}+${constant('platformYears')}*${platform}`;
    const own = `${constant('newWay')}*${running(level)}+${constant('firstNewWay')}*${deployed(level)}`;
    const old = `${constant('oldWay')}*${running(lowest)}+${constant('firstOldWay')}*${deployed(lowest)}`;
    put('present', `${investment}+${own}+${old}`, frame.sum);
  }
}

/** Where the dearer level still costs more, and the halving of the range in which the rate of return lies. */
function writePairSteps(frame: CaseFrame, steps: StepPlaces, pair: Pair, flowRow: number): void {
  const sheet = frame.steps;
  const { a, b } = pair;
  const heads = ['no gain a year', 'no gain by NPV', 'rate above', 'rate below'];
  for (const [at, head] of heads.entries()) {
    sheet.put(steps.pairColumn(pair, 'steady') + at, FIRST_STEP_ROW - 1, {
      value: `${pairName(pair)}: ${head}`,
      look: 'head',
    });
  }
  for (let n = 1; n <= MOST_STEPS; n++) {
    const row = FIRST_STEP_ROW + n;
    const cell = (level: LevelKey, key: 'annual' | 'present'): string => relative(steps.columnOf(level, key), row);
    const put = (key: 'steady' | 'npv', holds: string): void =>
      sheet.put(steps.pairColumn(pair, key), row, { value: null, formula: `IF(${holds},0,$A${row})`, format: '0' });
    put('steady', `${cell(b, 'annual')}<=${cell(a, 'annual')}*1.000000000001`);
    const together = `(${cell(a, 'present')}+${cell(b, 'present')})`;
    if (n <= MOST_MODELS.npv) {
      put('npv', `${cell(a, 'present')}-${cell(b, 'present')}>=-0.000000000001*${together}`);
    }
  }
  const [low, high] = [steps.pairColumn(pair, 'low'), steps.pairColumn(pair, 'high')];
  const now = frame.fromSteps(frame.yearCell(0, flowRow));
  const valueAt = (rate: string): string => `SIGN(${now}+NPV(${rate},${frame.fromSteps(frame.yearRange(flowRow))}))`;
  sheet.put(low, FIRST_STEP_ROW, { value: IRR_RANGE.above, format: '0.000000' });
  sheet.put(high, FIRST_STEP_ROW, { value: IRR_RANGE.below, format: '0.000000' });
  for (let step = 1; step <= HALVINGS; step++) {
    const row = FIRST_STEP_ROW + step;
    const [from, to] = [relative(low, row - 1), relative(high, row - 1)];
    const middle = `(${from}+${to})/2`;
    const above = `${valueAt(middle)}=${valueAt(`$${relative(low, FIRST_STEP_ROW)}`)}`;
    sheet.put(low, row, { value: null, formula: `IF(${above},${middle},${from})`, format: '0.000000' });
    sheet.put(high, row, { value: null, formula: `IF(${above},${to},${middle})`, format: '0.000000' });
  }
}
