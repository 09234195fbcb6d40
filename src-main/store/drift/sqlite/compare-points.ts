import type Database from 'better-sqlite3';
import type { CollectedResults } from '#domain/drift/result-columns';
import { type AsideOf, deadFor } from './append-points';
import { type Counts, freshPlaces } from './fresh-places';
import { findSeriesId, type IndexStatements, indexStatements } from './index-days';
import { type PointStatements, pointStatements } from './points';

/** This often the engine lets other calls have their turn. */
const POINTS_PER_TURN = 50_000;

/**
 * What an append of these results would do; writes nothing.
 *
 * @param progress called now and then; what it throws (a cancel) ends the work
 */
export async function comparePoints(
  db: Database.Database,
  { series }: Pick<CollectedResults, 'series'>,
  progress: (done: number, total: number) => void,
  asideOf: AsideOf,
): Promise<Counts> {
  const statements: PointStatements & IndexStatements = { ...pointStatements(db), ...indexStatements(db) };
  const dead = new Map<string, ReadonlySet<number>>();
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const total = series.reduce((sum, { points }) => sum + points.at.length, 0);
  let [done, told] = [0, 0];
  for (const { key, modelVersion, points } of series) {
    done += points.at.length;
    if (done - told >= POINTS_PER_TURN) {
      told = done;
      progress(done, total);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const id = findSeriesId(statements, key);
    if (id === null) {
      counts.created += points.at.length;
      continue;
    }
    const challenger = asideOf(key.modelId, modelVersion);
    const whose = `${key.modelId}\0${challenger}`;
    const gone = dead.get(whose) ?? deadFor(statements, key.modelId, challenger);
    dead.set(whose, gone);
    const { created, updated, unchanged } = freshPlaces(statements, id, points, gone);
    counts.created += created;
    counts.updated += updated;
    counts.unchanged += unchanged;
  }
  return counts;
}
