import type { Kysely } from 'kysely';
import { wellFormed } from '#domain/base/well-formed';
import { chunks } from '../chunks';
import { storedFacts, unshare, wholeFacts } from '../imports/shared-values';
import { EMPTY_COLUMNS, type FactChange, type FactTable, type FactTables, type Tables } from '../tables';
import { connectionOf } from './connection';
import type { FactPatch, ReadHandle, WriteHandle } from './handle';
import { addChange, startChangesHash } from './journal-chain';
import { PendingChanges } from './pending-changes';
import { idsThere } from './sqlite/ids-there';
import { insertEach } from '../open/insert-each';
import { yieldToOthers } from './yield-to-others';

/** Rows for each INSERT: SQLite takes 32,766 parameters, the widest table has 38 columns. */
const ROWS_PER_STATEMENT = 200;
const IDS_PER_STATEMENT = 900;

const MOST_FRESH = 1_000;

type Row = Readonly<Record<string, unknown>>;

/** A stored row as the recorder sees it: any fact table has an id. */
type AnyFact = Row & { readonly id: string };

/**
 * A write handle that notes before and after of each row in `journal_changes`, in the caller's transaction. The caller
 * closes it with the journal entry, which needs the digest of what was noted.
 */
export class Recorder implements WriteHandle {
  private readonly db: Kysely<Tables>;
  private readonly pending: PendingChanges;
  private readonly hash = startChangesHash();
  private count = 0;
  /** The models that were inserted last, as long as they are as they were. */
  private readonly fresh = new Map<string, AnyFact>();
  readonly topics = new Set<FactTable>();
  readonly modelIds = new Set<string>();
  readonly settledModels = new Set<string>();
  /** Tables of which a row that belongs to no model was changed. */
  readonly portfolioWide = new Set<FactTable>();
  /** `models.tier` for a column that was changed, `models.*` for rows that came or went. */
  readonly touched = new Set<string>();

  constructor(
    /** Of the connection that is in the caller's transaction. */
    readonly read: ReadHandle,
    private readonly seq: number,
    readonly newId: () => string,
  ) {
    this.db = connectionOf(read).db;
    this.pending = new PendingChanges(read);
  }

  get changes(): number {
    return this.count;
  }

  async insert<T extends FactTable>(table: T, rows: readonly FactTables[T][]): Promise<void> {
    for (const chunk of chunks(rows, ROWS_PER_STATEMENT)) {
      const facts = chunk.map((row) => wellFormedRow(asRow(row)));
      this.insertRows(table, facts);
      for (const row of facts) await this.note(table, row.id, modelIdOf(table, row), null, imageOf(table, row));
      await yieldToOthers();
    }
  }

  async update<T extends FactTable>(table: T, ids: readonly string[], patch: FactPatch<T>): Promise<number> {
    const columns = wellFormedRow<Row>(patch);
    let changed = 0;
    for (const chunk of chunks(ids, IDS_PER_STATEMENT)) {
      const rows = await this.rowsOf(table, chunk);
      const concerned = rows.filter((row) => Object.keys(columns).some((column) => row[column] !== columns[column]));
      if (concerned.length === 0) continue;
      await this.updateRows(
        table,
        concerned.map((row) => row.id),
        columns,
      );
      for (const row of concerned) await this.noteDifference(table, row, columns);
      changed += concerned.length;
      await yieldToOthers();
    }
    return changed;
  }

  async remove(table: FactTable, ids: readonly string[]): Promise<number> {
    let removed = 0;
    for (const chunk of chunks(ids, IDS_PER_STATEMENT)) {
      const rows = await this.rowsOf(table, chunk);
      await this.removeRows(
        table,
        rows.map((row) => row.id),
      );
      for (const row of rows) await this.note(table, row.id, modelIdOf(table, row), imageOf(table, row), null);
      removed += rows.length;
      await yieldToOthers();
    }
    return removed;
  }

  /** Turns recorded changes back, in the order given: what they inserted goes, what they removed returns. */
  async reverse(changes: readonly FactChange[]): Promise<void> {
    for (const alike of runsAlike(changes)) {
      const run = this.stillThere(alike);
      const [first] = run;
      if (!first) continue;
      if (first.before === null)
        await this.removeRows(
          first.entity,
          run.map((change) => change.entity_id),
        );
      else if (first.after === null) this.insertRows(first.entity, run.map(rowBefore));
      else for (const change of run) await this.updateBack(change);
      for (const change of run)
        await this.noteText(change.entity, change.entity_id, change.model_id, change.after, change.before);
      await yieldToOthers();
    }
  }

  /**
   * Of an import that is taken back rows may have gone since by another hand: there is nothing to turn back of them, and a change
   * that was noted all the same would bring them back when it is undone.
   */
  private stillThere(run: readonly FactChange[]): readonly FactChange[] {
    const [first] = run;
    if (!first || first.after === null) return run;
    const there = idsThere(
      connectionOf(this.read).sqlite,
      first.entity,
      run.map(({ entity_id }) => entity_id),
    );
    return there.size === run.length ? run : run.filter(({ entity_id }) => there.has(entity_id));
  }

  /** Writes what is still pending and answers the digest of all changes. */
  async finish(): Promise<string> {
    await this.pending.finish();
    return this.hash.digest('hex');
  }

  /** The union of the fact tables has no common query type; what is used here is only that each row has an `id`. */
  private get facts(): Kysely<Record<FactTable, AnyFact>> {
    return this.db as unknown as Kysely<Record<FactTable, AnyFact>>;
  }

  private async rowsOf(table: FactTable, ids: readonly string[]): Promise<readonly AnyFact[]> {
    const rows = await this.facts
      .selectFrom(table)
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    return wholeFacts(this.read, table, rows.map(asRow));
  }

  private insertRows(table: FactTable, rows: readonly AnyFact[]): void {
    if (table === 'models') {
      if (this.fresh.size > MOST_FRESH) this.fresh.clear();
      for (const row of rows) this.fresh.set(row.id, row);
    }
    insertEach(connectionOf(this.read).sqlite, table, storedFacts(this.read, table, rows, this.fresh));
  }

  private async updateRows(table: FactTable, ids: readonly string[], columns: Row): Promise<void> {
    unshare(this.read, table, ids, new Set(Object.keys(columns)));
    if (table === 'models') this.fresh.clear();
    await this.facts
      .updateTable(table)
      .set(columns)
      .where('id', 'in', [...ids])
      .execute();
  }

  private async removeRows(table: FactTable, ids: readonly string[]): Promise<void> {
    unshare(this.read, table, ids, 'all');
    if (table === 'models') this.fresh.clear();
    await this.facts
      .deleteFrom(table)
      .where('id', 'in', [...ids])
      .execute();
  }

  private async noteDifference(table: FactTable, row: AnyFact, columns: Row): Promise<void> {
    const names = Object.keys(columns).filter((column) => row[column] !== columns[column]);
    for (const name of names) this.touched.add(`${table}.${name}`);
    const pick = (source: Row): Row => Object.fromEntries(names.map((name) => [name, source[name]]));
    // What is hung on a model concerns it from then on.
    const before = modelIdOf(table, row);
    const modelId = modelIdOf(table, { ...row, ...pick(columns) }) ?? before;
    if (before !== null) this.modelIds.add(before);
    await this.note(table, row.id, modelId, pick(row), pick(columns));
  }

  private async updateBack({ entity, entity_id: id, before }: FactChange): Promise<void> {
    const columns = parseRow(before);
    for (const name of Object.keys(columns)) this.touched.add(`${entity}.${name}`);
    if (typeof columns.model_id === 'string') this.modelIds.add(columns.model_id);
    await this.updateRows(entity, [id], columns);
  }

  private note(
    table: FactTable,
    id: string,
    modelId: string | null,
    before: Row | null,
    after: Row | null,
  ): Promise<void> {
    return this.noteText(table, id, modelId, before && JSON.stringify(before), after && JSON.stringify(after));
  }

  private async noteText(
    entity: FactTable,
    id: string,
    modelId: string | null,
    before: string | null,
    after: string | null,
  ): Promise<void> {
    const change: FactChange = {
      seq: this.seq,
      ord: this.count,
      entity,
      entity_id: id,
      model_id: modelId,
      before,
      after,
    };
    this.count += 1;
    if (before === null || after === null) this.touched.add(`${entity}.*`);
    this.topics.add(entity);
    if (modelId === null) this.portfolioWide.add(entity);
    else this.modelIds.add(modelId);
    addChange(this.hash, change);
    await this.pending.add(change);
  }
}

/** Texts as the file gives them back: here every fact passes, whoever brings it. */
function wellFormedRow<T extends Row>(row: T): T {
  let mended: Record<string, unknown> | null = null;
  for (const column in row) {
    const value = row[column];
    if (typeof value !== 'string') continue;
    const whole = wellFormed(value);
    if (whole === value) continue;
    mended ??= { ...row };
    mended[column] = whole;
  }
  return (mended ?? row) as T; // the same columns
}

/** Fact rows are plain objects of column values. */
const asRow = (row: object): AnyFact => row as AnyFact;

/** A whole row for the journal, without the columns that are as in any new row. */
function imageOf(table: FactTable, row: AnyFact): Row {
  const empty: Row = EMPTY_COLUMNS[table];
  return Object.fromEntries(
    Object.entries(row).filter(([column, value]) => !(column in empty) || empty[column] !== value),
  );
}

const rowBefore = (change: FactChange): AnyFact => ({
  ...EMPTY_COLUMNS[change.entity],
  ...parseRow(change.before),
  id: change.entity_id,
});

function modelIdOf(table: FactTable, row: AnyFact): string | null {
  if (table === 'models') return row.id;
  return typeof row.model_id === 'string' ? row.model_id : null;
}

/** Neighbours that concern one table in the same way, at most as many as one statement takes. */
function* runsAlike(changes: readonly FactChange[]): Generator<readonly FactChange[]> {
  let run: FactChange[] = [];
  const shape = (change: FactChange): string => `${change.entity} ${change.before === null} ${change.after === null}`;
  for (const change of changes) {
    const [first] = run;
    if (first && (shape(first) !== shape(change) || run.length >= ROWS_PER_STATEMENT)) {
      yield run;
      run = [];
    }
    run.push(change);
  }
  if (run.length > 0) yield run;
}

/** Only this program wrote the text, and the hash chain proves that it still is what was written. */
const parseRow = (text: string | null): Row => JSON.parse(text ?? '{}') as Row;
