import type { Memory, Source, Warning } from '../sources/source';
import { readDailyFigures } from './daily-figures';
import { figuresPart } from './figures-part';
import { mlflowReading } from './mlflow-reading';
import type { MlflowRegistry } from './mlflow-registry';
import { readRegistry } from './read-registry';
import { readRunCosts } from './run-costs';
import { readRunFigures, wantedRuns } from './run-figures';

/** A registry of MLflow 2.x or 3.x: models and their versions. */
export const mlflowSource: Source = {
  kind: 'mlflow',
  read: async (remote, asked, progress) => {
    const registry = await readRegistry(remote, asked, progress);
    const daily = await readDailyFigures(remote, { ...asked, version: registry.server.version }, progress);
    const costs = await readRunCosts(remote, { ...asked, registry, traced: daily.traced }, progress);
    const warnings = [...aboutVersion(registry), ...daily.warnings, ...costs.warnings];
    const reading = mlflowReading(registry, asked, { at: asked.now, warnings, reckoned: costs.reckoned });
    const runs = await readRunFigures(remote, wantedRuns(registry, reading.seen, asked.before.taken), progress);
    return {
      ...reading,
      warnings: [...reading.warnings, ...runs.warnings],
      parts: { ...reading.parts, drift: figuresPart(daily.figures, runs.figures) },
      memory: joined(daily.memory, costs.memory, runs.memory),
      adds: true,
    };
  },
  // Figures of traces and runs are as many questions again, and say nothing of what the server is.
  test: async (remote, asked, progress) => {
    const registry = await readRegistry(remote, asked, progress);
    return mlflowReading(registry, asked, { at: asked.now, warnings: aboutVersion(registry) });
  },
};

/** What is remembered of an application and of a model of its name. */
function joined(...memories: readonly Memory[]): Memory {
  const all = new Map<string, object>();
  for (const memory of memories)
    for (const [name, value] of Object.entries(memory)) all.set(name, { ...all.get(name), ...Object(value) });
  return Object.fromEntries(all);
}

const aboutVersion = ({ server }: MlflowRegistry): readonly Warning[] =>
  server.version === ''
    ? [
        {
          what: 'The server does not say its version',
          todo: 'Read as MLflow 2.x and 3.x answer; look at what comes before you take it',
        },
      ]
    : [];
