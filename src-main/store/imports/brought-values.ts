import { chunks } from '../chunks';
import { changesOf } from '../journal/changes';
import { sqlite, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { leanName } from './lean-source';
import { broughtName, leanText } from './sqlite/brought-text';
import { wholeRows } from './sqlite/lean-rows';
import type { ModelSourceRow } from './tables';

/** What files have called a model so far, and where. */
export interface BroughtNames {
  /** As an import gave it last; `undefined` where none did. */
  name: string | undefined;
  /** Ids of the sources that brought it, '' for imports of before sources were kept, with the key of its row in each. */
  readonly sources: Map<string, string>;
  /** Names that it had in files before. */
  formerNames: readonly string[];
}

/** What imports have brought for a model so far. */
export interface BroughtValues {
  /** The key of the row that it came from last. */
  keyText: string;
  /** Each value as an import gave it last, by the contract's name of the field. */
  readonly fields: Record<string, unknown>;
  /** Ids of the sources that brought it, '' for imports of before sources were kept. */
  readonly sources: Set<string>;
  /** What was told of its life when somebody said that ours stays (JSON); '' for never. */
  settledMoves: string;
}

/** By the ids of source rows that a merge has hung on another model, the models that they came for. */
export type MergedSources = ReadonlyMap<string, string>;

/** How files told a model that is another one's part today. */
export interface MergedRow {
  readonly unit: string;
  /** As `BroughtNames.sources`. */
  readonly sources: ReadonlyMap<string, string>;
}

/** For which model each source row came that a merge has hung on another one. */
export async function listMergedSources(read: ReadHandle): Promise<MergedSources> {
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

/** What imports have brought for these models, at most 900. */
export async function listBroughtValues(
  read: ReadHandle,
  modelIds: readonly string[],
  merged: MergedSources,
): Promise<ReadonlyMap<string, BroughtValues>> {
  const rows = await tables(read)
    .selectFrom('model_sources')
    .select(['id', 'model_id', 'key_text', 'fields', 'events', 'source_id'])
    .where('model_id', 'in', [...modelIds])
    .orderBy('imported_at')
    .orderBy('row_number')
    .execute();
  const brought = new Map<string, BroughtValues>();
  for (const row of wholeRows(sqlite(read), rows)) {
    const known = brought.get(row.model_id) ?? { keyText: '', fields: {}, sources: new Set(), settledMoves: '' };
    brought.set(row.model_id, known);
    known.sources.add(row.source_id ?? '');
    if (isMerged(row, merged)) continue;
    known.keyText = row.key_text;
    Object.assign(known.fields, JSON.parse(row.fields));
    // An import of before settled nothing and wrote a list.
    if (row.events.startsWith('{')) known.settledMoves = row.events;
  }
  return brought;
}

/** What files have called the models whose ids lie behind `after` up to, and with, `last`. */
export async function listBroughtNames(
  read: ReadHandle,
  { after, last }: { readonly after: string; readonly last: string },
  merged: MergedSources,
): Promise<ReadonlyMap<string, BroughtNames>> {
  const rows = await tables(read)
    .selectFrom('model_sources')
    .innerJoin('models', 'models.id', 'model_sources.model_id')
    .select(['model_sources.id', 'model_id', 'key_text', 'source_id', 'models.name as model_name'])
    .select([broughtName.as('own_name'), leanText.as('lean')])
    .where('model_id', '>', after)
    .where('model_id', '<=', last)
    .orderBy('model_id')
    .orderBy('imported_at')
    .orderBy('row_number')
    .execute();
  const brought = new Map<string, BroughtNames>();
  for (const row of rows) {
    const known: BroughtNames = brought.get(row.model_id) ?? { name: undefined, sources: new Map(), formerNames: [] };
    brought.set(row.model_id, known);
    const source = row.source_id ?? '';
    if (isMerged(row, merged)) {
      if (!known.sources.has(source)) known.sources.set(source, '');
      continue;
    }
    const { name } = known;
    const told = nameIn(row) ?? name;
    if (name !== undefined && told !== name) known.formerNames = [...new Set([...known.formerNames, name])];
    known.name = told;
    known.sources.set(source, row.key_text);
  }
  return brought;
}

function nameIn(row: { own_name: string | null; lean: string | null; model_name: string }): string | undefined {
  if (row.lean === null) return row.own_name ?? undefined;
  const name = leanName(row.lean);
  return name === true ? row.model_name : name;
}

/** How files told the models that have been merged into others since, by their ids. */
export async function listMergedRows(read: ReadHandle, merged: MergedSources): Promise<ReadonlyMap<string, MergedRow>> {
  const found = [];
  for (const ids of chunks([...merged.keys()], 900))
    found.push(
      ...(await tables(read)
        .selectFrom('model_sources')
        .select(['id', 'model_id', 'key_text', 'source_id', 'imported_at', 'row_number', 'fields', 'events'])
        .where('id', 'in', [...ids])
        .execute()),
    );
  found.sort((a, b) =>
    a.imported_at < b.imported_at ? -1 : a.imported_at > b.imported_at ? 1 : a.row_number - b.row_number,
  );
  const rows = new Map<string, { unit: string; readonly sources: Map<string, string> }>();
  for (const row of wholeRows(sqlite(read), found)) {
    if (!isMerged(row, merged)) continue;
    const broughtFor = merged.get(row.id) ?? '';
    const known = rows.get(broughtFor) ?? { unit: '', sources: new Map() };
    rows.set(broughtFor, known);
    known.unit = (JSON.parse(row.fields) as { readonly unit?: string }).unit ?? known.unit; // as an import wrote it
    known.sources.set(row.source_id ?? '', row.key_text);
  }
  return rows;
}

/** Whether it came for a model that is another one's part today. */
const isMerged = ({ id, model_id }: Pick<ModelSourceRow, 'id' | 'model_id'>, merged: MergedSources): boolean =>
  (merged.get(id) ?? model_id) !== model_id;
