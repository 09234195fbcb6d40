import { DomainError } from '../../failure/domain-error';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { HeldModels } from '../models/held/held-models';
import { tierIn } from '../overview/held-counts';
import type {
  DependencyRow,
  EvidenceTableRow,
  FindingTableRow,
  GovernanceAnswerRow,
  GovernedUnitRow,
  IncidentReportTableRow,
  ModelFactRow,
  OrganisationFactRow,
} from './tables';

const IDS_PER_STATEMENT = 900;

/** Answers of models to some questions of a pack, whatever their day. */
export async function listAnswersOf(
  read: ReadHandle,
  modelIds: readonly string[],
  pack: string,
  questions: readonly string[],
): Promise<readonly GovernanceAnswerRow[]> {
  const found: GovernanceAnswerRow[] = [];
  for (const ids of chunks(modelIds, IDS_PER_STATEMENT))
    found.push(
      ...(await tables(read)
        .selectFrom('governance_answers')
        .selectAll()
        .where('model_id', 'in', [...ids])
        .where('pack', '=', pack)
        .execute()),
    );
  return found.filter(({ question }) => questions.includes(question));
}

export async function listFactsOf(read: ReadHandle, modelIds: readonly string[]): Promise<readonly ModelFactRow[]> {
  const found: ModelFactRow[] = [];
  for (const ids of chunks(modelIds, IDS_PER_STATEMENT))
    found.push(
      ...(await tables(read)
        .selectFrom('model_facts')
        .selectAll()
        .where('model_id', 'in', [...ids])
        .orderBy('stated_on')
        .execute()),
    );
  return found;
}

export const listGovernedUnits = (read: ReadHandle): Promise<GovernedUnitRow[]> =>
  tables(read).selectFrom('governed_units').selectAll().orderBy('unit').execute();

export const listOrganisationFacts = (read: ReadHandle): Promise<OrganisationFactRow[]> =>
  tables(read).selectFrom('organisation_facts').selectAll().execute();

export interface EvidenceQuery {
  /** `null`: of the organisation; left out: all. */
  readonly modelId?: string | null | undefined;
  readonly kind?: string | undefined;
}

/** Newest first. */
export function listEvidence(read: ReadHandle, { modelId, kind }: EvidenceQuery): Promise<EvidenceTableRow[]> {
  let rows = tables(read).selectFrom('evidence').selectAll();
  if (modelId === null) rows = rows.where('model_id', 'is', null);
  else if (modelId !== undefined) rows = rows.where('model_id', '=', modelId);
  if (kind !== undefined) rows = rows.where('kind', '=', kind);
  return rows.orderBy('on_day', 'desc').orderBy('id').execute();
}

export async function listEvidenceById(read: ReadHandle, evidenceIds: readonly string[]): Promise<EvidenceTableRow[]> {
  const found: EvidenceTableRow[] = [];
  for (const ids of chunks(evidenceIds, IDS_PER_STATEMENT))
    found.push(
      ...(await tables(read)
        .selectFrom('evidence')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute()),
    );
  return found;
}

/** Of some models, as they were recorded. */
export async function listEvidenceOf(read: ReadHandle, modelIds: readonly string[]): Promise<EvidenceTableRow[]> {
  const found: EvidenceTableRow[] = [];
  for (const ids of chunks(modelIds, IDS_PER_STATEMENT))
    found.push(
      ...(await tables(read)
        .selectFrom('evidence')
        .selectAll()
        .where('model_id', 'in', [...ids])
        .orderBy('on_day')
        .orderBy('id')
        .execute()),
    );
  return found;
}

export async function getEvidence(read: ReadHandle, id: string): Promise<EvidenceTableRow> {
  const row = await tables(read).selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'This evidence is not in the portfolio any more. Undo brings it back.');
  return row;
}

/** Newest first. */
export function listFindings(read: ReadHandle, modelId: string | undefined): Promise<FindingTableRow[]> {
  const rows = tables(read).selectFrom('findings').selectAll();
  return (modelId === undefined ? rows : rows.where('model_id', '=', modelId))
    .orderBy('opened_on', 'desc')
    .orderBy('id')
    .execute();
}

/** What findings are asked by; without their texts, of which there may be thousands. */
export type ModelFinding = Pick<
  FindingTableRow,
  'id' | 'model_id' | 'severity' | 'source' | 'status' | 'opened_on' | 'due' | 'owner' | 'closed_on' | 'accepted_until'
> & { readonly tier: number | null; readonly model_unit: string };

/** Findings of all models, with those that are closed or without them. */
export async function listModelFindings(
  read: ReadHandle,
  closed: boolean,
  held: HeldModels | null,
): Promise<ModelFinding[]> {
  const rows = tables(read)
    .selectFrom('findings')
    .select(['findings.id', 'findings.model_id', 'findings.severity', 'findings.source', 'findings.status'])
    .select(['findings.opened_on', 'findings.due', 'findings.owner', 'findings.closed_on', 'findings.accepted_until'])
    .$if(!closed, (all) => all.where('findings.status', '<>', 'closed'));
  if (held === null)
    return rows
      .innerJoin('models', 'models.id', 'findings.model_id')
      .select(['models.tier', 'models.unit as model_unit'])
      .execute();
  const { unit } = held.coded;
  return (await rows.execute()).map((row) => {
    const slot = held.slotOf(row.model_id);
    return { ...row, tier: tierIn(held, slot), model_unit: unit.get(slot) };
  });
}

export async function listFindingsById(read: ReadHandle, findingIds: readonly string[]): Promise<FindingTableRow[]> {
  const found: FindingTableRow[] = [];
  for (const ids of chunks(findingIds, IDS_PER_STATEMENT))
    found.push(
      ...(await tables(read)
        .selectFrom('findings')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute()),
    );
  return found;
}

/** Findings that some evidence closed. */
export async function listClosedBy(read: ReadHandle, evidenceIds: readonly string[]): Promise<FindingTableRow[]> {
  const found: FindingTableRow[] = [];
  for (const ids of chunks(evidenceIds, IDS_PER_STATEMENT))
    found.push(
      ...(await tables(read)
        .selectFrom('findings')
        .selectAll()
        .where('closed_by', 'in', [...ids])
        .execute()),
    );
  return found;
}

export async function getFinding(read: ReadHandle, id: string): Promise<FindingTableRow> {
  const row = await tables(read).selectFrom('findings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'This finding is not in the portfolio any more. Undo brings it back.');
  return row;
}

export interface NamedDependency extends DependencyRow {
  readonly model_name: string;
  readonly depends_on_name: string | null;
}

/** @param modelIds left out: of all */
export function listDependencies(read: ReadHandle, modelIds?: readonly string[]): Promise<NamedDependency[]> {
  const rows = tables(read)
    .selectFrom('dependencies')
    .innerJoin('models', 'models.id', 'dependencies.model_id')
    .leftJoin('models as other', 'other.id', 'dependencies.depends_on')
    .selectAll('dependencies')
    .select(['models.name as model_name', 'other.name as depends_on_name']);
  return (modelIds === undefined ? rows : rows.where('dependencies.model_id', 'in', [...modelIds]))
    .orderBy('models.name')
    .orderBy('dependencies.id')
    .execute();
}

export interface NamedReport extends IncidentReportTableRow {
  /** Of the incident. */
  readonly title: string;
  readonly model_id: string | null;
}

export function listIncidentReports(read: ReadHandle, incidentId: string | undefined): Promise<NamedReport[]> {
  const rows = tables(read)
    .selectFrom('incident_reports')
    .innerJoin('incidents', 'incidents.id', 'incident_reports.incident_id')
    .selectAll('incident_reports')
    .select(['incidents.title', 'incidents.model_id']);
  return (incidentId === undefined ? rows : rows.where('incident_id', '=', incidentId))
    .orderBy('incident_reports.id')
    .execute();
}
