import { describe, expect, it } from 'vitest';
import { mlflow, mlflowEnvironments, startMlflow } from '../../../testing/mlflow/mlflow-server';
import { needs } from '../../../testing/needs';
import { temporaryFolder, testBackend } from '../../../testing/test-backend';

const SLOW = 300_000;

describe.each(mlflowEnvironments.length === 0 ? ['none'] : mlflowEnvironments)(
  'a real server of MLflow (%s)',
  (environment) => {
    it('is read, read again after ten known changes and after deletions, and left whole when it dies', {
      timeout: SLOW,
      ...needs(mlflow),
    }, async () => {
      const server = await startMlflow(environment, temporaryFolder());
      const { call, at } = await testBackend();
      const now = (): void => at(new Date().toISOString());
      server.build('few');
      server.build('many', '20', '100');
      now();
      const { id, origin, shown } = await call('connections.save', {
        kind: 'mlflow',
        label: 'Live',
        address: server.address,
        mapping: { tags: [{ tag: 'owner', field: 'businessOwner' }] },
      });
      await call('connections.agree', { id, origin, shown });
      const { server: found } = await call('connections.test', { id });
      expect(found).toMatchObject({ models: 25, versions: 107, prompts: 1 });
      expect(found.version).toMatch(/^[23]\.\d+\.\d+/);
      expect(await call('connections.refresh', {})).toMatchObject({
        results: [{ outcome: 'taken', changes: 25, asks: 0 }],
      });
      expect(await call('connections.refresh', {})).toMatchObject({
        results: [{ outcome: 'unchanged', changes: 0, asks: 0 }],
      });

      server.build('change');
      now();
      const preview = await call('connections.preview', { id });
      expect(preview).toMatchObject({ changes: 10, asks: 0, unchanged: 16 });
      const said = new Map(preview.lines.map((line) => [line.name, line]));
      expect(said.get('Model 00000')).toMatchObject({ said: ['version 6'], known: 'own' });
      expect(said.get('Model 00003')).toMatchObject({
        said: ['version 2 went live', 'alias champion → 2'],
        known: 'between',
      });
      expect(said.get('Model 00006')?.said).toEqual(['new purpose']);
      expect(said.get('Model 00008')?.said).toEqual(['new business owner']);
      expect(said.get('Model new')).toMatchObject({ kind: 'new' });
      await call('connections.apply', { id, fetched: preview.fetched });
      const { rows } = await call('models.list', { search: 'Model 00003' });
      expect(rows[0]).toMatchObject({ version: '2', stage: 'deployed' });

      // The server says nothing of what was deleted there.
      server.build('remove');
      now();
      const removed = await call('connections.preview', { id });
      const gone = removed.lines.filter(({ kind }) => kind === 'gone');
      expect(new Map(gone.map(({ name, said }) => [name, said.join()]))).toEqual(
        new Map([
          [
            'Model 00010',
            'version 1 is not in what is read any more: removed there, or hidden from you; it stays here',
          ],
          [
            'Model 00011',
            'version 5 is not in what is read any more: removed there, or hidden from you; it stays here',
          ],
          ['Model 00012', 'not in what is read any more: removed there, or hidden from you; it stays here'],
        ]),
      );
      await call('connections.apply', { id, fetched: removed.fetched });
      const { rows: left } = await call('models.list', { limit: 100 });
      expect(left).toHaveLength(26);
      const { rows: stays } = await call('models.list', { search: 'Model 00011' });
      const { versions } = await call('models.get', { id: stays[0]?.id ?? '' });
      expect(versions).toMatchObject([{ version: '5' }]);

      const before = (await call('journal.list', {})).total;
      server.kill();
      expect(await call('connections.refresh', {})).toMatchObject({
        results: [
          {
            outcome: 'failed',
            trouble: { what: expect.stringMatching(/does not answer: nothing listens there|broke off/) },
          },
        ],
      });
      expect((await call('journal.list', {})).total).toBe(before);
      const [held] = (await call('connections.list', {})).connections;
      expect(held).toMatchObject({ lastGood: { models: 25 }, waiting: 0 });
    });
  },
);
