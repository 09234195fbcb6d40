import type { Source } from '../sources/source';
import { mlflowReading } from './mlflow-reading';
import { readRegistry } from './read-registry';

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
    return mlflowReading(registry, asked, { at: asked.now, warnings });
  },
};
