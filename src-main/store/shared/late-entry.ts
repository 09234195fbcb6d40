import { changesOf } from '../journal/changes';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { lastEntry } from '../journal/journal';
import { addChange, entryHash, startChangesHash } from '../journal/journal-chain';
import type { JournalRow } from '../journal/tables';
import type { FactChange, FactTable } from '../tables';
import type { CentralEntry } from './central';
import { cellsOf } from './later';
import { replayEntry } from './replay';
import { forgetRow, renumberChanges, touchesSame, unlocked } from './sqlite/unlocked';

/** More of others' changes than these at once are not weighed one by one: the work is done again behind them. */
const MOST_WEIGHED = 20_000;

/** What an import decides by, beside the rows that it writes itself: names, identities, what was brought in before. */
const READ_BY_IMPORTS: ReadonlySet<FactTable> = new Set<FactTable>([
  'imports',
  'sources',
  'model_sources',
  'unit_aliases',
  'identity_answers',
  'merged_models',
  'presets',
  'versions',
  'moves',
  'portfolio',
  'drift_batches',
  'drift_rules',
  'drift_bands',
]);
const IDENTITY: readonly string[] = ['name', 'external_id', 'unit', 'stage', 'retired_at'];

/** A number that no entry has yet, for one whose own is not known before it is taken. */
const SET_ASIDE = 2 ** 40;

/**
 * A large entry that is written here and not committed, in front of which others' are put where both leave each other alone: an
 * import of minutes need not be done again because somebody corrected a tier.
 */
export class LateEntry {
  private number: number;
  private aside = false;
  /** The models that those are of which were put in front of it. */
  readonly modelIds = new Set<string>();

  /** @param own the entry, which is the last one */
  constructor(
    private readonly read: ReadHandle,
    private readonly own: JournalRow,
  ) {
    this.number = own.seq;
  }

  /** The newest entry that comes before it. */
  get after(): number {
    return this.number - 1;
  }

  /** @returns false: they touch each other, and the work is to be done again */
  async giveWay(others: readonly CentralEntry[], now: string): Promise<boolean> {
    if (others.length === 0) return true;
    if (!(await leaveEachOther(this.read, this.own, this.lies, others))) return false;
    if (!this.aside) await this.moveTo(SET_ASIDE);
    this.aside = true;
    for (const other of others)
      for (const id of (await replayEntry(this.read, other, now)).modelIds) this.modelIds.add(id);
    this.number += others.length;
    return true;
  }

  /** As it comes next. */
  async row(): Promise<Omit<JournalRow, 'hash'>> {
    const { own, number } = this;
    const moved = (seq: number | null): number | null => (seq === own.seq ? number : seq);
    const { hash: _hash, ...row } = own;
    const before = this.aside ? await lastEntry(this.read) : null;
    return {
      ...row,
      seq: number,
      ...{ undo_top: moved(own.undo_top), redo_top: moved(own.redo_top) },
      prev_hash: before?.hash ?? own.prev_hash,
    };
  }

  /** Stores it under its number, with the hash that follows from what is stored here. */
  async settle(row: Omit<JournalRow, 'hash'>): Promise<JournalRow> {
    if (!this.aside) return this.own;
    await this.moveTo(row.seq);
    this.aside = false;
    const digest = startChangesHash();
    for await (const { changes } of changesOf(this.read, row.seq))
      for (const change of changes) addChange(digest, change);
    const entry = { ...row, hash: entryHash(row, digest.digest('hex')) };
    await connectionOf(this.read).db.insertInto('journal').values(entry).execute();
    return entry;
  }

  private get lies(): number {
    return this.aside ? SET_ASIDE : this.own.seq;
  }

  private async moveTo(number: number): Promise<void> {
    const { sqlite } = connectionOf(this.read);
    await unlocked(sqlite, async () => {
      if (!this.aside) forgetRow(sqlite, this.own.seq);
      renumberChanges(sqlite, this.lies, number);
    });
  }
}

/** @param lies under which number its changes are stored */
async function leaveEachOther(
  read: ReadHandle,
  own: JournalRow,
  lies: number,
  others: readonly CentralEntry[],
): Promise<boolean> {
  if (own.kind !== 'do') return false;
  if (others.some(({ entry }) => entry.actor === own.actor)) return false;
  if (others.reduce((sum, { entry }) => sum + entry.changes, 0) > MOST_WEIGHED) return false;
  for (const { changes, payload } of others) {
    if ((await payload()) !== null) return false;
    for await (const page of changes)
      for (const change of page) if (bearsOnImports(change) || touchesOwn(read, lies, change)) return false;
  }
  return true;
}

function bearsOnImports({ entity, before, after }: FactChange): boolean {
  if (READ_BY_IMPORTS.has(entity)) return true;
  if (entity !== 'models') return false;
  if (before === null || after === null) return true;
  return Object.keys(cellsOf(after)).some((column) => IDENTITY.includes(column));
}

const touchesOwn = (read: ReadHandle, seq: number, { entity, entity_id, model_id }: FactChange): boolean =>
  touchesSame(connectionOf(read).sqlite, seq, { entity, id: entity_id, modelId: model_id });
