import type { Input } from '#contract/index';
import { needsOf } from '#domain/governance/needs';
import type { RulePack } from '#domain/governance/rule-pack';
import { type Sorts, sortsOf } from '#domain/governance/sorts';
import { toInstant } from '../../platform/instant';
import {
  type GovernedOptions,
  listModelIdsByTier,
  readGovernedHouse,
  compareGovernedModels,
} from '../../store/governance/governed';
import { remembered } from '../../store/journal/remembered';
import { listModels } from '../../store/models/models';
import { getSettings } from '../../store/portfolio/settings';
import type { QueryContext } from '../context';

export const dayOf = (at: string | undefined, now: string): string =>
  at === undefined ? now.slice(0, 10) : toInstant(at, 'As of').slice(0, 10);

export async function optionsOf({ read, now }: Pick<QueryContext, 'read' | 'now'>): Promise<GovernedOptions> {
  const { reviewMonths } = await getSettings(read);
  return { today: now.slice(0, 10), reviewMonths };
}

/** Everything; the contract says that no list is that long. */
const ALL = 10_000_000;
export type Filter = Input<'governance.completeness'>['filter'];

export async function wantedIds(
  filter: Filter,
  { read, now }: Pick<QueryContext, 'read' | 'now'>,
): Promise<readonly string[] | undefined> {
  if (filter === undefined || Object.keys(filter).length === 0) return undefined;
  const { rows } = await listModels(read, {
    search: '',
    filter: filter as Parameters<typeof listModels>[1]['filter'], // as the contract parsed it
    sort: [],
    offset: 0,
    limit: ALL,
    releasesSince: now,
    today: now.slice(0, 10),
  });
  return rows.map(({ id }) => id);
}

/** The models of the portfolio as the sorts that these packs can tell apart on a day. */
export const gather = (
  packs: readonly RulePack[],
  day: string,
  filter: Filter,
  context: QueryContext,
): Promise<Sorts> =>
  remembered(context.read, [context.now.slice(0, 10), day, JSON.stringify(filter ?? {}), ...packs], async () => {
    const ids = await wantedIds(filter, context);
    const house = await readGovernedHouse(context.read, await optionsOf(context));
    return sortsOf(packs, house, compareGovernedModels(context.read, needsOf(packs), ids, context.now), day);
  });

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** The models whose sort is wanted, tier 1 first and then by name: a page of them, and how many there are. */
export function pageOf(
  { ids, sorts }: Sorts,
  isWanted: (sort: number) => boolean,
  { offset, limit }: Page,
  { read }: Pick<QueryContext, 'read'>,
): { readonly page: readonly { readonly id: string; readonly sort: number }[]; readonly all: number } {
  const wanted = new Map<string, number>();
  ids.forEach((id, at) => {
    const sort = sorts[at] ?? -1;
    if (isWanted(sort)) wanted.set(id, sort);
  });
  if (limit === 0 || offset >= wanted.size) return { page: [], all: wanted.size };
  const page: { id: string; sort: number }[] = [];
  let skipped = 0;
  for (const id of listModelIdsByTier(read)) {
    const sort = wanted.get(id);
    if (sort === undefined) continue;
    if (skipped < offset) skipped += 1;
    else if (page.push({ id, sort }) >= limit) break;
  }
  return { page, all: wanted.size };
}
