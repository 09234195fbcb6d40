import { expect, it } from 'vitest';
import { forgetVersions } from '../../../importers/mlflow/known-versions';
import { fakeServer } from '../../../importers/mlflow/testing/golden-server';
import {
  addModel,
  addVersion,
  inventedAnswer,
  inventRegistry,
  removeVersion,
  setAlias,
  setStage,
  setTag,
} from '../../../importers/mlflow/testing/invented-registry';
import { testBackend } from '../../../testing/test-backend';

const named = (n: number): string => `Model ${String(n).padStart(5, '0')}`;

it('takes ten changes of a registry as one that reads and plans all of it does, and misses none', {
  timeout: 120_000,
}, async () => {
  const registry = inventRegistry(60, 4);
  const { address } = await fakeServer(inventedAnswer(registry));
  const connect = async () => {
    const backend = await testBackend();
    backend.at('2026-12-01T06:00:00.000Z');
    const mapping = { tags: [{ tag: 'owner', field: 'businessOwner' as const }] };
    const { id, origin, shown } = await backend.call('connections.save', {
      kind: 'mlflow',
      label: 'Many',
      address,
      mapping,
    });
    await backend.call('connections.agree', { id, origin, shown });
    await backend.call('connections.refresh', {});
    return { ...backend, id };
  };
  const quick = await connect();
  const whole = await connect();

  const told = async ({ call }: typeof quick) => {
    const { rows } = await call('models.list', { limit: 100, sort: [{ field: 'name' }] });
    return Promise.all(
      rows.map(async ({ id, name, version, stage, businessOwner }) => {
        const { moves } = await call('models.history', { id });
        return { name, version, stage, businessOwner, moves: moves.map(({ to, version: of, at }) => [to, of, at]) };
      }),
    );
  };
  const compare = async (day: string): Promise<void> => {
    for (const { at } of [quick, whole]) at(day);
    const taken = await quick.call('connections.refresh', {});
    expect(taken.results).toMatchObject([{ outcome: 'taken', asks: 0 }]);
    forgetVersions();
    const preview = await whole.call('connections.preview', { id: whole.id });
    expect(taken.results[0]?.changes).toBe(preview.changes);
    await whole.call('connections.apply', { id: whole.id, fetched: preview.fetched });
    expect(await told(quick)).toEqual(await told(whole));
    expect(await quick.call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });
  };

  for (const n of [0, 1]) addVersion(registry, named(n));
  for (const n of [2, 3]) setAlias(registry, named(n), 'champion', '2');
  setAlias(registry, named(4), 'challenger', '3');
  for (const n of [5, 6]) setTag(registry, named(n), 'owner', 'Somebody else');
  setStage(registry, named(7), '1', 'Staging');
  removeVersion(registry, named(8), '1');
  addModel(registry, 'A new one', 1);

  await compare('2026-12-02T06:00:00.000Z');

  // Of versions alone: nothing is written of the models themselves, and their plan holds.
  for (const n of [10, 11]) setAlias(registry, named(n), 'champion', addVersion(registry, named(n)));
  setStage(registry, named(12), '2', 'Archived');
  await compare('2026-12-03T06:00:00.000Z');
});
