import { expect, it } from 'vitest';
import { canonical, type Reading, verifiedBy } from './pack-readings';

const reading = (more: Partial<Reading>): Reading => ({
  id: 'r',
  digest: 'now',
  outcome: 'as_it_stands',
  on: '2026-11-03',
  by: 'Bo',
  link: '',
  note: '',
  ...more,
});

it('counts the last reading of this wording', () => {
  expect(verifiedBy('now', [])).toEqual({ state: 'open', reading: null });
  const differs = reading({ outcome: 'differs', on: '2026-11-04' });
  expect(verifiedBy('now', [differs, reading({})])).toEqual({ state: 'differs', reading: differs });
  // Of one day the later noted.
  expect(verifiedBy('now', [differs, reading({ on: '2026-11-04' })]).state).toBe('read');
});

it('lapses when the wording is another one', () => {
  const old = reading({ digest: 'then', on: '2026-11-20' });
  expect(verifiedBy('now', [old])).toEqual({ state: 'lapsed', reading: old });
  expect(verifiedBy('now', [old, reading({})]).state).toBe('read');
});

it('says the same of the same in whatever order', () => {
  expect(canonical({ b: [1, { d: 'x', c: null }], a: undefined })).toBe('{"b":[1,{"c":null,"d":"x"}]}');
  expect(canonical({ b: 1, a: 2 })).toBe(canonical({ a: 2, b: 1 }));
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
});
