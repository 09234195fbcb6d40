import type { Output } from '#contract/index';
import { DomainError } from '../../../failure/domain-error';
import type { Job } from '../../../jobs/job-list';
import { listConnections } from '../../../store/imports/connections';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { CommandContext } from '../../context';
import { applyConnection, rememberKnown } from './apply-connection';
import { fetchConnection } from './fetch-connection';
import { addressOf, agreementOf, notesOf } from './open-connection';
import { planConnection } from './plan-connection';
import { noteWaiting } from './read-connection';

type Result = Output<'connections.refresh'>['results'][number];

/** Reads every connection once; one that fails does not stop the others. */
export async function refreshConnections(
  take: boolean,
  context: CommandContext,
  job: Job,
): Promise<Output<'connections.refresh'>> {
  const results: Result[] = [];
  for (const row of await listConnections(context.read)) {
    if (job.signal.aborted) break;
    results.push(await refreshOne(row, take, context, job));
  }
  return { results };
}

export async function refreshOne(
  row: ConnectionRow,
  take: boolean,
  context: CommandContext,
  job: Job,
): Promise<Result> {
  const { id, label } = row;
  const nothing = { id, label, changes: 0, asks: 0, trouble: null };
  const notes = await notesOf(context);
  if (notes.agreedTo(id) !== agreementOf(row, addressOf(row))) return { ...nothing, outcome: 'not_agreed' };
  try {
    const fetched = await fetchConnection(row, context, job);
    const plan = await planConnection(row, fetched, {}, context, job);
    const { changes, asks, unchanged } = plan;
    await rememberKnown(row, fetched, plan, context);
    const applied = take && changes + asks > 0 ? await applyConnection(row, fetched, {}, context, job, plan) : null;
    const taken = applied !== null && applied.importIds.length > 0;
    await noteWaiting(row, context, {
      waiting: applied ? asks : changes + asks,
      unchanged,
      took: applied?.importIds[0],
    });
    return { ...nothing, outcome: taken ? 'taken' : changes + asks > 0 ? 'waiting' : 'unchanged', changes, asks };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'cancelled') throw error;
    const {
      what = error.message,
      todo = '',
      notBefore = null,
    } = (error.detail ?? {}) as { what?: string; todo?: string; notBefore?: string | null }; // of a RemoteError
    return { ...nothing, outcome: 'failed', trouble: { at: context.now, what, todo, notBefore } };
  }
}
