import { incidentsPath, isDerived, reductionOf } from '#domain/scenarios/plan/derived-inputs';
import {
  type Field,
  LEVEL_FIELD_KEYS,
  LEVEL_FIELDS,
  PARENT_KEYS,
  PLAN_FIELDS,
  type PlanKey,
  YEAR_FIELDS,
} from '#domain/scenarios/plan/input-fields';
import { type LevelKey, levelOf, sayLevel } from '#domain/scenarios/plan/inputs';
import type { Cell } from '../../xlsx/cells';
import { type CaseFrame, NOW } from './case-frame';

/** Where the value at a path comes from, in words; '' when nothing is noted. */
export type OriginWords = (path: string) => string;

/** Rows that are left free for cost lines of the reader's own. */
const SPARE_LINES = 5;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function formatOf(frame: CaseFrame, field: Field): string {
  if (field.money) return frame.money;
  return field.unit === 'a year' && field.least < 0 ? '0.00%' : '#,##0.####';
}

function inputCell(frame: CaseFrame, field: Field, value: number | undefined): Cell {
  return { value: value ?? null, format: formatOf(frame, field), look: 'input' };
}

const PLAN_KEYS = Object.keys(PLAN_FIELDS) as PlanKey[]; // Object.keys forgets the keys' type

/** The figures that the whole plan shares. */
export function writePlan(frame: CaseFrame, originOf: OriginWords): void {
  const { sheet, inputs } = frame;
  frame.head('The plan', 'Unit', ['Value', 'Where the value comes from']);
  const absent: readonly PlanKey[] = PARENT_KEYS.filter((key) => inputs[key] === undefined);
  for (const key of PLAN_KEYS) {
    if (absent.includes(key)) continue;
    const field = PLAN_FIELDS[key];
    sheet.put(1, frame.row, { value: capital(field.label) });
    sheet.put(2, frame.row, { value: field.unit, look: 'note' });
    sheet.put(NOW, frame.row, inputCell(frame, field, inputs[key] ?? field.otherwise ?? undefined));
    sheet.put(NOW + 1, frame.row, { value: originOf(key), look: 'note' });
    frame.mark(key, NOW, frame.row);
    frame.row += 1;
  }
  sheet.put(1, frame.row, { value: 'Living models of a year are counted as' });
  sheet.put(2, frame.row, { value: 'mean or end', look: 'note' });
  sheet.put(NOW, frame.row, { value: inputs.liveBasis ?? 'mean', look: 'input' });
  sheet.put(NOW + 1, frame.row, { value: 'mean: of start and end of the year; end: at its end', look: 'note' });
  frame.mark('liveBasis', NOW, frame.row);
  frame.row += 2;
  if (isDerived(inputs, 'incidentCost')) writeDerivedCost(frame);
}

/** The cost of an incident follows its hours, as in the plan; its parents stand below it. */
function writeDerivedCost(frame: CaseFrame): void {
  const { inputs } = frame;
  const hour = `${frame.plan('loadedAnnual')}/${frame.plan('hoursPerYear')}`;
  const other = inputs.incidentOtherCost === undefined ? '' : `+${frame.plan('incidentOtherCost')}`;
  frame.derive('incidentCost', `${frame.plan('incidentHours')}*${hour}${other}`);
}

/** Incidents of the levels above follow the lowest level's, each by the share that it avoids. */
function writeDerivedIncidents(frame: CaseFrame): void {
  const { inputs, levels } = frame;
  const [lowest = 'L1'] = levels;
  const left = (level: LevelKey): string => {
    if (level === 'L1') return '1';
    const key = level === 'L2' ? 'incidentReductionL2' : 'incidentReductionL3';
    return `(1-${inputs[key] === undefined ? reductionOf(inputs, level) : frame.plan(key)})`;
  };
  for (const level of levels) {
    if (!isDerived(inputs, incidentsPath(level))) continue;
    const base = frame.level(lowest, 'incidentsPerModel');
    frame.derive(`${level}.incidentsPerModel`, `${base}*${left(level)}/${left(lowest)}`);
  }
}

/** New and retired models by year, and what follows from them. */
export function writePortfolio(frame: CaseFrame): void {
  const { sheet, inputs, years } = frame;
  frame.head('Models by year', 'Unit', frame.yearHeads());
  for (const key of ['newModels', 'retired'] as const) {
    sheet.put(1, frame.row, { value: capital(YEAR_FIELDS[key].label) });
    sheet.put(2, frame.row, { value: 'models', look: 'note' });
    for (let year = 1; year <= years; year++) {
      const value = inputs[key]?.[year - 1] ?? 0;
      sheet.put(frame.column(year), frame.row, inputCell(frame, YEAR_FIELDS[key], value));
    }
    frame.mark(key, frame.column(1), frame.row, frame.column(years));
    frame.row += 1;
  }
  const [newRow, retiredRow] = [frame.row - 2, frame.row - 1];
  const count = { unit: 'models', format: '#,##0.##' };
  const endRow = frame.row;
  frame.yearRow(
    { ...count, label: 'At the end of the year' },
    (year) => `${frame.yearCell(year - 1, endRow)}+${frame.yearCell(year, newRow)}-${frame.yearCell(year, retiredRow)}`,
    frame.plan('modelsAtStart'),
  );
  const end = (year: number): string => `MAX(0,${frame.yearCell(year, endRow)})`;
  const living = frame.yearRow(
    { ...count, label: 'Living, as they cost money' },
    (year) => `IF(${frame.place('liveBasis')}="end",${end(year)},(${end(year - 1)}+${end(year)})/2)`,
  );
  const deployedRow = frame.row;
  frame.yearRow(
    { ...count, label: 'Deployed since the plan began' },
    (year) => `${frame.yearCell(year - 1, deployedRow)}+${frame.yearCell(year, newRow)}`,
    '0',
  );
  const factor = { unit: 'factor', format: frame.formats.factor };
  const inflation = frame.yearRow(
    { ...factor, label: 'Prices against year 1' },
    (year) => `(1+${frame.plan('inflation')})^${year - 1}`,
  );
  const discount = frame.yearRow(
    { ...factor, label: 'Worth today of an amount at the end of the year' },
    (year) => `(1+${frame.plan('discountRate')})^-${year}`,
    '1',
  );
  for (const [key, row] of Object.entries({ living, deployed: deployedRow, inflator: inflation, discount })) {
    frame.mark(key, NOW, row, frame.column(years));
  }
  frame.row += 1;
}

/** What each level costs: one column a level, the sources beside them. */
export function writeLevels(frame: CaseFrame, originOf: OriginWords): void {
  const { sheet, inputs, levels } = frame;
  const heads = levels.map((key) => capital(sayLevel(key)));
  frame.head('What each level costs', 'Unit', [...heads, 'Where the values come from']);
  for (const key of LEVEL_FIELD_KEYS) {
    const field = LEVEL_FIELDS[key];
    sheet.put(1, frame.row, { value: capital(field.label) });
    sheet.put(2, frame.row, { value: field.unit, look: 'note' });
    const origins: string[] = [];
    for (const [at, level] of levels.entries()) {
      const value = levelOf(inputs, level)[key] ?? field.otherwise ?? undefined;
      sheet.put(NOW + at, frame.row, inputCell(frame, field, value));
      frame.mark(`${level}.${key}`, NOW + at, frame.row);
      const words = originOf(`levels.${level}.${key}`);
      if (words !== '') origins.push(`${level}: ${words}`);
    }
    sheet.put(NOW + levels.length, frame.row, { value: origins.join(' · '), look: 'note' });
    frame.row += 1;
  }
  writeDerivedIncidents(frame);
  sheet.put(1, frame.row, {
    value: 'An empty cell of “models per engineer” means that people per model count instead.',
    look: 'note',
  });
  frame.row += 2;
}

/** Cost lines beside the model, and what each asks for by year at the prices of year 1. */
export function writeCostLines(frame: CaseFrame): void {
  const { sheet, inputs, levels } = frame;
  const lines = inputs.costLines ?? [];
  const heads = ['Months', 'One-off', 'Yearly', ...levels.map((key) => `${capital(sayLevel(key))} pays (1 or 0)`)];
  frame.head('Cost lines (some rows are free for your own)', 'First month (0 = the first)', heads);
  const first = frame.row;
  const last = first + lines.length + SPARE_LINES - 1;
  for (let row = first; row <= last; row++) {
    const line = lines[row - first];
    const put = (column: number, value: number | string | null, format?: string): void =>
      sheet.put(column, row, { value, format, look: 'input' });
    put(1, line?.label ?? null);
    put(2, line?.startMonth ?? null, '0.##');
    put(3, line?.months ?? null, '0.##');
    put(4, line?.oneOff ?? null, frame.money);
    put(5, line?.yearly ?? null, frame.money);
    for (const [at, level] of levels.entries()) put(6 + at, line ? Number(line.levels.includes(level)) : null, '0');
  }
  for (const [at, level] of levels.entries()) {
    frame.mark(`${level}.pays`, 6 + at, first);
  }
  frame.lines = { first, last, byYear: last + 2 };
  frame.row = last + 1;
  frame.head('Cost lines by year, at the prices of year 1', 'Unit', frame.yearHeads());
  for (let row = first; row <= last; row++) {
    const line = frame.row;
    frame.yearRow({ label: '', unit: '', format: frame.money }, (year) => lineFormula(row, year));
    sheet.put(1, line, { value: null, formula: `IF($A${row}="","",$A${row})` });
  }
  frame.row += 1;
}

/** One-off costs spread evenly over their months, yearly ones from the month after (rules.md 5). */
function lineFormula(row: number, year: number): string {
  const [from, to] = [12 * (year - 1), 12 * year];
  const [start, months, oneOff, yearly] = ['$B', '$C', '$D', '$E'].map((column) => `${column}${row}`);
  const begins = `IF(AND(${start}>=${from},${start}<${to}),1,0)`;
  const within = `MAX(0,MIN(${start}+${months},${to})-MAX(${start},${from}))/${months}`;
  const running = `MAX(0,${to}-MAX(${start}+${months},${from}))/12`;
  return `${oneOff}*IF(${months}=0,${begins},${within})+${yearly}*${running}`;
}
