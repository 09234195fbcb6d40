import { expect, it } from 'vitest';
import { noVerdictToday, sayNoVerdict, sayWhyNoVerdict } from './verdict-counts';

const sample = { inProduction: 31, byHealth: { act: 2, watch: 2, ok: 12, silent: 3, unknown: 12 }, neverMeasured: 11 };

it('adds the silent ones to those without a verdict so far, and says what they consist of', () => {
  expect(noVerdictToday(sample)).toBe(15);
  expect(sayNoVerdict(sample)).toBe('15 have no drift verdict today.');
  expect(sayWhyNoVerdict(sample)).toBe('3 silent, 11 never measured and 1 not judged');
});

it('says all, none and one as such', () => {
  const of = (inProduction: number, byHealth: object, neverMeasured = 0) =>
    sayNoVerdict({ inProduction, byHealth, neverMeasured });
  expect(of(0, {})).toBe('');
  expect(of(1, { ok: 1 })).toBe('It has a drift verdict today.');
  expect(of(1, { silent: 1 })).toBe('It has no drift verdict today.');
  expect(of(9, { ok: 9 })).toBe('All have a drift verdict today.');
  expect(of(892, { unknown: 892 }, 892)).toBe('None has a drift verdict today.');
  expect(of(9, { ok: 8, silent: 1 })).toBe('1 has no drift verdict today.');
  expect(sayWhyNoVerdict({ byHealth: { unknown: 892 }, neverMeasured: 892 })).toBe('892 never measured');
  expect(sayWhyNoVerdict({ byHealth: { ok: 3 }, neverMeasured: 0 })).toBe('');
});
