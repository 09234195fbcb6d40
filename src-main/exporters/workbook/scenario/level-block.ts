import { type LevelKey, sayLevel } from '#domain/scenarios/plan/inputs';
import { type CaseFrame, MOST_STEPS, NOW } from './case-frame';
import { absolute } from './grid';
import type { StepPlaces } from './step-places';
import { capital } from './words';

/** Rows of a level's block that others look up. */
export interface LevelRows {
  readonly share: number;
  readonly work: number;
  readonly lines: number;
  readonly yearCost: number;
}

/** ∫ of the smoothstep ramp up to a month (maths.md C4). */
function rampIntegral(month: string, months: string): string {
  const x = `(${month})/${months}`;
  return `IF(${month}<=0,0,IF(${month}>=${months},${month}-${months}/2,${months}*((${x})^3-(${x})^4/2)))`;
}

/** Σ k^b from the 501st unit to `to` by Euler and Maclaurin: exact to rounding, whatever the number of models. */
function powersBeyond(to: string, b: string): string {
  const from = MOST_STEPS + 1;
  const c = `(${b}+1)`;
  const log = `LN(${to}/${from})`;
  const small = `${log}*(1+${c}*${log}/2+(${c}*${log})^2/6)`;
  const integral = `${from}^${c}*IF(ABS(${c}*${log})<0.0001,${small},(EXP(${c}*${log})-1)/${c})`;
  const slope = `${b}*(${to}^${b}/${to}-${from}^${b}/${from})/12`;
  const third = `${b}*(${b}-1)*(${b}-2)*(${to}^${b}/${to}^3-${from}^${b}/${from}^3)/720`;
  return `${integral}+(${from}^${b}+${to}^${b})/2+${slope}-${third}`;
}

/** Weeks for the deployments beyond the steps that are written down. */
function weeksBeyond(frame: CaseFrame, level: LevelKey, deployed: string, steps: StepPlaces): string {
  const b = frame.fromCase(steps.constant(level, 'exponent'));
  const above = `MIN(INT(${deployed}),${frame.fromCase(steps.constant(level, 'lastAboveFloor'))})`;
  const [first, floor] = [frame.level(level, 'deployWeeks'), frame.level(level, 'floorWeeks')];
  const falling = `IF(${above}>${MOST_STEPS},${first}*(${powersBeyond(above, b)}),0)`;
  const flat = `(INT(${deployed})-MAX(${above},${MOST_STEPS}))*${floor}`;
  const part = `(${deployed}-INT(${deployed}))*MAX(${floor},${first}*(INT(${deployed})+1)^${b})`;
  return `IF(${deployed}<=${MOST_STEPS},0,${falling}+${flat}+${part})`;
}

/** Whole engineers where the level counts them (rules.md 5); the last bit of a quotient costs nobody. */
export function peopleFormula(models: string, perEngineer: string, least: string, perModel: string): string {
  const whole = `MAX(${least},-INT(0.000000001-${models}/${perEngineer}))`;
  return `IF(${perEngineer}="",${models}*${perModel},${whole})`;
}

/** What one level costs year by year (maths.md C2), its ramp from the lowest level on. */
export function writeLevelYears(
  frame: CaseFrame,
  level: LevelKey,
  steps: StepPlaces,
  base: LevelRows | null,
): LevelRows {
  const { sheet, years } = frame;
  const input = (key: Parameters<CaseFrame['level']>[1]): string => frame.level(level, key);
  const rowOf = (key: string): number => Number(/\d+$/.exec(frame.place(key))?.[0]);
  const of = (key: 'living' | 'deployed' | 'inflator', year: number): string => frame.yearCell(year, rowOf(key));
  const amount = (label: string) => ({ label, unit: 'money', format: frame.sum });
  const note = (label: string, unit: string) => ({ label, unit, format: '#,##0.0000', look: 'note' as const });
  frame.head(`${capital(sayLevel(level))}: what it costs by year`, 'Unit', frame.yearHeads());

  const integral = frame.row;
  frame.yearRow(
    note('Ramp, summed up to the end of the year', 'months'),
    (year) => rampIntegral(`(${12 * year}-${input('delayMonths')})`, input('rampMonths')),
    '0',
  );
  const share = frame.yearRow(
    { label: 'Share of the work that is done the new way', unit: 'share', format: frame.formats.share },
    (year) => `(${frame.yearCell(year, integral)}-${frame.yearCell(year - 1, integral)})/12`,
  );
  const beyond = frame.yearRow(note(`Weeks of deployments beyond the ${MOST_STEPS}th`, 'weeks'), (year) =>
    weeksBeyond(frame, level, of('deployed', year), steps),
  );
  const weeks = frame.row;
  frame.yearRow(
    note('Weeks of all deployments since the plan began', 'weeks'),
    (year) => {
      const deployed = of('deployed', year);
      const whole = `INDEX(${frame.fromCase(steps.column(level, 'sum'))},MIN(INT(${deployed}),${MOST_STEPS})+1)`;
      const unit = `INDEX(${frame.fromCase(steps.column(level, 'unit'))},MIN(INT(${deployed})+2,${MOST_STEPS + 1}))`;
      const part = `IF(${deployed}<=${MOST_STEPS},(${deployed}-INT(${deployed}))*${unit},0)`;
      return `${whole}+${part}+${frame.yearCell(year, beyond)}`;
    },
    '0',
  );
  const people = frame.yearRow({ label: 'People who operate', unit: 'people', format: frame.formats.precise }, (year) =>
    peopleFormula(of('living', year), input('modelsPerEngineer'), input('minEngineers'), input('operateFte')),
  );
  const person = frame.plan('loadedAnnual');
  const deploy = frame.yearRow(amount('Deployments'), (year) => {
    const effort = `(${frame.yearCell(year, weeks)}-${frame.yearCell(year - 1, weeks)})*${input('deployFte')}`;
    return `${of('inflator', year)}*${effort}*${person}/${frame.plan('weeksPerYear')}`;
  });
  frame.yearRow(amount('Operation'), (year) => `${of('inflator', year)}*${frame.yearCell(year, people)}*${person}`);
  frame.yearRow(amount('Updates'), (year) => {
    const hours = `${of('living', year)}*${frame.plan('updatesPerYear')}*${input('retrainHours')}`;
    return `${of('inflator', year)}*${hours}*${person}/${frame.plan('hoursPerYear')}`;
  });
  const incident = frame.yearRow(
    amount('Incidents'),
    (year) =>
      `${of('inflator', year)}*${of('living', year)}*${input('incidentsPerModel')}*${frame.plan('incidentCost')}`,
  );
  const platform = frame.yearRow(
    amount('Platform'),
    (year) => `${of('inflator', year)}*(${input('platformFixed')}+${input('platformPerModel')}*${of('living', year)})`,
  );
  const work = frame.yearRow(
    amount('Work: deployments, operation, updates and incidents'),
    (year) => `SUM(${frame.yearCell(year, deploy)}:${frame.yearCell(year, incident)})`,
  );
  const { first, last, byYear } = frame.lines;
  const pays = steps.pays(level);
  const lines = frame.yearRow(amount('Cost lines'), (year) => {
    const asked = `${frame.yearCell(year, byYear)}:${frame.yearCell(year, byYear + last - first)}`;
    return `${of('inflator', year)}*SUMPRODUCT(${pays},${asked})`;
  });
  const exit = frame.yearRow(amount('Exit cost'), (year) => (year === years ? input('exitCost') : '0'));
  const yearCost = frame.yearRow({ ...amount('Cost of the year'), look: 'total' }, (year) => {
    const [ownWork, ownShare] = [frame.yearCell(year, work), frame.yearCell(year, share)];
    const baseWork = base ? frame.yearCell(year, base.work) : ownWork;
    const paid = `${frame.yearCell(year, platform)}+${frame.yearCell(year, lines)}+${frame.yearCell(year, exit)}`;
    return `${ownShare}*${ownWork}+(1-${ownShare})*${baseWork}+${paid}`;
  });
  const cumulative = frame.row;
  frame.yearRow(
    amount('Cumulative, the investment first'),
    (year) => `${frame.yearCell(year - 1, cumulative)}+${frame.yearCell(year, yearCost)}`,
    input('investment'),
  );
  sheet.put(1, frame.row, { value: 'Present value of all costs', look: 'bold' });
  sheet.put(2, frame.row, { value: 'money', look: 'note' });
  sheet.put(NOW, frame.row, {
    value: null,
    formula: `${input('investment')}+NPV(${frame.plan('discountRate')},${frame.yearRange(yearCost)})`,
    format: frame.sum,
    look: 'bold',
  });
  frame.mark(`${level}.pvCost`, NOW, frame.row);
  frame.mark(`${level}.yearCost`, frame.column(1), yearCost, frame.column(years));
  frame.mark(`${level}.cumulative`, NOW, cumulative, frame.column(years));
  frame.row += 2;
  return { share, work, lines, yearCost };
}

/** `$F$40:$F$46`: the flags that say which cost lines the level pays. */
export function paysRange(frame: CaseFrame, level: LevelKey): string {
  const column = 6 + frame.levels.indexOf(level);
  return `${absolute(column, frame.lines.first)}:${absolute(column, frame.lines.last)}`;
}
