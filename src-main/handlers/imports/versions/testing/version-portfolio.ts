import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '#contract/index';
import { testBackend } from '../../../../testing/test-backend';

type Request = Omit<Input<'imports.preview'>, 'file'>;

/** A portfolio, with an inventory in it or none, and files of versions to bring in. */
export async function portfolio(inventory?: string) {
  const backend = await testBackend();
  const { call, folder } = backend;
  let files = 0;
  const fileOf = (text: string, extension = 'csv'): string => {
    files += 1;
    const file = join(folder, `releases-${files}.${extension}`);
    writeFileSync(file, text);
    return file;
  };
  if (inventory) await call('imports.apply', { file: fileOf(inventory), format: 'inventory' });
  const preview = async (file: string, request: Request = {}) => {
    const answer = await call('imports.preview', { file, ...request });
    if (answer.format !== 'versions') throw new Error(`found ${answer.format}`);
    return answer;
  };
  const find = async (name: string) => {
    const row = (await call('models.list', { search: name })).rows.find((one) => one.name === name);
    if (!row) throw new Error(`no model ${name}`);
    return row;
  };
  const releases = async (name: string) =>
    (await call('models.history', { id: (await find(name)).id })).moves.map(({ to, at, version }) =>
      [to, version, at?.slice(0, 10) ?? 'no day'].filter(Boolean).join(' '),
    );
  const live = async (at: string) =>
    Object.fromEntries((await call('models.liveVersions', { at })).rows.map(({ name, said }) => [name, said]));
  const state = async () => ({
    models: (await call('models.list', {})).rows.map(({ updatedAt: _at, ...row }) => row),
    live: await call('models.liveVersions', { at: '2026-01-01' }),
  });
  return { ...backend, fileOf, preview, find, releases, live, state };
}

export const HEAD = 'model,version,live_from,live_until,alias,run_id';
export const ROWS = [
  'Motor severity,1.0,,,,r1',
  'Motor severity,2.0,,,,r2',
  'Motor severity,3.0,2023-05-10,,,r3',
  'Motor severity,4.0,2024-06-01,,,r4',
  'Motor severity,5.0,2025-09-15,,champion,r5',
  'Travel pricing,2019.1,2024-03,,,r6',
  'Travel pricing,2019.2,2025,2025-11-30,,r7',
  'Screening,0.9,,,,r8',
  'Screening,1.0,2026-06-01,,,r9',
];
export const FILE = `${[HEAD, ...ROWS].join('\n')}\n`;
