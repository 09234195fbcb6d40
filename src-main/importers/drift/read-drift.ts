import { basename, extname } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { decodeInSteps } from '../tabular/encoding/decode';
import { findEncoding } from '../tabular/encoding/find-encoding';
import { badFile, breathe } from '../tabular/failures';
import { type FileStart, readFileStart } from '../tabular/file-start';
import { type LoadedFile, loadFile } from '../tabular/load-file';
import { isEvidentlyStore, readEvidentlyStore } from './evidently-store';
import { hashFile } from './hash-file';
import { isNannymlLevels } from './nannyml-levels';
import { isNannymlStore, readNannymlStore } from './nannyml-store';
import { isNannymlTable } from './nannyml-table';
import { isPlainTable } from './plain-fields';
import { readArchive } from './read-archive';
import { readJsonReport } from './read-json';
import { readDriftTable } from './read-table-file';
import { type DriftPoint, type DriftReading, type DriftReadOptions, type DriftSink, NO_TABLE } from './reading';
import { isWhylogsTable } from './whylogs-table';

const SQLITE = 'SQLite format 3\0';
/** Where and how a portfolio of ours says that it is one. */
const OURS = { at: 68, mark: 'MFLO' } as const;
const JSON_SIGNS =
  /"(metrics|metric_results|tests|drift_category|drift_by_columns|metricsData|metricsScores|completion_fns)"\s*:|"object"\s*:\s*"eval\.run"/;

/** A report in an archive of them. */
const REPORT = /(^|\/)[^/.][^/]*\.json$/i;
const WORKBOOK = /\[Content_Types\]\.xml|xl\/|_rels\/|mimetypeapplication\/vnd\.oasis/;

type Sort = 'sqlite' | 'json' | 'zip' | 'table';

/** Whether a file holds drift results of a tool that is known here, from its content. */
export async function isDriftFile(start: FileStart): Promise<boolean> {
  switch (sortOf(start.bytes)) {
    case 'sqlite':
      return latin(start.bytes).slice(OURS.at, OURS.at + 4) !== OURS.mark;
    case 'zip':
      return holdsReports(await start.members()) || isDriftTable(await start.labels());
    case 'json':
      return JSON_SIGNS.test(start.text) || isDriftTable(await start.labels());
    case 'table':
      return isDriftTable(await start.labels());
  }
}

const isDriftTable = (labels: readonly string[]): boolean =>
  isNannymlTable(labels) || isNannymlLevels(labels) || isWhylogsTable(labels) || isPlainTable(labels);

const holdsReports = (members: readonly string[]): boolean => members.some((name) => REPORT.test(name));

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function sortOf(bytes: Uint8Array): Sort {
  const start = latin(bytes.subarray(0, 1024));
  if (start.startsWith(SQLITE)) return 'sqlite';
  if (start.startsWith('PK') && !WORKBOOK.test(latin(bytes))) return 'zip';
  return /^(\xef\xbb\xbf)?\s*\{/.test(start) ? 'json' : 'table';
}

/** JSON and archives may hold a table of results in place of reports. */
async function sortOfFile(path: string, bytes: Uint8Array, options: DriftReadOptions): Promise<Sort> {
  const sort = sortOf(bytes);
  if (sort === 'json' && JSON_SIGNS.test(latin(bytes))) return sort;
  if (sort !== 'json' && sort !== 'zip') return sort;
  const start = await readFileStart(path, options);
  if (sort === 'zip' && holdsReports(await start.members())) return sort;
  try {
    return isDriftTable(await start.labels()) ? 'table' : sort;
  } catch (error) {
    // What it is not is said by the reader of reports.
    if (error instanceof DomainError && error.code === 'bad_file') return sort;
    throw error;
  }
}

/**
 * Reads any file of drift results and gives each figure to the sink as it comes. Where the file names no model, its own
 * name (without a date) stands for one.
 */
export async function readDrift(
  path: string,
  start: Uint8Array,
  options: DriftReadOptions,
  sink: DriftSink,
): Promise<DriftReading> {
  const fileName = basename(path);
  const namedByFile = new Set<string>();
  const named = withName(sink, nameInFile(fileName), namedByFile);
  switch (await sortOfFile(path, start, options)) {
    case 'sqlite':
      return { ...(await readDatabase(path, fileName, options, named)), namedByFile };
    case 'json':
      return { ...(await readJsonFile(path, options, named)), namedByFile };
    case 'zip':
      return {
        ...(await readArchive(path, options, (entryName) => withName(sink, nameInFile(entryName), namedByFile), sink)),
        namedByFile,
      };
    case 'table':
      return { ...(await readDriftTable(path, options, named)), namedByFile };
  }
}

function withName(sink: DriftSink, name: string, used: Set<string>): DriftSink {
  return {
    problem: (problem, rows) => sink.problem(problem, rows),
    point: (point: DriftPoint, pointer) => {
      if (point.name !== '') return sink.point(point, pointer);
      used.add(name);
      sink.point({ ...point, name }, pointer);
    },
  };
}

type Read = Omit<DriftReading, 'namedByFile'>;

async function readJsonFile(path: string, options: DriftReadOptions, sink: DriftSink): Promise<Read> {
  const file = await loadFile(path, options.signal);
  options.onProgress?.(0, file.bytes.length);
  const text = textOf(file, options.encoding);
  await breathe(options.signal);
  const facts = readJsonReport(text, { fileName: file.fileName, mapping: options.mapping, sink });
  const { fileName, contentHash } = file;
  return { ...NO_TABLE, ...facts, fileName, contentHash, fileKind: 'json', encoding: 'utf-8' };
}

/** JSON is UTF-8; a byte order mark or UTF-16 of a Windows program is put up with. */
function textOf(file: LoadedFile, encoding: string): string {
  const found = findEncoding(file.fileName, file.bytes, encoding);
  return [...decodeInSteps(file.bytes, found)].map((piece) => piece.text).join('');
}

async function readDatabase(path: string, fileName: string, options: DriftReadOptions, sink: DriftSink): Promise<Read> {
  const contentHash = await hashFile(path, options.signal);
  const db = await options.openDatabase(path, options.signal);
  try {
    const reader = isNannymlStore(db) ? readNannymlStore : isEvidentlyStore(db) ? readEvidentlyStore : null;
    if (!reader) {
      throw badFile(
        `${fileName} is a database, but neither one of NannyML's database writer nor one of Evidently's service. Export its figures as CSV with the columns time, column, metric and value.`,
      );
    }
    return { ...NO_TABLE, ...(await reader(db, options, sink)), fileName, contentHash, fileKind: 'sqlite' };
  } finally {
    await db.close();
  }
}

/** What a file's name says beside a date and its ending: `bike_demand_2011-02-14.json` → `bike_demand`. */
function nameInFile(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  return last
    .slice(0, last.length - extname(last).length)
    .replace(/(?<!\d)\d{4}[-_.]?\d{2}[-_.]?\d{2}(?!\d)/g, '')
    .replace(/^[\s._-]+|[\s._-]+$/g, '')
    .slice(0, 500);
}
