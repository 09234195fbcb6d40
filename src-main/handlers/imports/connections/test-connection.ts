import type { Output } from '#contract/index';
import { ImportField } from '#contract/imports/imports';
import { readRegistry } from '../../../importers/mlflow/read-registry';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { warningsOf } from './fetch-connection';
import { openConnection } from './open-connection';

const SAMPLES = 3;

/** Asks the server what it is and has; notes nothing and writes nothing. */
export async function testConnection(
  row: ConnectionRow,
  context: QueryContext,
  job: Job,
): Promise<Output<'connections.test'>> {
  const started = Date.now();
  const remote = await openConnection(row, context, job.signal);
  try {
    const registry = await readRegistry(remote, row.scope, job.progress);
    const { server, models, versions, prompts } = registry;
    return {
      server: {
        version: server.version,
        workspace: server.workspace,
        models: models.length,
        versions: versions.length,
        prompts,
      },
      workspaces: [...server.workspaces],
      ms: Date.now() - started,
      tags: tagsOf(models),
      warnings: [...warningsOf(registry, context.now)],
    };
  } finally {
    remote.close();
  }
}

function tagsOf(models: readonly { readonly tags: ReadonlyMap<string, string> }[]): Output<'connections.test'>['tags'] {
  const found = new Map<string, { models: number; samples: Set<string> }>();
  for (const { tags } of models)
    for (const [tag, value] of tags) {
      if (tag.startsWith('mlflow.')) continue;
      const one = found.get(tag) ?? { models: 0, samples: new Set<string>() };
      found.set(tag, one);
      one.models += 1;
      if (one.samples.size < SAMPLES) one.samples.add(value.slice(0, 80));
    }
  return [...found]
    .map(([tag, { models: count, samples }]) => ({
      tag,
      models: count,
      samples: [...samples],
      suggested: suggestedFor(tag),
    }))
    .sort((a, b) => b.models - a.models)
    .slice(0, 100);
}

const SUGGESTED: Readonly<Record<string, string>> = {
  owner: 'businessOwner',
  business_owner: 'businessOwner',
  team: 'unit',
  unit: 'unit',
  department: 'unit',
  business_unit: 'unit',
  technical_owner: 'technicalOwner',
  maintainer: 'technicalOwner',
  tier: 'tier',
  risk_tier: 'tier',
  type: 'type',
  model_type: 'type',
  criticality: 'criticality',
};

function suggestedFor(tag: string): ImportField | null {
  const field = ImportField.safeParse(SUGGESTED[tag.toLowerCase().replace(/[\s.-]+/g, '_')]);
  return field.success ? field.data : null;
}
