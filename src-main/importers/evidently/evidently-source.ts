import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { DriftMapping } from '#contract/drift/import';
import { counted } from '#domain/base/wording';
import { reportedModel } from '../drift/evidently-snapshot';
import { clockWarning } from '../sources/clock-warning';
import { type Asked, type Look, type Memory, NO_PARTS, type Source, type Warning } from '../sources/source';
import { listRuns, type ReadRuns, type RunOf, readRuns, readService, type Service } from './read-runs';

/** Evidently's service: the runs of its projects as results of drift, each once. */
export const evidentlySource: Source = {
  kind: 'evidently',
  test: async (remote, asked, progress) => {
    const service = await readService(remote, asked.scope);
    return lookAt(service, await listRuns(remote, service.projects, progress), asked);
  },
  read: async (remote, asked, progress) => {
    const service = await readService(remote, asked.scope);
    const all = await listRuns(remote, service.projects, progress);
    const choices = choicesOf(asked);
    const known = knownRuns(asked, choices);
    const wanted = all.filter((one) => choices.get(nameOf(one)) !== null && !known.has(keyOf(one)));
    const found = await readRuns(remote, wanted, progress);
    const look = lookAt(service, all, asked);
    return {
      ...look,
      warnings: [...look.warnings, ...warningsOf(found)],
      parts: { ...NO_PARTS, drift: partOf(found) },
      seen: {},
      memory: memoryOf(found.read, choices),
    };
  },
};

function lookAt({ version, date, projects }: Service, runs: readonly RunOf[], { scope, now }: Asked): Look {
  const warnings = [...clockWarning(date, now)];
  if (runs.length === 0)
    warnings.push({
      what: projects.length === 0 ? 'The server has no projects' : 'None of its projects has a run of a report',
      todo: 'See whether it is the right server, and whether you may read it',
    });
  return {
    server: {
      version,
      workspace: scope,
      models: 0,
      versions: 0,
      prompts: 0,
      projects: projects.length,
      runs: runs.length,
    },
    scopes: projects.map(({ name }) => name),
    tags: [],
    warnings,
  };
}

function partOf({ files }: ReadRuns) {
  if (files.size === 0) return null;
  const entries = Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)]));
  return { ending: '.zip', content: zipSync(entries, { level: 1 }), mapping: DriftMapping.parse({ kind: 'drift' }) };
}

function warningsOf({ failed, left }: ReadRuns): readonly Warning[] {
  const [first] = failed;
  return [
    ...(first
      ? [
          {
            what: `The server cannot show ${counted(failed.length, 'run')}: ${first.problem.what}`,
            todo: 'The others were read, and these are asked for again the next time',
          },
        ]
      : []),
    ...(left > 0
      ? [
          {
            what: `${counted(left, 'run')} more are left for the next time`,
            todo: 'Take these, then refresh once more',
          },
        ]
      : []),
  ];
}

/** What the run is about: what its metadata say, else its project. */
const nameOf = ({ project, run }: RunOf): string => reportedModel(run.metadata) || project.name;

/** Which model somebody chose for a name; `null`: none. */
type Choices = ReadonlyMap<string, string | null>;
const choicesOf = ({ mapping }: Asked): Choices => new Map(mapping.models.map(({ name, modelId }) => [name, modelId]));

/** Runs that were taken under a name, while this model was chosen for it; '': none was. */
const Taken = z.object({ as: z.string(), ids: z.array(z.string()) });

const keyOf = (one: RunOf): string => `${nameOf(one)}\n${one.run.id}`;

/** Taken as another model than the name stands for now, a run is taken anew. */
function knownRuns({ before }: Asked, choices: Choices): ReadonlySet<string> {
  const known = new Set<string>();
  for (const take of before.taken)
    for (const [name, value] of Object.entries(take)) {
      const taken = Taken.safeParse(value);
      if (!taken.success || taken.data.as !== (choices.get(name) ?? '')) continue;
      for (const id of taken.data.ids) known.add(`${name}\n${id}`);
    }
  return known;
}

function memoryOf(read: readonly RunOf[], choices: Choices): Memory {
  const names = new Map<string, string[]>();
  for (const one of read) {
    const name = nameOf(one);
    names.set(name, [...(names.get(name) ?? []), one.run.id]);
  }
  return Object.fromEntries([...names].map(([name, ids]) => [name, { as: choices.get(name) ?? '', ids }]));
}
