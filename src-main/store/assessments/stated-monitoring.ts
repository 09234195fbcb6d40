import { countStatements, type StatedCounts } from '#domain/assessments/monitoring-statement';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { countStatedTexts } from './sqlite/stated-texts';

/** The imports that had a column on monitoring: most have none, and then no source has to be read. */
async function importsThatTell(read: ReadHandle): Promise<readonly string[]> {
  const rows = await tables(read).selectFrom('imports').select(['id', 'mapping']).where('undone', '=', 0).execute();
  return rows.flatMap(({ id, mapping }) => (mapping.includes('"monitored"') ? [id] : []));
}

/** What inventories state of how the models in production are watched: for each model the newest that says something. */
export async function countStatedMonitoring(read: ReadHandle, unit: string): Promise<StatedCounts> {
  const imports = await importsThatTell(read);
  return countStatements(imports.length === 0 ? [] : await countStatedTexts(read, imports, unit));
}
