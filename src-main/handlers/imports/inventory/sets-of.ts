import type { NotedModels } from '../../../store/imports/import-sets';
import type { Identified } from './identify';

/**
 * Models that the file has to do with and that it does not write: for the grid, once it has been imported.
 *
 * @param contradicted of which the file says otherwise, and nobody has said who is right
 */
export function setsOf(identified: Identified | null, contradicted: ReadonlySet<string>): NotedModels {
  const { rows = [], missing = [] } = identified?.decision ?? {};
  const waiting = rows.flatMap((row) =>
    identified?.rows.get(row.row)?.is === 'wait' ? [...row.candidates, ...row.offers.map(({ model }) => model)] : [],
  );
  return {
    missing: missing.filter(({ retired, offered }) => !retired && !offered).map(({ model }) => model),
    waiting: [...new Set(waiting)],
    contradicted: [...contradicted],
  };
}
