import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

/** All models in the order in which they were registered: an alias by this order stays the same when others come. */
export function listModelNames(read: ReadHandle): Promise<NamedRow[]> {
  return tables(read).selectFrom('models').select(['id', 'name']).orderBy('created_at').orderBy('id').execute();
}

/** Everybody who is named in a field of their own: owners of models, incidents and scenarios, actors and respondents. */
export async function listPeople(read: ReadHandle): Promise<string[]> {
  const [owners, incidents, actors, scenarios, answers] = await Promise.all([
    tables(read).selectFrom('models').select(['business_owner', 'technical_owner']).distinct().execute(),
    tables(read).selectFrom('incidents').select('owner').distinct().execute(),
    tables(read).selectFrom('journal').select('actor').distinct().execute(),
    tables(read).selectFrom('scenarios').select('author').distinct().execute(),
    tables(read).selectFrom('assessment_answers').select(['respondent', 'owner']).distinct().execute(),
  ]);
  const names = [
    ...owners.flatMap((row) => [row.business_owner, row.technical_owner]),
    ...incidents.map(({ owner }) => owner),
    ...actors.map(({ actor }) => actor),
    ...scenarios.map(({ author }) => author),
    ...answers.flatMap(({ respondent, owner }) => [respondent, owner]),
  ];
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))].sort();
}
