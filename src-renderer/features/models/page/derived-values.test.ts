import { describe, expect, it } from 'vitest';
import { derivedValues, type Words } from './derived-values';
import type { Model } from './model-types';

const model: Model = {
  id: 'm1',
  name: 'Fraud',
  purpose: '',
  notes: '',
  unit: '',
  businessOwner: '',
  technicalOwner: '',
  type: '',
  origin: null,
  tier: 1,
  updateFrequency: null,
  criticality: null,
  personalData: 'unknown',
  annualValueMinor: null,
  annualRunCostMinor: null,
  nextReview: null,
  tags: [],
  kind: null,
  autonomy: null,
  vendor: '',
  developer: '',
  reviewer: '',
  overseer: '',
  approvedUses: '',
  limitations: '',
  dataSources: '',
  externalReferences: [],
  stage: 'deployed',
  stageSincePrecision: 'day',
  versionSincePrecision: 'day',
  monitoringKnown: true,
  monitoring: 'not_monitored',
  stageSince: '2026-01-10T00:00:00Z',
  inProduction: true,
  health: 'unknown',
  version: '2.1',
  versionSince: '2026-01-10T00:00:00Z',
  timeToProductionDays: 98,
  timeToProductionPrecision: 'day',
  openIncidents: 0,
  lastResult: null,
  dataQuality: 50,
  releasesLast12Months: 1,
  lastSignOfLife: '2026-01-10T00:00:00Z',
  lastSignOfLifePrecision: 'day',
  reviewDue: '2027-01-10',
  reviewSource: 'tier',
  updatedAt: '2026-01-10T00:00:00Z',
  createdAt: '2026-01-10T00:00:00Z',
  timeInStageDays: 317,
  versionAgeDays: 317,
  replacedBy: null,
  replaces: [],
  versions: [],
  otherVersions: [],
  approvals: [],
  allowedMoves: [],
  ended: null,
  provenance: [],
};
const words: Words = {
  date: (at, precision) => (precision === 'day' ? at.slice(0, 10) : `${precision} of ${at.slice(0, 10)}`),
  days: (days, precision) => (precision === 'day' ? `${days} d` : `about ${days} d`),
};
const byLabel = (part: Partial<Model>) =>
  Object.fromEntries(
    derivedValues({ ...model, ...part }, words).map(({ label, value, how }) => [label, { value, how }]),
  );

describe('derivedValues', () => {
  it('gives each value with its rule', () => {
    const values = byLabel({});
    expect(values['Time in stage']).toEqual({
      value: '317 d',
      how: 'From the move into this stage on 2026-01-10 until now.',
    });
    expect(values['Time to production']?.value).toBe('98 d');
    expect(values['Age of the version']?.how).toContain('version 2.1');
    expect(values['Releases in 12 months']?.value).toBe('1');
    expect(values['Review due']?.how).toContain('interval of tier 1');
  });

  it('says about where a day is known to a month, a quarter or a year only', () => {
    const values = byLabel({
      stageSincePrecision: 'month',
      versionSincePrecision: 'quarter',
      timeToProductionPrecision: 'year',
      lastSignOfLifePrecision: 'month',
    });
    expect(values['Time in stage']).toEqual({
      value: 'about 317 d',
      how: 'From the move into this stage in month of 2026-01-10 until now. Known to the month, counted from its middle.',
    });
    expect(values['Time to production']?.value).toBe('about 98 d');
    expect(values['Age of the version']?.how).toContain('From quarter of 2026-01-10, when version 2.1');
    expect(values['Last move']?.value).toBe('month of 2026-01-10');
  });

  it('says what is missing instead of a number', () => {
    const values = byLabel({
      timeInStageDays: null,
      stageSince: null,
      timeToProductionDays: null,
      versionAgeDays: null,
      versionSince: null,
      lastSignOfLife: null,
      reviewDue: null,
      reviewSource: 'none',
    });
    for (const label of ['Time in stage', 'Time to production', 'Age of the version', 'Last move', 'Review due'])
      expect(values[label]?.value).toBe('');
    expect(values['Time in stage']?.how).toContain('has no date');
    expect(values['Review due']?.how).toContain('Needs a tier');
    expect(byLabel({ reviewDue: null, reviewSource: 'none', inProduction: false })['Review due']?.how).toContain(
      'in production',
    );
    expect(byLabel({ reviewDue: null, reviewSource: 'none', inProduction: false })['Review due']?.value).toBe(
      'none due',
    );
  });
});
