import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createPortfolio, type FileKey } from '../files';
import { newModelRow } from '../models/model-writes';
import type { MoveRow } from '../models/tables';
import { insertPortfolio } from '../portfolio/portfolio';
import { DEFAULT_SETTINGS } from '../portfolio/settings';
import type { Store, WriteRequest } from '../store';

const NOW = '2026-01-01T00:00:00.000Z';

let ids = 0;

/** Who writes in tests of the store, when, and with counted ids. */
export const testRequest = (channel = 'test', at = NOW): WriteRequest => ({
  channel,
  actor: 'Ada',
  at,
  newId: () => {
    ids += 1;
    return `id-${ids}`;
  },
});

/** A real file of its own with one model in production, `m1`. @param key what it is encrypted with */
export async function openTestStore(key: FileKey | null = null): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-store-'));
  const store = createPortfolio(join(folder, 'test.modelfolio'), NOW, key);
  onTestFinished(async () => {
    await store.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });
  await insertPortfolio(store, { name: 'Test', currency: 'EUR', actor: 'Ada', at: NOW });
  const move: MoveRow = {
    id: 'v1',
    model_id: 'm1',
    ord: 1,
    to_stage: 'monitored',
    at: NOW,
    implied: 0,
    actor: 'Ada',
    reason: '',
    correction: 0,
    version: '1',
    replaced_by: null,
    recorded_at: NOW,
    import_id: null,
    precision: 'day',
    monitoring_said: 1,
    changed: '',
  };
  await store.write(testRequest(), async (write) => {
    await write.insert('models', [newModelRow('m1', { name: 'Churn' }, [move], DEFAULT_SETTINGS.reviewMonths, NOW)]);
    await write.insert('moves', [move]);
    return { label: 'Add a model', value: null, kind: { kind: 'start' } };
  });
  return store;
}
