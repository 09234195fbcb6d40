import { incidentsPath, isDerived, reductionOf } from '#domain/scenarios/plan/derived-inputs';
import {
  type Field,
  LEVEL_FIELD_KEYS,
  LEVEL_FIELDS,
  LINE_FIELDS,
  PARENT_KEYS,
  PLAN_FIELDS,
  type PlanKey,
  YEAR_FIELDS,
} from '#domain/scenarios/plan/input-fields';
import { type LevelKey, levelOf, sayLevel } from '#domain/scenarios/plan/inputs';
import type { Cell } from '../../xlsx/cells';
import { type CaseFrame, NOW } from './case-frame';
import { absolute } from './grid';
import { BASIS, isRate, LINE_KEYS, PAYS, ruleOf } from './input-rules';
import { capital } from './words';

/** Where the value at a path comes from, in words; '' when nothing is noted. */
export type OriginWords = (path: string) => string;

/** Rows that are left free for cost lines of the reader's own. */
const SPARE_LINES = 5;

/** Amounts below this are told to the cent, also where they happen to be whole. */
const SMALL = 1_000;
/** A number of more than four digits behind the mark shows four, unless it is smaller than these tell. */
const FEWEST = 0.01;

/** As it is typed: a format with places that may be empty leaves the mark alone (`50.`). */
function formatOf(frame: CaseFrame, field: Field, value: number | undefined): string | undefined {
  if (field.money) return value === undefined || value < SMALL || !Number.isInteger(value) ? frame.money : frame.sum;
  if (isRate(field)) return '0.00%';
  return value !== undefined && value >= FEWEST && Number(value.toFixed(4)) !== value ? '#,##0.0000' : undefined;
}

function inputCell(frame: CaseFrame, field: Field, value: number | undefined): Cell {
  return { value: value ?? null, format: formatOf(frame, field, value), look: 'input', rule: ruleOf(field) };
}

/** A number of the plan, and what it may be. */
function noteRange(frame: CaseFrame, range: string, cells: number, field: Field, mayBeEmpty = false): void {
  const { least, most } = ruleOf(field);
  frame.ranges.push({ range, cells, least, most, mayBeEmpty: mayBeEmpty || field.otherwise === null });
}

const PLAN_KEYS = Object.keys(PLAN_FIELDS) as PlanKey[]; // Object.keys forgets the keys' type

/** Where a figure of the plan comes from; one that could follow others and was entered says that it does not. */
function planOrigin({ inputs }: CaseFrame, key: PlanKey, originOf: OriginWords): string {
  const words = originOf(key);
  if (key !== 'incidentCost') return words;
  return isDerived(inputs, key)
    ? `worked out: person-hours × cost of a person ÷ working hours${inputs.incidentOtherCost === undefined ? '' : ' + other cost'}`
    : `${words}${words === '' ? '' : '; '}a number of its own: it does not follow hours or the cost of a person`;
}

/** The figures that the whole plan shares. */
export function writePlan(frame: CaseFrame, originOf: OriginWords): void {
  const { sheet, inputs } = frame;
  frame.head('The plan', 'Unit', ['Value', 'Where the value comes from'], true);
  const absent: readonly PlanKey[] = PARENT_KEYS.filter((key) => inputs[key] === undefined);
  for (const key of PLAN_KEYS) {
    if (absent.includes(key)) continue;
    const field = PLAN_FIELDS[key];
    sheet.put(1, frame.row, { value: capital(field.label) });
    sheet.put(2, frame.row, { value: field.unit, look: 'note' });
    sheet.put(NOW, frame.row, inputCell(frame, field, inputs[key] ?? field.otherwise ?? undefined));
    sheet.put(NOW + 1, frame.row, {
      value: planOrigin(frame, key, originOf),
      look: 'source',
      across: frame.width - NOW,
    });
    frame.mark(key, NOW, frame.row);
    noteRange(frame, frame.place(key), 1, field);
    frame.row += 1;
  }
  sheet.put(1, frame.row, { value: 'Living models of a year are counted as' });
  sheet.put(2, frame.row, { value: 'mean or end', look: 'note' });
  sheet.put(NOW, frame.row, { value: inputs.liveBasis ?? 'mean', look: 'input', rule: BASIS });
  sheet.put(NOW + 1, frame.row, {
    value: 'mean: of start and end of the year; end: at its end',
    ...{ look: 'source', across: frame.width - NOW },
  });
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
    noteRange(frame, frame.yearRange(frame.row), years, YEAR_FIELDS[key]);
    frame.row += 1;
  }
  const [newRow, retiredRow] = [frame.row - 2, frame.row - 1];
  const count = { unit: 'models', format: frame.formats.precise };
  const endRow = frame.row;
  frame.yearRow(
    { ...count, label: 'At the end of the year' },
    (year) => `${frame.yearCell(year - 1, endRow)}+${frame.yearCell(year, newRow)}-${frame.yearCell(year, retiredRow)}`,
    frame.plan('modelsAtStart'),
  );
  const end = (year: number): string => `MAX(0,${frame.yearCell(year, endRow)})`;
  const basis = frame.place('liveBasis');
  const living = frame.yearRow(
    { ...count, label: 'Living, as they cost money' },
    // A third word is no number, so that nothing counts by a slip of the keyboard.
    (year) => `IF(${basis}="end",${end(year)},IF(${basis}="mean",(${end(year - 1)}+${end(year)})/2,"mean or end?"))`,
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
  frame.head('What each level costs', 'Unit', [...heads, 'Where the values come from'], true);
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
    const [from, last] = [NOW + levels.length, NOW + levels.length - 1];
    sheet.put(from, frame.row, { value: origins.join(' · '), look: 'source', across: frame.width - last });
    noteRange(frame, `${absolute(NOW, frame.row)}:${absolute(last, frame.row)}`, levels.length, field);
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
    sheet.put(1, row, { value: line?.label ?? null, look: 'input' });
    for (const [at, key] of LINE_KEYS.entries()) {
      const cell = inputCell(frame, LINE_FIELDS[key], line?.[key]);
      sheet.put(2 + at, row, { ...cell, ...(cell.rule && { rule: { ...cell.rule, mayBeEmpty: true } }) });
    }
    for (const [at, level] of levels.entries()) {
      const value = line ? Number(line.levels.includes(level)) : null;
      sheet.put(6 + at, row, { value, format: '0', look: 'input', rule: PAYS });
    }
  }
  for (const [at, key] of LINE_KEYS.entries()) {
    const range = `${absolute(2 + at, first)}:${absolute(2 + at, last)}`;
    noteRange(frame, range, last - first + 1, LINE_FIELDS[key], true);
  }
  for (const [at, level] of levels.entries()) {
    frame.mark(`${level}.pays`, 6 + at, first);
  }
  frame.lines = { first, last, byYear: last + 2 };
  frame.row = last + 1;
  frame.head('Cost lines by year, at the prices of year 1', 'Unit', frame.yearHeads());
  for (let row = first; row <= last; row++) {
    const line = frame.row;
    frame.yearRow({ label: '', unit: '', format: frame.sum }, (year) => lineFormula(row, year));
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
