import { type Expression, type SqlBool, sql } from 'kysely';
import type { EvidenceFacts } from '#domain/assessments/evidence-facts';
import { dayNumber, HOUR_MS } from '#domain/base/calendar';
import { percentile } from '#domain/base/percentile';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { ofUnit } from '../models/within-unit';

interface Scope {
  /** '' = the whole portfolio. */
  readonly unit: string;
  /** ISO day. */
  readonly today: string;
}

/** What drift results say. In time is what is not silent: a result within twice the cadence; rules.md 6. */
export async function monitoringFacts(
  read: ReadHandle,
  { unit, today }: Scope,
): Promise<Pick<EvidenceFacts, 'everMeasured' | 'withMonitoringResult' | 'monitoringUnknown'>> {
  const day = dayNumber(Date.parse(today));
  const { everMeasured } = await tables(read)
    .selectFrom('drift_models')
    .select((eb) => eb.fn.countAll<number>().as('everMeasured'))
    .executeTakeFirstOrThrow();
  const { inTime } = await tables(read)
    .selectFrom('drift_models')
    .innerJoin('models', 'models.id', 'drift_models.model_id')
    .select((eb) => eb.fn.countAll<number>().as('inTime'))
    .where('models.stage', 'in', [...PRODUCTION_STAGES])
    .where('drift_models.last_at', 'is not', null)
    .where('drift_models.silent_from', '>', day)
    .where(ofUnit(unit))
    .executeTakeFirstOrThrow();
  const { unknown } = await tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('unknown'))
    .where('models.stage', '=', 'deployed')
    .where('models.monitoring_known', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('drift_models')
            .select('drift_models.model_id')
            .whereRef('drift_models.model_id', '=', 'models.id')
            .where('drift_models.last_at', 'is not', null)
            .where('drift_models.silent_from', '>', day),
        ),
      ),
    )
    .where(ofUnit(unit))
    .executeTakeFirstOrThrow();
  return { everMeasured, withMonitoringResult: inTime, monitoringUnknown: unknown };
}

const REVIEWED = sql<SqlBool>`(incidents.reviewed_at is not null or incidents.postmortem <> '{}')`;
const CHANGE_KNOWN = sql<SqlBool>`incidents.caused_by_change <> 'unknown'`;
const RESOLVED = sql<SqlBool>`incidents.status in ('resolved', 'closed')`;

type IncidentFacts = Pick<
  EvidenceFacts,
  | 'incidentsResolved'
  | 'incidentsReviewed'
  | 'incidentsFoundByMonitoring'
  | 'incidentsWithChangeAndTimes'
  | 'medianRestoreHours'
>;

/** What resolved incidents say; for a unit those of its models. */
export async function incidentFacts(read: ReadHandle, { unit }: Scope): Promise<IncidentFacts> {
  const resolved = tables(read)
    .selectFrom('incidents')
    .leftJoin('models', 'models.id', 'incidents.model_id')
    .where(RESOLVED)
    .where(ofUnit(unit));
  const timed = sql<SqlBool>`(${CHANGE_KNOWN} and incidents.resolved_at is not null)`;
  const counts = await resolved
    .select((eb) => {
      const countOf = (condition: Expression<SqlBool>) => eb.fn.count<number>(eb.case().when(condition).then(1).end());
      return [
        eb.fn.countAll<number>().as('incidentsResolved'),
        countOf(REVIEWED).as('incidentsReviewed'),
        countOf(eb('incidents.detected_by', '=', 'monitoring')).as('incidentsFoundByMonitoring'),
        countOf(timed).as('incidentsWithChangeAndTimes'),
      ];
    })
    .executeTakeFirstOrThrow();
  const faults = await resolved
    .select(['incidents.opened_at', 'incidents.resolved_at'])
    .where('incidents.caused_by_change', '=', 'yes')
    .execute();
  const hours = faults.flatMap(({ opened_at, resolved_at }) =>
    resolved_at === null ? [] : [(Date.parse(resolved_at) - Date.parse(opened_at)) / HOUR_MS],
  );
  const sorted = Float64Array.from(hours).sort();
  return { ...counts, medianRestoreHours: sorted.length === 0 ? null : percentile(sorted, 0.5) };
}

/** Whether any incident says it, or one in question was entered here and left without. */
export async function toldOfIncidents(
  read: ReadHandle,
  { unit }: Scope,
): Promise<Pick<EvidenceFacts['told'], 'incidentReview' | 'incidentChange'>> {
  const incidents = tables(read).selectFrom('incidents').select('incidents.id').limit(1);
  const enteredHere = await incidents
    .leftJoin('models', 'models.id', 'incidents.model_id')
    .where('incidents.import_id', 'is', null)
    .where(RESOLVED)
    .where(ofUnit(unit))
    .executeTakeFirst();
  const recorded = async (condition: Expression<SqlBool>): Promise<boolean> =>
    enteredHere !== undefined || (await incidents.where(condition).executeTakeFirst()) !== undefined;
  return { incidentReview: await recorded(REVIEWED), incidentChange: await recorded(CHANGE_KNOWN) };
}
