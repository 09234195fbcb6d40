import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { listLastResults } from '../drift/last-results';
import { countOpenIncidents } from '../incidents/count-open';
import type { ReadHandle } from '../journal/handle';
import { countReleases } from './moves';

/** What lists show of a model that no column of it holds. */
export interface Beside {
  readonly releases: number;
  readonly openIncidents: number;
  /** Milliseconds; `null`: no drift result yet. */
  readonly lastResult: number | null;
}

/** The same of every model, or of `ids`. `now`: releases count in the twelve months up to the end of its day. */
export async function readBeside(
  read: ReadHandle,
  now: string,
  ids?: readonly string[],
): Promise<(modelId: string) => Beside> {
  const { from, to } = lastTwelveMonths(now);
  const releases = await countReleases(read, from, to, ids);
  const open = await countOpenIncidents(read, ids);
  const results = await listLastResults(read, ids);
  return (id) => ({
    releases: releases.get(id) ?? 0,
    openIncidents: open.get(id) ?? 0,
    lastResult: results.get(id) ?? null,
  });
}
