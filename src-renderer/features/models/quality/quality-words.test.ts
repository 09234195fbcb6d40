import { describe, expect, it } from 'vitest';
import { completeness, type QualityGroup } from '#domain/models/completeness';
import { QUALITY_FIELDS, type QualityField } from '#domain/models/quality-fields';
import { gapSearch, gapsSearch, headlineOf, percentOf, type Quality, tierRows } from './quality-words';

const none = Object.fromEntries(QUALITY_FIELDS.map((field) => [field, 0])) as Record<QualityField, number>;
const quality = (...groups: readonly (Partial<QualityGroup> & { readonly models: number })[]): Quality => {
  const found = completeness(groups.map((group) => ({ tier: 1, unit: 'A', missing: none, ...group })));
  return { ...found, gaps: [...found.gaps] };
};

describe('the finding of the page', () => {
  it('says how much is known and how many fields lead to 90 %', () => {
    const missing = { ...none, origin: 10, type: 10, purpose: 10 };
    expect(headlineOf(quality({ models: 10, missing }))).toBe(
      '79% is known of 10 models in production; filling 2 fields leads to 90%',
    );
    expect(headlineOf(quality({ models: 10, missing: { ...none, origin: 1 } }))).toBe(
      '99% is known of 10 models in production; 1 field is not filled everywhere',
    );
    expect(headlineOf(quality({ models: 1 }))).toBe('Every field is filled of the one model in production');
    expect(headlineOf(quality())).toBe('No model is in production yet');
  });

  it('never rounds to all or nothing', () => {
    expect([percentOf(0.9999), percentOf(0.0001), percentOf(1), percentOf(0)]).toEqual(['99%', '1%', '100%', '0%']);
  });
});

it('leads every number to its models: marked where an edit in bulk fills them, by unit for owners', () => {
  expect(gapSearch('origin', 'none')).toEqual({
    filter: { inProduction: true, missing: ['origin'], tier: [null] },
    fill: 'origin',
  });
  expect(gapSearch('technicalOwner').sort).toEqual([{ field: 'unit', direction: 'asc' }]);
  expect(gapSearch('purpose')).not.toHaveProperty('fill');
  expect(gapsSearch(2).filter).toEqual({ inProduction: true, qualityBelow: 100, tier: [2] });
  const rows = tierRows(quality({ models: 4, tier: 3, missing: { ...none, origin: 2 } }));
  expect(rows).toEqual([{ key: 3, label: 'Tier 3', models: 4, share: 1 - 2 / 56, weight: 1 }]);
});
