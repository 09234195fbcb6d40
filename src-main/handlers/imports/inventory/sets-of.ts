import type { NotedModels } from '../../../store/imports/import-sets';
import type { PreparedInventory } from './prepare-inventory';

/** Models that the file has to do with and that it does not write: for the grid, once it has been imported. */
export function setsOf({ identified, plan }: PreparedInventory): NotedModels {
  const contradicted = plan.rows.flatMap(({ modelId, differences, history }) => {
    const asks = [...differences, ...(history?.contradicted ?? [])].some(({ decision }) => decision === 'ask');
    return asks && modelId !== null ? [modelId] : [];
  });
  const { rows = [], missing = [] } = identified?.decision ?? {};
  const waiting = rows.flatMap((row) =>
    identified?.rows.get(row.row)?.is === 'wait' ? [...row.candidates, ...row.offers.map(({ model }) => model)] : [],
  );
  return {
    missing: missing.filter(({ retired, offered }) => !retired && !offered).map(({ model }) => model),
    waiting: [...new Set(waiting)],
    contradicted: [...new Set(contradicted)],
  };
}
