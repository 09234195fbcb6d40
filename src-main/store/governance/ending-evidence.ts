import { addDays } from '#domain/base/calendar';
import { LETS_BE } from '#domain/governance/closing-evidence';
import { type DatedEvidence, ENDS_SOON_DAYS, evidenceStandings } from '#domain/governance/evidence-standing';
import { PRODUCTION_STAGES, type Tier } from '#domain/vocabulary';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';

const IDS_PER_STATEMENT = 900;

/** Evidence of a model in production that has ended or ends soon, with nothing later in its place. */
export interface EndingEvidence {
  readonly id: string;
  readonly kind: string;
  readonly validUntil: string;
  readonly standing: 'ended' | 'ends_soon';
  readonly modelId: string;
  readonly name: string;
  readonly tier: Tier | null;
  readonly owner: string;
}

/** The one that ended first before the others. What lets something be is done with when it has ended: the gap shows by itself. */
export async function listEndingEvidence(read: ReadHandle, today: string): Promise<readonly EndingEvidence[]> {
  const db = tables(read);
  const near = await db
    .selectFrom('evidence')
    .select('model_id')
    .distinct()
    .where('valid_until', '<=', addDays(today, ENDS_SOON_DAYS))
    .where('model_id', 'is not', null)
    .execute();
  const found: EndingEvidence[] = [];
  for (const ids of chunks(
    near.flatMap(({ model_id: id }) => id ?? []),
    IDS_PER_STATEMENT,
  )) {
    const models = new Map(
      (
        await db
          .selectFrom('models')
          .select(['id', 'name', 'tier', 'technical_owner', 'business_owner'])
          .where('id', 'in', [...ids])
          .where('stage', 'in', [...PRODUCTION_STAGES])
          .execute()
      ).map((row) => [row.id, row]),
    );
    const rows = await db
      .selectFrom('evidence')
      .select(['id', 'model_id', 'unit', 'kind', 'on_day', 'valid_until', 'outcome', 'covers'])
      .where('model_id', 'in', [...models.keys()])
      .execute();
    const dated = rows.map(
      (row): DatedEvidence => ({
        id: row.id,
        modelId: row.model_id,
        unit: row.unit,
        kind: row.kind,
        on: row.on_day,
        validUntil: row.valid_until,
        outcome: row.outcome,
        covers: JSON.parse(row.covers) as string[], // written through the contract's schema
      }),
    );
    const standings = evidenceStandings(dated, today);
    for (const { id, modelId, kind, validUntil } of dated) {
      const standing = standings.get(id);
      const model = models.get(modelId ?? '');
      if (model === undefined || validUntil === null || (standing !== 'ended' && standing !== 'ends_soon')) continue;
      if (standing === 'ended' && LETS_BE.includes(kind)) continue;
      const owner = model.technical_owner || model.business_owner;
      found.push({
        id,
        kind,
        validUntil,
        standing,
        modelId: model.id,
        name: model.name,
        tier: asTier(model.tier),
        owner,
      });
    }
  }
  return found.sort((a, b) => a.validUntil.localeCompare(b.validUntil) || a.name.localeCompare(b.name));
}
