import type { z } from 'zod';
import type { drift } from '#contract/drift/results';
import type { RetrainingItem } from '#contract/drift/views';
import { sayDay, utcDay } from '#domain/base/calendar';
import { sayRetraining } from '#domain/drift/retraining';
import { startProblem } from '#domain/drift/retraining-story';
import { isInProduction } from '#domain/models/lifecycle';
import { DomainError } from '../../../failure/domain-error';
import { toInstant } from '../../../platform/instant';
import { findRetraining, listRetraining, type NamedRetrainingItem } from '../../../store/drift/retraining';
import { EMPTY_DRIFT, type RetrainingItemRow } from '../../../store/drift/tables';
import type { ReadHandle, WriteHandle } from '../../../store/journal/handle';
import { moveOne } from '../../../store/models/make-moves';
import { getModel } from '../../../store/models/models';
import type { CommandContext } from '../../context';
import { toItems } from './read';

type Item = z.output<typeof RetrainingItem>;
type Given<N extends 'askRetraining' | 'startRetraining'> = z.output<(typeof drift)[N]['input']>;

/** The item as it stands when what follows from the change has been worked out. */
export const itemThen = (read: ReadHandle, id: string, now: string) => async (): Promise<Item> => {
  const [item] = await toItems(read, [await getItem(read, id, now)]);
  if (!item) throw new Error('A found item is one item');
  return item;
};

export async function getItem(read: ReadHandle, id: string, now: string): Promise<NamedRetrainingItem> {
  const item = await findRetraining(read, id, now.slice(0, 10));
  if (item) return item;
  throw new DomainError('not_found', 'This retraining item is not in the portfolio; it may have been taken back.');
}

export function refuse(problem: { readonly code: string; readonly message: string } | null): void {
  if (problem) throw new DomainError('invalid_input', problem.message, { reason: problem.code });
}

export function askRetraining(
  { modelId, reason, at, owner, until }: Given<'askRetraining'>,
  context: CommandContext,
): Promise<Item> {
  const { now } = context;
  const openedAt = at === undefined ? now : toInstant(at, 'Since');
  if (openedAt > now)
    throw new DomainError('invalid_input', `Retraining is asked for today or was before, not on ${sayDay(openedAt)}.`);
  if ((owner === undefined) !== (until === undefined))
    throw new DomainError(
      'invalid_input',
      'Work has a name and a day: say both who trains the model again and until when, or neither.',
    );
  return context.write(async (write) => {
    const model = await getModel(write.read, modelId);
    if (!isInProduction(model.stage))
      throw new DomainError(
        'refused',
        `“${model.name}” is not in production, so there is no version to replace. Move it on by its stages instead.`,
      );
    const [open] = (await openItems(write.read, modelId, now)).map(sayRetraining);
    if (open !== undefined)
      throw new DomainError('conflict', `Retraining of “${model.name}” is open already: ${open}. Go on with that one.`);
    const id = await openItem(write, context, { model_id: modelId, reason, opened_at: openedAt });
    if (owner !== undefined && until !== undefined)
      await begin(write, await getItem(write.read, id, now), { owner, until, at: openedAt }, context);
    const by = owner === undefined ? '' : ` by ${owner}`;
    return { label: `Ask for retraining of “${model.name}”${by}`, settledValue: itemThen(write.read, id, now) };
  });
}

const openItems = (read: ReadHandle, modelId: string, now: string): Promise<NamedRetrainingItem[]> =>
  listRetraining(read, { modelId, open: true, today: now.slice(0, 10) });

type Opening = Pick<RetrainingItemRow, 'model_id' | 'reason' | 'opened_at'>;

async function openItem(write: WriteHandle, context: CommandContext, opening: Opening): Promise<string> {
  const id = context.newId();
  const row: RetrainingItemRow = {
    ...EMPTY_DRIFT.retraining_items,
    ...opening,
    id,
    asked_by: 'person',
    opened_by: context.actor,
    series_id: null,
    column_name: '',
    metric: '',
    windows: 0,
    first_at: null,
    last_at: null,
  };
  await write.insert('retraining_items', [row]);
  return id;
}

/**
 * The item that goes on where a decision against has run out: what asked then asks again, and the decision stays as it was.
 * An item that is open is its own.
 */
export async function goingOn(
  write: WriteHandle,
  item: NamedRetrainingItem,
  context: CommandContext,
): Promise<NamedRetrainingItem> {
  if (item.standing.state !== 'ran_out') return item;
  const id = context.newId();
  const { standing: _standing, name: _name, tier: _tier, stage: _stage, ...row } = item;
  const again: RetrainingItemRow = {
    ...row,
    ...EMPTY_DRIFT.retraining_items,
    id,
    asked_by: row.asked_by,
    reason: row.reason,
    opened_by: context.actor,
    opened_at: context.now,
  };
  await write.insert('retraining_items', [again]);
  return getItem(write.read, id, context.now);
}

export function refuseOver(item: NamedRetrainingItem): void {
  if (item.standing.open) return;
  throw new DomainError('conflict', `The retraining of “${item.name}” was resolved already. Undo opens it again.`);
}

export function startRetraining(
  { id, owner, until, at }: Given<'startRetraining'>,
  context: CommandContext,
): Promise<Item> {
  const { now } = context;
  return context.write(async (write) => {
    const found = await getItem(write.read, id, now);
    refuseOver(found);
    const item = await goingOn(write, found, context);
    const planned = item.started_at !== null && at === undefined;
    const startedAt = planned
      ? (item.started_at ?? now)
      : at === undefined
        ? startOf(item, now)
        : toInstant(at, 'Began');
    await begin(write, item, { owner, until, at: startedAt }, context);
    return {
      label: planned
        ? `Plan the retraining of “${item.name}” by ${owner} until ${sayDay(until)}`
        : `Start the retraining of “${item.name}”`,
      settledValue: itemThen(write.read, item.id, now),
    };
  });
}

interface Work {
  readonly owner: string;
  readonly until: string;
  readonly at: string;
}

async function begin(
  write: WriteHandle,
  item: NamedRetrainingItem,
  work: Work,
  context: CommandContext,
): Promise<void> {
  const { owner, until, at } = work;
  refuse(startProblem({ openedAt: item.opened_at }, work, context.now));
  await write.update('retraining_items', [item.id], { started_at: at, owner, until });
  await moveAlong(write, item, at, `Retraining: ${sayRetraining(item)}.`, context);
}

/** The day on which the model came into Retraining, where nobody said more. */
const startOf = ({ standing }: NamedRetrainingItem, now: string): string => standing.startedAt ?? now;

/** By the lifecycle's rules a monitored model goes to Retraining; one in another stage stays there, and so does its past. */
async function moveAlong(
  write: WriteHandle,
  item: NamedRetrainingItem,
  at: string,
  reason: string,
  context: CommandContext,
): Promise<void> {
  const model = await getModel(write.read, item.model_id);
  if (model.stage !== 'monitored') return;
  if (model.last_move_at !== null && utcDay(at) < utcDay(model.last_move_at)) return;
  const when = model.last_move_at !== null && at < model.last_move_at ? model.last_move_at : at;
  const wish = { to: 'retraining', at: when, reason, version: '', replacedBy: null } as const;
  await moveOne(write, model.id, wish, context);
}
