import type { Column, Grid } from '../../src-shared/contract/models/grid';
import { AUTONOMIES, KINDS as MODEL_KINDS } from '#domain/models/kinds';
import {
  CRITICALITIES,
  HEALTHS,
  MONITORINGS,
  ORIGINS,
  PERSONAL_DATA,
  STAGES,
  UPDATE_FREQUENCIES,
} from '../../src-shared/domain/vocabulary';

const SUBJECTS = [
  'Credit',
  'Fraud',
  'Churn',
  'Limit',
  'Mortgage',
  'Deposit',
  'Claims',
  'Wealth',
  'Liquidity',
  'Routing',
  'Pricing',
  'Énergie',
];
const KINDS = [
  'risk score',
  'propensity',
  'forecast',
  'triage',
  'anomaly detector',
  'rating',
  'classifier',
  'recommender',
  'OCR',
  'early warning',
];
const PLACES = [
  'retail',
  'corporate',
  'cards',
  'markets',
  'insurance',
  'HR',
  'operations',
  'treasury',
  'Zürich',
  'APAC',
  'EMEA',
  'Iberia',
];
const DAY = 20_780;

/** The same numbers in each run: a linear congruential generator (Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `models.grid` of an invented portfolio of this size. */
export function makeGrid(size: number): Grid {
  const random = generator(20_261_123);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] ?? (values[0] as T); // never empty here
  const fill = <T>(make: (row: number) => T): T[] => Array.from({ length: size }, (_, row) => make(row));
  const names = (count: number, stem: string): string[] => Array.from({ length: count }, (_, i) => `${stem} ${i + 1}`);
  const coded = (values: readonly string[], empty = 0): Column => ({
    kind: 'coded',
    values: [...values],
    codes: fill(() => (random() < empty ? -1 : Math.floor(random() * values.length))),
  });
  const number = (most: number, empty: number): Column => ({
    kind: 'number',
    values: fill(() => (random() < empty ? null : Math.floor(random() * most))),
  });
  const day = (empty: number): Column => ({
    kind: 'day',
    values: fill(() => (random() < empty ? null : DAY - Math.floor(random() * 2_000))),
  });
  const owners = PLACES.flatMap((place) => names(150, `Owner ${place}`));
  return {
    revision: 1,
    ids: fill((row) => `m${(row * 7_919 + 1_000_003).toString(36)}x${row.toString(36)}`),
    columns: {
      name: {
        kind: 'text',
        values: fill(() => `${pick(SUBJECTS)} ${pick(KINDS)} ${pick(PLACES)} ${Math.floor(random() * 9_000) + 1}`),
      },
      stage: coded(STAGES),
      unit: coded(
        PLACES.flatMap((place) => names(5, `${place} / Team`)),
        0.02,
      ),
      tier: { kind: 'number', values: fill(() => (random() < 0.1 ? null : 1 + Math.floor(random() * 3))) },
      updateFrequency: coded(UPDATE_FREQUENCIES, 0.2),
      health: coded(HEALTHS),
      monitoring: coded(MONITORINGS, 0.6),
      businessOwner: coded(owners, 0.1),
      technicalOwner: coded(owners, 0.1),
      type: coded(names(40, 'Algorithm'), 0.05),
      origin: coded(ORIGINS, 0.1),
      criticality: coded(CRITICALITIES, 0.2),
      personalData: coded(PERSONAL_DATA),
      kind: coded(MODEL_KINDS, 0.3),
      autonomy: coded(AUTONOMIES, 0.8),
      annualValueMinor: number(90_000_000, 0.5),
      annualRunCostMinor: number(9_000_000, 0.5),
      stageSince: day(0.1),
      version: coded(names(60, 'v'), 0.2),
      versionSince: day(0.3),
      timeToProductionDays: number(400, 0.5),
      releasesLast12Months: number(30, 0),
      openIncidents: number(4, 0),
      lastResult: day(0.4),
      dataQuality: number(101, 0.1),
      reviewDue: day(0.4),
      updatedAt: day(0),
      tags: coded(['pii', 'eu', 'ai act', 'pii, eu', 'pii, ai act'], 0.5),
      references: { kind: 'coded', values: fill((row) => `mlflow: run-${row}`), codes: fill((row) => row) },
      stageSincePrecision: coded(['month', 'quarter', 'year'], 0.8),
      versionSincePrecision: coded(['month', 'quarter', 'year'], 0.8),
    },
  };
}
