import { isInProduction } from '#domain/models/lifecycle';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { Store } from '../store';
import type { PortfolioRow } from './tables';

const ID = 'portfolio';

export async function findPortfolio(read: ReadHandle): Promise<PortfolioRow | null> {
  return (await tables(read).selectFrom('portfolio').selectAll().executeTakeFirst()) ?? null;
}

export async function getPortfolio(read: ReadHandle): Promise<PortfolioRow> {
  return tables(read).selectFrom('portfolio').selectAll().executeTakeFirstOrThrow();
}

export interface NewPortfolio {
  readonly name: string;
  readonly currency: string;
  readonly actor: string;
  readonly at: string;
}

/** The only row of a birth has its id already. */
const noIds = (): string => {
  throw new Error('a new portfolio holds nothing that needs an id of its own');
};

export async function insertPortfolio(store: Store, portfolio: NewPortfolio): Promise<void> {
  const { name, currency, actor, at } = portfolio;
  await store.write({ channel: 'workspace.create', actor, at, newId: noIds }, async (write) => {
    await write.insert('portfolio', [{ id: ID, name, currency, created_at: at, settings: '{}' }]);
    return { label: `Create portfolio “${name}”`, value: undefined, kind: { kind: 'start' } };
  });
}

export async function countModels(
  read: ReadHandle,
): Promise<{ readonly models: number; readonly inProduction: number }> {
  const rows = await tables(read)
    .selectFrom('models')
    .select((eb) => ['stage', eb.fn.countAll<number>().as('n')])
    .groupBy('stage')
    .execute();
  return {
    models: rows.reduce((sum, row) => sum + row.n, 0),
    inProduction: rows.reduce((sum, row) => sum + (isInProduction(row.stage) ? row.n : 0), 0),
  };
}

export async function countInAct(read: ReadHandle): Promise<number> {
  const { n } = await tables(read)
    .selectFrom('drift_models')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('health', '=', 'act')
    .executeTakeFirstOrThrow();
  return n;
}
