import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DriftPreview } from '#contract/drift/import';
import type { Output } from '#contract/index';
import { type TestBackend, testBackend } from './test-backend';

const SAMPLES = join(import.meta.dirname, '../importers/drift/samples');
/** An output of a real tool; see the README beside it. */
export const sample = (name: string): string => join(SAMPLES, name);
/** A portfolio with one model. */
export async function withModel(name = 'Bike demand'): Promise<TestBackend & { readonly modelId: string }> {
  const backend = await testBackend();
  const model = await backend.call('models.create', { name, stage: 'monitored', since: '2011-01-01' });
  return { ...backend, modelId: model.id };
}

/** A preview that has to be one of drift results. */
export async function drift(preview: Promise<Output<'imports.preview'>>): Promise<DriftPreview> {
  const found = await preview;
  if (found.format !== 'drift') throw new Error(`taken for ${found.format}`);
  return found;
}

/** Writes a file for an import and answers where it is. */
export function file(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The least that a table of drift results is. */
export const PLAIN = `time,column,metric,value,n_ref,n_cur,threshold
2024-01-08,age,psi,0.05,10000,900,0.1
2024-01-15,age,psi,0.31,10000,950,0.1
2024-01-08,age,ks p-value,0.2,10000,900,0.05
`;
