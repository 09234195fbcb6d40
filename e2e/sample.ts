import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ids } from './routes';
import { type Seed, seedAt } from './seed';

export interface SampleSeed extends Seed {
  /** One thing of each kind, for the pages that show one. */
  readonly ids: Ids;
}

/** The sample as it was made first by this worker, on a fixed day: making it takes seconds, copying it none. */
let sample: { readonly file: Buffer; readonly ids: Ids } | null = null;

export function seedSample(folder: string): SampleSeed {
  const seed = seedAt(folder, 'sample');
  if (sample) writeFileSync(seed.file, sample.file);
  else {
    execFileSync(
      process.execPath,
      [join(import.meta.dirname, '../out/main/command.js'), 'new', seed.file, '--sample', '--day', '2026-11-26'],
      { env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'seed-data') }, stdio: 'ignore' },
    );
    const ids = idsOf(seed);
    sample = { file: readFileSync(seed.file), ids };
  }
  return { ...seed, ids: sample.ids };
}

export function idsOf(seed: Seed): Ids {
  const first = (ids: readonly { readonly id: string }[], what: string): string => {
    const [one] = ids;
    if (one === undefined) throw new Error(`the portfolio of this test has no ${what}`);
    return one.id;
  };
  return {
    modelId: first(seed.call('models.list', { search: 'Motor claim severity' }).rows, 'model of this name'),
    incidentId: first(seed.call('incidents.list', {}).rows, 'incident'),
    assessmentId: first(seed.call('assessments.list', {}).assessments, 'assessment'),
    scenarioId: first(seed.call('scenarios.list', {}).scenarios, 'scenario'),
  };
}
