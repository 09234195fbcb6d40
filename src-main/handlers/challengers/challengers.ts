import { challengerProblem } from '#domain/models/challenger';
import { isInProduction } from '#domain/models/lifecycle';
import { DomainError } from '../../failure/domain-error';
import { toInstant } from '../../platform/instant';
import type { WriteHandle } from '../../store/journal/handle';
import {
  getChallenger,
  listBatchesOfVersion,
  listChallengers,
  type NamedChallenger,
} from '../../store/models/challengers';
import { moveOne } from '../../store/models/make-moves';
import { getModel } from '../../store/models/models';
import { listMoves } from '../../store/models/moves';
import { EMPTY_MODELS } from '../../store/models/tables';
import type { CommandContext } from '../context';
import type { SubjectHandlers } from '../subject';
import { compareSides, toChallenger } from './read';

export const challengers: SubjectHandlers<'challengers'> = {
  list: async ({ modelId, running, at }, { read, now }) => {
    const day = (at === undefined ? now : toInstant(at, 'As of')).slice(0, 10);
    const rows = (await listChallengers(read, { modelId })).filter(({ started_at }) => started_at.slice(0, 10) <= day);
    const all = rows.map((row) => toChallenger(row, day));
    return { challengers: running ? all.filter((one) => one.running) : all };
  },
  compare: async ({ id }, { read, now }) => compareSides(read, await getChallenger(read, id), now),
  start: ({ modelId, version, mode, share, at, decideBy, note }, context) =>
    context.write(async (write) => {
      const { now, actor } = context;
      const model = await getModel(write.read, modelId);
      const startedAt = at === undefined ? now : toInstant(at, 'Began');
      const others = (await listChallengers(write.read, { modelId })).filter(({ ended_at }) => ended_at === null);
      const problem = challengerProblem(
        { version, mode, share, at: startedAt, decideBy },
        {
          inProduction: isInProduction(model.stage),
          live: model.version,
          running: others.map((one) => one.version),
        },
        now,
      );
      if (problem) throw new DomainError('invalid_input', `“${model.name}”: ${problem}`);
      const id = context.newId();
      await write.insert('challengers', [
        {
          ...EMPTY_MODELS.challengers,
          id,
          model_id: modelId,
          version,
          champion: model.version,
          mode,
          share,
          started_at: startedAt,
          decide_by: decideBy,
          note,
          actor,
          recorded_at: now,
        },
      ]);
      await setAside(write, modelId, version, id);
      return {
        label: `Run version ${version} of “${model.name}” as a challenger`,
        settledValue: async () => toChallenger(await getChallenger(write.read, id), now.slice(0, 10)),
      };
    }),
  promote: ({ id, reason, at }, context) =>
    decide({ id, reason, at }, 'promoted', context, async (write, row, when) => {
      const before = await getModel(write.read, row.model_id);
      if (row.version.trim().toLowerCase() === row.live.trim().toLowerCase()) return null;
      const wish = { reason, replacedBy: null, at: when };
      await moveOne(write, row.model_id, { ...wish, to: 'deployed', version: row.version }, context);
      const [released] = (await listMoves(write.read, row.model_id)).filter((move) => move.recorded_at === context.now);
      // It was watched while it ran beside, and still is.
      if (before.stage === 'monitored')
        await moveOne(write, row.model_id, { ...wish, to: 'monitored', version: '' }, context);
      return released?.id ?? null;
    }),
  giveUp: (input, context) => decide(input, 'given_up', context, () => Promise.resolve(null)),
};

/** Results that came in under the version before it was said to be a challenger. One that was live once keeps its past. */
async function setAside(write: WriteHandle, modelId: string, version: string, id: string): Promise<void> {
  const key = version.trim().toLowerCase();
  const moves = await listMoves(write.read, modelId);
  if (moves.some((move) => move.version.trim().toLowerCase() === key)) return;
  await write.update('drift_batches', await listBatchesOfVersion(write.read, modelId, version), { challenger_id: id });
}

interface Decision {
  readonly id: string;
  readonly reason: string;
  readonly at?: string | undefined;
}

type Follow = (write: WriteHandle, row: NamedChallenger, when: string) => Promise<string | null>;

function decide(
  { id, reason, at }: Decision,
  outcome: 'promoted' | 'given_up',
  context: CommandContext,
  follow: Follow,
) {
  const { now, actor } = context;
  return context.write(async (write) => {
    const row = await getChallenger(write.read, id);
    if (row.ended_at !== null)
      throw new DomainError(
        'conflict',
        `Version ${row.version} of “${row.name}” was decided already. Undo opens it again.`,
      );
    const when = at === undefined ? now : toInstant(at, 'When');
    if (when > now || when < row.started_at)
      throw new DomainError(
        'invalid_input',
        `It is decided between its beginning on ${row.started_at.slice(0, 10)} and today. Choose such a day.`,
      );
    const evidence = JSON.stringify(await compareSides(write.read, row, when));
    const moveId = await follow(write, row, when);
    await write.update('challengers', [id], {
      outcome,
      ended_at: when,
      ended_by: actor,
      reason,
      evidence,
      champion: row.live,
      move_id: moveId,
    });
    const verb = outcome === 'promoted' ? 'Promote' : 'Give up';
    return {
      label: `${verb} version ${row.version} of “${row.name}”`,
      settledValue: async () => toChallenger(await getChallenger(write.read, id), now.slice(0, 10)),
    };
  });
}
