import type { Column, Grid } from '#contract/models/grid';
import { dayNumber } from '#domain/base/calendar';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { isEmptyValue, qualityBy } from '#domain/models/completeness';
import { monitoringOf } from '#domain/models/monitoring';
import type { QualityField } from '#domain/models/quality-fields';
import type { Stage } from '#domain/vocabulary';
import { asHealth, parseTags } from '../cells';
import { byText, type Coded } from './coded';
import { type CodedName, NONE, type RealName, type WholeName } from './columns';
import type { HeldModels } from './held-models';

/** How the columns of a grid are made of those in memory: as numbers, and as texts with the numbers that point at them. */
export interface GridMaker<C> {
  texts(of: 'names' | 'references'): C;
  /** @param words what a text is called in the grid; '' = empty */
  coded(column: Pick<Coded, 'values' | 'codes'>, words?: (value: string) => string): C;
  numbers(values: Int32Array | Float64Array): C;
  days(values: Int32Array): C;
}

export type GridColumns<C> = { readonly [K in keyof Grid['columns']]: C };

/**
 * All columns of the grid.
 *
 * @param now releases count in the twelve months before it
 */
export function gridColumns<C>(held: HeldModels, now: string, make: GridMaker<C>): GridColumns<C> {
  const { coded, whole, real } = held;
  const code = (name: CodedName, words?: (value: string) => string): C => make.coded(coded[name], words);
  const number = (name: WholeName | RealName): C => make.numbers(isReal(name) ? real[name] : whole[name]);
  return {
    name: make.texts('names'),
    stage: code('stage'),
    unit: code('unit'),
    tier: number('tier'),
    updateFrequency: code('update_frequency'),
    health: code('health'),
    monitoring: make.coded(monitoringColumn(held)),
    businessOwner: code('business_owner'),
    technicalOwner: code('technical_owner'),
    type: code('type'),
    origin: code('origin'),
    criticality: code('criticality'),
    personalData: code('personal_data'),
    kind: code('kind'),
    autonomy: code('autonomy'),
    annualValueMinor: number('annualValueMinor'),
    annualRunCostMinor: number('annualRunCostMinor'),
    stageSince: make.days(daysOf(coded.stage_since)),
    version: code('version'),
    versionSince: make.days(daysOf(coded.version_since)),
    timeToProductionDays: number('timeToProductionDays'),
    releasesLast12Months: make.numbers(releasesOf(held, now)),
    openIncidents: number('openIncidents'),
    lastResult: make.days(whole.lastResultDay),
    dataQuality: make.numbers(qualities(held)),
    reviewDue: make.days(reviewDays(held)),
    updatedAt: make.days(whole.updatedDay),
    tags: code('tags', (cell) => (cell === '' ? '' : parseTags(cell).join(', '))),
    references: make.texts('references'),
    stageSincePrecision: code('stage_since_precision', coarse),
    versionSincePrecision: code('version_since_precision', coarse),
  };
}

const isReal = (name: WholeName | RealName): name is RealName => /^(annual|time)/.test(name);

/** Most days are days: they are left empty. */
const coarse = (precision: string): string => (precision === 'day' ? '' : precision);

function daysOf(column: Coded): Int32Array {
  const days = Int32Array.from(column.values, (at) => (at === '' ? NONE : dayNumber(Date.parse(at))));
  const { codes } = column;
  // A loop: `from` with a function takes ten times as long.
  const of = new Int32Array(codes.length);
  for (let slot = 0; slot < codes.length; slot += 1) of[slot] = days[codes[slot] ?? 0] ?? NONE;
  return of;
}

/** None of retired models, of which rows of older programs keep the typed day. */
function reviewDays({ coded }: HeldModels): Int32Array {
  const retired = byText(coded.stage, (stage) => stage === 'retired');
  return daysOf(coded.review_due).map((day, slot) => (retired(slot) ? NONE : day));
}

/** A column that follows from others, with '' in front. */
function monitoringColumn({ coded, whole }: HeldModels): Pick<Coded, 'values' | 'codes'> {
  const values = ['', 'monitored', 'not_monitored', 'unknown'];
  const stages = coded.stage.values;
  const healths = coded.health.values;
  const codes = new Uint8Array(coded.stage.codes.length);
  // What is alike is asked once: 0 = not asked yet.
  const asked = new Uint8Array(stages.length * healths.length * 2);
  for (let slot = 0; slot < codes.length; slot += 1) {
    const [stage = 0, health = 0] = [coded.stage.codes[slot], coded.health.codes[slot]];
    const said = whole.monitoringKnown[slot] === 1;
    const key = (stage * healths.length + health) * 2 + Number(said);
    if (asked[key] === 0) {
      const facts = {
        stage: (stages[stage] ?? '') as Stage, // a column of stages
        monitoringKnown: said,
        health: asHealth(healths[health] ?? ''),
      };
      asked[key] = 1 + values.indexOf(monitoringOf(facts) ?? '');
    }
    codes[slot] = (asked[key] ?? 1) - 1;
  }
  return { values, codes };
}

function releasesOf(held: HeldModels, now: string): Int32Array {
  const { moves } = held;
  const { from, to } = lastTwelveMonths(now);
  const within = Uint8Array.from(moves.dates, (at) => (at > from && at <= to ? 1 : 0));
  const releases = new Int32Array(held.whole.tier.length);
  for (const slot of held.order) {
    const first = moves.firstOf(slot);
    let count = 0;
    for (let place = first; place < first + moves.countOf(slot); place += 1)
      if (within[moves.timeCode(place)] === 1 && moves.stageAt(place) === 'deployed') count += 1;
    releases[slot] = count;
  }
  return releases;
}

const QUALITY_TEXTS = {
  unit: 'unit',
  updateFrequency: 'update_frequency',
  businessOwner: 'business_owner',
  technicalOwner: 'technical_owner',
  type: 'type',
  origin: 'origin',
  criticality: 'criticality',
  personalData: 'personal_data',
  version: 'version',
} as const satisfies Partial<Record<QualityField, CodedName>>;

/** NaN = of such a model nobody asks. */
function qualities(held: HeldModels): Float64Array {
  const { coded, whole, real } = held;
  const values = new Float64Array(whole.tier.length).fill(Number.NaN);
  const monitored = monitoringColumn(held);
  const empty = new Map<QualityField, (slot: number) => boolean>([
    ['purpose', (slot) => whole.purposeSaid[slot] !== 1],
    ['tier', (slot) => whole.tier[slot] === NONE],
    ['annualValueMinor', (slot) => Number.isNaN(real.annualValueMinor[slot])],
    ['annualRunCostMinor', (slot) => Number.isNaN(real.annualRunCostMinor[slot])],
    ['monitoring', (slot) => monitored.values[monitored.codes[slot] ?? 0] === 'unknown'],
  ]);
  // The keys of a constant.
  for (const field of Object.keys(QUALITY_TEXTS) as (keyof typeof QUALITY_TEXTS)[])
    empty.set(field, byText(coded[QUALITY_TEXTS[field]], isEmptyValue));
  for (const slot of held.order) {
    const stage = coded.stage.get(slot) as Stage; // a column of stages
    values[slot] = qualityBy((field) => empty.get(field)?.(slot) ?? true, stage) ?? Number.NaN;
  }
  return values;
}

/** The grid as JSON has it. */
export function jsonGrid(held: HeldModels, revision: number, now: string): Grid {
  const { order } = held;
  const texts = (slots: HeldModels['names']): string[] => Array.from(order, (slot) => slots.get(slot));
  const nullable = (values: Int32Array | Float64Array): (number | null)[] =>
    Array.from(order, (slot) => {
      const value = values[slot];
      return value === undefined || value === NONE || Number.isNaN(value) ? null : value;
    });
  return {
    revision,
    ids: texts(held.ids),
    columns: gridColumns<Column>(held, now, {
      texts: (of) =>
        of === 'names' ? { kind: 'text', values: texts(held.names) } : codedTexts(texts(held.references)),
      coded: (column, words) => {
        const { values, codes } = recoded(column, order, words);
        return { kind: 'coded', values, codes: [...codes] };
      },
      numbers: (values) => ({ kind: 'number', values: nullable(values) }),
      days: (values) => ({ kind: 'day', values: nullable(values) }),
    }),
  };
}

/** Each text once in the order in which rows have it, and its number for each row; '' is -1. */
function codedTexts(texts: readonly string[]): Column {
  const known = new Map<string, number>();
  const codes = texts.map((text) => {
    if (text === '') return -1;
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  return { kind: 'coded', values: [...known.keys()], codes };
}

/** Only the texts that rows have, in their order; two that are called the same are one. */
export function recoded(
  { values, codes }: Pick<Coded, 'values' | 'codes'>,
  order: Uint32Array,
  words: (value: string) => string = (value) => value,
): { readonly values: string[]; readonly codes: Int32Array } {
  const called = new Map<string, number>();
  const target = new Int32Array(values.length).fill(NONE);
  const sent = new Int32Array(order.length);
  for (let row = 0; row < order.length; row += 1) {
    const code = codes[order[row] ?? 0] ?? 0;
    if (target[code] === NONE) {
      const word = words(values[code] ?? '');
      const place = word === '' ? -1 : (called.get(word) ?? called.size);
      if (place >= 0) called.set(word, place);
      target[code] = place;
    }
    sent[row] = target[code] ?? -1;
  }
  return { values: [...called.keys()], codes: sent };
}
