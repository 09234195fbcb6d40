import {
  checkGates,
  type DeploymentGates,
  type GateFacts,
  type GateLine,
  heldBackBy,
  isAsked,
} from '#domain/governance/deployment-gates';
import type { EvidenceOutcome, FindingSeverity } from '#domain/governance/vocabulary';
import { grouped } from '#domain/identity/grouped';
import type { StageBegan } from '#domain/models/approval-gate';
import type { Kind } from '#domain/models/kinds';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import type { ModelTableRow } from '../models/tables';
import type { EvidenceTableRow, FindingTableRow } from './tables';

const IDS_PER_STATEMENT = 900;

/** Kinds of evidence that a gate looks at. */
const LOOKED_AT = ['validation', 'classification_record', 'impact_assessment', 'fria', 'dpia', 'exception'] as const;

/** What of a model's row gates look at. */
export type GatedRow = Pick<
  ModelTableRow,
  'id' | 'tier' | 'kind' | 'business_owner' | 'technical_owner' | 'overseer' | 'developer'
>;

export const kindOf = ({ kind }: Pick<ModelTableRow, 'kind'>): Kind | null => kind as Kind | null; // checked by the table

/** Whether any gate may ask this model anything: most portfolios have none, and then nothing is read. */
export const isGatedAtAll = (gates: DeploymentGates, model: GatedRow): boolean =>
  Object.values(gates.asked).some((scope) => isAsked(scope, asTier(model.tier), kindOf(model)) !== false);

/** What the gates look at, by model; models that no gate asks are left out. */
export async function readGateFacts(
  read: ReadHandle,
  models: readonly GatedRow[],
  gates: DeploymentGates,
): Promise<ReadonlyMap<string, GateFacts>> {
  const asked = models.filter((model) => isGatedAtAll(gates, model));
  const evidence: EvidenceTableRow[] = [];
  const findings: FindingTableRow[] = [];
  for (const some of chunks(asked, IDS_PER_STATEMENT)) {
    const ids = some.map(({ id }) => id);
    const rows = tables(read).selectFrom('evidence').selectAll().where('model_id', 'in', ids);
    evidence.push(
      ...(await rows
        .where('kind', 'in', [...LOOKED_AT])
        .orderBy('recorded_at')
        .execute()),
    );
    findings.push(...(await tables(read).selectFrom('findings').selectAll().where('model_id', 'in', ids).execute()));
  }
  const evidenceOf = grouped(evidence, (row) => row.model_id);
  const findingsOf = grouped(findings, (row) => row.model_id);
  return new Map(
    asked.map((model) => [model.id, factsOf(model, evidenceOf.get(model.id) ?? [], findingsOf.get(model.id) ?? [])]),
  );
}

const factsOf = (
  model: GatedRow,
  evidence: readonly EvidenceTableRow[],
  findings: readonly FindingTableRow[],
): GateFacts => ({
  tier: asTier(model.tier),
  kind: kindOf(model),
  businessOwner: model.business_owner,
  technicalOwner: model.technical_owner,
  overseer: model.overseer,
  developer: model.developer,
  evidence: evidence.map((row) => ({
    id: row.id,
    kind: row.kind,
    on: row.on_day,
    validUntil: row.valid_until,
    by: row.by_whom,
    outcome: row.outcome as EvidenceOutcome, // checked by the table
    covers: JSON.parse(row.covers) as string[], // written through the contract's schema
    note: row.note,
  })),
  findings: findings.map((row) => ({
    title: row.title,
    severity: row.severity as FindingSeverity, // checked by the table
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    acceptedOn: row.accepted_on,
    acceptedUntil: row.accepted_until,
    acceptedBy: row.accepted_by,
    owner: row.owner,
  })),
});

/** For the rule of moves: why a model that left its stage's beginning behind does not go live on `at`. */
export const heldBackOn =
  (gates: DeploymentGates, facts: GateFacts | undefined, at: string) =>
  (since: StageBegan | null): string =>
    facts === undefined ? '' : heldBackBy(linesOn(gates, facts, at, since));

export const linesOn = (gates: DeploymentGates, facts: GateFacts, at: string, since: StageBegan | null): GateLine[] =>
  checkGates(gates, facts, at.slice(0, 10), since);
