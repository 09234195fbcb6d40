import { describe, expect, it } from 'vitest';
import { testBackend } from '../testing/test-backend';

const expected = { from: { kind: 'preset', preset: 'expected' } } as const;

describe('scenarios', () => {
  it('are made from presets, the first one chosen, and copied', async () => {
    const { call } = await testBackend();
    const first = await call('scenarios.create', expected);
    expect(first).toMatchObject({ name: 'Expected', chosen: true, currency: 'EUR', compare: 'L2 vs L1' });
    const second = await call('scenarios.create', { from: { kind: 'preset', preset: 'conservative' }, notes: 'board' });
    expect(second).toMatchObject({ chosen: false, notes: 'board' });
    const copy = await call('scenarios.create', { from: { kind: 'copy', id: first.id } });
    expect(copy).toMatchObject({ name: 'Copy of Expected', copiedFrom: 'Expected', inputs: first.inputs });
    const { scenarios } = await call('scenarios.list', {});
    expect(scenarios.map(({ name }) => name)).toEqual(['Expected', 'Conservative', 'Copy of Expected']);
  });
});
