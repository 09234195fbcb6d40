import type { Expression, SqlBool } from 'kysely';
import type { Tier } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import { listModelLines, type ModelLine } from './model-lines';
import { FLAGS, type Flag, flags, hasGoneWrong, type Models, type TroubleQuery } from './trouble-flags';

/** More models than this that drifted or fell silent are counted, not listed. */
const MOST_LISTED = 500;

export interface SharedTrouble {
  readonly flag: Flag;
  readonly tier: Tier | null;
  /** Models of which nothing has gone wrong beyond what they share. */
  readonly count: number;
}

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

const keyOf = (flag: Flag, tier: Tier | null): string => (flag === 'unmonitored' ? `${flag} ${tier ?? 'none'}` : flag);

export interface Troubled {
  readonly rows: readonly ModelLine[];
  /** All that have gone wrong, also those beyond the most that are listed. */
  readonly total: number;
  /** `unmonitored 1`, `overdue`, `waiting`, `stalled`: every model with that trouble is among the rows. */
  readonly complete: ReadonlySet<string>;
}

/**
 * Models with which something has gone wrong, the gravest health first; and of the troubles that many may share, those
 * models that share one with at most `namedAtMost` others.
 */
export async function listTroubledModels(
  read: ReadHandle,
  query: TroubleQuery,
  namedAtMost: number,
): Promise<Troubled> {
  const sums = new Map<string, number>();
  for (const { flag, tier, count } of await countShared(read, query)) {
    const key = keyOf(flag, tier);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  const few = [...sums].flatMap(([key, count]) => (count <= namedAtMost ? [key] : []));
  const wanted = (eb: Models): Expression<SqlBool> => {
    const of = flags(eb, query);
    const single = few
      .filter((key) => (sums.get(key) ?? 0) > 0)
      .map((key) => {
        const [flag, tier] = key.split(' ') as [Flag, string | undefined]; // made by `keyOf`
        if (tier === undefined) return of[flag];
        return eb.and([
          of[flag],
          tier === 'none' ? eb('models.tier', 'is', null) : eb('models.tier', '=', Number(tier)),
        ]);
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
