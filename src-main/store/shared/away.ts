import { changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

interface Span {
  /** Entries behind this one, … */
  readonly after: number;
  /** … with this one. */
  readonly upTo: number;
}

export interface AwayEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  /** The one model that it concerns; `null`: none, or several. */
  readonly modelId: string | null;
}

export interface AwayEntries {
  readonly total: number;
  /** By how much they did, the busiest first. */
  readonly people: readonly string[];
  /** The newest first. */
  readonly rows: readonly AwayEntry[];
}

const ofOthers = (read: ReadHandle, { after, upTo }: Span, self: string) =>
  tables(read).selectFrom('journal').where('seq', '>', after).where('seq', '<=', upTo).where('actor', '!=', self);

export const hasOthers = async (read: ReadHandle, span: Span, self: string): Promise<boolean> =>
  (await ofOthers(read, span, self).select('seq').limit(1).executeTakeFirst()) !== undefined;

/** What others than this person wrote between two entries. */
export async function listAway(read: ReadHandle, span: Span, self: string, limit: number): Promise<AwayEntries> {
  const counted = await ofOthers(read, span, self)
    .select(({ fn }) => ['actor', fn.countAll<number>().as('count')])
    .groupBy('actor')
    .orderBy('count', 'desc')
    .orderBy('actor')
    .execute();
  const entries = await ofOthers(read, span, self)
    .select(['seq', 'at', 'actor', 'label'])
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  const rows: AwayEntry[] = [];
  for (const entry of entries) rows.push({ ...entry, modelId: await oneModelOf(read, entry.seq) });
  return {
    total: counted.reduce((sum, { count }) => sum + count, 0),
    people: counted.map(({ actor }) => actor),
    rows,
  };
}

async function oneModelOf(read: ReadHandle, seq: number): Promise<string | null> {
  let found: string | null = null;
  for await (const { changes } of changesOf(read, seq))
    for (const { entity, entity_id, model_id } of changes) {
      const id = entity === 'models' ? entity_id : model_id;
      if (id === null || id === found) continue;
      if (found !== null) return null;
      found = id;
    }
  return found;
}
