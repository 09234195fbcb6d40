import type { InventoryRow, PortfolioModel } from '#domain/identity/identity-types';
import type { SettledPairs } from '#domain/identity/settled-pairs';
import { type Brought, Settling, type Spoken } from '#domain/identity/settling';
import type { RowIdentities } from '../../../importers/inventory/plan-row';
import type { ReadHandle } from '../../../store/journal/handle';
import { livingModels, type PortfolioFacts } from './portfolio-models';

/** What has to be held to tell whose row each is: all of a short file and its portfolio; of a long one what is not settled. */
export interface Unsettled {
  readonly models: readonly PortfolioModel[];
  readonly rows: readonly InventoryRow[];
  readonly settled?: SettledPairs;
  /** Whose the settled rows are. */
  readonly known?: RowIdentities;
}

/** A long file and its portfolio, and what was said of them. */
export interface Unread {
  readonly facts: PortfolioFacts;
  readonly brought: Brought;
  readonly spoken: Spoken;
  /** Reads the file from its beginning. */
  readonly eachRow: (visit: (row: InventoryRow) => void) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Reads the portfolio, the file, and of the portfolio once more what the file leaves open. */
export async function readUnsettled(unread: Unread, read: ReadHandle): Promise<Unsettled> {
  const { facts, eachRow, signal } = unread;
  const settling = new Settling(unread.brought, unread.spoken, facts.living, structuredClone);
  for (const model of facts.gone) settling.addModel(model);
  const ids: string[] = [];
  for await (const block of livingModels(facts, read, signal)) {
    for (const model of block) {
      settling.addModel(model);
      ids.push(model.id);
    }
  }
  const rows = await openRows(settling, eachRow);
  const settled = settling.rows();
  const known: RowIdentities = {
    get: (row) => {
      const id = ids[settled.modelOf(row)];
      return id === undefined
        ? undefined
        : { is: 'model', id, agreesInUnit: settled.saysUnit(row), numberless: !settled.hasId(row) };
    },
  };
  const isAllSettled = rows.length === 0 && ids.every((_, place) => settling.isSettled(place));
  const models = isAllSettled ? [] : await openModels(settling, ids, unread, read);
  return { models: [...models, ...facts.gone], rows, settled: settling.pairs(), known };
}

/** The models that are not settled. */
async function openModels(
  settling: Settling,
  ids: readonly string[],
  { facts, signal }: Unread,
  read: ReadHandle,
): Promise<readonly PortfolioModel[]> {
  const models: PortfolioModel[] = [];
  let place = 0;
  for await (const block of livingModels(facts, read, signal)) {
    for (const model of block) {
      // Somebody else may have written meanwhile.
      while ((ids[place] ?? model.id) < model.id) place += 1;
      if (ids[place] === model.id && settling.isSettled(place)) settling.describe(model);
      else models.push(model);
    }
  }
  return models;
}

/** The rows that are not settled, in their order and in memory of their own. */
async function openRows(settling: Settling, eachRow: Unread['eachRow']): Promise<readonly InventoryRow[]> {
  const rows: InventoryRow[] = [];
  await eachRow((row) => {
    if (!settling.addRow(row)) rows.push(structuredClone(row));
  });
  const contested = settling.contested();
  if (contested.size === 0) return rows;
  await eachRow((row) => {
    if (!contested.has(row.row)) return;
    settling.takeBack(row);
    rows.push(structuredClone(row));
  });
  return rows.sort((a, b) => a.row - b.row);
}
