import { dayNumber, isoDay } from '#domain/base/calendar';
import { bandInForce } from '#domain/drift/bands';
import { verdictCodes } from '#domain/drift/day-verdicts';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import { listBandOverrides } from './rules';
import { listSeries } from './series';
import { pointStatements, readPoints } from './sqlite/points';

export interface DecidingFigure {
  readonly column: string;
  readonly metric: string;
  readonly value: number | null;
}

const LEVEL = 7;

/** The worst figure of each of these days (since 1970): of equals the first series by column and metric. */
export async function listDecidingFigures(
  read: ReadHandle,
  model: { readonly id: string; readonly tier: number | null },
  days: ReadonlySet<number>,
): Promise<ReadonlyMap<number, DecidingFigure>> {
  if (days.size === 0) return new Map();
  const asked = [...days];
  const range = { from: startOf(Math.min(...asked)), to: startOf(Math.max(...asked) + 1) - 1 };
  const statements = pointStatements(sqlite(read));
  const dead = new Set(statements.deadBatches.all(model.id));
  const overrides = await listBandOverrides(read);
  const worst = new Map<number, DecidingFigure & { readonly level: number }>();
  for (const { id, column_name: column, metric } of await listSeries(read, { modelId: model.id })) {
    const band = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, metric);
    const points = readPoints(statements, id, range, dead, ['value', 'nRef', 'nCur', 'verdict']);
    const codes = verdictCodes(points, band);
    for (const [place, at] of points.at.entries()) {
      const day = dayNumber(at);
      const level = (codes[place] ?? 0) & LEVEL;
      if (!days.has(day) || level <= (worst.get(day)?.level ?? -1)) continue;
      const value = points.value[place] ?? Number.NaN;
      worst.set(day, { column, metric, level, value: Number.isNaN(value) ? null : value });
    }
  }
  return worst;
}

const startOf = (day: number): number => Date.parse(isoDay(day));
