import { type Expression, type SqlBool, sql } from 'kysely';
import type { Monitoring } from '#domain/vocabulary';

/** What `monitoringOf` says of a model, as an expression; a test holds the two against each other. */
const MONITORING = sql<Monitoring | null>`case
  when models.stage in ('monitored', 'retraining') then 'monitored'
  when models.stage <> 'deployed' then null
  when models.monitoring_known = 1 then 'not_monitored'
  when models.health in ('act', 'watch', 'ok') then 'monitored'
  else 'unknown' end`;

export const hasMonitoring = (...wanted: readonly Monitoring[]): Expression<SqlBool> =>
  wanted.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${MONITORING} in (${sql.join(wanted)})`;
