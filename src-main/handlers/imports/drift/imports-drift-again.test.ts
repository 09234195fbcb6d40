import { appendFileSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '#contract/events';
import { drift, file, withModel } from '../../../testing/drift-files';

const HEAD = 'model,time,column,metric,value,n_ref,n_cur,threshold\n';
const line = (model: string, day: number, value: number): string =>
  `${model},2024-01-${String(day).padStart(2, '0')},age,psi,${value},10000,900,0.1\n`;

const phases = (events: readonly EngineEvent[]): Set<string> =>
  new Set(events.flatMap((event) => (event.type === 'job.progress' ? [event.phase] : [])));

async function twoModels() {
  const backend = await withModel('Churn');
  const fraud = await backend.call('models.create', { name: 'Fraud', stage: 'monitored', since: '2011-01-01' });
  const path = file(
    backend.folder,
    'all.csv',
    HEAD + line('Churn', 1, 0.1) + line('other', 1, 0.2) + line('other', 2, 0.3),
  );
  return { ...backend, fraudId: fraud.id, path };
}

const mapped = (name: string, modelId: string | null) => ({ kind: 'drift' as const, models: [{ name, modelId }] });

describe('a file that somebody maps', () => {
  it('is read once while its models are chosen, and imported without being read again', async () => {
    const { call, events, path, fraudId } = await twoModels();
    expect(await drift(call('imports.preview', { file: path, jobId: 'a' }))).toMatchObject({ creates: 1, rejected: 2 });
    expect(phases(events.splice(0))).toContain('Reading the file');
    const request = { file: path, mapping: mapped('other', fraudId) };
    const chosen = await drift(call('imports.preview', { ...request, jobId: 'b' }));
    expect(chosen).toMatchObject({ creates: 3, rejected: 0, problemsTotal: 0 });
    expect(chosen.subjects.map(({ name, found }) => [name, found])).toEqual([
      ['Churn', 'name'],
      ['other', 'chosen'],
    ]);
    const left = await drift(call('imports.preview', { file: path, mapping: mapped('other', null), jobId: 'c' }));
    expect(left).toMatchObject({ creates: 1, rejected: 2, problemsTotal: 1 });
    expect(await call('imports.apply', { ...request, jobId: 'd' })).toMatchObject({ created: 3, rejected: 0 });
    expect(phases(events)).not.toContain('Reading the file');
    expect(phases(events)).toContain('Storing the results');
    events.splice(0);
    expect(await call('imports.apply', { ...request, jobId: 'e' })).toMatchObject({ created: 0, unchanged: 3 });
    expect(phases(events)).toContain('Reading the file');
  });

  it('is read again when it was changed, or is to be read in another way', async () => {
    const { call, path } = await twoModels();
    expect(await drift(call('imports.preview', { file: path }))).toMatchObject({ rows: 3, creates: 1 });
    appendFileSync(path, line('Churn', 3, 0.4));
    expect(await drift(call('imports.preview', { file: path }))).toMatchObject({ rows: 4, creates: 2 });
    // As many bytes, and a program that sets the time back.
    writeFileSync(
      path,
      HEAD + line('Churn', 1, 0.1) + line('Churn', 1, 0.2) + line('Churn', 2, 0.3) + line('Fraud', 3, 0.4),
    );
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    expect(await drift(call('imports.preview', { file: path }))).toMatchObject({ rows: 4, creates: 3, rejected: 1 });
    const mapping = {
      kind: 'drift' as const,
      columns: [
        { field: 'time' as const, column: 'time' },
        { field: 'metric' as const, column: 'metric' },
        { field: 'value' as const, column: 'n_cur' },
      ],
    };
    const other = await drift(call('imports.preview', { file: path, mapping }));
    expect(other.series[0]).toMatchObject({ highest: 900, nCur: null });
  });
});

it('counts results that two names bring to one model once, and keeps those further down the file', async () => {
  const { call, folder, modelId } = await withModel('Churn');
  const path = file(
    folder,
    'names.csv',
    HEAD + line('Churn', 2, 0.5) + line('c-17', 1, 0.1) + line('c-17', 2, 0.2) + line('Churn', 1, 0.7),
  );
  const request = { file: path, mapping: mapped('c-17', modelId) };
  const preview = await drift(call('imports.preview', request));
  expect(preview).toMatchObject({ rows: 4, creates: 2, rejected: 2 });
  expect(await call('imports.apply', request)).toMatchObject({ created: 2, updated: 0, rejected: 2 });
  const { series } = await call('drift.series', { modelId });
  expect(series.map(({ v }) => v)).toEqual([[0.7, 0.2]]);
  expect(await call('imports.apply', request)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
});
