import { seenNow } from '../registry/live-version';
import { type Reckoned, registryTables } from '../registry/registry-tables';
import { tagsOf } from '../registry/registry-tags';
import { systemOf } from '../registry/same-registry';
import { clockWarning } from '../sources/clock-warning';
import { type Asked, NO_PARTS, type Reading, type TagUse, type Warning } from '../sources/source';
import type { MlflowRegistry } from './mlflow-registry';

interface Look {
  /** The moment that the registry was so, ISO. */
  readonly at: string;
  readonly warnings: readonly Warning[];
  readonly reckoned?: Reckoned | null;
}

/** A registry as it is brought in, whichever way it was read: the same models, versions and ids. */
export function mlflowReading(registry: MlflowRegistry, asked: Asked, { at, warnings, reckoned }: Look): Reading {
  const { server, models, versions, prompts } = registry;
  const { now, before } = asked;
  const seen = seenNow(registry, before, at);
  const system = systemOf(registry, asked.system, asked.registries);
  const tables = registryTables({
    registry,
    seen,
    system,
    tags: asked.mapping.tags,
    reckoned,
    today: now.slice(0, 10),
  });
  const same: readonly Warning[] =
    system === asked.system
      ? []
      : [
          {
            what: `This is the registry that came as ${system.replace(/^mlflow:/, '')} before: its models and their versions are here`,
            todo: 'Its models are recognised and keep their ids',
          },
        ];
  return {
    server: {
      version: server.version,
      workspace: server.workspace,
      models: models.length,
      versions: versions.length,
      prompts,
    },
    scopes: server.workspaces,
    tags: tagsOfModels(models),
    warnings: [...clockWarning(server.date, now), ...warnings, ...same, ...aboutContent(registry)],
    parts: { ...NO_PARTS, ...tables },
    seen,
    memory: {},
    newest: newestOf(registry),
  };
}

function newestOf({ models, versions }: MlflowRegistry): string | null {
  let newest: string | null = null;
  for (const { createdAt, updatedAt } of [...models, ...versions])
    for (const at of [createdAt, updatedAt]) if (at !== null && (newest === null || at > newest)) newest = at;
  return newest;
}

/** The server's own tags say nothing here. */
export const tagsOfModels = (models: MlflowRegistry['models']): readonly TagUse[] =>
  tagsOf(models, (tag) => tag.startsWith('mlflow.'));

function aboutContent({ server, prompts, models, versions }: MlflowRegistry): readonly Warning[] {
  const warnings: Warning[] = [];
  if (models.length === 0)
    warnings.push({
      what: server.workspace === '' ? 'The registry has no models' : `The workspace ${server.workspace} has no models`,
      todo: 'See whether it is the right one, and whether you may read it',
    });
  else if (versions.length === 0)
    warnings.push({ what: 'None of its models has a version', todo: 'Only names and texts are brought' });
  if (prompts > 0)
    warnings.push({
      what: `${prompts === 1 ? 'One entry is a prompt' : `${prompts} entries are prompts`} and no model`,
      todo: 'Left out',
    });
  return warnings;
}
