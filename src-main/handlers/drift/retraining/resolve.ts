import type { z } from 'zod';
import type { drift } from '#contract/drift/results';
import type { RetrainingItem } from '#contract/drift/views';
import { sayDay, utcDay } from '#domain/base/calendar';
import { againstProblem } from '#domain/drift/retraining-story';
import { DomainError } from '../../../failure/domain-error';
import { toInstant } from '../../../platform/instant';
import { listDriftModels } from '../../../store/drift/health';
import { type NamedRetrainingItem, openWhatIsDue } from '../../../store/drift/retraining';
import type { FactPatch, WriteHandle } from '../../../store/journal/handle';
import { moveOne } from '../../../store/models/make-moves';
import { getModel } from '../../../store/models/models';
import { listReleasesOf, type StoredRelease } from '../../../store/models/releases';
import type { CommandContext } from '../../context';
import { getItem, goingOn, itemThen, refuse, refuseOver } from './steps';

type Item = z.output<typeof RetrainingItem>;
type Given = z.output<typeof drift.resolve.input>;
type Ended = FactPatch<'retraining_items'>;

export function resolveRetraining(input: Given, context: CommandContext): Promise<Item> {
  return context.write(async (write) => {
    const found = await getItem(write.read, input.id, context.now);
    refuseOver(found);
    const item = await goingOn(write, found, context);
    const { label, columns } = await endOf(write, item, input, context);
    await write.update('retraining_items', [item.id], {
      resolved_at: context.now,
      resolved_by: context.actor,
      note: input.note,
      ...columns,
    });
    // Where the new version is at act as long again, or was already, that is another item.
    await openWhatIsDue(write, item.model_id, context.now);
    return { label, settledValue: itemThen(write.read, item.id, context.now) };
  });
}

interface End {
  readonly label: string;
  readonly columns: Ended;
}

async function endOf(
  write: WriteHandle,
  item: NamedRetrainingItem,
  input: Given,
  context: CommandContext,
): Promise<End> {
  switch (input.outcome) {
    case 'live':
      return byVersion(write, item, input, context);
    case 'against':
      return against(write, item, input, context);
    case undefined:
      return {
        label: `Resolve the retraining of “${item.name}”`,
        columns: { outcome: 'not_said', settled_up_to: await newestResult(write, item, context.now) },
      };
  }
}

async function newestResult(write: WriteHandle, item: NamedRetrainingItem, now: string): Promise<string> {
  const { models } = await listDriftModels(write.read, { modelId: item.model_id });
  const newest = models[0]?.state?.last_at;
  return newest == null ? (item.last_at ?? now) : new Date(newest).toISOString();
}

async function byVersion(
  write: WriteHandle,
  item: NamedRetrainingItem,
  input: Given,
  context: CommandContext,
): Promise<End> {
  const { version } = input;
  if (version === undefined)
    throw new DomainError(
      'invalid_input',
      'Say which version went live: retraining ends with one, or is decided against.',
    );
  const releases = await releasesOf(write, item.model_id);
  const known = releases.findLast((release) => keyOf(release.version) === keyOf(version));
  const isBefore = known?.at != null && utcDay(known.at) < utcDay(item.opened_at);
  if (known?.at != null && isBefore && known === releases.at(-1))
    throw new DomainError(
      'invalid_input',
      `Version ${known.version} went live on ${sayDay(known.at)}, before retraining was asked for on ${sayDay(item.opened_at)}. Name the version that followed.`,
    );
  // One that was live before may be rolled back to.
  const release = known && !isBefore ? known : await goLive(write, item, version, input, context);
  return {
    label: `Resolve the retraining of “${item.name}” by version ${release.version}`,
    columns: {
      outcome: 'live',
      version: release.version,
      move_id: release.id,
      ...(release.at !== null && { resolved_at: release.at }),
      // What came later is of the new version.
      settled_up_to: release.at ?? (await newestResult(write, item, context.now)),
    },
  };
}

const keyOf = (version: string): string => version.trim().toLowerCase();

const releasesOf = async (write: WriteHandle, modelId: string): Promise<readonly StoredRelease[]> =>
  (await listReleasesOf(write.read, [modelId])).get(modelId) ?? [];

async function goLive(
  write: WriteHandle,
  item: NamedRetrainingItem,
  version: string,
  { at, note, changed = [] }: Given,
  context: CommandContext,
): Promise<StoredRelease> {
  const before = new Set((await releasesOf(write, item.model_id)).map(({ id }) => id));
  const when = at === undefined ? context.now : toInstant(at, 'Effective date');
  const wish = { to: 'deployed', at: when, version, reason: note, replacedBy: null, changed } as const;
  await moveOne(write, item.model_id, wish, context);
  const release = (await releasesOf(write, item.model_id)).find(({ id }) => !before.has(id));
  if (!release) throw new Error('A move to Deployed with another version is a release');
  return release;
}

async function against(
  write: WriteHandle,
  item: NamedRetrainingItem,
  { note, until: given }: Given,
  context: CommandContext,
): Promise<End> {
  const until = given ?? null;
  refuse(againstProblem({ reason: note, until }, context.now));
  const model = await getModel(write.read, item.model_id);
  // Nobody works on it any more; that this is against the usual order, the move says itself.
  if (model.stage === 'retraining') {
    const reason = `Decided against retraining: ${note}`;
    const wish = { to: 'monitored', at: context.now, reason, version: '', replacedBy: null } as const;
    await moveOne(write, model.id, wish, context);
  }
  return {
    label: `Decide against retraining “${item.name}”${until === null ? '' : ` until ${sayDay(until)}`}`,
    columns: {
      outcome: 'against',
      against_until: until,
      settled_up_to: until === null ? null : `${until}T23:59:59.999Z`,
    },
  };
}
