import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const SLOW = 120_000;
const EVERY = ['drifted', 'retraining', 'incidents', 'silent', 'reviews'] as const;

async function sampleEngine(): Promise<TestBackend> {
  const engine = await testBackend({ portfolio: false });
  engine.at('2026-11-26T10:00:00.000Z');
  await engine.call('workspace.sample', { day: '2026-11-26' });
  return engine;
}

describe('nudges', () => {
  it('tell nothing unasked, and of what is chosen only what came since', { timeout: SLOW }, async () => {
    const { call } = await sampleEngine();
    expect(await call('nudges.settings', {})).toEqual({ kinds: [] });
    expect(await call('nudges.take', {})).toEqual({ nudges: [] });

    await call('nudges.choose', { kinds: [...EVERY] });
    expect(await call('nudges.take', {})).toEqual({ nudges: [] });

    const opened = await call('incidents.create', {
      modelId: 'sample-motor-severity',
      title: 'Quotes too low in Bavaria',
      severity: 1,
    });
    const taken = await call('nudges.take', {});
    expect(taken.nudges).toEqual([
      {
        kind: 'incidents',
        title: 'Motor claim severity has a new incident',
        body: 'Opened on 26 Nov 2026. Tier 1. Nobody owns it.',
        count: 1,
        about: { modelId: 'sample-motor-severity', incidentId: opened.id },
      },
    ]);
    expect((await call('nudges.take', {})).nudges).toEqual([]);
  });

  it('tell what a passed day brings: reviews become overdue and models fall silent', { timeout: SLOW }, async () => {
    const engine = await sampleEngine();
    const { call } = engine;
    await call('nudges.choose', { kinds: ['reviews', 'silent'] });
    const before = await call('overview.monday', {});
    const count = (week: typeof before, kind: string) => week.groups.find((one) => one.kind === kind)?.total ?? 0;
    const { fileName, folder } = await call('portfolio.info', {});
    await call('workspace.close', {});
    engine.at('2027-03-01T10:00:00.000Z');
    await call('workspace.open', { file: join(folder, fileName) });
    const after = await call('overview.monday', {});
    const { nudges } = await call('nudges.take', {});
    const silent = nudges.find(({ kind }) => kind === 'silent');
    expect(silent?.count).toBe(count(after, 'silent') - count(before, 'silent'));
    expect(silent?.title).toBe(`${silent?.count} models fell silent`);
    expect(nudges.find(({ kind }) => kind === 'reviews')?.count).toBeGreaterThan(0);
    expect(nudges.every(({ about, count: many }) => (about === null) === many > 1)).toBe(true);
  });

  it('hold a kind back that was not chosen, and tell it from the day on which it is', { timeout: SLOW }, async () => {
    const { call } = await sampleEngine();
    await call('nudges.choose', { kinds: ['incidents'] });
    const open = (title: string) => call('incidents.create', { modelId: 'sample-motor-severity', title, severity: 2 });
    await open('one');
    // Choosing another kind does not swallow what waits to be told.
    await call('nudges.choose', { kinds: ['incidents', 'silent'] });
    expect((await call('nudges.take', {})).nudges.map(({ kind }) => kind)).toEqual(['incidents']);
    await call('nudges.choose', { kinds: ['silent'] });
    await open('two');
    await call('nudges.choose', { kinds: ['incidents', 'silent'] });
    expect((await call('nudges.take', {})).nudges).toEqual([]);
    await open('three');
    await open('four');
    expect((await call('nudges.take', {})).nudges).toEqual([
      {
        kind: 'incidents',
        title: 'Motor claim severity has 2 new incidents',
        body: 'They stand on This week.',
        count: 2,
        about: null,
      },
    ]);
  });

  it('begin anew, in silence, where the list of what was told is damaged', { timeout: SLOW }, async () => {
    const { call, folder } = await sampleEngine();
    await call('nudges.choose', { kinds: [...EVERY] });
    await call('nudges.take', {});
    const told = join(folder, 'config', 'told');
    const [file = ''] = readdirSync(told);
    expect(JSON.parse(readFileSync(join(told, file), 'utf8'))).not.toEqual([]);
    writeFileSync(join(told, file), '["half');
    expect((await call('nudges.take', {})).nudges).toEqual([]);
    expect(JSON.parse(readFileSync(join(told, file), 'utf8'))).not.toEqual([]);
  });
});
