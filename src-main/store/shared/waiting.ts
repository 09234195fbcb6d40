import { isGated } from '#domain/models/approval-gate';
import { DomainError } from '../../failure/domain-error';
import { isGatedAtAll } from '../governance/gate-facts';
import { changesOf } from '../journal/changes';
import { connectionOf, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { JournalRow } from '../journal/tables';
import { asTier } from '../models/cells';
import { getSettings } from '../portfolio/settings';
import type { Asked, WriteRequest } from '../requests';
import type { FactTable } from '../tables';
import { cellsOf, FOLLOWS, nameOfRow } from './later';
import { mayWait } from './may-wait';
import type { WaitingNote } from './shared-copy';
import type { Sharing } from './sharing';
import type { SharingWaitingRow } from './tables';

/** Longer commands are files that were brought in: they need the server. */
const LONGEST_INPUT = 200_000;
const FIELDS_SHOWN = 3;
/** More is an import, whatever it is called. */
const MOST_CHANGES = 500;

const IMPORT = 'An import is weighed against what others do meanwhile';
const OF_IMPORTS: ReadonlySet<FactTable> = new Set<FactTable>(['imports', 'sources']);

/** What a change to these tables takes part in is decided by all: two people, or what everybody works by. */
const DECIDED_TOGETHER: Readonly<Partial<Record<FactTable, string>>> = {
  approvals: 'An approval is a decision of two people, and the server sees that they are two',
  imports: IMPORT,
  sources: IMPORT,
  merged_models: 'Merging models is weighed against what others do with them meanwhile',
  rule_packs: 'Rule packs hold for everybody',
  drift_rules: 'Rules of drift hold for everybody',
};

/**
 * @param entry what was just written in this copy only
 * @throws DomainError `unavailable` for what cannot wait, with the reason
 */
export async function refuseWithoutServer(read: ReadHandle, entry: JournalRow, request: WriteRequest): Promise<void> {
  const refuse = (why: string): never => {
    throw new DomainError(
      'unavailable',
      `${why}, so it cannot be done while the server is away. Nothing was changed; do it when you are connected again.`,
    );
  };
  const { asked } = request;
  // Before its size: three rows that are brought in are not much, and are weighed all the same.
  for await (const { changes } of changesOf(read, entry.seq))
    for (const { entity } of changes) if (OF_IMPORTS.has(entity)) refuse(IMPORT);
  if (asked === undefined || request.straight || entry.changes > MOST_CHANGES)
    refuse('So much at once is weighed against what others do meanwhile');
  if (entry.kind !== 'do') refuse('An undo may take away what others build on meanwhile');
  if (JSON.stringify(asked?.input ?? null).length > LONGEST_INPUT)
    refuse('So much at once is weighed against what others do meanwhile');
  for await (const { changes } of changesOf(read, entry.seq))
    for (const { entity, before, after } of changes) {
      const together = DECIDED_TOGETHER[entity];
      if (together !== undefined) refuse(together);
      if (after === null) refuse('What is deleted may be worked on by others meanwhile');
      if (entity === 'drift_batches') refuse('Results travel with their points');
      if (entity === 'portfolio' && before !== null) refuse('What concerns the whole portfolio holds for everybody');
      if (entity === 'moves' && (await isThroughGate(read, after)))
        refuse('This move needs an approval that the server has seen');
    }
  if (asked !== undefined && !mayWait(asked.channel)) refuse('This is done with the server or not at all');
}

/** That a report was made, or what happened to the file: worth a line in the journal, and no reason to keep anybody from it. */
export async function isNoteOnly(read: ReadHandle, entry: JournalRow): Promise<boolean> {
  for await (const { changes } of changesOf(read, entry.seq))
    if (changes.some(({ entity }) => entity !== 'reports')) return false;
  return true;
}

/** Into production of a model whose tier or kind is asked for something. */
async function isThroughGate(read: ReadHandle, after: string | null): Promise<boolean> {
  const { model_id: modelId, to_stage: to } = cellsOf(after);
  if (typeof modelId !== 'string' || !IN_PRODUCTION.has(String(to))) return false;
  const model = await tables(read).selectFrom('models').selectAll().where('id', '=', modelId).executeTakeFirst();
  const { approvalGates, deploymentGates } = await getSettings(read);
  return !model || isGated(asTier(model.tier), approvalGates) || isGatedAtAll(deploymentGates, model);
}

const IN_PRODUCTION: ReadonlySet<string> = new Set(['deployed', 'monitored', 'retraining']);

/** One command may write several entries: it waits once. */
const noted = new WeakSet<Asked>();

/** Notes a command that has its entry in this copy only, to be given again when the server is back. */
export async function noteWaiting(
  read: ReadHandle,
  entry: JournalRow,
  { asked, at, seen }: WriteRequest,
  sharing: Sharing,
): Promise<void> {
  if (asked === undefined) return;
  const { db, sqlite } = connectionOf(read);
  // What it is given again for, writes the others as well.
  const further = noted.has(asked);
  noted.add(asked);
  if (asked.again !== undefined && !further) {
    // What was sent once may still come.
    const waits = { seq: entry.seq, refusal: null, ...(!asked.unanswered && { run_at: null }) };
    await db.updateTable('sharing_waiting').set(waits).where('id', '=', asked.again).execute();
    return;
  }
  const no = sqlite.prepare<[], number>('SELECT coalesce(max(no), 0) + 1 FROM sharing_waiting').pluck().get() ?? 1;
  // Nothing waits that one of those came before.
  if (no === 1) sqlite.exec('DELETE FROM sharing_given');
  const row = {
    ...{ id: `${at} ${entry.seq}`, no, seq: entry.seq, channel: further ? '' : asked.channel },
    input: JSON.stringify(asked.input),
    // What was done here meanwhile was seen as well, and is done again before it.
    seen: Math.min(seen ?? sharing.seq, sharing.seq),
    had: sharing.seq,
    ...{ at, label: entry.label, run_at: null, ids: JSON.stringify(asked.kept.ids), refusal: null },
    fields: JSON.stringify(await fieldsOf(read, entry.seq)),
  };
  await db.insertInto('sharing_waiting').values(row).execute();
}

export interface WaitingField {
  readonly name: string | null;
  /** Table and column, with a dot between them. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What follows from what somebody wrote is nothing to read or to decide about; programs of before noted it. */
export const isForPeople = ({ field }: WaitingField): boolean => !FOLLOWS.has(field.slice(field.indexOf('.') + 1));

async function fieldsOf(read: ReadHandle, seq: number): Promise<readonly WaitingField[]> {
  const fields: WaitingField[] = [];
  for await (const { changes } of changesOf(read, seq))
    for (const change of changes) {
      if (change.before === null || change.after === null) continue;
      const [before, after] = [cellsOf(change.before), cellsOf(change.after)];
      const name = await nameOfRow(read, change);
      for (const column of Object.keys(after).filter((one) => !FOLLOWS.has(one)))
        fields.push({
          name,
          field: `${change.entity}.${column}`,
          before: before[column],
          after: after[column],
        });
      if (fields.length >= FIELDS_SHOWN) return fields.slice(0, FIELDS_SHOWN);
    }
  return fields;
}

/** An entry that came from the server and is one of those that waited: its answer was lost, or this program was killed. */
export async function settleWaiting(read: ReadHandle, { seq, actor, channel, at }: JournalRow): Promise<void> {
  const { sqlite } = connectionOf(read);
  const { changes } = sqlite
    .prepare(
      'DELETE FROM sharing_waiting WHERE channel = ? AND run_at = ? AND EXISTS (SELECT 1 FROM sharing WHERE name = ?)',
    )
    .run(channel, at, actor);
  if (changes > 0) noteGiven(read, seq);
}

/** An entry of the server that waited in this copy: what waited behind it does not have to make way for it. */
export function noteGiven(read: ReadHandle, seq: number): void {
  connectionOf(read).sqlite.prepare('INSERT OR IGNORE INTO sharing_given (seq) VALUES (?)').run(seq);
}

/** Commands that wait and stand in this copy: what the others do not have of it. */
export async function countUnshared(read: ReadHandle): Promise<number> {
  const stands = tables(read).selectFrom('sharing_waiting').where('seq', 'is not', null).where('channel', '!=', '');
  const { count } = await stands.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return count;
}

export const listWaiting = (read: ReadHandle): Promise<SharingWaitingRow[]> =>
  tables(read).selectFrom('sharing_waiting').selectAll().orderBy('no').execute();

/** @returns `undefined`: it waits no longer */
export const findWaiting = (read: ReadHandle, id: string): Promise<SharingWaitingRow | undefined> =>
  tables(read).selectFrom('sharing_waiting').selectAll().where('id', '=', id).executeTakeFirst();

export async function noteOfWaiting(read: ReadHandle, id: string, note: WaitingNote): Promise<void> {
  const { db } = connectionOf(read);
  if (note.do === 'let_go') await db.deleteFrom('sharing_waiting').where('id', '=', id).execute();
  else if (note.do === 'run')
    await db.updateTable('sharing_waiting').set({ run_at: note.at }).where('id', '=', id).execute();
  else await db.updateTable('sharing_waiting').set({ refusal: note.refusal }).where('id', '=', id).execute();
}
