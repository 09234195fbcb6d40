import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import type { MovedModel } from '#domain/models/recorded-releases';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { readMoved } from './sqlite/moved';

/** The moves of every model that may have been in production in the 365 days up to `now`; of a unit, or of all (''). */
export async function listMovedModels(read: ReadHandle, now: string, unit = ''): Promise<MovedModel[]> {
  return readMoved(sqlite(read), lastTwelveMonths(now).from, unit);
}
