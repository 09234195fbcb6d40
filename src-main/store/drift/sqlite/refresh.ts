import type Database from 'better-sqlite3';
import type { BandOverride } from '#domain/drift/bands';
import type { DayVerdicts } from '#domain/drift/day-verdicts';
import type { Health } from '#domain/vocabulary';
import { inTurns } from '../turns';
import { healthAt, refreshModel, type StateModel, stateStatements } from './state';

/** Works the state of these models out again; answers those whose health is another one now. */
export async function refreshModels(
  db: Database.Database,
  modelIds: readonly string[],
  overrides: readonly BandOverride[],
  now: string,
): Promise<readonly string[]> {
  const statements = stateStatements(db);
  const changed: string[] = [];
  await inTurns(modelIds, (id) => {
    if (refreshModel(statements, id, overrides, now)) changed.push(id);
  });
  return changed;
}

/** Health of models as it was at an instant; those that never had a result are not in the map. */
export function healthsAt(
  db: Database.Database,
  models: readonly StateModel[],
  days: ReadonlyMap<string, DayVerdicts>,
  overrides: readonly BandOverride[],
  at: string,
): ReadonlyMap<string, Health> {
  const statements = stateStatements(db);
  return new Map(
    models.flatMap((model): [string, Health][] => {
      const own = days.get(model.id);
      return own ? [[model.id, healthAt(statements, model, own, overrides, Date.parse(at)).health]] : [];
    }),
  );
}
