import type { Expression, SqlBool } from 'kysely';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import type { HeldModels } from '../models/held/held-models';
import { tierIn } from './held-counts';
import { countSharedIn, heldTroubles } from './held-troubles';
import { gravest } from './held-week';
import { listModelLines, type ModelLine } from './model-lines';
import {
  FLAGS,
  type Flag,
  flags,
  hasGoneWrong,
  isOneOf,
  type Models,
  type SharedTrouble,
  type TroubleQuery,
} from './trouble-flags';

/** More models than this that drifted or fell silent are counted, not listed. */
const MOST_LISTED = 500;

/** How many models share each of the troubles that many may have, by tier; those that are named anyway left out. */
async function countShared(read: ReadHandle, query: TroubleQuery): Promise<SharedTrouble[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .select((eb) => {
      const of = flags(eb, query);
      const count = (flag: Flag) => eb.fn.count<number>(eb.case().when(of[flag]).then(1).end()).as(flag);
      return ['models.tier' as const, ...FLAGS.map(count)];
    })
    .where((eb) => eb.not(hasGoneWrong(eb, query)))
    .groupBy('models.tier')
    .execute();
  return rows.flatMap((row) => FLAGS.map((flag) => ({ flag, tier: asTier(row.tier), count: row[flag] })));
}

const keyOf = (flag: Flag, tier: SharedTrouble['tier']): string =>
  flag === 'unmonitored' ? `${flag} ${tier ?? 'none'}` : flag;

export interface Troubled {
  readonly rows: readonly ModelLine[];
  /** All that have gone wrong, also those beyond the most that are listed. */
  readonly total: number;
  /** `unmonitored 1`, `overdue`, `waiting`, `stalled`: every model with that trouble is among the rows. */
  readonly complete: ReadonlySet<string>;
}

/** Keys of the troubles that at most `namedAtMost` models share. */
function fewOf(
  shared: readonly SharedTrouble[],
  namedAtMost: number,
): { readonly few: string[]; readonly had: string[] } {
  const sums = new Map<string, number>();
  for (const { flag, tier, count } of shared) {
    const key = keyOf(flag, tier);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  const few = [...sums].flatMap(([key, count]) => (count <= namedAtMost ? [key] : []));
  return { few, had: few.filter((key) => (sums.get(key) ?? 0) > 0) };
}

/**
 * Models with which something has gone wrong, the gravest health first; and of the troubles that many may share, those
 * models that share one with at most `namedAtMost` others.
 *
 * @param held the models in memory, where they are
 */
export async function listTroubledModels(
  read: ReadHandle,
  query: TroubleQuery,
  namedAtMost: number,
  held: HeldModels | null = null,
): Promise<Troubled> {
  if (held) return troubledIn(read, held, query, namedAtMost);
  const { few, had } = fewOf(await countShared(read, query), namedAtMost);
  const wanted = (eb: Models): Expression<SqlBool> => {
    const of = flags(eb, query);
    const single = had.map((key) => {
      const { flag, tier } = partsOf(key);
      if (tier === undefined) return of[flag];
      return eb.and([of[flag], tier === null ? eb('models.tier', 'is', null) : eb('models.tier', '=', tier)]);
    });
    return eb.or([hasGoneWrong(eb, query), ...single]);
  };
  const { total } = await tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(wanted)
    .executeTakeFirstOrThrow();
  const rows = await listModelLines(read, query, { where: wanted, order: 'gravest', limit: MOST_LISTED });
  return { total, complete: new Set(few), rows };
}

function partsOf(key: string): { readonly flag: Flag; readonly tier: number | null | undefined } {
  const [flag, tier] = key.split(' ') as [Flag, string | undefined]; // made by `keyOf`
  return { flag, tier: tier === undefined ? undefined : tier === 'none' ? null : Number(tier) };
}

async function troubledIn(
  read: ReadHandle,
  held: HeldModels,
  query: TroubleQuery,
  namedAtMost: number,
): Promise<Troubled> {
  const troubles = heldTroubles(held, query);
  const { few, had } = fewOf(countSharedIn(held, troubles), namedAtMost);
  const parts = had.map(partsOf);
  const wanted = held.order.filter(
    (slot) =>
      troubles.hasGoneWrong(slot) ||
      parts.some(({ flag, tier }) => troubles.has(flag, slot) && (tier === undefined || tier === tierIn(held, slot))),
  );
  const where = isOneOf(gravest(held, wanted, MOST_LISTED));
  const rows = await listModelLines(read, query, { where, order: 'gravest', limit: MOST_LISTED });
  return { total: wanted.length, complete: new Set(few), rows };
}
