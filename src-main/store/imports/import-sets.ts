import type { Problem } from '#contract/imports/parts';
import type { SheetPart } from '#domain/base/sheet-row';
import { counted } from '#domain/base/wording';
import { type NotedSet, noteCode } from '#domain/models/import-sets';
import type { WriteHandle } from '../journal/handle';
import { findImport } from './imports';
import type { RegistryMoment } from './registry-moments';

/** Ids of models by what an import has to do with them. */
export type NotedModels = Readonly<Partial<Record<NotedSet, readonly string[]>>>;

/** What is said of a file as a whole; `models` is read by `sqlite/import-sets.ts`. */
type Note = Problem & { readonly models: readonly string[] };

const SENTENCES: Readonly<Record<NotedSet, (models: number) => string>> = {
  missing: (models) => `${counted(models, 'model')} of this source ${models === 1 ? 'is' : 'are'} not in the file.`,
  waiting: (models) => `${counted(models, 'model')} may be in rows that waited for an answer.`,
  contradicted: (models) => `Of ${counted(models, 'model')} the file says otherwise, and nobody had said who is right.`,
  ended: (models) => `Of ${counted(models, 'model')} in production the last version has ended.`,
};

/** By the rules of the connection: nothing was read of its server. */
interface ByRules {
  readonly byRules: true;
}

/** Notes beside an import which models it had to do with besides those that it wrote, which rows were of which sheet, and whose it is. */
export async function noteImport(
  write: WriteHandle,
  importId: string,
  models: NotedModels,
  parts: readonly SheetPart[],
  /** The connection that it was taken from. */
  connection?: string,
  /** Of a registry, or of what was here already. */
  moment?: RegistryMoment | ByRules,
): Promise<void> {
  const record = await findImport(write.read, importId);
  if (!record) return;
  // Object.entries forgets the names of the sets.
  const notes = (Object.entries(models) as [NotedSet, readonly string[]][]).flatMap(([set, ids]): Note[] =>
    ids.length === 0
      ? []
      : [
          {
            row: 0,
            column: '',
            code: noteCode(set),
            message: SENTENCES[set](ids.length),
            value: '',
            effect: 'note',
            models: ids,
          },
        ],
  );
  if (notes.length === 0 && parts.length === 0 && connection === undefined && moment === undefined) return;
  // Both were written by the import itself.
  const problems = JSON.stringify([...notes, ...(JSON.parse(record.problems) as readonly Problem[])]);
  const more = { ...(parts.length > 0 && { parts }), ...(connection !== undefined && { connection }), ...moment };
  const mapping =
    Object.keys(more).length === 0
      ? record.mapping
      : JSON.stringify({ ...(JSON.parse(record.mapping) as object), ...more });
  await write.update('imports', [importId], { problems, mapping });
}

/** The sheets of which an import put rows together, as it noted them; empty for one table. */
export function partsOf(mapping: string): readonly SheetPart[] {
  // Written above.
  return (JSON.parse(mapping) as { readonly parts?: readonly SheetPart[] }).parts ?? [];
}
