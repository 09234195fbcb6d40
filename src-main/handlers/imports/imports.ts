import { stat } from 'node:fs/promises';
import type { Problem } from '#contract/imports/parts';
import type { ImportSet } from '#domain/models/import-sets';
import { DomainError } from '../../failure/domain-error';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import { tableFromPasted } from '../../importers/tabular/pasted';
import { noteImport, partsOf } from '../../store/imports/import-sets';
import { findImport, listImports, listPresets } from '../../store/imports/imports';
import { countMatching } from '../../store/models/models';
import type { SubjectHandlers } from '../subject';
import { noteAsked } from './inventory/asked-owners';
import { listAllPresets, toPreset } from './inventory/prepare-inventory';
import { chooseKind } from './kinds';
import { OutdatedPlan } from './ledger';
import { settledByImport } from './settles';
import { undoImport } from './undo-import';

export const imports: SubjectHandlers<'imports'> = {
  preview: (input, context) =>
    context.jobs.run(input.jobId, async (job) => {
      const kind = await chooseKind(input, context, job);
      return (await kind.prepare(input, context, job)).describe(job.signal);
    }),
  apply: (input, context) =>
    context.jobs.run(input.jobId, async (job) => {
      const kind = await chooseKind(input, context, job);
      const prepared = await kind.prepare(input, context, job);
      refuseWhenCancelled(job.signal, 'import');
      const fileBytes = prepared.adds ? (await stat(context.files.resolve(input.file))).size : 0;
      return context.write(
        async (write) => {
          const applied = await prepared.apply(write, context, job).catch(async (error: unknown) => {
            if (!(error instanceof OutdatedPlan)) throw error;
            // Others write all the time; in here nobody does, so what is planned now holds.
            const anew = await kind.prepare(input, { ...context, read: write.read }, job);
            return anew.apply(write, context, job);
          });
          const { label, importId, counts, waiting, models, parts } = applied;
          await noteImport(write, importId, models ?? {}, parts ?? []);
          return {
            label,
            value: { importId, format: kind.name, ...counts, ...(waiting !== undefined && { waiting }) },
          };
        },
        { bulk: true, keep: 'import', adds: prepared.adds?.(fileBytes) },
      );
    }),
  pasted: async ({ text, name }, { files }) => {
    const { extension, content } = tableFromPasted(text);
    return files.hold(`${name.trim() || 'Pasted table'}.${extension}`, content);
  },
  undo: ({ importId }, context) =>
    context.write(
      async (write) => {
        const { reverted, fileName } = await undoImport(write, importId, context);
        return { label: `Take back the import of ${fileName}`, value: { reverted } };
      },
      { bulk: true },
    ),
  list: async (_input, { read }) => ({
    imports: (await listImports(read)).map(({ file_name, file_hash: _hash, rows_read, undone, ...row }) => ({
      ...row,
      fileName: file_name,
      rows: rows_read,
      undone: undone === 1,
    })),
  }),
  problems: async ({ importId }, { read }) => {
    const record = await findImport(read, importId);
    if (!record) throw new DomainError('not_found', 'This import is not in the ledger any more.');
    const problems = JSON.parse(record.problems) as Problem[]; // written by the import
    return { problems, parts: [...partsOf(record.mapping)] };
  },
  sets: async ({ importId }, { read, now }) => {
    if (!(await findImport(read, importId)))
      throw new DomainError('not_found', 'This import is not in the ledger any more.');
    const count = (which: ImportSet) => countMatching(read, { importId, which }, '', now.slice(0, 10));
    return {
      new: await count('new'),
      changed: await count('changed'),
      missing: await count('missing'),
      waiting: await count('waiting'),
      contradicted: await count('contradicted'),
      ended: await count('ended'),
    };
  },
  settles: settledByImport,
  askedOwners: (input, context) => context.write((write) => noteAsked(write, input, context)),
  presets: async (_input, { read }) => ({ presets: await listAllPresets(read) }),
  savePreset: ({ name, mapping }, context) =>
    context.write(async (write) => {
      const text = JSON.stringify(mapping);
      const known = (await listPresets(write.read)).find((preset) => preset.name === name);
      const row = known
        ? { ...known, mapping: text }
        : { id: context.newId(), name, mapping: text, created_at: context.now };
      if (known) await write.update('presets', [known.id], { mapping: text });
      else await write.insert('presets', [row]);
      return { label: `Save the import preset “${name}”`, value: toPreset(row) };
    }),
  removePreset: ({ id }, context) =>
    context.write(async (write) => {
      const known = (await listPresets(write.read)).find((preset) => preset.id === id);
      return {
        label: `Delete the import preset “${known?.name ?? ''}”`,
        value: { removed: await write.remove('presets', [id]) },
      };
    }),
};
