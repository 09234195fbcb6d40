import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { type Health, PRODUCTION_STAGES, type Tier } from '#domain/vocabulary';
import { hasMonitoring } from '../models/has-monitoring';
import type { Tables } from '../tables';

export interface TroubleQuery {
  /** ISO day. */
  readonly today: string;
  /** ISO instant: in validation since before it is called stalled. */
  readonly stalledBefore: string;
  /** Tiers whose models need an approval. */
  readonly gated: readonly Tier[];
  /** Models with an open incident that asks for attention, or retraining that waits for somebody. */
  readonly named: readonly string[];
}

export type Models = ExpressionBuilder<Tables, 'models'>;
export type Flag = 'unmonitored' | 'overdue' | 'waiting' | 'stalled';
export const FLAGS: readonly Flag[] = ['unmonitored', 'overdue', 'waiting', 'stalled'];
const PRODUCTION = [...PRODUCTION_STAGES];

export interface SharedTrouble {
  readonly flag: Flag;
  readonly tier: Tier | null;
  /** Models of which nothing has gone wrong beyond what they share. */
  readonly count: number;
}

export function flags(eb: Models, query: TroubleQuery): Readonly<Record<Flag, Expression<SqlBool>>> {
  const inValidation = eb('models.stage', '=', 'validation');
  return {
    unmonitored: hasMonitoring('not_monitored'),
    overdue: reviewIsOverdue(query.today)(eb),
    waiting:
      query.gated.length === 0
        ? sql<SqlBool>`1 = 0`
        : inValidation
            .and('models.tier', 'in', [...query.gated])
            .and(
              eb.or([
                eb('models.last_approval_at', 'is', null),
                sql<SqlBool>`models.last_approval_at < models.stage_since`,
              ]),
            ),
    stalled: eb.and([inValidation, eb('models.stage_since', '<', query.stalledBefore)]),
  };
}

/** Something has gone wrong with it: such a model is named, whatever else is true of it. */
export const hasGoneWrong = (eb: Models, { named }: TroubleQuery): Expression<SqlBool> =>
  eb.or([eb('models.stage', 'in', PRODUCTION).and('models.health', 'in', ['act', 'silent']), isOneOf(named)()]);

/** In production with this health. */
export const servesWith =
  (health: Health) =>
  (eb: Models): Expression<SqlBool> =>
    eb('models.stage', 'in', PRODUCTION).and('models.health', '=', health);

export const isOneOf = (ids: readonly string[]) => (): Expression<SqlBool> =>
  sql<SqlBool>`models.id in (select value from json_each(${JSON.stringify(ids)}))`;

/** Its review was due before today. */
export const reviewIsOverdue =
  (today: string) =>
  (eb: Models): Expression<SqlBool> =>
    eb('models.review_due', '<', today).and('models.stage', '<>', 'retired');

/** Its review was due, or is due, on or before a day. */
export const reviewIsDueBy =
  (day: string) =>
  (eb: Models): Expression<SqlBool> =>
    eb('models.review_due', '<=', day).and('models.stage', '<>', 'retired');
