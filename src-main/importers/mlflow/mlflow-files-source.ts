import { sayDay } from '#domain/base/calendar';
import { counted } from '#domain/base/wording';
import { readAddress } from '#domain/connections/address';
import type { Asked, FileSource, Warning } from '../sources/source';
import { badFile } from '../tabular/failures';
import { figuresPart } from './figures-part';
import { mlflowReading } from './mlflow-reading';
import type { RegistryFromFiles } from './mlflow-registry';
import { runFigures, wantedRuns } from './run-figures';

/** The same registry without its server: its SQLite file, the folder of its file store, an export. */
export const mlflowFilesSource: FileSource = {
  kind: 'mlflow_files',
  readFiles: async (path, readers, asked, progress) => {
    const found = await readers.registry(path, asked.scope, progress);
    const at = found.asOf ?? asked.now;
    // What it says otherwise was so earlier: taken, it would undo what was read since.
    if (found.asOf !== null && asked.before.at !== null && at < asked.before.at)
      throw badFile(
        `The export is as of ${sayDay(at.slice(0, 10))}, and the registry was read as of ${sayDay(asked.before.at.slice(0, 10))} already. Export it anew; nothing was taken.`,
      );
    const own = systemOfServer(found.server, asked) ?? asked.system;
    // An export may be of some models, stages or versions alone, and does not say so.
    const lacking = found.place === 'export' || found.failed > 0;
    const warnings = warningsOf(found, asked.scope);
    const reading = mlflowReading(found.registry, { ...asked, system: own }, { at, warnings });
    const wanted = wantedRuns(found.registry, reading.seen, asked.before.taken).filter(({ runId }) =>
      found.runs.has(runId),
    );
    const { figures, memory } = runFigures(wanted, (runId) => found.runs.get(runId) ?? []);
    const parts = { ...reading.parts, drift: figuresPart([], figures) };
    return { ...reading, parts, memory, adds: true, ...(found.asOf !== null && { asOf: found.asOf }), lacking };
  },
};

/** The registry of the server that an export names, where models of the portfolio came from that. */
export function systemOfServer(
  server: string,
  { registries, scope }: Pick<Asked, 'registries' | 'scope'>,
): string | undefined {
  const address = readAddress(server);
  if (server === '' || !address.ok) return undefined;
  const place = address.value.text.replace(/^https?:\/\//, '');
  return registries.find(({ system }) => system === `mlflow:${place}/${scope || 'default'}`)?.system;
}

/** What is to be said of files before it is taken. */
export function warningsOf({ registry, asOf, failed }: RegistryFromFiles, scope: string): readonly Warning[] {
  const { workspaces, workspace } = registry.server;
  const others = workspaces.filter((one) => one !== workspace);
  return [
    ...(asOf === null
      ? []
      : [
          {
            what: `This is the registry as it was exported on ${sayDay(asOf.slice(0, 10))}`,
            todo: 'Export it again where it has changed since',
          },
        ]),
    ...(failed > 0
      ? [
          {
            what: `${counted(failed, 'version')} could not be exported and ${failed === 1 ? 'is' : 'are'} not in it`,
            todo: 'Its tool leaves out versions without a run; the server or its file has them',
          },
        ]
      : []),
    ...(scope === '' && others.length > 0
      ? [
          {
            what: `It has other workspaces: ${others.slice(0, 5).join(', ')}`,
            todo: `Read is ${workspace}; name another one in the connection`,
          },
        ]
      : []),
  ];
}
