import type { KnownRegistry } from '../../../importers/registry/same-registry';
import type { ReadHandle } from '../../../store/journal/handle';
import { listKnownModels } from '../../../store/models/models';
import { listKnownMoves } from '../../../store/models/moves';
import { listVersions } from '../../../store/models/versions';

/** The registries that models of the portfolio were brought from, by the systems of their ids that begin so: `mlflow:`. */
export async function knownRegistries(prefix: string, read: ReadHandle): Promise<readonly KnownRegistry[]> {
  const models = await listKnownModels(read);
  const theirs = models.flatMap(({ id, externalIds }) =>
    externalIds
      .filter(({ system }) => system.startsWith(prefix))
      .map(({ system, id: name }) => ({ model: id, system, name })),
  );
  if (theirs.length === 0) return [];
  const kept = await listVersions(read);
  const moves = await listKnownMoves(read);
  const versionsOf = (model: string): ReadonlySet<string> =>
    new Set(
      [...(kept.get(model) ?? []), ...(moves.get(model) ?? [])].flatMap(({ version }) => (version ? [version] : [])),
    );
  const bySystem = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const { model, system, name } of theirs) {
    const found = bySystem.get(system) ?? new Map<string, ReadonlySet<string>>();
    bySystem.set(system, found);
    found.set(name, versionsOf(model));
  }
  return [...bySystem].map(([system, found]) => ({ system, models: found }));
}
