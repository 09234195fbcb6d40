import { basename } from 'node:path';
import type { OpenDatabase } from '../../drift/foreign-database';
import { badFile } from '../../tabular/failures';
import { readStart } from '../../tabular/load-file';
import type { MlflowRegistry, RegistryFromFiles } from '../mlflow-registry';
import { MOST_VERSIONS } from '../read-registry';
import { findFileStore, readFileStore } from './file-store';
import { type FileTree, folderTree, isFolder, zipTree } from './file-tree';
import { isRegistryDatabase, SQLITE, ZIP } from './is-registry-file';
import { findModelExports, readModelExports } from './model-exports';
import type { ReadingFiles } from './reading-files';
import { readRegistryDatabase } from './registry-database';
import { runsInDatabase, runsInExport, runsInStore } from './runs-in-files';

export type RegistryFilesOptions = Omit<ReadingFiles, 'fileName' | 'mostRows'> & {
  readonly openDatabase: OpenDatabase;
};

/**
 * Reads the registry of a server that is not asked: from its SQLite file, from the folder or an archive of its file store, or from what
 * mlflow-export-import wrote. Nothing is written to any of them, and what comes is what the server itself would give.
 */
export async function readRegistryFiles(path: string, options: RegistryFilesOptions): Promise<RegistryFromFiles> {
  const reading: ReadingFiles = { ...options, fileName: basename(path), mostRows: MOST_VERSIONS };
  if (await isFolder(path)) return fromTree(folderTree(path), reading);
  const start = (await readStart(path, SQLITE.length)).toString('latin1');
  if (start.startsWith(ZIP)) return fromTree(await zipTree(path, options.signal), reading);
  if (start !== SQLITE) return fromExport(path, reading);
  const database = await options.openDatabase(path, options.signal);
  try {
    if (isRegistryDatabase(database.tables)) {
      const registry = await readRegistryDatabase(database, reading);
      const runs = await runsInDatabase(database, registry, reading);
      return { place: 'database', asOf: null, failed: 0, server: '', registry, runs };
    }
    throw badFile(
      `${reading.fileName} is a database, but none of MLflow’s server: it has no table of registered models. Choose the file that its --backend-store-uri names.`,
    );
  } finally {
    await database.close();
  }
}

async function fromTree(tree: FileTree, reading: ReadingFiles): Promise<RegistryFromFiles> {
  const store = await findFileStore(tree);
  if (store !== null) {
    const registry = await readFileStore(tree, store, reading);
    const runs = await runsInStore(tree, store, registry, reading);
    return { place: 'file_store', asOf: null, failed: 0, server: '', registry, runs };
  }
  const exported = await findModelExports(tree);
  if (exported.length > 0) {
    const found = await readModelExports(tree, exported, reading);
    if (holdsAny(found.registry))
      return { place: 'export', ...found, runs: await runsInExport(tree, exported, found.registry, reading) };
  }
  throw badFile(
    `${tree.fileName} holds no registry of MLflow: neither a folder “models” with models in it nor an export of mlflow-export-import. Choose the folder that holds “models”.`,
  );
}

const holdsAny = ({ models, prompts }: MlflowRegistry): boolean => models.length + prompts > 0;

/** One model, exported by itself, in a file of its own. */
async function fromExport(path: string, reading: ReadingFiles): Promise<RegistryFromFiles> {
  const { fileName } = reading;
  const folder = folderTree(path.slice(0, path.length - fileName.length) || '.');
  const found = await readModelExports(folder, [fileName], reading);
  // What lies beside one file is not read.
  if (holdsAny(found.registry)) return { place: 'export', ...found, runs: new Map() };
  throw badFile(
    `${fileName} is neither MLflow’s SQLite file nor an export of a registered model. Choose one of these, or the folder of a file store.`,
  );
}
