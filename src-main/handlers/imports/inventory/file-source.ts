import type { ImportRequest, Mapping } from '#contract/imports/imports';
import { listImportSources } from '../../../store/imports/imports';
import type { SourceRow } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';

/** Without a name of its own, an inventory belongs to this source, and its ids to this system. */
const INVENTORY = 'Inventory';

type Rules = ImportRequest['rules'];

/** The source that a file belongs to, and what was decided about it once. */
export interface FileSource {
  readonly name: string;
  readonly system: string;
  /** `null`: it comes for the first time. */
  readonly known: SourceRow | null;
  /** Fields that name a row in it, as long as it has no id. */
  readonly key: Mapping['key'];
  /** Who is right by field, as it was kept the last time. */
  readonly rules: Rules;
}

/** Rules by field, a later one in the place of an earlier. */
export const withRules = (kept: Rules, said: Rules): Rules =>
  [...new Map([...kept, ...said].map(({ field, decision }) => [field, decision]))].map(([field, decision]) => ({
    field,
    decision,
  }));

/** The source that is named, or the one of the mapping's system; its key is the one that a person chose for it. */
export async function findSource(request: ImportRequest, mapping: Mapping, read: ReadHandle): Promise<FileSource> {
  const system = mapping.externalSystem === '' ? INVENTORY : mapping.externalSystem;
  const name = request.source ?? system;
  const known = (await listImportSources(read)).find((source) => source.name === name) ?? null;
  // Written from a mapping's key.
  const kept = known ? (JSON.parse(known.key) as Mapping['key']) : null;
  // Written by `keepSource` from a request's rules.
  const rules = known ? (JSON.parse(known.rules) as Rules) : [];
  return { name, system, known, key: request.mapping || kept === null ? mapping.key : kept, rules };
}
