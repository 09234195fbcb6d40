import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBesides } from '../store/files';
import { heldModels } from '../store/models/held/held';
import type { Store } from '../store/store';
import { tellStory } from '../testing/freshness/story';
import { expectKeptIsCounted } from '../testing/held/kept-and-counted';
import { acceptedSteps, KINDS, resultsOf, STEP, STEPS, step } from '../testing/held/steps';
import { temporaryFolder, testBackend } from '../testing/test-backend';

const NOW = '2026-11-23T10:00:00.000Z';

/** One more reader of a file, as the thread beside the engine has it: what it keeps lives as long as the file is open. */
function reader(): (path: string) => Store | null {
  let open: Store | null = null;
  onTestFinished(async () => open?.close());
  return (path) => {
    if (open?.path !== path) open = existsSync(path) ? readBesides(path, null) : null;
    return open;
  };
}

describe('models in memory', () => {
  it('hold what the file holds after every command of a portfolio’s life', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const { backend } = await testBackend({ folder, portfolio: false, acceptPaths: false });
    const of = reader();
    let commands = 0;
    const dispatch = async (channel: string, input: unknown) => {
      const reply = await backend.dispatch(channel, input);
      if (!reply.ok) throw new Error(`${channel}: ${reply.failure.message}`);
      return reply.value as never; // dispatch parsed it by the schema of this channel
    };
    const file = (name: string, content?: string): string => {
      if (content !== undefined) writeFileSync(join(folder, name), content);
      return backend.grantFile(join(folder, name));
    };
    writeFileSync(join(folder, 'inventory.csv'), 'name,unit\nChurn,Retail\nNew,Legal\n');
    const known = {
      ...{ folder, template: file('none.potx'), inventory: file('inventory.csv'), out: file('out.csv'), model: '' },
      ...{
        other: '',
        incident: '',
        challenger: '',
        importId: '',
        connection: '',
        assessment: '',
        earlier: '',
        offer: '',
        scenario: '',
      },
      ...{ rival: '', series: 0 },
    };
    await tellStory(
      {
        file,
        ask: dispatch,
        give: async (channel, input) => {
          const value = await dispatch(channel, input);
          commands += 1;
          const own = of(join(folder, 'acme.modelfolio'));
          if (own) await expectKeptIsCounted(own.read, NOW, channel);
          return value;
        },
      },
      known,
    );
    expect(commands).toBeGreaterThan(80);
  });

  it('follow edits, undo, imports, a day that passes and commits of another process', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 4, maxLength: 14 }), async (steps) => {
        const own = await testBackend();
        const other = await testBackend({ folder: own.folder, portfolio: false });
        await other.call('workspace.open', { file: own.file });
        const { read, close } = readBesides(own.file, null);
        try {
          let day = '2026-11-23';
          for (const step of steps) {
            day = await STEPS[step.kind](step.second ? other : own, step, day);
            await expectKeptIsCounted(read, `${day}T10:00:00.000Z`, JSON.stringify(steps));
          }
        } finally {
          await close();
          await other.backend.close();
          await own.backend.close();
        }
      }),
      { numRuns: 12, examples: [[KINDS.flatMap((kind, at) => [step(kind, at), step(kind, at + 1)])]] },
    );
    expect(acceptedSteps()).toBeGreaterThan(20);
  });

  it('follow what no change names a model for: limits for all, silence that comes, an incident that goes elsewhere', async () => {
    const own = await testBackend();
    const { call } = own;
    const ids: string[] = [];
    for (const name of ['Churn', 'Fraud'])
      ids.push((await call('models.create', { name, stage: 'deployed', since: '2026-01-01' })).id);
    const [churn = '', fraud = ''] = ids;
    await call('drift.record', { results: resultsOf(churn, '2026-11-23', 0.15) });
    const { id } = await call('incidents.create', { title: 'Late', severity: 2, modelId: churn, openedAt: NOW });
    const store = readBesides(own.file, null);
    onTestFinished(() => store.close());
    const shown = async (what: string, now = NOW) => {
      await expectKeptIsCounted(store.read, now, what);
      const held = heldModels(store.read, now);
      return ids.map((one) => {
        const slot = held?.slotOf(one) ?? -1;
        return [held?.coded.health.get(slot), held?.whole.openIncidents[slot]];
      });
    };
    const first = await shown('as it was');
    expect(first[0]?.[1]).toBe(1);
    await call('drift.setBand', { metric: 'psi', bands: { watch: 0.8, act: 0.9 } });
    const loose = await shown('limits for all');
    expect(loose[0]?.[0]).not.toBe('act');
    expect(first[0]?.[0]).toBe('act');
    await call('incidents.update', { id, patch: { modelId: fraud } });
    expect((await shown('an incident elsewhere')).map(([, open]) => open)).toEqual([0, 1]);
    const named = own.events.flatMap((event) =>
      event.type === 'data.changed' && event.modelIds ? event.modelIds : [],
    );
    expect(named.slice(-2).sort()).toEqual([...ids].sort());
    await call('history.undo', {});
    // Whoever shows models is told of both.
    const told = own.events.flatMap((event) => (event.type === 'data.changed' ? [event.modelIds?.toSorted()] : []));
    expect(told.slice(-2)).toEqual([ids.toSorted(), ids.toSorted()]);
    expect((await shown('and back')).map(([, open]) => open)).toEqual([1, 0]);
    own.at('2028-01-01T00:00:30.000Z');
    await call('workspace.open', { file: own.file });
    expect((await shown('silence', '2028-01-01T00:00:30.000Z'))[0]?.[0]).toBe('silent');
  });

  it('are not told of inside a transaction, which sees another moment', async () => {
    const { file } = await testBackend();
    const store = readBesides(file, null);
    onTestFinished(() => store.close());
    expect(heldModels(store.read, NOW)?.size).toBe(0);
    await store.snapshot(async (read) => expect(heldModels(read, NOW)).toBe(null));
  });
});
