import { ConnectionMapping } from '#contract/imports/connections';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import type { Deciding } from './prepare-connection';

/** Which model each of the server's names is; `null`: of none. Of names that are not in it nobody has said anything. */
export type ModelNames = ReadonlyMap<string, string | null>;

const mappingOf = (row: ConnectionRow): ConnectionMapping => ConnectionMapping.parse(JSON.parse(row.mapping));

/** What was said before and is said now, which goes first. @param registered names of the models that come along */
export const namesOf = (
  row: ConnectionRow,
  { models = [] }: Deciding,
  registered: ModelNames = new Map(),
): ModelNames =>
  new Map([
    ...registered,
    ...[...mappingOf(row).models, ...models].map(({ name, modelId }) => [name, modelId] as const),
  ]);

/** Keeps with the connection what was said now. @returns whether anything was */
export async function keepNames(
  write: WriteHandle,
  row: ConnectionRow,
  { models = [] }: Deciding,
  now: string,
): Promise<boolean> {
  if (models.length === 0) return false;
  const mapping = mappingOf(row);
  const said = new Map([...mapping.models, ...models].map(({ name, modelId }) => [name, modelId] as const));
  const kept = { ...mapping, models: [...said].map(([name, modelId]) => ({ name, modelId })) };
  await write.update('connections', [row.id], { mapping: JSON.stringify(kept), updated_at: now });
  return true;
}
