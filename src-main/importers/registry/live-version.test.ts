import { expect, it } from 'vitest';
import { seenNow } from './live-version';
import type { Registry } from './registry';

const NOW = '2026-12-01T06:00:00.000Z';
const model = {
  name: 'churn',
  description: '',
  createdAt: null,
  updatedAt: null,
  link: '',
  tags: new Map(),
  aliases: [],
};

const registry = (...updated: readonly (readonly [version: string, updatedAt: string])[]): Registry => ({
  models: [model],
  versions: updated.map(([version, updatedAt]) => ({
    name: 'churn',
    version,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt,
    stage: 'Production',
    runId: '',
    tags: new Map(),
  })),
});

it('takes of two in production the one that was changed last, in whatever order they come', () => {
  const two = [['1', '2026-02-01T00:00:00.000Z'] as const, ['2', '2026-03-01T00:00:00.000Z'] as const];
  for (const order of [two, two.toReversed()])
    expect(seenNow(registry(...order), { at: null, seen: {} }, NOW).churn?.version).toBe('2');
});

it('takes none of two that were changed at once', () => {
  const two = [['1', '2026-02-01T00:00:00.000Z'] as const, ['2', '2026-02-01T00:00:00.000Z'] as const];
  for (const order of [two, two.toReversed()])
    expect(seenNow(registry(...order), { at: null, seen: {} }, NOW)).toEqual({});
});
