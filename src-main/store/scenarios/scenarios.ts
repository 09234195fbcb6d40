import { DomainError } from '../../failure/domain-error';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ScenarioRow, ScenarioValueRow } from './tables';

/** The chosen one first, then as they were made. */
export function listScenarios(read: ReadHandle): Promise<ScenarioRow[]> {
  return tables(read)
    .selectFrom('scenarios')
    .selectAll()
    .orderBy('chosen', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function findChosenScenario(read: ReadHandle): Promise<ScenarioRow | null> {
  return (await tables(read).selectFrom('scenarios').selectAll().where('chosen', '=', 1).executeTakeFirst()) ?? null;
}

export async function getScenario(read: ReadHandle, id: string): Promise<ScenarioRow> {
  const row = await tables(read).selectFrom('scenarios').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row)
    throw new DomainError(
      'not_found',
      'This scenario is not in the portfolio; it may have been deleted. Undo brings it back.',
    );
  return row;
}

/** Every value that the inputs have had, newest first within a path. */
export function listValues(read: ReadHandle, scenarioId: string): Promise<ScenarioValueRow[]> {
  return tables(read)
    .selectFrom('scenario_values')
    .selectAll()
    .where('scenario_id', '=', scenarioId)
    .orderBy('path')
    .orderBy('ord', 'desc')
    .execute();
}
