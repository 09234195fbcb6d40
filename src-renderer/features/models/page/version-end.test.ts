import { expect, it } from 'vitest';
import type { Model } from './model-types';
import { versionEnd } from './version-end';

const version = (version: string, at: string | null, until: string | null = null): Model['versions'][number] => ({
  version,
  at,
  precision: 'day',
  until,
  untilPrecision: 'day',
  live: false,
  alias: '',
  stage: '',
});

it('is the day that was said, else that of the next release, and unknown where that has none', () => {
  const versions = [
    version('4', null),
    version('3', '2026-04-10'),
    version('2', '2025-08-13', '2026-03-01'),
    version('1', '2025-01-01'),
  ];
  expect(versionEnd(versions, 0)).toBeNull();
  expect(versionEnd(versions, 1)).toBeNull();
  expect(versionEnd(versions, 2)).toEqual({ at: '2026-03-01', precision: 'day' });
  expect(versionEnd(versions, 3)).toEqual({ at: '2025-08-13', precision: 'day' });
});
