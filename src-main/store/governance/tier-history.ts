import type { Tier } from '#domain/vocabulary';
import { chunks } from '../chunks';
import { blockChangesOfModel, changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';

const PER_STATEMENT = 900;

export interface TierChange {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  readonly from: Tier | null;
  readonly to: Tier | null;
}

export interface Withdrawn {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  /** ISO day of the evidence, and who had vouched for it. */
  readonly on: string;
  readonly of: string;
  readonly gone: boolean;
}

/** What the journal says of one model that a gate may hang on. */
export interface GateHistory {
  /** In their order. */
  readonly tiers: readonly TierChange[];
  /** Evidence that was deleted or changed, in order. */
  readonly withdrawn: readonly Withdrawn[];
  /** The entry that brought each move, by the id of the move. */
  readonly moves: ReadonlyMap<string, number>;
}

type Cells = Readonly<Record<string, unknown>>;
const cells = (json: string | null): Cells | null => (json === null ? null : (JSON.parse(json) as Cells)); // written by the recorder
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Large changes by hand lie in blocks, which only their own entry leads to; those of imports are not unpacked. */
const BY_HAND = 'models.updateMany';

/** Ids of models whose tier somebody changed after they came; by a file that changed a hundred at once nobody walks round a gate. */
export async function listTierChanged(read: ReadHandle): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const entries = await tables(read)
    .selectFrom('journal_fields')
    .select('seq')
    .where('field', '=', 'models.tier')
    .execute();
  for (const seqs of chunks(
    entries.map(({ seq }) => seq),
    PER_STATEMENT,
  )) {
    const rows = await tables(read)
      .selectFrom('journal_changes')
      .select('entity_id')
      .distinct()
      .where('seq', 'in', [...seqs])
      .where('entity', '=', 'models')
      .where('before', 'is not', null)
      .where('after', 'is not', null)
      .execute();
    for (const { entity_id: id } of rows) found.add(id);
    const many = await tables(read)
      .selectFrom('journal')
      .select('seq')
      .where('seq', 'in', [...seqs])
      .where('channel', '=', BY_HAND)
      .where('changes', '>=', 100)
      .execute();
    for (const { seq } of many)
      for await (const { changes } of changesOf(read, seq))
        for (const { entity, entity_id: id } of changes) if (entity === 'models') found.add(id);
  }
  return found;
}

export async function readGateHistory(read: ReadHandle, modelId: string): Promise<GateHistory> {
  const rows = await tables(read)
    .selectFrom('journal_changes')
    .select(['seq', 'entity', 'entity_id', 'before', 'after'])
    .where('model_id', '=', modelId)
    .where('entity', 'in', ['models', 'evidence', 'moves'])
    .execute();
  const packed = (await blockChangesOfModel(read, modelId)).filter(
    ({ entity }) => entity === 'models' || entity === 'moves',
  );
  const changes = [...rows, ...packed].toSorted((a, b) => a.seq - b.seq);
  const moves = new Map<string, number>();
  const tiers: Omit<TierChange, 'at' | 'by'>[] = [];
  const withdrawn: Omit<Withdrawn, 'at' | 'by'>[] = [];
  for (const { seq, entity, entity_id: id, before, after } of changes) {
    const [was, is] = [cells(before), cells(after)];
    if (entity === 'moves' && was === null) moves.set(id, seq);
    if (entity === 'models' && was !== null && is !== null && 'tier' in is)
      tiers.push({ seq, from: asTier(was.tier as number | null), to: asTier(is.tier as number | null) }); // checked by the table
    if (entity === 'evidence' && was !== null)
      withdrawn.push({
        seq,
        kind: textOf(was.kind),
        on: textOf(was.on_day),
        of: textOf(was.by_whom),
        gone: is === null,
      });
  }
  const seqs = [...new Set([...tiers, ...withdrawn].map(({ seq }) => seq))];
  const whose = new Map<number, { readonly at: string; readonly by: string }>();
  for (const some of chunks(seqs, PER_STATEMENT))
    for (const { seq, at, actor: by } of await tables(read)
      .selectFrom('journal')
      .select(['seq', 'at', 'actor'])
      .where('seq', 'in', [...some])
      .execute())
      whose.set(seq, { at, by });
  const signed = <T extends { readonly seq: number }>(list: readonly T[]) =>
    list.flatMap((one) => {
      const entry = whose.get(one.seq);
      return entry === undefined ? [] : [{ ...one, ...entry }];
    });
  return { tiers: signed(tiers), withdrawn: signed(withdrawn), moves };
}
