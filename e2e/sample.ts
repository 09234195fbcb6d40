import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ids, Searches } from './routes';
import { type Seed, seedAt } from './seed';

export interface SampleSeed extends Seed {
  /** One thing of each kind, for the pages that show one. */
  readonly ids: Ids;
  readonly searches: Searches;
}

/** The sample as it was made first by this worker, on a fixed day: making it takes seconds, copying it none. */
let sample: ({ readonly file: Buffer } & Pick<SampleSeed, 'ids' | 'searches'>) | null = null;

export function seedSample(folder: string): SampleSeed {
  const seed = seedAt(folder, 'sample');
  if (sample) writeFileSync(seed.file, sample.file);
  else {
    execFileSync(
      process.execPath,
      [join(import.meta.dirname, '../out/main/command.js'), 'new', seed.file, '--sample', '--day', '2026-11-26'],
      { env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'seed-data') }, stdio: 'ignore' },
    );
    const listed = { ids: idsOf(seed), searches: searchesOf(seed) };
    sample = { file: readFileSync(seed.file), ...listed };
  }
  const { ids, searches } = sample;
  return { ...seed, ids, searches };
}

/** All of what can be compared. */
export function searchesOf(seed: Seed): Searches {
  const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(',');
  return {
    '/assessments/compare': `?ids=${ids(seed.call('assessments.list', {}).assessments)}`,
    '/investment/compare': `?ids=${ids(seed.call('scenarios.list', {}).scenarios)}`,
  };
}

export function idsOf(seed: Seed, search = 'Motor claim severity'): Ids {
  const first = (ids: readonly { readonly id: string }[], what: string): string => {
    const [one] = ids;
    if (one === undefined) throw new Error(`the portfolio of this test has no ${what}`);
    return one.id;
  };
  return {
    modelId: first(seed.call('models.list', { search }).rows, 'model of this name'),
    incidentId: first(seed.call('incidents.list', {}).rows, 'incident'),
    assessmentId: first(seed.call('assessments.list', {}).assessments, 'assessment'),
    scenarioId: first(seed.call('scenarios.list', {}).scenarios, 'scenario'),
    pack: 'osfi-e-23@2027-05-01',
  };
}
