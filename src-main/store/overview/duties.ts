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
