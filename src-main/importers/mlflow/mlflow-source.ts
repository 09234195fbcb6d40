import { seenNow } from '../registry/live-version';
import { registryTables } from '../registry/registry-tables';
import { tagsOf } from '../registry/registry-tags';
import { clockWarning } from '../sources/clock-warning';
import { type Asked, type Look, NO_PARTS, type Source, type Warning } from '../sources/source';
import { type MlflowRegistry, readRegistry } from './read-registry';

/** A registry of MLflow 2.x or 3.x: models and their versions. */
export const mlflowSource: Source = {
  kind: 'mlflow',
  read: async (remote, asked, progress) => {
    const registry = await readRegistry(remote, asked, progress);
    const { system, now, before } = asked;
    const seen = seenNow(registry, before, now);
    const today = now.slice(0, 10);
    const tables = registryTables({ registry, seen, system, tags: asked.mapping.tags, today });
    return { ...lookAt(registry, asked), parts: { ...NO_PARTS, ...tables }, seen, memory: {} };
  },
};

function lookAt(registry: MlflowRegistry, { now }: Asked): Look {
  const { server, models, versions, prompts } = registry;
  return {
    server: {
      version: server.version,
      workspace: server.workspace,
      models: models.length,
      versions: versions.length,
      prompts,
    },
    scopes: server.workspaces,
    tags: tagsOf(models, (tag) => tag.startsWith('mlflow.')),
    warnings: warningsOf(registry, now),
  };
}

function warningsOf({ server, prompts, models, versions }: MlflowRegistry, now: string): readonly Warning[] {
  const warnings = [...clockWarning(server.date, now)];
  if (server.version === '')
    warnings.push({
      what: 'The server does not say its version',
      todo: 'Read as MLflow 2.x and 3.x answer; look at what comes before you take it',
    });
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
