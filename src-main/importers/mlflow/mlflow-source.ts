import type { Source } from '../sources/source';
import { readDailyFigures } from './daily-figures';
import { figuresPart } from './figures-part';
import { mlflowReading } from './mlflow-reading';
import { readRegistry } from './read-registry';
import { readRunFigures, wantedRuns } from './run-figures';

/** A registry of MLflow 2.x or 3.x: models and their versions. */
export const mlflowSource: Source = {
  kind: 'mlflow',
  read: async (remote, asked, progress) => {
    const registry = await readRegistry(remote, asked, progress);
    const warnings =
      registry.server.version === ''
        ? [
            {
              what: 'The server does not say its version',
              todo: 'Read as MLflow 2.x and 3.x answer; look at what comes before you take it',
            },
          ]
        : [];
    const daily = await readDailyFigures(remote, { version: registry.server.version, now: asked.now }, progress);
    const reading = mlflowReading(registry, asked, { at: asked.now, warnings: [...warnings, ...daily.warnings] });
    const runs = await readRunFigures(remote, wantedRuns(registry, reading.seen, asked.before.taken), progress);
    return {
      ...reading,
      warnings: [...reading.warnings, ...runs.warnings],
      parts: { ...reading.parts, drift: figuresPart(daily.figures, runs.figures) },
      memory: runs.memory,
    };
  },
};
