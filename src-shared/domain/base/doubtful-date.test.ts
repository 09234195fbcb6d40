import { expect, it } from 'vitest';
import { isDoubtfulSince, plausibleFrom } from './doubtful-date';

it('asks about what is said to have lasted for more than ten years', () => {
  expect(plausibleFrom('2026-11-29')).toBe('2016-11-29');
  expect(isDoubtfulSince('2016-11-28', '2026-11-29')).toBe(true);
  expect(isDoubtfulSince('2016-11-29T00:00:00.000Z', '2026-11-29')).toBe(false);
  expect(isDoubtfulSince('1997-02-01', '2026-11-29')).toBe(true);
});

it('knows the end of February', () => {
  expect(plausibleFrom('2024-02-29')).toBe('2014-02-28');
});
