import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { isoDay } from '#domain/base/calendar';
import type { DayVerdicts } from '#domain/drift/day-verdicts';
import type {
  AnswerRow,
  EvidenceRow,
  FindingRow,
  GovernedModel,
  GovernedPortfolio,
  IncidentReportRow,
} from '#domain/governance/governed';
import type { ReviewMonths } from '#domain/models/review';
import type { Tier } from '#domain/vocabulary';
import { listVerdictDays } from '../drift/measured-days';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { fieldsOf } from '../models/model-rows';
import type { EvidenceTableRow } from './tables';

const IDS_PER_STATEMENT = 900;

const listed = (text: string): readonly string[] => JSON.parse(text) as string[]; // written through the contract's schema
const dayOf = (instant: string): string => instant.slice(0, 10);

/** Rows by the model that they are of. */
function byModel<T extends { readonly model_id: string }, R>(
  rows: readonly T[],
  shaped: (row: T) => R,
): (id: string) => readonly R[] {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const own = found.get(row.model_id);
    if (own) own.push(shaped(row));
    else found.set(row.model_id, [shaped(row)]);
  }
  return (id) => found.get(id) ?? [];
}

export interface GovernedOptions {
  /** ISO day of the portfolio's rows. */
  readonly today: string;
  readonly reviewMonths: ReviewMonths;
  /** Only these models; left out: all. */
  readonly ids?: readonly string[] | undefined;
}

/** What the portfolio holds, as rule packs are compared with it. */
export async function readGoverned(
  read: ReadHandle,
  { today, reviewMonths, ids }: GovernedOptions,
): Promise<GovernedPortfolio> {
  const db = tables(read);
  const wanted = ids && new Set(ids);
  // Of a few models only their own rows are read; of many it is quicker to read all and pick.
  const few = ids !== undefined && ids.length <= IDS_PER_STATEMENT ? ids : null;
  const these = (column: 'id' | 'model_id'): RawBuilder<SqlBool> =>
    few === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.ref(column)} in (${sql.join(few)})`;
  const rows = await db.selectFrom('models').selectAll().where(these('id')).orderBy('id').execute();
  const models = wanted ? rows.filter(({ id }) => wanted.has(id)) : rows;
  const [moves, approvals, answers, evidence, findings, dependencies, facts, units, organisation, reports, drift] = [
    await db.selectFrom('moves').selectAll().where(these('model_id')).orderBy('model_id').orderBy('ord').execute(),
    await db.selectFrom('approvals').selectAll().where(these('model_id')).execute(),
    await db.selectFrom('governance_answers').selectAll().where(these('model_id')).execute(),
    await db
      .selectFrom('evidence')
      .selectAll()
      .where((eb) => eb.or([eb('model_id', 'is', null), these('model_id')]))
      .execute(),
    await db.selectFrom('findings').selectAll().where(these('model_id')).execute(),
    await db.selectFrom('dependencies').selectAll().where(these('model_id')).execute(),
    await db.selectFrom('model_facts').selectAll().where(these('model_id')).orderBy('stated_on').execute(),
    await db.selectFrom('governed_units').selectAll().execute(),
    await db.selectFrom('organisation_facts').selectAll().execute(),
    await db
      .selectFrom('incident_reports')
      .innerJoin('incidents', 'incidents.id', 'incident_reports.incident_id')
      .selectAll('incident_reports')
      .select('incidents.model_id')
      .execute(),
    await db.selectFrom('drift_models').selectAll().where(these('model_id')).execute(),
  ];
  const ofModel = {
    moves: byModel(moves, (row): GovernedModel['moves'][number] => ({
      to: row.to_stage,
      on: row.at === null ? null : dayOf(row.at),
      recordedOn: dayOf(row.recorded_at),
      version: row.version,
    })),
    approvals: byModel(approvals, (row) => ({ by: row.approved_by, on: dayOf(row.at) })),
    answers: byModel(
      answers,
      (row): AnswerRow => ({
        pack: row.pack,
        question: row.question,
        value: JSON.parse(row.value) as AnswerRow['value'], // written through the contract's schema
        on: row.answered_on,
        by: row.answered_by,
      }),
    ),
    evidence: byModel(evidence.filter(isOfModel), toEvidence),
    findings: byModel(
      findings,
      (row): FindingRow => ({
        status: row.status,
        openedOn: row.opened_on,
        due: row.due,
        closedOn: row.closed_on,
        acceptedUntil: row.accepted_until,
      }),
    ),
    dependencies: byModel(dependencies, (row) => ({ from: row.from_day, until: row.until_day })),
    facts: byModel(facts, ({ name, value }) => [name, JSON.parse(value) as unknown] as const),
    reports: byModel(
      reports.flatMap((row) => (row.model_id === null ? [] : [{ ...row, model_id: row.model_id }])),
      (row): IncidentReportRow => ({
        pack: row.pack,
        clock: row.clock,
        class: row.class,
        awareOn: row.aware_on,
        reportedOn: row.reported_on,
      }),
    ),
    days: byModel(drift, ({ first_day, days }) => ({ firstDay: first_day, codes: days })),
  };
  return {
    today,
    reviewMonths,
    organisation: Object.fromEntries(organisation.map(({ id, value }) => [id, value])),
    units: units.map((row) => ({
      unit: row.unit,
      jurisdictions: listed(row.jurisdictions),
      bodies: listed(row.bodies),
      frameworks: listed(row.frameworks),
    })),
    evidence: evidence.filter(({ model_id: id }) => id === null).map(toEvidence),
    models: models.map((row) => {
      const fields = fieldsOf(row);
      return {
        id: row.id,
        unit: row.unit,
        fields: { ...fields },
        facts: Object.fromEntries(ofModel.facts(row.id)),
        references: fields.externalReferences,
        tier: fields.tier as Tier | null,
        nextReview: row.next_review,
        moves: ofModel.moves(row.id),
        approvals: ofModel.approvals(row.id),
        // Thousands of days, of which few texts ask.
        get drift() {
          return ofModel.days(row.id).flatMap((days) => verdictDays(days));
        },
        dependencies: ofModel.dependencies(row.id),
        ownerChanges: [],
        evidence: ofModel.evidence(row.id),
        findings: ofModel.findings(row.id),
        answers: ofModel.answers(row.id),
        incidentReports: ofModel.reports(row.id),
      };
    }),
  };
}

const verdictDays = (days: DayVerdicts): GovernedModel['drift'] =>
  listVerdictDays(days, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).map(({ day, verdict }) => ({
    on: isoDay(day),
    verdict,
  }));

const isOfModel = (row: EvidenceTableRow): row is EvidenceTableRow & { model_id: string } => row.model_id !== null;

const toEvidence = (row: EvidenceTableRow): EvidenceRow => ({
  kind: row.kind,
  on: row.on_day,
  validUntil: row.valid_until,
  by: row.by_whom,
  outcome: row.outcome,
  covers: listed(row.covers),
});
