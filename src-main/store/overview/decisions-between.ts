import type { RetrainingOutcome } from '#domain/drift/vocabulary';
import type { ChallengerOutcome } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import { entriesThatHold } from '../journal/entries-that-hold';
import type { ReadHandle } from '../journal/handle';

/** After `from` and up to `to`, both ISO instants. */
export interface Between {
  readonly from: string;
  readonly to: string;
}

interface OfModel {
  readonly id: string;
  readonly modelId: string;
  readonly name: string;
  readonly at: string;
  readonly by: string;
}

export interface Decisions {
  readonly approvals: readonly OfModel[];
  readonly retraining: readonly (OfModel & { readonly outcome: RetrainingOutcome | null })[];
  readonly challengers: readonly (OfModel & { readonly version: string; readonly outcome: ChallengerOutcome | null })[];
  readonly assessments: readonly { readonly id: string; readonly name: string; readonly at: string }[];
  /** Plans that were chosen, and rules of the portfolio that were changed: as the journal names them. */
  readonly rules: readonly { readonly seq: number; readonly label: string; readonly at: string; readonly by: string }[];
}

/** Channels by which the portfolio's own rules and its plan are changed. */
const RULES = ['settings.update', 'drift.setBand', 'drift.setRules', 'scenarios.choose'] as const;

/** What was decided between two instants. A day without a time counts as its beginning. */
export async function listDecisions(read: ReadHandle, { from, to }: Between): Promise<Decisions> {
  const approvals = await tables(read)
    .selectFrom('approvals')
    .innerJoin('models', 'models.id', 'approvals.model_id')
    .select(['approvals.id', 'models.id as modelId', 'models.name', 'approvals.at', 'approvals.approved_by as by'])
    .where('approvals.at', '>', from)
    .where('approvals.at', '<=', to)
    .execute();
  const retraining = await tables(read)
    .selectFrom('retraining_items as item')
    .innerJoin('models', 'models.id', 'item.model_id')
    .select([
      'item.id',
      'models.id as modelId',
      'models.name',
      'item.resolved_at',
      'item.resolved_by as by',
      'item.outcome',
    ])
    .where('item.resolved_at', '>', from)
    .where('item.resolved_at', '<=', to)
    .execute();
  const challengers = await tables(read)
    .selectFrom('challengers as one')
    .innerJoin('models', 'models.id', 'one.model_id')
    .select(['one.id', 'models.id as modelId', 'models.name', 'one.ended_at', 'one.ended_by as by'])
    .select(['one.version', 'one.outcome'])
    .where('one.ended_at', '>', from)
    .where('one.ended_at', '<=', to)
    .execute();
  const assessments = await tables(read)
    .selectFrom('assessments')
    .select(['id', 'name', 'finished_at'])
    .where('status', '=', 'finished')
    .where('finished_at', '>', from)
    .where('finished_at', '<=', to)
    .execute();
  const rules = await tables(read)
    .selectFrom('journal')
    .select(['seq', 'label', 'at', 'actor as by'])
    .where('at', '>', from)
    .where('at', '<=', to)
    .where('kind', '=', 'do')
    .where('channel', 'in', [...RULES])
    .execute();
  const held = new Set(
    await entriesThatHold(
      read,
      rules.map(({ seq }) => seq),
    ),
  );
  return {
    approvals,
    retraining: retraining.map(({ resolved_at, ...one }) => ({ ...one, at: resolved_at ?? '' })),
    challengers: challengers.map(({ ended_at, ...one }) => ({ ...one, at: ended_at ?? '' })),
    assessments: assessments.map(({ finished_at, ...one }) => ({ ...one, at: finished_at ?? '' })),
    rules: rules.filter(({ seq }) => held.has(seq)),
  };
}
