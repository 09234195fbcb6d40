import { bandDirection, bandInForce } from '#domain/drift/bands';
import { driftsLess } from '#domain/drift/drifts-less';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import { listBandOverrides } from './rules';
import { listSeries } from './series';
import { deadFor } from './sqlite/append-points';
import { pointStatements, readPoints, type StoredPoints } from './sqlite/points';

export interface SideBySide {
  readonly column: string;
  readonly metric: string;
  readonly label: string;
  /** End of the newest window that both have, else of each one's newest; `null`: it has none. */
  readonly champion: { readonly at: string; readonly value: number } | null;
  readonly challenger: { readonly at: string; readonly value: number } | null;
  /** Both figures are of one window. */
  readonly sameWindow: boolean;
  readonly better: 'champion' | 'challenger' | 'same' | null;
  /** Results of each since the challenger began. */
  readonly championN: number;
  readonly challengerN: number;
}

/** The figures of a model and of one of its challengers since that began, series by series; those without either are left out. */
export async function readSideBySide(
  read: ReadHandle,
  model: { readonly id: string; readonly tier: number | null },
  challenger: { readonly id: string; readonly fromMs: number; readonly toMs: number },
): Promise<readonly SideBySide[]> {
  const statements = pointStatements(sqlite(read));
  const overrides = await listBandOverrides(read);
  const range = { from: challenger.fromMs, to: challenger.toMs };
  const own = deadFor(statements, model.id, '');
  const other = deadFor(statements, model.id, challenger.id);
  return (await listSeries(read, { modelId: model.id })).flatMap(({ id, column_name: column, metric }) => {
    const champion = readPoints(statements, id, range, own, ['value']);
    const rival = readPoints(statements, id, range, other, ['value']);
    if (champion.at.length === 0 && rival.at.length === 0) return [];
    const shared = newestShared(champion, rival);
    const [a, b] = shared ?? [newest(champion), newest(rival)];
    const { bands } = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, metric);
    const direction = bandDirection(metric, bands);
    const of = (points: StoredPoints, place: number) =>
      place < 0 ? null : { at: new Date(points.at[place] ?? 0).toISOString(), value: points.value[place] ?? 0 };
    const [first, second] = [of(champion, a), of(rival, b)];
    return [
      {
        column,
        metric,
        label: driftMetricSpec(metric).label,
        champion: first,
        challenger: second,
        sameWindow: shared !== null,
        better: shared === null ? null : driftsLess(first?.value ?? null, second?.value ?? null, direction, bands),
        championN: champion.at.length,
        challengerN: rival.at.length,
      },
    ];
  });
}

const known = ({ value }: StoredPoints, place: number): boolean => !Number.isNaN(value[place] ?? Number.NaN);

function newest(points: StoredPoints): number {
  let place = points.at.length - 1;
  while (place >= 0 && !known(points, place)) place -= 1;
  return place;
}

/** The places of the newest window of which both have a value. */
function newestShared(a: StoredPoints, b: StoredPoints): readonly [number, number] | null {
  let [i, j] = [newest(a), newest(b)];
  while (i >= 0 && j >= 0) {
    const [left, right] = [a.at[i] ?? 0, b.at[j] ?? 0];
    if (left === right && known(a, i) && known(b, j)) return [i, j];
    if (left >= right) i -= 1;
    if (right >= left) j -= 1;
  }
  return null;
}
