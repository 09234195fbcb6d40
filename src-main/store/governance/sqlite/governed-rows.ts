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
import { MODEL_FIELDS, STATED_NAMES, type StatedName } from '#domain/models/model-fields';
import type { Stage, Tier } from '#domain/vocabulary';
import { parseReferences } from '../../models/cells';

/** Everything that JavaScript trims, so that a blank answer is none here either. */
const BLANK = `char(9,10,11,12,13,32,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288,65279)`;
type Cell = string | number | null;
type Row = readonly (Cell | Uint8Array)[];

/** Of rows in the order of their models: those of one model after another. */
class Run {
  private ahead: Row | undefined;
  private readonly rows: IterableIterator<Row> | null;

  constructor(db: Database.Database, sql: string, few: string | null) {
    const text = sql.replace('$THESE', few === null ? '' : 'AND model_id IN (SELECT value FROM json_each(?))');
    const statement = db.prepare<unknown[], Row>(text).raw();
    this.rows = few === null ? statement.iterate() : statement.iterate(few);
    this.ahead = this.next();
  }

  /** Models are asked for in order; what lies before the one that is asked for belongs to none. */
  of(id: string): readonly Row[] {
    while (this.ahead !== undefined && compare(String(this.ahead[0]), id) < 0) this.ahead = this.next();
    if (this.ahead === undefined || this.ahead[0] !== id) return NO_ROWS;
    const found: Row[] = [];
    while (this.ahead !== undefined && this.ahead[0] === id) {
      found.push(this.ahead);
      this.ahead = this.next();
    }
    return found;
  }

  end(): void {
    this.rows?.return?.();
  }

  private next(): Row | undefined {
    const step = this.rows?.next();
    return step === undefined || step.done === true ? undefined : step.value;
  }
}

const NO_ROWS: readonly Row[] = [];

/** Ids are compared as SQLite does it: by their bytes. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return isAscii(a) && isAscii(b) ? (a < b ? -1 : 1) : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

const isStated = (name: string): name is StatedName => STATED_NAMES.some((one) => one === name);

/** Which columns hold what is asked for: values as they lie there, or `x` in place of an answer that is only there or not. */
function columnsOf(needs: PackNeeds): readonly { readonly name: string; readonly sql: string }[] {
  const values = new Set([...needs.values, ...(needs.asks.has('developer') ? ['developer', 'technicalOwner'] : [])]);
  return [...new Set([...values, ...needs.answered])].filter(isStated).map((name) => {
    const { column, kind } = MODEL_FIELDS[name];
    const isText = kind === 'line' || kind === 'text';
    const answered = `CASE WHEN trim(${column}, ${BLANK}) NOT IN ('', 'unknown') THEN 'x' END`;
    return { name, sql: values.has(name) || !isText ? column : answered };
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
  const runs = runsOf(db, needs, few);
  try {
    for (const row of few === null ? models.iterate() : models.iterate(few))
      yield modelOf(row, columns, heads.length, runs);
  } finally {
    for (const run of Object.values(runs)) run.end();
  }
}

function runsOf(db: Database.Database, needs: PackNeeds, few: string | null) {
  const run = (sql: string): Run => new Run(db, sql, few);
  const none = (sql: string, wanted: boolean): Run => run(wanted ? sql : sql.replace('$THESE', 'AND 0 $THESE'));
  const { asks } = needs;
  return {
    moves: run(
      'SELECT model_id, to_stage, substr(at, 1, 10), substr(recorded_at, 1, 10), version FROM moves WHERE 1 $THESE ORDER BY model_id, ord',
    ),
    approvals: run(
      'SELECT model_id, approved_by, substr(at, 1, 10) FROM approvals WHERE 1 $THESE ORDER BY model_id, rowid',
    ),
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

function modelOf(
  row: Row,
  columns: ReturnType<typeof columnsOf>,
  first: number,
  runs: ReturnType<typeof runsOf>,
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
    facts: Object.fromEntries(runs.facts.of(id).map((fact) => [text(fact[1]), JSON.parse(text(fact[2])) as unknown])),
    references: row[4] === '[]' ? [] : parseReferences(text(row[4])),
    tier: (typeof row[2] === 'number' ? row[2] : null) as Tier | null, // as the contract wrote it
    nextReview: maybe(row[3]),
    moves: runs.moves.of(id).map((move) => ({
      to: text(move[1]) as Stage, // as the contract wrote it
      on: maybe(move[2]),
      recordedOn: text(move[3]),
      version: text(move[4]),
    })),
    approvals: runs.approvals.of(id).map((approval) => ({ by: text(approval[1]), on: text(approval[2]) })),
    drift: driftOf(runs.drift.of(id)[0]),
    dependencies: runs.dependencies.of(id).map((one) => ({ from: text(one[1]), until: maybe(one[2]) })),
    ownerChanges: [],
    evidence: runs.evidence.of(id).map(toEvidence),
    findings: runs.findings.of(id).map(
      (finding): FindingRow => ({
        status: text(finding[1]) as FindingRow['status'], // as the contract wrote it
        openedOn: text(finding[2]),
        due: maybe(finding[3]),
        closedOn: maybe(finding[4]),
        acceptedUntil: maybe(finding[5]),
      }),
    ),
    answers: runs.answers.of(id).map(
      (answer): AnswerRow => ({
        pack: text(answer[1]),
        question: text(answer[2]),
        value: JSON.parse(text(answer[3])) as AnswerRow['value'], // written through the contract's schema
        on: text(answer[4]),
        by: text(answer[5]),
      }),
    ),
    incidentReports: runs.reports.of(id).map(
      (report): IncidentReportRow => ({
        pack: text(report[1]),
        clock: text(report[2]),
        class: text(report[3]),
        awareOn: text(report[4]),
        reportedOn: maybe(report[5]),
      }),
    ),
  };
}

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
