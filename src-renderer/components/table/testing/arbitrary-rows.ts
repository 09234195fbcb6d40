import fc from 'fast-check';
import { AUTONOMIES, KINDS } from '#domain/models/kinds';
import {
  CRITICALITIES,
  HEALTHS,
  MONITORINGS,
  ORIGINS,
  PERSONAL_DATA,
  STAGES,
  UPDATE_FREQUENCIES,
} from '#domain/vocabulary';
import type { SampleRow } from './sample-grid';

const word = fc.constantFrom(
  'fraud',
  'Fraud',
  'churn',
  'Rísk 10',
  'risk 9',
  'Ångström',
  'a_b',
  'a-b',
  '漢字',
  '010',
  '',
);
const line = fc.array(word, { maxLength: 3 }).map((words) => words.join(' ').trim());
const unit = fc.constantFrom('', 'Retail', 'Retail / Cards', 'Retail / Cards / EU', 'Retailing', 'Risk');
const owner = fc.constantFrom('', 'Ada', 'Björn', 'Çelik');
const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });
const oneOf = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const orEmpty = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom('', ...values);
const day = orNull(fc.integer({ min: 20_000, max: 20_010 }));

const values = fc.record({
  name: line,
  stage: oneOf(STAGES),
  unit,
  tier: orNull(fc.constantFrom(1, 2, 3)),
  updateFrequency: orEmpty(UPDATE_FREQUENCIES),
  health: oneOf(HEALTHS),
  monitoring: orEmpty(MONITORINGS),
  businessOwner: owner,
  technicalOwner: owner,
  type: line,
  origin: orEmpty(ORIGINS),
  criticality: orEmpty(CRITICALITIES),
  personalData: oneOf(PERSONAL_DATA),
  kind: orEmpty(KINDS),
  autonomy: orEmpty(AUTONOMIES),
  annualValueMinor: orNull(fc.integer({ min: -5, max: 5 })),
  annualRunCostMinor: orNull(fc.integer()),
  stageSince: day,
  version: line,
  versionSince: day,
  timeToProductionDays: orNull(fc.double({ min: 0, max: 3, noNaN: true })),
  releasesLast12Months: fc.nat(3),
  openIncidents: fc.nat(2),
  lastResult: day,
  dataQuality: orNull(fc.nat(100)),
  reviewDue: day,
  updatedAt: day,
  tags: fc.uniqueArray(fc.constantFrom('pii', 'ai act', 'eu'), { maxLength: 3 }).map((tags) => tags.join(', ')),
  references: fc.constantFrom('', 'mlflow: 12', 'mlflow: 13'),
  stageSincePrecision: orEmpty(['month', 'quarter', 'year']),
  versionSincePrecision: orEmpty(['month', 'quarter', 'year']),
});

/** Up to 40 models with ids of their own. */
export const arbitraryRows: fc.Arbitrary<SampleRow[]> = fc
  .array(values, { maxLength: 40 })
  .map((rows) => rows.map((row, index) => ({ ...row, id: `m${index}` })));
