import type { ForeignDatabase } from '../../drift/foreign-database';
import type { RegistryModel, RegistryVersion } from '../../registry/registry';
import { badFile, breathe } from '../../tabular/failures';
import type { MlflowRegistry, RegistryServer } from '../mlflow-registry';
import { isPrompt } from '../read-registry';
import { OneModel, OneVersion } from '../registry-shapes';
import { DEFAULT_WORKSPACE, DELETED, type ReadingFiles, workspaceIn } from './reading-files';

const STEP = 20_000;

type Cells = Readonly<Record<string, unknown>>;

/**
 * The registry that a server would give over REST, from its database. Columns that are not there (older servers have no aliases and
 * no workspaces) are as if they were empty; of what the server hides (prompts, deleted versions) nothing comes.
 */
export async function readRegistryDatabase(db: ForeignDatabase, reading: ReadingFiles): Promise<MlflowRegistry> {
  const { scope, fileName } = reading;
  const workspaces = [...new Set([...rowsOf(db, 'registered_models')].map(workspaceOf))].sort();
  const server: RegistryServer = { ...workspaceIn(workspaces, scope, fileName), version: '', date: null };
  const wanted = server.workspace === '' ? DEFAULT_WORKSPACE : server.workspace;
  const part = await partOf(db, wanted, reading);
  return { server, ...part };
}

async function partOf(
  db: ForeignDatabase,
  workspace: string,
  reading: ReadingFiles,
): Promise<Omit<MlflowRegistry, 'server'>> {
  const tags = await grouped(db, 'registered_model_tags', workspace, reading, (row) => textOf(row.name));
  const aliases = await grouped(db, 'registered_model_aliases', workspace, reading, (row) => textOf(row.name));
  const models: RegistryModel[] = [];
  const prompts = new Set<string>();
  for await (const row of readRows(db, 'registered_models', workspace, reading)) {
    const name = textOf(row.name);
    const model = shaped(OneModel, {
      ...row,
      creation_timestamp: row.creation_time,
      last_updated_timestamp: row.last_updated_time,
      tags: tags.get(name),
      aliases: aliases.get(name),
    });
    if (isPrompt(model)) prompts.add(model.name);
    else models.push({ ...model, link: '' });
  }
  const known = new Set(models.map(({ name }) => name));
  const theirTags = await grouped(db, 'model_version_tags', workspace, reading, versionKey);
  const versions: RegistryVersion[] = [];
  for await (const row of readRows(db, 'model_versions', workspace, reading)) {
    if (!known.has(textOf(row.name)) || row.current_stage === DELETED) continue;
    versions.push(
      shaped(OneVersion, {
        ...row,
        creation_timestamp: row.creation_time,
        last_updated_timestamp: row.last_updated_time,
        tags: theirTags.get(versionKey(row)),
      }),
    );
  }
  return { models, versions, prompts: prompts.size };

  function shaped<T>(
    shape: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
    row: Cells,
  ): T {
    const found = shape.safeParse(row);
    if (found.success) return found.data;
    throw badFile(`${reading.fileName} has a row of its registry that MLflow would not write. Nothing was taken.`);
  }
}

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
const versionKey = (row: Cells): string => JSON.stringify([row.name, String(row.version)]);
const workspaceOf = (row: Cells): string => textOf(row.workspace) || DEFAULT_WORKSPACE;

async function grouped(
  db: ForeignDatabase,
  table: string,
  workspace: string,
  reading: ReadingFiles,
  keyOf: (row: Cells) => string,
): Promise<ReadonlyMap<string, readonly Cells[]>> {
  const groups = new Map<string, Cells[]>();
  for await (const row of readRows(db, table, workspace, reading)) {
    const key = keyOf(row);
    const others = groups.get(key);
    if (others) others.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

async function* readRows(
  db: ForeignDatabase,
  table: string,
  workspace: string,
  reading: ReadingFiles,
): AsyncGenerator<Cells> {
  const total = db.tables.has(table) ? db.count(table) : 0;
  if (total > reading.mostRows) {
    const most = reading.mostRows.toLocaleString('en');
    throw badFile(`${reading.fileName} has more than ${most} rows in its table ${table}. Nothing was taken.`);
  }
  let done = 0;
  for (const row of rowsOf(db, table)) {
    done += 1;
    if (done % STEP === 0) {
      reading.progress('Reading the database', done, total);
      await breathe(reading.signal);
      await reading.betweenSteps?.();
    }
    if (workspaceOf(row) === workspace) yield row;
  }
}

const COLUMNS = [
  'workspace',
  'name',
  'version',
  'key',
  'value',
  'alias',
  'description',
  'creation_time',
  'last_updated_time',
  'current_stage',
  'run_id',
  'status',
] as const;

/** What is there of the columns that are read; nothing, where there is no such table. */
function* rowsOf(db: ForeignDatabase, table: string): Generator<Cells> {
  const columns = COLUMNS.filter((column) => db.tables.get(table)?.has(column));
  if (columns.length === 0) return;
  for (const cells of db.rows(table, columns))
    yield Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]));
}
