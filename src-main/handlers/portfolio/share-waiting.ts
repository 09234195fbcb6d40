import type { Output } from '#contract/index';
import { counted } from '#domain/base/wording';
import { changedOutside } from '../../engine/change-events';
import { DomainError } from '../../failure/domain-error';
import { namesOfModels } from '../../store/models/names-of-models';
import type { SharingWaitingRow } from '../../store/shared/tables';
import { listUnshared } from '../../store/shared/unshared-cells';
import { isForPeople, listWaiting, type WaitingField } from '../../store/shared/waiting';
import type { CommandContext, QueryContext } from '../context';

type Row = Output<'share.pending'>['rows'][number];
type Refusal = NonNullable<Row['refusal']>;

/** In this order they run again. Only this program wrote them. */
export async function pending({ read, sharing }: QueryContext): Promise<Output<'share.pending'>> {
  // What waits goes when the server takes it, which is no change of this copy.
  sharing.standing();
  const rows = (await listWaiting(read)).filter(({ channel }) => channel !== '');
  const models = await namesOfModels(read, [...new Set(rows.flatMap((row) => idsIn(row)))]);
  return { rows: rows.map((row) => rowOf(row, idsIn(row).find((id) => models.has(id)) ?? null)) };
}

/** What stands in this copy only. */
export async function unshared({ read, sharing }: QueryContext): Promise<Output<'share.unshared'>> {
  sharing.standing();
  const rows = await listUnshared(read);
  return { rows: rows.map(({ fields, ...row }) => ({ ...row, fields: [...fields] })) };
}

/** Ids in a command's input and of what it made, among which is its model, where it concerns one. */
function idsIn({ input, ids }: SharingWaitingRow): readonly string[] {
  const given = JSON.parse(input) as Readonly<Record<string, unknown>> | null;
  const made = JSON.parse(ids) as readonly string[];
  return [given?.modelId, given?.id, made[0]].filter((id) => typeof id === 'string');
}

function rowOf(row: SharingWaitingRow, modelId: string | null): Row {
  return {
    ...{ id: row.id, label: row.label, at: row.at, modelId },
    fields: (JSON.parse(row.fields) as WaitingField[]).filter(isForPeople),
    refusal: row.refusal === null ? null : (JSON.parse(row.refusal) as Refusal),
  };
}

/** As many are named. */
const NAMED = 5;

/** Leaving is not undone: whoever leaves says what becomes of what the others do not have. */
export function asksBeforeLeaving(rows: readonly SharingWaitingRow[]): DomainError {
  const named = rows.slice(0, NAMED).map(({ label }) => `“${label}”`);
  const more = rows.length > NAMED ? `, and ${rows.length - NAMED} more` : '';
  const gone = rows.filter(({ refusal }) => refusal !== null).length;
  const lost = gone === 0 ? '' : ` ${gone} of them were refused and are not in this file: they go either way.`;
  return new DomainError(
    'conflict',
    `${counted(rows.length, 'change')} of this copy ${rows.length === 1 ? 'is' : 'are'} not shared: ${named.join(', ')}${more}.${lost} Nothing was done. Say --keep to keep them in the private file, or --discard to take them back before; or connect, so that they are shared.`,
    { waiting: rows.map(({ id, label, at }) => ({ id, label, at })) },
  );
}

export async function resolve(
  context: CommandContext,
  id: string,
  how: 'mine' | 'theirs' | 'take_back',
): Promise<Output<'share.resolve'>> {
  const { store, sharing } = context;
  const row = (await listWaiting(store.read)).find((one) => one.id === id);
  if (!row) throw new DomainError('not_found', 'This change does not wait any more: it was shared, or taken back.');
  const { state } = sharing.standing();
  if (how === 'mine') {
    if (state !== 'connected')
      throw new DomainError(
        'unavailable',
        'The server is away, so this cannot be written over what others wrote. It goes on waiting.',
      );
    await sharing.runAgain(id);
  } else await sharing.letGo(id);
  context.publish(changedOutside('sharing'));
  return { pending: (await listWaiting(store.read)).length };
}
