import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Input } from '#contract/index';
import { buildForTests } from '../../testing/build-for-tests';
import { type TestBackend, temporaryFolder, testBackend } from '../../testing/test-backend';
import type { Aside, AsideHooks } from '../backend-types';
import { createAsideThread } from './aside-thread';
import { isReadAside } from './read-aside';

let script = '';
beforeAll(async () => {
  const folder = await buildForTests('aside', {
    aside: 'src-main/engine/aside/aside-worker.ts',
    reader: 'src-main/readers/reader.ts',
  });
  script = join(folder, 'aside.js');
}, 60_000);

interface WithReader extends TestBackend {
  readonly reader: Aside;
  /** Channels that the reader answered, in order. */
  readonly aside: string[];
}

async function withReader(folder = temporaryFolder()): Promise<WithReader> {
  const aside: string[] = [];
  let reader: Aside | null = null;
  const options = {
    configFolder: join(folder, 'config'),
    portfolioFolder: folder,
    appVersion: '0.0.0',
    readerScript: script,
  };
  const thread = createAsideThread(pathToFileURL(script), options, () => undefined);
  const backend = await testBackend({
    folder,
    aside: (hooks: AsideHooks) => {
      const made = thread(hooks);
      reader = made;
      return {
        answer: async (call) => {
          aside.push(call.channel);
          return made.answer(call);
        },
        cancel: (jobId) => made.cancel(jobId),
        release: () => made.release(),
        rest: () => made.rest(),
        close: () => made.close(),
      };
    },
  });
  if (reader === null) throw new Error('no reader');
  return { ...backend, reader, aside };
}

async function fill({ call }: TestBackend, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { id } = await call('models.create', {
      name: `Model ${at}`,
      unit: `Unit ${at % 3}`,
      annualRunCostMinor: 100 * at,
    });
    ids.push(id);
  }
  return ids;
}

/** What a screen asks that a reader answers; the rest need inputs of their own. */
const ASKED: readonly (readonly [Channel, unknown])[] = [
  ['overview.summary', {}],
  ['overview.monday', {}],
  ['overview.changes', {}],
  ['models.grid', {}],
  ['models.facets', {}],
  ['models.completeness', {}],
  ['drift.health', { limit: 100 }],
  ['drift.retraining', {}],
  ['incidents.list', {}],
  ['incidents.ageing', {}],
  ['incidents.facets', {}],
  ['journal.facets', {}],
  ['journal.verify', {}],
  ['scenarios.carry', {}],
];

describe('a thread beside the engine', () => {
  it('answers as the engine does, with the sources that the answer rests on', async () => {
    const own = await withReader();
    const [first = ''] = await fill(own, 12);
    await own.call('incidents.create', {
      title: 'Late',
      severity: 2,
      modelId: first,
      openedAt: '2026-11-20T10:00:00Z',
    });
    const plain = await testBackend({ folder: own.folder, portfolio: false });
    await plain.call('workspace.open', { file: own.file });
    for (const [channel, input] of ASKED) {
      const aside = await own.backend.dispatch(channel, input);
      expect([channel, aside]).toEqual([channel, await plain.backend.dispatch(channel, input)]);
      expect([channel, aside.ok && (aside.reads ?? []).length > 0]).toEqual([channel, true]);
    }
    expect(own.aside).toEqual(ASKED.map(([channel]) => channel));
    expect(ASKED.every(([channel]) => isReadAside(channel))).toBe(true);
  });

  it('knows of every change before the next question', async () => {
    const own = await withReader();
    const ids = await fill(own, 3);
    for (const [turn, id] of ids.entries()) {
      await own.call('models.update', { id, patch: { unit: `New ${turn}` } });
      expect((await own.call('models.facets', {})).units.map(({ value }) => value)).toContain(`New ${turn}`);
    }
    await own.call('history.undo', {});
    expect((await own.call('models.facets', {})).units.map(({ value }) => value)).not.toContain('New 2');
  });

  it('makes a report whose note is in the journal, and which its reply tells of', async () => {
    const own = await withReader();
    await fill(own, 2);
    const reply = await own.backend.dispatch('reports.workbook', { out: join(own.folder, 'book.xlsx') });
    expect(reply).toMatchObject({ ok: true, did: { label: 'Make the workbook book.xlsx', undoable: false } });
    expect(existsSync(join(own.folder, 'book.xlsx'))).toBe(true);
    expect((await own.call('reports.list', {})).reports).toMatchObject([{ kind: 'workbook', fileName: 'book.xlsx' }]);
    expect((await own.call('journal.verify', {})).ok).toBe(true);
    expect(own.aside).toContain('reports.workbook');
  });

  it('can be cancelled in the middle of an export', async () => {
    const own = await withReader();
    const out = join(own.folder, 'all.csv');
    const asked: Input<'exports.models'> = { out, format: 'csv', columns: ['name'], jobId: 'job' };
    await fill(own, 3);
    const exported = own.backend.dispatch('exports.models', asked);
    expect(await own.call('jobs.cancel', { jobId: 'job' })).toEqual({ cancelled: true });
    expect(await exported).toBeDefined();
    expect(await own.call('jobs.cancel', { jobId: 'other' })).toEqual({ cancelled: false });
  });

  it('lets the file go for an import that passes the log, whose questions the engine answers meanwhile', async () => {
    const own = await withReader();
    await own.call('models.facets', {});
    const file = join(own.folder, 'large.csv');
    const rows = Array.from({ length: 4_000 }, (_, n) => `Large ${n},${`Purpose ${n} `.repeat(180)}`);
    writeFileSync(file, ['Model name,Purpose', ...rows, ''].join('\n'));
    let log = 0;
    let done = false;
    const looking = setInterval(() => {
      log = Math.max(log, statSync(`${own.file}-wal`, { throwIfNoEntry: false })?.size ?? 0);
    }, 5);
    const imported = own.call('imports.apply', { file }).finally(() => {
      done = true;
    });
    const seen = new Set<number>();
    const before = own.aside.length;
    // A question that is being answered beside the engine would have it pass the log.
    await expect.poll(() => existsSync(`${own.file}-journal`), { interval: 2, timeout: 20_000 }).toBe(true);
    while (!done) {
      seen.add((await own.call('models.list', { limit: 1 })).total);
      seen.add((await own.call('models.facets', {})).units.reduce((sum, { count }) => sum + count, 0));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(own.aside.slice(before)).toEqual([]);
    expect(await imported).toMatchObject({ created: 4_000 });
    clearInterval(looking);
    expect(log).toBeLessThan(2_000_000);
    // Those of units, of which the import brings none, and those of all models.
    expect([...seen].filter((total) => total !== 0 && total !== 4_000)).toEqual([]);
    expect(seen.has(0)).toBe(true);
    await own.call('models.facets', {});
    expect(own.aside.length).toBeGreaterThan(before);
    expect((await own.call('models.list', { limit: 1 })).total).toBe(4_000);
    expect((await own.call('journal.verify', {})).ok).toBe(true);
  });

  it('lets the file go when it is closed, so that at rest it is one file', async () => {
    const own = await withReader();
    await fill(own, 2);
    await own.call('models.grid', {});
    await own.call('workspace.close', {});
    expect(existsSync(`${own.file}-wal`)).toBe(false);
    renameSync(own.file, `${own.file}.moved`);
    await expect(own.call('models.grid', {})).rejects.toMatchObject({ code: 'no_portfolio' });
  });

  it('reads nothing that another program put in the place of the file', async () => {
    const own = await withReader();
    await fill(own, 2);
    const other = await testBackend();
    await other.call('models.create', { name: 'Of somebody else' });
    await other.backend.close();
    renameSync(other.file, own.file);
    const { units } = await own.call('models.facets', {});
    expect(units.map(({ value }) => value)).toEqual(['Unit 0', 'Unit 1']);
    expect((await own.call('journal.verify', {})).entries).toBe(3);
  });

  it('may die: the call says so, and the next one is answered', async () => {
    const own = await withReader();
    await fill(own, 2);
    await own.call('models.grid', {});
    const asked = own.backend.dispatch('journal.verify', {});
    await own.reader.close();
    expect([true, false]).toContain((await asked).ok);
    expect((await own.call('journal.verify', {})).ok).toBe(true);
  });
});
