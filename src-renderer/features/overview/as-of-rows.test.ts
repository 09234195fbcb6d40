import { describe, expect, it } from 'vitest';
import { answerableThen, rowsBehind } from './as-of-rows';
import type { AsOfRow } from './overview-types';

const row = (id: string, unit: string, stage: AsOfRow['stage']): AsOfRow => ({
  id,
  name: id,
  unit,
  stage,
  stageSince: null,
  stageSincePrecision: 'day',
  monitoring: stage === 'deployed' ? 'unknown' : stage === 'monitored' ? 'monitored' : null,
});
const rows = [row('a', 'DHS / CBP', 'deployed'), row('b', 'DHS', 'training'), row('c', '', 'monitored')];
const ids = (filter: Parameters<typeof rowsBehind>[1]) => rowsBehind(rows, filter).map(({ id }) => id);

describe('rowsBehind', () => {
  it('finds the rows of a stage, of a unit with its parts, in production, and without a unit', () => {
    expect(ids({ stage: ['training'] })).toEqual(['b']);
    expect(ids({ unit: ['DHS'] })).toEqual(['a', 'b']);
    expect(ids({ unit: ['DHS / CBP'] })).toEqual(['a']);
    const deep = [row('d', 'DHS / CBP / OFO', 'deployed')];
    expect(rowsBehind(deep, { unit: ['DHS / CBP'] })).toEqual(deep);
    expect(ids({ inProduction: true })).toEqual(['a', 'c']);
    expect(ids({ missing: ['unit'] })).toEqual(['c']);
    expect(ids({ monitoring: ['unknown'] })).toEqual(['a']);
    expect(ids({ monitoring: ['not_monitored'] })).toEqual([]);
    expect(ids({})).toEqual(['a', 'b', 'c']);
  });
});

describe('answerableThen', () => {
  it('refuses what the rows of a past day do not carry', () => {
    expect(answerableThen({ stage: ['deployed'], unit: ['DHS'] })).toBe(true);
    expect(answerableThen({ monitoring: ['unknown'] })).toBe(true);
    expect(answerableThen({ missing: ['unit'] })).toBe(true);
    expect(answerableThen({ missing: ['owner'] })).toBe(false);
    expect(answerableThen({ tier: [1] })).toBe(false);
    expect(answerableThen(null)).toBe(false);
  });
});
