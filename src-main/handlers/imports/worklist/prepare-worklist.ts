import type { WorklistPreview } from '#contract/governance/import-worklist';
import type { ImportRequest } from '#contract/imports/imports';
import type { QuestionOf } from '#domain/governance/worklist/places';
import { type FilledRow, isBlank, type ReadAnswer, readAnswer } from '#domain/governance/worklist/read-answer';
import { isWorkList, WORK_LIST_HEADS } from '#domain/governance/worklist/work-list-heads';
import type { Decision } from '#domain/models/history/told';
import { DomainError } from '../../../failure/domain-error';
import { ProblemTally } from '../../../importers/problem-tally';
import { readTable } from '../../../importers/tabular/read-table';
import { readOptions, type Table } from '../../../importers/tabular/table';
import type { Job } from '../../../jobs/job-list';
import { lastEntry } from '../../../store/journal/journal';
import { listKnownModels } from '../../../store/models/models';
import type { QueryContext } from '../../context';
import type { ImportCounts } from '../kind';
import { type Before, beforeOf, type Held, readHeld } from './before';

type Line = WorklistPreview['lines'][number];

export interface PlannedAnswer
  extends Pick<Line, 'row' | 'modelId' | 'model' | 'what' | 'place' | 'state' | 'decision'> {
  readonly read: ReadAnswer;
  readonly before: Before;
}

export interface PreparedWorklist {
  readonly request: ImportRequest;
  readonly table: Table;
  readonly dateOrder: ImportRequest['dateOrder'] | null;
  readonly planned: readonly PlannedAnswer[];
  readonly held: Held;
  readonly blank: number;
  readonly problems: ProblemTally;
  readonly counts: ImportCounts;
  /** The journal entry that the plan was made on: it holds for no later state. */
  readonly seq: number;
}

/** A row that somebody filled in, before it is known of which model it is. */
interface TableRow extends FilledRow {
  readonly row: number;
  readonly identifier: string;
  readonly model: string;
  readonly unit: string;
  readonly what: string;
}

/** Reads a filled-in work list and works out what would become of each row; writes nothing. */
export async function prepareWorklist(
  request: ImportRequest,
  context: QueryContext,
  job: Job,
): Promise<PreparedWorklist> {
  const table = await readTable(
    context.files.resolve(request.file),
    readOptions(request, job.signal, (done, total) => job.progress('Reading the file', done, total)),
    context.readers.openTable,
  );
  if (!isWorkList(table.labels))
    throw new DomainError(
      'invalid_input',
      `${table.fileName} is no work list: the columns Place, Answer, Identifier and What is asked for are needed. Export one from Governance, and fill it in.`,
    );
  const seq = (await lastEntry(context.read))?.seq ?? 0;
  const rows = rowsOf(table);
  const filled = rows.filter((row) => !isBlank(row));
  const problems = new ProblemTally();
  for (const problem of table.problems) problems.add(problem);
  const found = await findModels(filled, context, problems);
  const questions = await readQuestions(filled, found, context);
  const held = await readHeld(
    context.read,
    [...new Set([...found.values()].flatMap((id) => id ?? []))],
    questions.asked,
  );
  const mapping = request.mapping;
  const dateOrder =
    (mapping && 'kind' in mapping && mapping.kind === 'worklist' ? mapping.dateOrder : null) ??
    request.dateOrder ??
    null;
  const planned = planRows(filled, {
    found,
    held,
    problems,
    request,
    dateOrder,
    questionOf: questions.of,
    today: context.now.slice(0, 10),
  });
  const count = (...states: readonly Line['state'][]): number =>
    planned.filter(({ state }) => states.includes(state)).length;
  return {
    request,
    table,
    dateOrder,
    planned,
    held,
    blank: rows.length - filled.length,
    problems,
    counts: {
      created: count('added'),
      updated: count('changed'),
      unchanged: count('unchanged', 'contradicted', 'kept'),
      rejected: problems.refused,
    },
    seq,
  };
}

function rowsOf({ rows, rowNumbers, labels }: Table): readonly TableRow[] {
  const at = new Map(labels.map((label, place) => [label, place]));
  return rows.map((cells, index) => {
    const cell = (name: keyof typeof WORK_LIST_HEADS): string =>
      (cells[at.get(WORK_LIST_HEADS[name]) ?? -1] ?? '').trim();
    return {
      row: rowNumbers[index] ?? 0,
      identifier: cell('identifier'),
      model: cell('model'),
      unit: cell('unit'),
      what: cell('what'),
      place: cell('place'),
      covers: cell('covers'),
      answer: cell('answer'),
      day: cell('day'),
      by: cell('by'),
      validUntil: cell('validUntil'),
      outcome: cell('outcome'),
      link: cell('link'),
    };
  });
}

/** Of each row its model; `null`: of the organisation. Rows of none are refused and not in it. */
async function findModels(
  rows: readonly TableRow[],
  { read }: QueryContext,
  problems: ProblemTally,
): Promise<ReadonlyMap<number, string | null>> {
  const models = await listKnownModels(read);
  const ids = new Set(models.map(({ id }) => id));
  const found = new Map<number, string | null>();
  for (const row of rows) {
    const refuse = (column: string, code: string, message: string): void =>
      problems.add({ row: row.row, column, code, message, value: row.identifier || row.model, effect: 'row_refused' });
    if (
      row.place.startsWith('organisation:') ||
      (row.identifier === '' && row.place !== '' && row.model === 'The organisation')
    )
      found.set(row.row, null);
    else if (row.identifier !== '') {
      if (ids.has(row.identifier)) found.set(row.row, row.identifier);
      else
        refuse(
          WORK_LIST_HEADS.identifier,
          'unknown_model',
          `No model has the identifier ${row.identifier}. It is not in this portfolio, or not any more.`,
        );
    } else {
      const named = models.filter(({ name, unit }) => name === row.model && (row.unit === '' || unit === row.unit));
      const [only] = named;
      if (named.length === 1 && only) found.set(row.row, only.id);
      else
        refuse(
          WORK_LIST_HEADS.model,
          named.length === 0 ? 'unknown_model' : 'ambiguous_model',
          named.length === 0
            ? `No model is called “${row.model}”. Take the column Identifier as it was exported.`
            : `${named.length} models are called “${row.model}”. Take the column Identifier as it was exported.`,
        );
    }
  }
  return found;
}

interface Questions {
  readonly of: QuestionOf;
  readonly asked: ReadonlyMap<string, readonly string[]>;
}

/** The questions that rows answer, as their texts ask them. */
async function readQuestions(
  rows: readonly TableRow[],
  found: ReadonlyMap<number, string | null>,
  context: QueryContext,
): Promise<Questions> {
  const asked = new Map<string, string[]>();
  const anyOf = new Map<string, string>();
  for (const { row, place } of rows) {
    const [room, pack = '', question = ''] = place.split(':');
    const modelId = found.get(row);
    if (room !== 'question' || typeof modelId !== 'string') continue;
    asked.set(pack, [...(asked.get(pack) ?? []), question]);
    anyOf.set(pack, modelId);
  }
  const known = new Map<string, ReturnType<QuestionOf>>();
  for (const [pack, modelId] of anyOf) {
    const { questions } = await context.ask('governance.model', { modelId, pack }).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'not_found') return { questions: [] };
      throw error;
    });
    for (const question of questions) known.set(`${pack}:${question.id}`, question);
  }
  return { of: (pack, question) => known.get(`${pack}:${question}`), asked };
}

interface Planning {
  readonly found: ReadonlyMap<number, string | null>;
  readonly held: Held;
  readonly problems: ProblemTally;
  readonly request: ImportRequest;
  readonly dateOrder: ImportRequest['dateOrder'] | null;
  readonly questionOf: QuestionOf;
  readonly today: string;
}

function planRows(rows: readonly TableRow[], planning: Planning): readonly PlannedAnswer[] {
  const { found, held, problems, request, dateOrder, questionOf, today } = planning;
  const said = new Map<string, { readonly words: string; readonly row: number }>();
  return rows.flatMap((row) => {
    const modelId = found.get(row.row);
    if (modelId === undefined) return [];
    const refuse = (column: string, code: string, message: string, value: string): readonly PlannedAnswer[] => {
      problems.add({ row: row.row, column, code, message, value, effect: 'row_refused' });
      return [];
    };
    const read = readAnswer(row, { dateOrder: dateOrder ?? null, today, questionOf, isOfModel: modelId !== null });
    if (!read.ok) return refuse(read.column, read.code, read.message, cellOf(row, read.column));
    const key = `${modelId} ${row.place}${read.value.room === 'evidence' ? ` ${read.value.words} ${row.covers}` : ''}`;
    const before = said.get(key);
    if (before !== undefined) {
      if (before.words === read.value.words) return [];
      return refuse(
        WORK_LIST_HEADS.answer,
        'said_twice',
        `Row ${before.row} says “${before.words}” of the same. Leave one of them out.`,
        row.answer,
      );
    }
    said.set(key, { words: read.value.words, row: row.row });
    const held_ = beforeOf(read.value, modelId, held, questionOf);
    const decision = decisionOf(request, modelId, row.place);
    return [
      {
        row: row.row,
        modelId,
        model: held.models.get(modelId ?? '')?.name ?? row.model,
        what: row.what,
        place: row.place,
        state: stateOf(held_, decision),
        decision,
        read: read.value,
        before: held_,
      },
    ];
  });
}

const cellOf = (row: TableRow, column: string): string =>
  ({
    Place: row.place,
    Answer: row.answer,
    Day: row.day,
    By: row.by,
    'Valid until': row.validUntil,
    Outcome: row.outcome,
    Link: row.link,
  })[column] ?? '';

function stateOf({ same, words }: Before, decision: Decision): Line['state'] {
  if (same) return 'unchanged';
  if (words === '') return 'added';
  return decision === 'file' ? 'changed' : decision === 'ours' ? 'kept' : 'contradicted';
}

/** What somebody said of this row, else of all rows of its place, else of all; nobody: it is asked. */
const decisionOf = ({ decisions, rules }: ImportRequest, modelId: string | null, place: string): Decision =>
  decisions.find((one) => one.modelId === modelId && one.field === place)?.decision ??
  rules.find(({ field }) => field === place)?.decision ??
  rules.find(({ field }) => field === '*')?.decision ??
  'ask';
