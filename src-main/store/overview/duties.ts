import type { Duty } from '#domain/attention/duties';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';

/** Reviews of models that are not retired, past ones too, as long as they were not done. */
export async function listReviewDuties(read: ReadHandle): Promise<Duty[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .select(['id', 'name', 'tier', 'technical_owner', 'business_owner', 'review_due'])
    .where('review_due', 'is not', null)
    .where('stage', '<>', 'retired')
    .execute();
  return rows.flatMap(({ id, name, tier, technical_owner, business_owner, review_due }) =>
    review_due === null
      ? []
      : [{ kind: 'review', id, name, tier: asTier(tier), owner: technical_owner || business_owner, day: review_due }],
  );
}

/** Findings that are not closed, with the day until which they are to be, or until which they were accepted. */
export async function listFindingDuties(read: ReadHandle): Promise<Duty[]> {
  const rows = await tables(read)
    .selectFrom('findings')
    .innerJoin('models', 'models.id', 'findings.model_id')
    .select(['findings.id', 'findings.title', 'findings.owner', 'findings.status', 'findings.due'])
    .select(['findings.accepted_until', 'models.name', 'models.tier'])
    .where('findings.status', '<>', 'closed')
    .execute();
  return rows.flatMap(({ id, title, owner, status, due, accepted_until: until, name: of, tier }): Duty[] => {
    const day = status === 'accepted' ? until : due;
    return day === null ? [] : [{ kind: 'finding', id, name: title, owner, day, tier: asTier(tier), of }];
  });
}

/** Incidents that somebody was to mitigate by a day and has not. */
export async function listMitigationDuties(read: ReadHandle): Promise<Duty[]> {
  const rows = await tables(read)
    .selectFrom('incidents')
    .select(['id', 'number', 'title', 'mitigation_owner', 'mitigation_due'])
    .where('mitigation_due', 'is not', null)
    .where('mitigated_at', 'is', null)
    .where('status', 'in', ['open', 'acknowledged', 'reopened'])
    .execute();
  return rows.flatMap(({ id, number, title, mitigation_owner: owner, mitigation_due: day }) =>
    day === null ? [] : [{ kind: 'mitigation', id, number, name: title, owner, day }],
  );
}
