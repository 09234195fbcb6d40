import { addChange, entryHash, GENESIS, startChangesHash } from '../../store/journal/journal-chain';
import type { JournalRow } from '../../store/journal/tables';
import type { Central } from '../../store/shared/central';
import type { FactChange, FactTable } from '../../store/tables';

type Row = Readonly<Record<string, unknown>>;

export interface Told {
  readonly entity: FactTable;
  readonly id: string;
  readonly modelId?: string | null;
  readonly before?: Row | null;
  readonly after?: Row | null;
}

export type EntryPart = Partial<Omit<JournalRow, 'hash' | 'changes'>>;

/** An entry as a client makes it, with its hashes; what is given may be a lie. */
export function signed(
  entry: EntryPart & { readonly seq: number; readonly prev_hash: string; readonly actor: string },
  told: readonly Told[],
): { readonly entry: JournalRow; readonly changes: readonly FactChange[] } {
  const changes = told.map(
    ({ entity, id, modelId, before, after }, ord): FactChange => ({
      seq: entry.seq,
      ord,
      entity,
      entity_id: id,
      model_id: modelId === undefined ? (entity === 'models' ? id : null) : modelId,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
    }),
  );
  const row: Omit<JournalRow, 'hash'> = {
    at: '2026-11-23T10:00:00.000Z',
    kind: 'do',
    channel: 'models.update',
    label: 'Change something',
    ref_seq: null,
    undo_prev: null,
    undo_top: entry.seq,
    redo_prev: null,
    redo_top: null,
    ...entry,
    changes: changes.length,
  };
  const digest = startChangesHash();
  for (const change of changes) addChange(digest, change);
  return { entry: { ...row, hash: entryHash(row, digest.digest('hex')) }, changes };
}

/** The next entry of a member over what is there now. */
export async function next(central: Central, told: readonly Told[], part: EntryPart = {}) {
  const { seq, hash } = await central.head();
  return signed({ actor: central.member.name, ...part, seq: seq + 1, prev_hash: seq === 0 ? GENESIS : hash }, told);
}

/** Writes the next entry of a member and answers its number. */
export async function write(central: Central, told: readonly Told[], part: EntryPart = {}): Promise<number> {
  const { entry, changes } = await next(central, told, part);
  const answer = await central.append(entry, changes, null);
  if (answer !== 'accepted') throw new Error(answer);
  return entry.seq;
}

export const insertModel = (id: string, fields: Row = {}): Told => ({
  entity: 'models',
  id,
  after: { id, name: id, search_text: id, stage: 'proposed', ...fields },
});

export const changeModel = (id: string, before: Row, after: Row): Told => ({ entity: 'models', id, before, after });

let moves = 0;
export const insertMove = (model: string, to: string, actor: string, row: Row = {}): Told => {
  moves += 1;
  const id = `move-${moves}`;
  const after = {
    id,
    model_id: model,
    ord: moves,
    to_stage: to,
    at: '2026-11-23T10:00:00.000Z',
    actor,
    recorded_at: 'x',
    ...row,
  };
  return { entity: 'moves', id: after.id, modelId: model, after };
};

export const insertApproval = (model: string, by: string, row: Row = {}): Told => {
  moves += 1;
  const id = `approval-${moves}`;
  const after = {
    id,
    model_id: model,
    approved_by: by,
    at: '2026-11-23T11:00:00.000Z',
    note: '',
    recorded_by: by,
    recorded_at: 'x',
    ...row,
  };
  return { entity: 'approvals', id, modelId: model, after };
};

/** What turns changes back, the last first. */
export const turnedBack = (told: readonly Told[]): readonly Told[] =>
  told.toReversed().map((one) => ({ ...one, before: one.after ?? null, after: one.before ?? null }));
