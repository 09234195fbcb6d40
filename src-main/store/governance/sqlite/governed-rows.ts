import type Database from 'better-sqlite3';
import { isoDay } from '#domain/base/calendar';
import { VERDICT_CODES, verdictOfCode } from '#domain/drift/day-verdicts';
import {
  type AnswerRow,
  type DriftDays,
  type EvidenceRow,
  type FindingRow,
  type GovernedModel,
  type IncidentReportRow,
  NO_DRIFT,
} from '#domain/governance/governed';
import type { PackNeeds } from '#domain/governance/needs';
import { isStated, MODEL_FIELDS, type StatedName } from '#domain/models/model-fields';
import type { Stage, Tier } from '#domain/vocabulary';
import { parseReferences } from '../../models/cells';
import { answered } from '../../models/answered';
import { type Row, Run } from './run-of-models';

interface Column {
  readonly name: StatedName;
  /** Its value, and not only whether it answers. */
  readonly whole: boolean;
  readonly sql: string;
}

/** Which columns hold what is asked for: values as they lie there, or `x` in place of an answer that is only there or not. */
export function columnsOf(needs: PackNeeds): readonly Column[] {
  const values = new Set([...needs.values, ...(needs.asks.has('developer') ? ['developer', 'technicalOwner'] : [])]);
  return [...new Set([...values, ...needs.answered])].filter(isStated).map((name) => {
    const { column, kind } = MODEL_FIELDS[name];
    const isText = kind === 'line' || kind === 'text';
    const whole = values.has(name) || !isText;
    return { name, whole, sql: whole ? column : answered(column) };
  });
}

/**
 * Models with what some packs can see of them, one after another in the order of their ids: nothing is held of those before.
 *
 * @param ids `null`: all
 */
export function* governedRows(
  db: Database.Database,
  needs: PackNeeds,
  ids: readonly string[] | null,
): Generator<GovernedModel> {
  const few = ids === null ? null : JSON.stringify(ids);
  const columns = columnsOf(needs);
  const heads = ['id', 'unit', 'tier', 'next_review', needs.references.size > 0 ? 'external_references' : "'[]'"];
  const models = db
    .prepare<unknown[], Row>(
      `SELECT ${[...heads, ...columns.map(({ sql }) => sql)].join(', ')} FROM models ${
        few === null ? '' : 'WHERE id IN (SELECT value FROM json_each(?))'
      } ORDER BY id`,
    )
    .raw();
  const runs = { ...lifeOf(db, few), ...runsOf(db, needs, few) };
  try {
    for (const row of few === null ? models.iterate() : models.iterate(few))
      yield modelOf(row, columns, heads.length, runs, {
        moves: runs.moves.of(text(row[0])).map(toMove),
        approvals: runs.approvals.of(text(row[0])).map(toApproval),
        references: row[4] === '[]' ? [] : parseReferences(text(row[4])),
      });
  } finally {
    for (const run of Object.values(runs)) run.end();
  }
}

/** What happened to models. */
function lifeOf(db: Database.Database, few: string | null) {
  const run = (sql: string): Run => new Run(db, sql, few);
  return {
    moves: run(
      'SELECT model_id, to_stage, substr(at, 1, 10), substr(recorded_at, 1, 10), version FROM moves WHERE 1 $THESE ORDER BY model_id, ord',
    ),
    approvals: run(
      'SELECT model_id, approved_by, substr(at, 1, 10) FROM approvals WHERE 1 $THESE ORDER BY model_id, rowid',
    ),
  };
}

/** What was written down of models beside themselves. */
export function runsOf(db: Database.Database, needs: PackNeeds, few: string | null) {
  const run = (sql: string): Run => new Run(db, sql, few);
  const none = (sql: string, wanted: boolean): Run => run(wanted ? sql : sql.replace('$THESE', 'AND 0 $THESE'));
  const { asks } = needs;
  return {
    answers: run(
      'SELECT model_id, pack, question, value, answered_on, answered_by FROM governance_answers WHERE 1 $THESE ORDER BY model_id, rowid',
    ),
    evidence: run(
      'SELECT model_id, kind, on_day, valid_until, by_whom, outcome, covers FROM evidence WHERE model_id IS NOT NULL $THESE ORDER BY model_id, rowid',
    ),
    findings: run(
      'SELECT model_id, status, opened_on, due, closed_on, accepted_until FROM findings WHERE 1 $THESE ORDER BY model_id, rowid',
    ),
    dependencies: run('SELECT model_id, from_day, until_day FROM dependencies WHERE 1 $THESE ORDER BY model_id, rowid'),
    facts: none(
      'SELECT model_id, name, value FROM model_facts WHERE 1 $THESE ORDER BY model_id, stated_on, rowid',
      needs.facts.size > 0,
    ),
    reports: run(
      `SELECT model_id, pack, clock, class, aware_on, reported_on FROM incident_reports
         JOIN incidents ON incidents.id = incident_reports.incident_id
        WHERE model_id IS NOT NULL $THESE ORDER BY model_id, incident_reports.rowid`,
    ),
    drift: none(
      'SELECT model_id, first_day, days FROM drift_models WHERE 1 $THESE ORDER BY model_id',
      needs.driftDays.length > 0 || ['health', 'lastSignOfLife', 'drift_act'].some((name) => asks.has(name)),
    ),
  };
}

const text = (cell: Row[number] | undefined): string => (typeof cell === 'string' ? cell : '');
const maybe = (cell: Row[number] | undefined): string | null => (typeof cell === 'string' ? cell : null);
const listed = (json: string): readonly string[] => (json === '[]' ? [] : (JSON.parse(json) as string[])); // written through the contract's schema

export function modelOf(
  row: Row,
  columns: ReturnType<typeof columnsOf>,
  first: number,
  runs: ReturnType<typeof runsOf>,
  { moves, approvals, references }: Pick<GovernedModel, 'moves' | 'approvals' | 'references'>,
): GovernedModel {
  const id = text(row[0]);
  const fields: Record<string, unknown> = { name: 'x' };
  for (let at = 0; at < columns.length; at += 1) {
    const cell = row[first + at];
    const name = columns[at]?.name ?? '';
    fields[name] = name === 'tags' ? listed(text(cell)) : cell;
  }
  return {
    id,
    unit: text(row[1]),
    fields,
    facts: factsOf(runs.facts.of(id)),
    references,
    tier: (typeof row[2] === 'number' ? row[2] : null) as Tier | null, // as the contract wrote it
    nextReview: maybe(row[3]),
    moves,
    approvals,
    drift: driftOf(runs.drift.of(id)[0]),
    dependencies: made(runs.dependencies.of(id), toDependency),
    ownerChanges: [],
    evidence: made(runs.evidence.of(id), toEvidence),
    findings: made(runs.findings.of(id), toFinding),
    answers: made(runs.answers.of(id), toAnswer),
    incidentReports: made(runs.reports.of(id), toReport),
  };
}

/** Most models have none, and share it. */
const NONE: readonly never[] = [];
const NO_FACTS: GovernedModel['facts'] = {};
const made = <T>(rows: readonly Row[], make: (row: Row) => T): readonly T[] =>
  rows.length === 0 ? NONE : rows.map(make);

const factsOf = (rows: readonly Row[]): GovernedModel['facts'] =>
  rows.length === 0
    ? NO_FACTS
    : Object.fromEntries(rows.map((fact) => [text(fact[1]), JSON.parse(text(fact[2])) as unknown]));

const toDependency = (row: Row): GovernedModel['dependencies'][number] => ({
  from: text(row[1]),
  until: maybe(row[2]),
});

const toFinding = (row: Row): FindingRow => ({
  status: text(row[1]) as FindingRow['status'], // as the contract wrote it
  openedOn: text(row[2]),
  due: maybe(row[3]),
  closedOn: maybe(row[4]),
  acceptedUntil: maybe(row[5]),
});

const toAnswer = (row: Row): AnswerRow => ({
  pack: text(row[1]),
  question: text(row[2]),
  value: JSON.parse(text(row[3])) as AnswerRow['value'], // written through the contract's schema
  on: text(row[4]),
  by: text(row[5]),
});

const toReport = (row: Row): IncidentReportRow => ({
  pack: text(row[1]),
  clock: text(row[2]),
  class: text(row[3]),
  awareOn: text(row[4]),
  reportedOn: maybe(row[5]),
});

const toMove = (move: Row): GovernedModel['moves'][number] => ({
  to: text(move[1]) as Stage, // as the contract wrote it
  on: maybe(move[2]),
  recordedOn: text(move[3]),
  version: text(move[4]),
});
const toApproval = (approval: Row): GovernedModel['approvals'][number] => ({
  by: text(approval[1]),
  on: text(approval[2]),
});

/** @param row as the statement of evidence has it, the model first */
export const toEvidence = (row: Row): EvidenceRow => ({
  kind: text(row[1]),
  on: text(row[2]),
  validUntil: maybe(row[3]),
  by: text(row[4]),
  outcome: text(row[5]),
  covers: listed(text(row[6])),
});

function driftOf(row: Row | undefined): DriftDays {
  if (row === undefined) return NO_DRIFT;
  const [, firstDay, codes] = row;
  if (typeof firstDay !== 'number' || !(codes instanceof Uint8Array)) return NO_DRIFT;
  return {
    lastBy: (day) => {
      for (let place = codes.length - 1; place >= 0; place -= 1) {
        if (codes[place] === 0) continue;
        const on = isoDay(firstDay + place);
        if (on <= day) return on;
      }
      return null;
    },
    acts: () =>
      [...codes].flatMap((code, place) =>
        code !== VERDICT_CODES.nothing && verdictOfCode(code) === 'act' ? [isoDay(firstDay + place)] : [],
      ),
  };
}

/** Rows of evidence that name no model. */
export const organisationEvidence = (db: Database.Database): readonly EvidenceRow[] =>
  db
    .prepare<[], Row>(
      'SELECT model_id, kind, on_day, valid_until, by_whom, outcome, covers FROM evidence WHERE model_id IS NULL ORDER BY rowid',
    )
    .raw()
    .all()
    .map(toEvidence);

export const idsByTier = (db: Database.Database): IterableIterator<string> =>
  db
    .prepare<[], string>('SELECT id FROM models ORDER BY tier IS NULL, tier, name COLLATE NOCASE, id')
    .pluck()
    .iterate();

export interface OwnedModel {
  readonly id: string;
  readonly tier: Tier | null;
  readonly owner: string;
}

export function* ownedModels(db: Database.Database): Generator<OwnedModel> {
  const rows = db
    .prepare<[], [string, Tier | null, string]>(
      "SELECT id, tier, coalesce(nullif(business_owner, ''), technical_owner, '') FROM models",
    )
    .raw();
  for (const [id, tier, owner] of rows.iterate()) yield { id, tier, owner };
}
