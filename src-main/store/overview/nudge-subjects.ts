import { sql } from 'kysely';
import type { NudgeSubject } from '#domain/attention/nudges';
import { isoDay } from '#domain/base/calendar';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { listRetraining } from '../drift/retraining';
import { readIncidentSnapshot } from '../incidents/snapshot';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import { type Models, reviewIsOverdue, servesWith } from './trouble-flags';

/** All that somebody may be told of, however many there are: names and dates alone. */
export async function listNudgeSubjects(read: ReadHandle, today: string): Promise<readonly NudgeSubject[]> {
  return [...(await ofModels(read, today)), ...(await ofRetraining(read, today)), ...(await ofIncidents(read))];
}

const ownerOf = (row: { readonly technical_owner: string; readonly business_owner: string }): string =>
  row.technical_owner || row.business_owner;

async function ofModels(read: ReadHandle, today: string): Promise<NudgeSubject[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .leftJoin('drift_models as drift', 'drift.model_id', 'models.id')
    .select(['models.id', 'models.name', 'models.tier', 'models.technical_owner', 'models.business_owner'])
    .select(['models.review_due', 'drift.since_day'])
    .select((eb) => {
      const models = eb as unknown as Models; // of the models alone, whatever is joined to them
      return [
        sql<0 | 1 | null>`${servesWith('act')(models)}`.as('drifted'),
        sql<0 | 1 | null>`${servesWith('silent')(models)}`.as('silent'),
        sql<0 | 1 | null>`${reviewIsOverdue(today)(models)}`.as('overdue'),
      ];
    })
    .where((eb) => {
      const models = eb as unknown as Models;
      return eb.or([servesWith('act')(models), servesWith('silent')(models), reviewIsOverdue(today)(models)]);
    })
    .execute();
  return rows.flatMap((row) => {
    const { id, name, since_day, review_due } = row;
    const of = { id, name, tier: asTier(row.tier), owner: ownerOf(row), modelId: id };
    const day = since_day === null ? null : isoDay(since_day);
    return [
      ...(row.drifted ? [{ ...of, kind: 'drifted' as const, since: day }] : []),
      ...(row.silent ? [{ ...of, kind: 'silent' as const, since: day }] : []),
      ...(row.overdue ? [{ ...of, kind: 'reviews' as const, since: review_due }] : []),
    ];
  });
}

/** What waits for somebody; what is in work is known to whoever works on it. */
async function ofRetraining(read: ReadHandle, today: string): Promise<NudgeSubject[]> {
  const open = await listRetraining(read, { open: true, today });
  return open
    .filter(({ standing }) => standing.state !== 'in_work' || standing.overdue)
    .map(({ id, name, tier, owner, opened_at, model_id }) => ({
      kind: 'retraining',
      id,
      name,
      tier: asTier(tier),
      owner,
      since: opened_at,
      modelId: model_id,
    }));
}

async function ofIncidents(read: ReadHandle): Promise<NudgeSubject[]> {
  const { incidents, models } = await readIncidentSnapshot(read);
  return incidents
    .filter(({ status }) => isUnresolved(status))
    .map(({ id, modelId, openedMs, owner }) => {
      const model = modelId === null ? undefined : models.get(modelId);
      return {
        kind: 'incidents',
        id,
        name: model?.name ?? 'No known model',
        tier: model?.tier ?? null,
        owner,
        since: new Date(openedMs).toISOString(),
        modelId,
      };
    });
}
