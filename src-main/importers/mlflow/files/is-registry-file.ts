import type { FileStart } from '../../tabular/file-start';

export const SQLITE = 'SQLite format 3\0';
export const ZIP = 'PK';
const STORE_PART = /(^|\/)(models\/[^/]+|version-\d+)\/meta\.yaml$/;
const EXPORT_PART = /(^|\/)model\.json$/;
/** What every workbook begins with: its parts need not be listed to see that it is none. */
const WORKBOOK = '[Content_Types].xml';

/** Whether a file that starts so holds a registry of MLflow, from its content. */
export async function isRegistryFile(start: FileStart): Promise<boolean> {
  const bytes = Buffer.from(start.bytes).toString('latin1');
  if (bytes.startsWith(SQLITE)) return isRegistryDatabase(new Set(await start.members()));
  if (bytes.startsWith(ZIP))
    return (
      !bytes.includes(WORKBOOK) &&
      (await start.members()).some((name) => STORE_PART.test(name) || EXPORT_PART.test(name))
    );
  return /^\s*\{/.test(start.text) && isModelExport(start.text);
}

/** The SQL store of MLflow's server, in SQLite. */
export const isRegistryDatabase = (tables: { has(name: string): boolean }): boolean =>
  tables.has('registered_models') && tables.has('model_versions');

/** Whether a text is the export of a registered model. */
const isModelExport = (text: string): boolean => /"registered_model"\s*:\s*\{/.test(text);
