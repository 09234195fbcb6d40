import { changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ModelSourceRow } from './tables';

/** What imports have brought for a model so far. */
export interface BroughtValues {
  /** The key of the row that it came from last. */
  keyText: string;
  /** Each value as an import gave it last, by the contract's name of the field. */
  readonly fields: Record<string, unknown>;
  /** Ids of the sources that brought it, '' for imports of before sources were kept, with the key of its row in each. */
  readonly sources: Map<string, string>;
  /** What was told of its life when somebody said that ours stays (JSON); '' for never. */
  settledMoves: string;
  /** Names that it had in files before. */
  formerNames: readonly string[];
  /** What was brought for models that have been merged into it since, by their ids. */
  merged: ReadonlyMap<string, MergedRow>;
}

/** How files told a model that is another one's part today. */
export interface MergedRow {
  readonly unit: string;
  /** As `BroughtValues.sources`. */
  readonly sources: ReadonlyMap<string, string>;
}

/** For which model each source row came that a merge has hung on another one. */
async function listMergedSources(read: ReadHandle): Promise<ReadonlyMap<string, string>> {
  const merges = await tables(read)
    .selectFrom('journal')
    .select('seq')
    .where('channel', '=', 'models.merge')
    .where('kind', '=', 'do')
    .orderBy('seq', 'desc')
    .execute();
  const found = new Map<string, string>();
  for (const { seq } of merges) {
    for await (const { changes } of changesOf(read, seq)) {
      for (const { entity, entity_id, before, after } of changes) {
        if (entity !== 'model_sources' || before === null || after === null) continue;
        const { model_id } = JSON.parse(before) as Partial<ModelSourceRow>; // the journal's image of what was changed
        if (model_id !== undefined) found.set(entity_id, model_id);
      }
    }
  }
  return found;
}

/** What imports have brought, by model. */
export async function listBroughtValues(read: ReadHandle): Promise<ReadonlyMap<string, BroughtValues>> {
  const rows = await tables(read)
    .selectFrom('model_sources')
    .select(['id', 'model_id', 'key_text', 'fields', 'events', 'source_id'])
    .orderBy('imported_at')
    .orderBy('row_number')
    .execute();
  const merged = await listMergedSources(read);
  const brought = new Map<string, BroughtValues>();
  for (const row of rows) {
    const known: BroughtValues = brought.get(row.model_id) ?? {
      keyText: '',
      fields: {},
      sources: new Map<string, string>(),
      settledMoves: '',
      formerNames: [],
      merged: new Map(),
    };
    brought.set(row.model_id, known);
    const source = row.source_id ?? '';
    const fields: Readonly<Record<string, unknown>> = JSON.parse(row.fields);
    const broughtFor = merged.get(row.id) ?? row.model_id;
    if (broughtFor !== row.model_id) {
      const before = known.merged.get(broughtFor);
      const sources = new Map([...(before?.sources ?? []), [source, row.key_text]]);
      const { unit = before?.unit ?? '' } = fields;
      known.merged = new Map([...known.merged, [broughtFor, { unit: String(unit), sources }]]);
      if (!known.sources.has(source)) known.sources.set(source, '');
      continue;
    }
    const { name } = known.fields;
    const { name: told = name } = fields;
    if (typeof name === 'string' && told !== name) known.formerNames = [...new Set([...known.formerNames, name])];
    known.sources.set(source, row.key_text);
    known.keyText = row.key_text;
    Object.assign(known.fields, fields);
    // An import of before settled nothing and wrote a list.
    if (row.events.startsWith('{')) known.settledMoves = row.events;
  }
  return brought;
}
