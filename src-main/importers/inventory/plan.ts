import type { Mapping } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import { changeGroupOf, type RowChanges } from '#domain/models/history/change-group';
import { type FirstDays, firstBelievableDays } from '#domain/models/plausible-dates';
import { ProblemTally } from '../problem-tally';
import { breathe, throwIfCancelled } from '../tabular/failures';
import { rowBlocks } from '../tabular/sample-table';
import type { OpenTable, Pass, Table, TablePart } from '../tabular/table';
import { compileMapping } from './compile-mapping';
import { createMatcher } from './match-rows';
import type { FieldRules } from './merge-fields';
import { type PlanContext, planRow, type RowIdentities, tellsStage } from './plan-row';
import type { ExistingModel, FindModels, InventoryPlan, PlannedRow } from './plan-types';
import { createRowReader, type RowReading } from './read-row';
import { stageMissing } from './row-problems';

export interface PlanRequest {
  /** Held as a whole, or read as it is planned. */
  readonly table: Table | OpenTable;
  readonly mapping: Mapping;
  /** ISO code of the portfolio's currency. */
  readonly currency: string;
  /** ISO instant; lifecycle dates behind its day are refused. */
  readonly now: string;
  /** Models that rows find by their keys, where it is not known whose each is; left out: there are none. */
  readonly existing?: readonly ExistingModel[];
  /** Whose row each is, by its number, and the way to the models that rows are. */
  readonly identified?: IdentifiedRows | null;
  /** What else is to be said of the file, beside what its rows say. */
  readonly notes?: readonly Problem[];
  /** Earlier days are asked about; left out: those before 1995. */
  readonly first?: FirstDays;
  /** Who is right about a field (`unit`) or a kind of contradiction (`move.date`), where somebody has said. */
  readonly rules?: FieldRules;
  /** Rows as they were read before by the very same rules, by their numbers; filled up as they are read. */
  readonly readings?: Map<number, RowReading>;
  /** Takes the planned rows of each block, and is waited for; they need not be kept then. */
  readonly take?: (rows: readonly PlannedRow[], models: ReadonlyMap<string, ExistingModel>) => Promise<void>;
  /** How many planned rows are kept; all where it is left out. */
  readonly keep?: number;
  /** How many further rows are kept of those that change a model, or do not agree with it. */
  readonly keepTold?: number;
  /** Given each row besides. */
  readonly also?: (cells: readonly string[]) => void;
  readonly signal?: AbortSignal;
  /** In rows of a table that is held, in bytes of one that is not. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface IdentifiedRows {
  readonly rows: RowIdentities;
  readonly find: FindModels;
}

type Differences = Writable<Pick<InventoryPlan, 'moves' | 'values' | 'changes' | 'duties'>>;
type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };

/** What an import would do, row by row, without doing it. Lets other work pass every thousand rows. */
export async function planInventory(request: PlanRequest): Promise<InventoryPlan> {
  const { table, mapping, signal, keep = Number.POSITIVE_INFINITY, keepTold = 0, existing = [], identified } = request;
  throwIfCancelled(signal);
  const compiled = compileMapping(table, mapping);
  const [ofFile, ofTable, ofRows] = [new ProblemTally(), new ProblemTally(), new ProblemTally()];
  const distrusted = new Set<number>();
  const known = new Map(existing.map((model) => [model.id, model]));
  const context: PlanContext = {
    mapping: compiled,
    duplicates: mapping.duplicates,
    matcher: createMatcher(compiled.key, mapping.externalSystem, existing),
    identities: null,
    distrusted,
    report: (problem) => ofRows.add(problem),
    rules: request.rules ?? (() => undefined),
    brief: false,
    seen: new Map(),
    repeated: new Map(),
  };
  const readAnew = createRowReader(compiled, {
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal,
    currency: request.currency,
    today: request.now.slice(0, 10),
    externalSystem: mapping.externalSystem,
    first: request.first ?? firstBelievableDays([]),
    believe: mapping.believe ?? [],
  });
  const { readings } = request;
  const isHeld = 'rowNumbers' in table;
  const readRow = (number: number, cells: readonly string[]): RowReading => {
    const reading = readings?.get(number) ?? readAnew(number, cells);
    readings?.set(number, reading);
    return reading;
  };
  const rows: PlannedRow[] = [];
  const parts: TablePart[] = [];
  let told = 0;
  const differences: Differences = {
    duties: 0,
    moves: { added: 0, kept: 0, contradicted: 0 },
    values: { changed: 0, kept: 0, contradicted: 0 },
    changes: { contradicted: 0, moved: 0, retired: 0, dated: 0, values: 0, unchanged: 0 },
  };
  const counts = { create: 0, update: 0, unchanged: 0, refuse: 0, wait: 0 };
  const pass: Pass = {
    signal,
    onProgress: request.onProgress,
    part: (part) => parts.push(part),
    report: (problem) => {
      ofTable.add(problem);
      if (problem.effect === 'row_refused') distrusted.add(problem.row);
    },
  };
  for await (const block of rowBlocks(table, pass)) {
    const taken: PlannedRow[] = [];
    const models = identified ? await modelsOf(block.numbers, identified) : known;
    context.identities = identified ? { rows: identified.rows, models } : null;
    block.rows.forEach((cells, index) => {
      request.also?.(cells);
      context.brief = rows.length >= keep && !request.take;
      const planned = planRow(readRow(block.numbers[index] ?? 0, cells), context);
      counts[planned.action] += 1;
      if (planned.action !== 'refuse' && planned.action !== 'wait') differences.duties += planned.duties.length;
      tallyRow(differences, planned, models);
      if (request.take) taken.push(planned);
      const further = rows.length >= keep && isTold(planned) && told < keepTold;
      if (further) told += 1;
      // Of a few that are shown copies are kept: see `sampleTable`.
      if (rows.length < keep || further)
        rows.push(request.keep === undefined || isHeld ? planned : structuredClone(planned));
    });
    await request.take?.(taken, models);
    await breathe(signal);
  }
  for (const problem of [...compiled.problems, ...(request.notes ?? [])]) ofFile.add(problem);
  if (counts.create > 0 && !tellsStage(compiled)) ofFile.add(stageMissing(0, '', ''));
  return {
    rows,
    rowsRead: counts.create + counts.update + counts.unchanged + counts.refuse + counts.wait,
    ...problemsOf(ofFile, ofTable, ofRows),
    parts: 'parts' in table ? table.parts : parts,
    creates: counts.create,
    updates: counts.update,
    unchanged: counts.unchanged,
    rejected: counts.refuse,
    waiting: counts.wait,
    ...differences,
  };
}

/** The models that rows are, by their ids. */
function modelsOf(
  numbers: readonly number[],
  { rows, find }: IdentifiedRows,
): Promise<ReadonlyMap<string, ExistingModel>> {
  return find(
    numbers.flatMap((number) => {
      const identity = rows.get(number);
      return identity?.is === 'model' ? identity.id : [];
    }),
  );
}

function problemsOf(
  ...tallies: readonly [ProblemTally, ProblemTally, ProblemTally]
): Pick<InventoryPlan, 'problems' | 'problemsTotal' | 'problemsByCode'> {
  const [ofFile, ofTable, ofRows] = tallies;
  const all = new ProblemTally();
  const total = tallies.reduce((sum, tally) => sum + tally.total, 0);
  for (const tally of tallies) all.join(tally);
  return {
    problems: [...ofFile.kept, ...ofTable.kept, ...ofRows.kept.toSorted((a, b) => a.row - b.row)],
    problemsTotal: total,
    problemsByCode: all.byCode(),
  };
}

/** Counts what a row adds to what we hold, and what of it contradicts. */
function tallyRow(
  { moves, values, changes }: Differences,
  planned: PlannedRow,
  models: ReadonlyMap<string, ExistingModel>,
): void {
  const { history, differences } = planned;
  if (history) {
    moves.added += history.added.length + history.refined.length;
    moves.kept += history.kept;
    moves.contradicted += history.contradicted.length;
  }
  for (const { decision } of differences) {
    if (decision === 'file') values.changed += 1;
    else if (decision === 'ours') values.kept += 1;
    else values.contradicted += 1;
  }
  const model = models.get(planned.modelId ?? '');
  const group = model ? changeGroupOf(changesOf(planned, model)) : null;
  if (group === null) return;
  changes[group] += 1;
  if (planned.action === 'unchanged') changes.unchanged += 1;
}

function changesOf({ action, differences, history, declined }: PlannedRow, model: ExistingModel): RowChanges {
  const contradicted = history?.contradicted ?? [];
  const told = declined ?? history;
  const refined = new Map(told?.refined.map((move) => [move.id, move]));
  return {
    isUpdate: action === 'update',
    asks: [...differences, ...contradicted].some(({ decision }) => decision === 'ask'),
    isHeldBack: declined !== null || differences.some(({ decision }) => decision === 'ours'),
    moves: [
      ...(told?.added ?? []).map(({ to }) => ({ to, isNew: true })),
      ...model.moves.filter(({ id }) => refined.has(id)).map(({ to }) => ({ to, isNew: false })),
    ],
    contradicts: contradicted.length > 0,
    stageNow: model.moves.at(-1)?.to ?? null,
  };
}

/** Whether a row changes what we hold, or does not agree with it. */
const isTold = (row: PlannedRow): boolean =>
  row.action === 'update' ||
  row.action === 'wait' ||
  row.differences.length > 0 ||
  (row.history?.contradicted.length ?? 0) > 0;
